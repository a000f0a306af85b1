//! What tells that a list is the author's.

use super::super::phrases::Lists;
use super::{Line, names};
use crate::document::{Kind, Width};

/// A heading of a menu is not wider than this.
const LONGEST_HEADING: Width = Width(40);

/// Whether the line before a list leads to it: the list is the author's. A heading of a menu has a word or two.
pub(in super::super) fn is_lead_in(line: &Line) -> bool {
    let text = line.text();
    let is_sentence = || {
        text.split_whitespace().count() > 2 || Width::of(&text) > LONGEST_HEADING || Width::has_wide(&text)
    };
    line.kind == Kind::Quote || text.ends_with([':', '：']) && is_sentence()
}

/// Whether the line before a list is a heading that is no entry of a menu.
pub(in super::super) fn is_heading(line: &Line, lists: Lists) -> bool {
    line.kind == Kind::Heading && names(&line.text(), line.listed, lists).is_none()
}
