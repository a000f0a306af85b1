//! What tells that a list is the author's.

use super::super::phrases::Lists;
use super::{Line, entries};
use crate::document::{Kind, Width};

/// A heading of a menu is not wider than this.
const LONGEST_HEADING: Width = Width(40);

/// Whether the line before the one at `place` is a sentence that a list ends: the list is the author's. A heading of a
/// menu has a word or two.
pub(in super::super) fn leads_to(lines: &[Line], place: usize) -> bool {
    before(lines, place).is_some_and(is_lead_in)
}

/// Whether a line is a sentence that a list ends.
pub(in super::super) fn is_lead_in(line: &Line) -> bool {
    let text = &line.text;
    let is_sentence =
        text.split_whitespace().count() > 2 || Width::of(text) > LONGEST_HEADING || Width::has_wide(text);
    line.kind == Kind::Quote || text.ends_with([':', '：']) && is_sentence
}

/// Whether the line before the one at `place` is a heading that is no entry of a menu.
pub(in super::super) fn heads(lines: &[Line], place: usize, lists: Lists) -> bool {
    before(lines, place)
        .is_some_and(|line| line.kind == Kind::Heading && entries(&line.text, line.listed, lists).is_none())
}

fn before<'l, 'd>(lines: &'l [Line<'d>], place: usize) -> Option<&'l Line<'d>> {
    place.checked_sub(1).map(|before| &lines[before])
}
