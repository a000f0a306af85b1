//! Signs of code: where they are, a full stop also parts names.

use crate::document::{Document, Kind};
use crate::rules::pattern::Pattern;

/// Signs that no sentence holds.
pub(super) fn looks_like_code(text: &str) -> bool {
    ["{", "};", ");", "::", "->", "=>", "==", "()", "</"].iter().any(|sign| text.contains(sign))
}

/// A call, or a line that begins with a word of a language.
static CALL: Pattern =
    Pattern::new(r"(?-u:\b)[A-Za-z_]\w*\.[A-Za-z_]\w*\(|^\s*(?:import|from|def|func|class|fn) \w");

/// With one of these begins a line of some language.
const STATEMENTS: [&str; 6] = ["import ", "from ", "def ", "func ", "class ", "fn "];

/// A quick look: whether a text may hold a call or begin with a statement. Most do not, and the pattern is slow to make.
fn may_call(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_word = |byte: u8| byte == b'_' || byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let is_call = |at: usize| bytes[..at].last().is_some_and(|before| is_word(*before));
    let is_name = |byte: u8| byte == b'_' || byte.is_ascii_alphabetic();
    let has_member =
        || memchr::memchr_iter(b'.', bytes).any(|at| bytes.get(at + 1).is_some_and(|next| is_name(*next)));
    let begun = text.trim_start();
    memchr::memchr_iter(b'(', bytes).any(is_call) && has_member()
        || STATEMENTS.iter().any(|statement| begun.starts_with(statement))
}

/// Whether the document writes about code: blocks or spans of it, or names such as `list.append(`.
pub(super) fn shows_code(document: &Document) -> bool {
    let mut marks = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        let text = document.block_text(index);
        let is_code = block.kind() == Kind::Code && !text.trim_start().starts_with("$$");
        let calls = if may_call(text) { CALL.count(text) } else { 0 };
        marks += usize::from(is_code) + memchr::memchr_iter(b'`', text.as_bytes()).count() / 2 + calls;
        if marks >= 2 {
            return true;
        }
    }
    false
}
