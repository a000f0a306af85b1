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
    let is_name =
        |at: usize| text.as_bytes().get(at).is_some_and(|&byte| byte == b'_' || byte.is_ascii_alphabetic());
    let has_member = || memchr::memchr_iter(b'.', text.as_bytes()).any(|at| is_name(at + 1));
    let begun = text.trim_start();
    memchr::memchr(b'(', text.as_bytes()).is_some() && has_member()
        || STATEMENTS.iter().any(|statement| begun.starts_with(statement))
}

/// How often [`CALL`] matches, by the bytes; nothing where that takes more than ASCII to tell. The pattern is slow to make.
fn calls(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_word = |byte: &u8| *byte == b'_' || byte.is_ascii_alphanumeric();
    let begins_name = |byte: u8| byte == b'_' || byte.is_ascii_alphabetic();
    let begun = text.trim_start();
    let said = STATEMENTS.iter().find_map(|statement| begun.strip_prefix(statement));
    let read = match said.and_then(|said| Some((said, said.bytes().next()?))) {
        Some((_, first)) if !first.is_ascii() => return None,
        Some((said, first)) if is_word(&first) => text.len() - said.len() + 1,
        _ => 0,
    };
    let mut count = usize::from(read > 0);
    for end in memchr::memchr_iter(b'(', bytes) {
        let Some(dot) = bytes[..end].iter().rposition(|byte| !is_word(byte)) else { continue };
        if bytes[dot] != b'.' || !begins_name(bytes[dot + 1]) {
            if bytes[dot].is_ascii() {
                continue;
            }
            return None;
        }
        let before = bytes[..dot].iter().rposition(|byte| !is_word(byte));
        let start = before.map_or(0, |before| before + 1);
        if begins_name(bytes[start]) {
            count += usize::from(start >= read);
        } else if before.is_some_and(|before| !bytes[before].is_ascii()) {
            return None;
        }
    }
    Some(count)
}

/// Whether the document writes about code: blocks or spans of it, or names such as `list.append(`.
pub(super) fn shows_code(document: &Document) -> bool {
    let mut marks = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        let text = document.block_text(index);
        let is_code = block.kind() == Kind::Code && !text.trim_start().starts_with("$$");
        let calls = if may_call(text) { calls(text).unwrap_or_else(|| CALL.count(text)) } else { 0 };
        marks += usize::from(is_code) + memchr::memchr_iter(b'`', text.as_bytes()).count() / 2 + calls;
        if marks >= 2 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_bytes_as_many_calls_are_counted() {
        let pieces = ["import ", " from ", "a", "B_", "9", ".", "(", " ", "é", "’", "\n"];
        for number in 0..pieces.len().pow(5) {
            let text: String =
                (0..5).map(|place| pieces[number / pieces.len().pow(place) % pieces.len()]).collect();
            if let Some(calls) = calls(&text) {
                assert_eq!(calls, CALL.find_iter(&text).count(), "{text:?}");
                assert!(calls == 0 || may_call(&text), "{text:?}");
            }
        }
        assert_eq!(calls("from a import b\nlist.append(x._map(2.f(3)))"), Some(3));
    }
}
