//! What the rules on lines read of a document: once, however many rules ask.

use super::frame::{Known, Line, Link};
use super::notes::{Earlier, Noted, Notes};
use super::phrases::Lists;
use super::whole_line::Short;
use crate::document::{Document, Removals};
use std::cell::OnceCell;
use std::ops::Range;

/// A document as the rules on lines read it. What nobody asks for is not read.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    document: &'d Document<'d>,
    /// In the order of their blocks. A text may have a line every two bytes: what is like most lines is not kept.
    noted: OnceCell<Vec<Noted>>,
}

impl<'d> Reading<'d> {
    /// Nothing read yet.
    pub fn of(document: &'d Document<'d>) -> Self {
        Self { document, noted: OnceCell::new() }
    }

    /// The same for a text that was read before some of it went, if so.
    pub fn after(earlier: Option<Earlier>, document: &'d Document<'d>) -> Self {
        let noted = earlier.map(|earlier| OnceCell::from(earlier.noted_of(document)));
        Self { document, noted: noted.unwrap_or_default() }
    }

    /// What was noted, for a reading of the text without the blocks `gone`.
    pub fn notes(&self, gone: Removals) -> Notes {
        Notes { noted: self.noted().to_vec(), gone }
    }

    /// The document.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// Its lines that may be of the frame.
    pub(super) fn lines(&self) -> Lines<'_, 'd> {
        Lines { document: self.document, blocks: 0..self.document.blocks().len(), noted: self.noted() }
    }

    /// Whether a line has a link to another page.
    pub(super) fn links_out(&self) -> bool {
        self.noted().iter().any(|noted| noted.known.link == Link::Outer)
    }

    /// Whether a line holds entries of a menu, by the lists of the table.
    pub(super) fn has_menu(&self) -> bool {
        self.noted().iter().any(|noted| noted.known.is_menu)
    }

    /// Whether a line may be in one of `lists`.
    pub(super) fn may_be_in(&self, lists: Lists) -> bool {
        lists.have_own() || self.noted().iter().any(|noted| lists.may_hold(noted.known.listed))
    }

    /// Its paragraphs of one short line that may be in a list or hold a cue, with the numbers of their blocks.
    pub(super) fn shorts(&self) -> impl Iterator<Item = (usize, Short)> {
        self.noted().iter().filter_map(|noted| Some((noted.block, noted.short?)))
    }

    fn noted(&self) -> &[Noted] {
        self.noted.get_or_init(|| {
            let blocks = 0..self.document.blocks().len();
            blocks.filter_map(|block| Noted::read(self.document, block)).collect()
        })
    }
}

/// Lines in their order.
#[derive(Clone, Debug)]
pub(super) struct Lines<'r, 'd> {
    document: &'d Document<'d>,
    blocks: Range<usize>,
    /// Those of them that are noted.
    noted: &'r [Noted],
}

impl<'d> Lines<'_, 'd> {
    /// The line that a block is, if it is one.
    fn line(&self, block: usize, noted: Option<Noted>) -> Option<Line<'d>> {
        let known = noted.map_or_else(Known::default, |noted| noted.known);
        Line::known(self.document, block, known)
    }
}

impl<'d> Iterator for Lines<'_, 'd> {
    type Item = Line<'d>;

    fn next(&mut self) -> Option<Line<'d>> {
        loop {
            let block = self.blocks.next()?;
            let noted = self.noted.first().copied().filter(|noted| noted.block == block);
            self.noted = &self.noted[usize::from(noted.is_some())..];
            if let Some(line) = self.line(block, noted) {
                return Some(line);
            }
        }
    }
}

impl<'d> DoubleEndedIterator for Lines<'_, 'd> {
    fn next_back(&mut self) -> Option<Line<'d>> {
        loop {
            let block = self.blocks.next_back()?;
            let noted = self.noted.last().copied().filter(|noted| noted.block == block);
            self.noted = &self.noted[..self.noted.len() - usize::from(noted.is_some())];
            if let Some(line) = self.line(block, noted) {
                return Some(line);
            }
        }
    }
}
