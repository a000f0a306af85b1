//! What tells that a list is the author's.

use super::super::phrases::Lists;
use super::{Line, names};
use crate::document::{Kind, Width};

/// A heading of a menu is not wider than this.
const LONGEST_HEADING: Width = Width(40);

/// Whether the line before a list leads to it: the list is the author's. A heading of a menu has a word or two.
pub(in super::super) fn is_lead_in(line: &Line) -> bool {
    // most lines have no colon
    if line.kind == Kind::Quote || !line.raw().is_some_and(may_have_colon) {
        return line.kind == Kind::Quote;
    }
    let text = line.text();
    let is_sentence = || {
        text.split_whitespace().count() > 2 || Width::of(&text) > LONGEST_HEADING || Width::has_wide(&text)
    };
    text.ends_with([':', '：']) && is_sentence()
}

/// Whether a colon may stand in a line, by the first bytes of both kinds.
fn may_have_colon(line: &str) -> bool {
    memchr::memchr2(b':', 0xEF, line.as_bytes()).is_some()
}

/// Whether the line before a list is a heading that is no entry of a menu.
pub(in super::super) fn is_heading(line: &Line, lists: Lists) -> bool {
    line.kind == Kind::Heading && names(&line.text(), line.known.listed, lists).is_none()
}
