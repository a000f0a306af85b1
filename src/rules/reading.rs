//! What the rules on lines read of a document: once, however many rules ask.

use super::empty_syntax;
use super::frame::{Found, Known, Line, Link, class_of};
use super::notes::{Noted, Notes};
use super::phrases::Lists;
use super::whole_line::Short;
use crate::document::{Document, Kind, Removals};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;

/// A document as the rules on lines read it. What nobody asks for is not read.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    document: &'d Document<'d>,
    /// In the order of their blocks. A text may have a line every two bytes: what is like most lines is not kept.
    noted: OnceCell<Vec<Noted>>,
    /// The blocks of which a list or a pattern of a rule on whole lines said something, and that stay for what stands
    /// around them.
    told: RefCell<Vec<usize>>,
    /// The blocks that were found to be lines of no class: they are asked about again where others went. There may be as
    /// many as lines.
    of_no_class: RefCell<BTreeSet<usize>>,
    /// The blocks of the first line that is prose and of the last.
    first_prose: OnceCell<Option<usize>>,
    last_prose: OnceCell<Option<usize>>,
    /// Where the first brackets are that may be those of an empty link: for that all of the text is read, and two rules
    /// ask.
    first_empty: OnceCell<Option<usize>>,
}

impl<'d> Reading<'d> {
    /// Nothing read yet.
    pub fn of(document: &'d Document<'d>) -> Self {
        Self {
            document,
            noted: OnceCell::new(),
            told: RefCell::default(),
            of_no_class: RefCell::default(),
            first_prose: OnceCell::new(),
            last_prose: OnceCell::new(),
            first_empty: OnceCell::new(),
        }
    }

    /// The same for a text of which all was noted before some of its blocks went, and nothing else did, if so.
    pub fn after(notes: Option<Notes>, document: &'d Document<'d>) -> Self {
        let reading = Self::of(document);
        let Some((noted, of_no_class)) = notes.map(Notes::of_rest) else { return reading };
        Self { noted: OnceCell::from(noted), of_no_class: RefCell::new(of_no_class), ..reading }
    }

    /// What was noted, for a reading of the text without the blocks `gone`, after all rules on whole lines have been
    /// asked. Of a line of which they said nothing they say nothing there; those of which they said something go, but for
    /// those that are kept and those that were told of.
    pub fn notes(&self, gone: Removals, is_kept: impl Fn(usize) -> bool) -> Notes {
        let mut told = self.told.borrow_mut();
        told.sort_unstable();
        let again = |noted: &Noted| {
            let short =
                noted.short.filter(|_| is_kept(noted.block) || told.binary_search(&noted.block).is_ok());
            Noted { short, ..*noted }
        };
        let noted = self.noted().iter().map(again).collect();
        // nobody asks for classes after the rules
        Notes { noted, of_no_class: self.of_no_class.take(), gone }
    }

    /// Says that a list or a pattern of a rule on whole lines told something of a block that it does not ask to go.
    pub(super) fn tell_of(&self, block: usize) {
        self.told.borrow_mut().push(block);
    }

    /// The class of a line that reads `text`. That it has none is kept.
    pub(super) fn class_of(&self, line: &Line, text: &str) -> Option<Found> {
        if self.of_no_class.borrow().contains(&line.block) {
            debug_assert!(class_of(text, line.known.listed).is_none(), "{text:?}");
            return None;
        }
        let class = class_of(text, line.known.listed);
        if class.is_none() {
            self.of_no_class.borrow_mut().insert(line.block);
        }
        class
    }

    /// Where the first brackets end that may be those of an empty link.
    pub(super) fn first_empty(&self) -> Option<usize> {
        *self.first_empty.get_or_init(|| empty_syntax::empty_brackets(self.document.text(), 0).next())
    }

    /// The document.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// Its lines that may be of the frame.
    pub(super) fn lines(&self) -> Lines<'_, 'd> {
        Lines { document: self.document, blocks: 0..self.document.blocks().len(), noted: self.noted() }
    }

    /// The block of the first line that is prose.
    pub(super) fn first_prose(&self) -> Option<usize> {
        let find = || self.lines().find(Line::is_prose).map(|line| line.block);
        *self.first_prose.get_or_init(find)
    }

    /// The block of the last line that is.
    pub(super) fn last_prose(&self) -> Option<usize> {
        let find = || self.lines().rev().find(Line::is_prose).map(|line| line.block);
        *self.last_prose.get_or_init(find)
    }

    /// Whether a line has a link to another page.
    pub(super) fn links_out(&self) -> bool {
        self.noted().iter().any(|noted| noted.known.link == Link::Outer)
    }

    /// The blocks that are items of lists, have a link to another page and are wanted.
    pub(super) fn linked_items(&self, is_wanted: impl Fn(&Noted) -> bool) -> impl Iterator<Item = usize> {
        let is_item = |noted: &Noted| self.document.block(noted.block).kind() == Kind::ListItem;
        let linked = self.noted().iter().filter(|noted| noted.known.link == Link::Outer);
        linked.filter(move |noted| is_wanted(noted) && is_item(noted)).map(|noted| noted.block)
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
        self.noted.get_or_init(|| Noted::all(self.document).collect())
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
    /// The next line, which stays the next one.
    pub(super) fn peek(&self) -> Option<Line<'d>> {
        self.clone().next()
    }

