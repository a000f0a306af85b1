//! What tells that a list is the author's.

use super::super::frame::{self, Line};
use super::super::phrases::Lists;
use super::LONGEST;
use crate::document::{Kind, Width};

/// Whether the line before the one at `place` is a sentence that a list ends: the list is the author's. A heading of a
/// menu has a word or two.
pub(super) fn leads_to(lines: &[Line], place: usize) -> bool {
    let Some(before) = place.checked_sub(1).map(|before| &lines[before]) else { return false };
    let text = &before.text;
    let is_sentence =
        text.split_whitespace().count() > 2 || Width::of(text) > LONGEST || Width::has_wide(text);
    before.kind == Kind::Quote || text.ends_with([':', '：']) && is_sentence
}

/// Whether the line before the one at `place` is a heading that is no entry of a menu.
pub(super) fn heads(lines: &[Line], place: usize, lists: Lists) -> bool {
    let before = place.checked_sub(1).map(|before| &lines[before]);
    before.is_some_and(|line| line.kind == Kind::Heading && frame::entries(&line.text, lists).is_none())
}
