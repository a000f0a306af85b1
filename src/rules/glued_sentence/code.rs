//! Signs of code: where they are, a full stop also parts names.

use crate::document::{Document, Kind};
use crate::rules::pattern::Pattern;

/// Signs that no sentence holds.
pub(super) fn looks_like_code(text: &str) -> bool {
    ["{", "};", ");", "::", "->", "=>", "==", "()", "</"].iter().any(|sign| text.contains(sign))
}

/// Whether the document writes about code: blocks or spans of it, or names such as `list.append(`.
pub(super) fn shows_code(document: &Document) -> bool {
    static CALL: Pattern =
        Pattern::new(r"(?-u:\b)[A-Za-z_]\w*\.[A-Za-z_]\w*\(|^\s*(?:import|from|def|func|class|fn) \w");
    let mut marks = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        let text = document.block_text(index);
        let is_code = block.kind() == Kind::Code && !text.trim_start().starts_with("$$");
        let may_call = || text.contains('(') || text.trim_start().starts_with(['i', 'f', 'd', 'c']);
        let calls = if may_call() { CALL.find_iter(text).count() } else { 0 };
        marks += usize::from(is_code) + text.matches('`').count() / 2 + calls;
        if marks >= 2 {
            return true;
        }
    }
    false
}
