//! What is noted of the lines that are not like most, and what of it is still so after some were taken away.

use super::entry::is_cued;
use super::frame::{Known, Line, Link, Targets};
use super::whole_line::Short;
use crate::document::{Document, Kind, Removals};
use std::collections::BTreeSet;

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
    /// What is to be noted of the blocks of a document that are lines and not like most.
    pub(super) fn all(document: &Document) -> impl Iterator<Item = Self> {
        let mut targets = Targets::of(document.text());
        (0..document.blocks().len()).filter_map(move |block| Self::read(document, block, &mut targets))
    }

    fn read(document: &Document, block: usize, targets: &mut Targets) -> Option<Self> {
        let (line, text) = Line::read(document, block, targets)?;
        let short = Short::of(document, &line, &text).filter(|short| short.may_be_found());
        let is_item = line.kind == Kind::ListItem && line.known.link == Link::Outer;
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
    /// The blocks that were found to be lines of no class.
    pub(super) of_no_class: BTreeSet<usize>,
    pub(super) gone: Removals,
}

impl Notes {
    /// What is noted of a text that has the same blocks but for those that are gone, and the blocks of it that are of no
    /// class.
    pub(super) fn of_rest(self) -> (Vec<Noted>, BTreeSet<usize>) {
        let mut number = numbers(&self.gone);
        let noted = self.noted.into_iter();
        let noted = noted.filter_map(|noted| Some(Noted { block: number(noted.block)?, ..noted })).collect();
        (noted, self.of_no_class.into_iter().filter_map(numbers(&self.gone)).collect())
    }
}

/// The number that a block has after others are gone, if it stays. To be asked of blocks in their order.
fn numbers(gone: &Removals) -> impl FnMut(usize) -> Option<usize> {
    let mut gone = gone.blocks().peekable();
    let mut before = 0;
    move |block| {
        while gone.next_if(|gone| *gone < block).is_some() {
            before += 1;
        }
        (gone.peek() != Some(&block)).then(|| block - before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Before, Layout, Protect};
    use crate::edit::{Edits, Evidence, Reason};

    const TEXT: &str = "Home\n\n- [About us](/a)\n- [Contact us](/c)\n\nIt rained on the quay all day, and nobody came.\n\
                        Share on Facebook\nAdvertisement\n\n# Home\n\nWe use cookies to see who reads this page.\n\n\
                        one line\nof several that\n\n```\nHome\n```\n\nHome\n";

    #[test]
    fn what_is_left_is_noted_as_if_it_were_read_again() {
        let document = Document::new(TEXT);
        let noted: Vec<Noted> = Noted::all(&document).collect();
        let before = Before::of(TEXT.into(), Layout::of(TEXT, &Protect::default())).expect("not large");
        let mut are_of_blocks = 0;
        for bits in 0_usize..1 << document.blocks().len().min(10) {
            let mut gone = Removals::new();
            for block in (0..document.blocks().len()).filter(|block| bits >> block & 1 == 1) {
                gone.push(block, Reason::new("test", Evidence::Structure));
            }
            let step = Edits::new(document.without(&gone));
            let text = step.apply(TEXT);
            if Layout::of(&text, &Protect::default()).is_of_blocks(&before, &step) {
                are_of_blocks += 1;
                let now = Document::new(&text);
                let of_no_class = BTreeSet::from([1, 3]);
                let stay = (0..4).filter(|block| bits >> block & 1 == 0);
                let number = stay.enumerate().filter(|(_, block)| of_no_class.contains(block));
                let expected = (Noted::all(&now).collect(), number.map(|(number, _)| number).collect());
                assert_eq!(Notes { noted: noted.clone(), of_no_class, gone }.of_rest(), expected, "{text}");
            }
        }
        assert!(are_of_blocks > 100, "{are_of_blocks}");
    }
}