    /// The next line if it is wanted; else it stays the next one.
    pub(super) fn next_if(&mut self, is_wanted: impl FnOnce(&Line<'d>) -> bool) -> Option<Line<'d>> {
        let mut ahead = self.clone();
        let line = ahead.next().filter(is_wanted)?;
        *self = ahead;
        Some(line)
    }

    /// Passes over the lines before a block.
    pub(super) fn pass_to(&mut self, block: usize) {
        let place = self.noted.partition_point(|noted| noted.block < block);
        let start = block.clamp(self.blocks.start, self.blocks.end);
        *self = Self { blocks: start..self.blocks.end, noted: &self.noted[place..], ..*self };
    }

    /// Passes over the lines before the next that is noted and for which, with the number of its block, `stops` holds, and
    /// gives the last of them.
    pub(super) fn pass_until(&mut self, stops: impl Fn(Known, usize) -> bool) -> Option<Line<'d>> {
        self.passed_until(stops).next_back()
    }

    /// The same, and gives all of them.
    pub(super) fn passed_until(&mut self, stops: impl Fn(Known, usize) -> bool) -> Self {
        let place =
            self.noted.iter().position(|noted| stops(noted.known, noted.block)).unwrap_or(self.noted.len());
        let end = self.noted.get(place).map_or(self.blocks.end, |noted| noted.block);
        let passed = Self { blocks: self.blocks.start..end, noted: &self.noted[..place], ..*self };
        *self = Self { blocks: end..self.blocks.end, noted: &self.noted[place..], ..*self };
        passed
    }

    /// Whether fewer than `most` lines stand before the next that is noted and for which `stops` holds, and there is one.
    pub(super) fn is_near(&self, most: usize, stops: impl Fn(Known) -> bool) -> bool {
        let Some(place) = self.noted.iter().position(|noted| stops(noted.known)) else { return false };
        let end = self.noted[place].block;
        let before = Self { blocks: self.blocks.start..end, noted: &self.noted[..place], ..*self };
        // no line is less than a block
        before.blocks.len() < most || before.take(most).count() < most
    }
}

impl<'d> Iterator for Lines<'_, 'd> {
    type Item = Line<'d>;

    fn next(&mut self) -> Option<Line<'d>> {
        loop {
            let block = self.blocks.next()?;
            let (known, rest) = match self.noted {
                [first, rest @ ..] if first.block == block => (first.known, rest),
                rest => (Known::default(), rest),
            };
            self.noted = rest;
            if let Some(line) = Line::known(self.document, block, known) {
                return Some(line);
            }
        }
    }
}

impl<'d> DoubleEndedIterator for Lines<'_, 'd> {
    fn next_back(&mut self) -> Option<Line<'d>> {
        loop {
            let block = self.blocks.next_back()?;
            let (known, rest) = match self.noted {
                [rest @ .., last] if last.block == block => (last.known, rest),
                rest => (Known::default(), rest),
            };
            self.noted = rest;
            if let Some(line) = Line::known(self.document, block, known) {
                return Some(line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    #[test]
    fn lines_are_passed_over_up_to_one_that_stops() {
        let text = "One.\n\n[Two](/2)\n\n![](/3.png)\n\nFour.\n\n---\n\n[Five](/5)\n\nSix.\n";
        let document = Document::new(text);
        let reading = Reading::of(&document);
        let mut lines = reading.lines();
        let mut passed = Vec::new();
        loop {
            let last = lines.pass_until(|known, _| known.link == Link::Outer);
            let next = lines.peek();
            passed.push((last.map(|line| line.text()), next.map(|line| line.text())));
            if lines.next().is_none() {
                break;
            }
        }
        let expected = [(Some("One."), Some("Two")), (Some("Four."), Some("Five")), (Some("Six."), None)];
        assert_eq!(passed, expected.map(|(last, next)| (last.map(Cow::from), next.map(Cow::from))));
    }

    #[test]
    fn lines_before_a_block_are_passed_over() {
        let document = Document::new("One.\n\n[Two](/2)\n\nThree.\n\n[Four](/4)\n");
        let reading = Reading::of(&document);
        for block in 0..=5 {
            let mut lines = reading.lines();
            lines.pass_to(block);
            let rest: Vec<_> = lines.map(|line| (line.block, line.known.link)).collect();
            let all = reading.lines().map(|line| (line.block, line.known.link));
            assert_eq!(rest, all.filter(|(line, _)| *line >= block).collect::<Vec<_>>(), "{block}");
        }
    }

    #[test]
    fn what_stands_between_is_counted_in_lines() {
        let document = Document::new("One.\n\n![](/2.png)\n\nTwo.\n\n---\n\n[Three](/3)\n\nFour.\n");
        let reading = Reading::of(&document);
        let mut lines = reading.lines();
        let is_link = |known: Known| known.link == Link::Outer;
        assert!(lines.is_near(3, is_link) && !lines.is_near(2, is_link));
        lines.next();
        assert!(lines.is_near(2, is_link) && !lines.is_near(1, is_link));
        lines.by_ref().take(2).for_each(drop);
        assert!(!lines.is_near(9, is_link));
    }

    #[test]
    fn lines_are_asked_again_of_which_something_was_told() {
        let document = Document::new("Facebook\n\nShare on Facebook\n\nIt rained.\n\n[Home](/h)\n");
        let reading = Reading::of(&document);
        assert_eq!(reading.shorts().map(|(block, _)| block).collect::<Vec<_>>(), [0, 1, 3]);
        reading.tell_of(1);
        let noted = reading.notes(Removals::new(), |block| block == 0).noted;
        let shorts = noted.iter().filter(|noted| noted.short.is_some());
        assert_eq!(shorts.map(|noted| noted.block).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(
            noted.iter().map(|noted| noted.known).collect::<Vec<_>>(),
            reading.noted().iter().map(|noted| noted.known).collect::<Vec<_>>()
        );
    }
}
