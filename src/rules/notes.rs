//! What is noted of the lines that are not like most, and what of it is still so after some were taken away.

use super::entry::is_cued;
use super::frame::{Known, Line, Link};
use super::whole_line::Short;
use crate::document::{Before, Block, Document, Kind, Removals};

/// What tells a line from most others: nothing but what it says and what kind of block it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noted {
    pub(super) block: usize,
    pub(super) known: Known,
    pub(super) short: Option<Short>,
    /// Whether it is an item of a list with a link to another page, and a pattern of the rules may match it.
    pub(super) is_cued_item: bool,
}

impl Noted {
    /// What is to be noted of a block, if it is a line and not like most.
    pub(super) fn read(document: &Document, block: usize) -> Option<Self> {
        let (line, text) = Line::read(document, block)?;
        let short = Short::of(document, &line, &text).filter(|short| short.may_be_found());
        let is_item = line.kind == Kind::ListItem && line.link == Link::Outer;
        let is_cued_item = is_item && is_cued(&text);
        let known = line.into_known();
        let is_like_most = known == Known::default() && short.is_none();
        (!is_like_most).then_some(Self { block, known, short, is_cued_item })
    }
}

/// What was noted of the lines of a text, and which of its blocks go.
#[derive(Clone, Debug)]
pub struct Notes {
    pub(super) noted: Vec<Noted>,
    pub(super) gone: Removals,
}

/// A text before blocks were taken out of it, and what was noted of its lines.
#[derive(Debug)]
pub struct Earlier<'t> {
    before: Before<'t>,
    notes: Notes,
}

/// Where blocks have become others, so many are looked at for one that is still the same.
const LOOK_AHEAD: usize = 4;

impl<'t> Earlier<'t> {
    /// The text `before`, of which `notes` were taken.
    pub fn of(before: Before<'t>, notes: Notes) -> Self {
        Self { before, notes }
    }

    /// What is to be noted of the text as it is now. Lines that were there before need not be read again.
    pub(super) fn noted_of(self, document: &Document) -> Vec<Noted> {
        let Self { before, notes: Notes { noted, gone } } = self;
        let blocks = before.blocks();
        let mut next = 0;
        // all are in the order of their blocks
        let mut gone = gone.blocks().peekable();
        let mut place = 0;
        let mut noted_of = Vec::with_capacity(noted.len());
        for (block, now) in document.blocks().iter().enumerate() {
            while let Some(gone) = gone.next_if(|gone| *gone <= next) {
                next += usize::from(gone == next);
            }
            let (kind, words) = (now.kind(), now.span().of(document.text()));
            let is_same = |old: &usize| {
                let is_same = |old: Block| {
                    old.kind() == kind
                        && old.span().len() == words.len()
                        && old.span().of(before.text()) == words
                };
                blocks.get(*old).is_some_and(is_same)
            };
            let last = blocks.len().min(next + LOOK_AHEAD);
            match (next..last).find(is_same) {
                Some(old) => {
                    place += noted[place..].iter().take_while(|noted| noted.block < old).count();
                    let same = noted.get(place).filter(|noted| noted.block == old);
                    noted_of.extend(same.map(|noted| Noted { block, ..*noted }));
                    next = old + 1;
                }
                None => noted_of.extend(Noted::read(document, block)),
            }
        }
        noted_of
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Layout, Protect};
    use crate::edit::{Edits, Evidence, Reason};

    const TEXT: &str = "Home\n\n- [About us](/a)\n- [Contact us](/c)\n\nIt rained on the quay all day, and nobody came.\n\
                        Share on Facebook\nAdvertisement\n\n# Home\n\nWe use cookies to see who reads this page.\n\n\
                        one line\nof several that\n\n```\nHome\n```\n\nHome\n";

    #[test]
    fn what_is_left_is_noted_as_if_it_were_read_again() {
        let document = Document::new(TEXT);
        let noted: Vec<Noted> =
            (0..document.blocks().len()).filter_map(|block| Noted::read(&document, block)).collect();
        for bits in 0_usize..1 << document.blocks().len().min(10) {
            let mut gone = Removals::new();
            for block in (0..document.blocks().len()).filter(|block| bits >> block & 1 == 1) {
                gone.push(block, Reason::new("test", Evidence::Structure));
            }
            let text = Edits::new(document.without(&gone)).apply(TEXT);
            let now = Document::new(&text);
            let before = Before::of(TEXT.into(), Layout::of(TEXT, &Protect::default())).expect("not large");
            let earlier = Earlier::of(before, Notes { noted: noted.clone(), gone });
            let read = (0..now.blocks().len()).filter_map(|block| Noted::read(&now, block));
            assert_eq!(earlier.noted_of(&now), read.collect::<Vec<_>>(), "{text}");
        }
    }
}
