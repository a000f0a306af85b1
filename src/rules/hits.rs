//! What a rule found in a document.

use super::Reading;
use super::phrases::{List, Lists};
use crate::document::{Document, Kind, Removals};
use crate::edit::{Copy, Edit, Edits, Evidence, Reason, Similarity, Span, Verdict};
use std::borrow::Cow;
use std::rc::Rc;

/// After this many edits of one document a rule's next ones are no longer told one by one where they stand close
/// together. Text from strangers may have something to mend at every second byte, and an edit takes as much memory as a
/// hundred bytes of text.
const MANY: usize = 1 << 12;
/// How close together, in bytes, edits then stand that become one: what is between them is taken out and put in again.
const CLOSE: usize = 64;

/// Collects what one rule asks for: edits inside blocks, and whole blocks to be taken away.
#[derive(Clone, Debug)]
pub struct Hits<'d> {
    rule: &'static str,
    document: &'d Document<'d>,
    reading: Rc<Reading<'d>>,
    lists: Lists<'d>,
    edits: Vec<Edit>,
    blocks: Removals,
    /// The blocks by which the rule is guarded: all that go, but of a row only the first.
    guarded: Vec<usize>,
    looked_beyond: bool,
}

impl<'d> Hits<'d> {
    /// No hits yet of the rule with this id, which goes by the user's `own` phrases too.
    pub fn new(rule: &'static str, reading: Rc<Reading<'d>>, own: Option<&'d List>) -> Self {
        Self {
            rule,
            document: reading.document(),
            reading,
            lists: Lists::new(rule, own),
            edits: Vec::new(),
            blocks: Removals::new(),
            guarded: Vec::new(),
            looked_beyond: false,
        }
    }

    /// What the rules have read of the document.
    pub fn reading(&self) -> Rc<Reading<'d>> {
        Rc::clone(&self.reading)
    }

    /// The lists of phrases that the rule goes by.
    pub fn lists(&self) -> Lists<'d> {
        self.lists
    }

    /// Asks for `insert` in the place of `span`.
    pub fn replace(&mut self, span: Span, insert: impl Into<String> + AsRef<str>) {
        if self.document.protects(span) {
            return;
        }
        if self.edits.len() >= MANY
            && let Some(last) = self.edits.last_mut()
            && are_close(self.document, last.span(), span)
        {
            last.go_on(self.document.text(), span, insert.as_ref());
            return;
        }
        self.edits.push(Edit::replace(span, insert, self.structure()));
    }

    /// Asks that `span` be taken away.
    pub fn remove(&mut self, span: Span) {
        self.replace(span, "");
    }

    /// Asks that a block that holds nothing readable be taken away.
    pub fn remove_empty_block(&mut self, index: usize) {
        self.take(index, true, self.structure());
    }

    /// Asks that a whole block be taken away for what it says: `which` entry of the rule's list it matches.
    pub fn remove_phrase(&mut self, index: usize, which: Cow<'static, str>) {
        self.take(index, true, Reason::new(self.rule, Evidence::Phrase(which)));
    }

    /// Asks that a row of blocks be taken away, each with what is known of it. A row is one hit: it tells more the
    /// longer it is.
    pub fn remove_row(&mut self, row: impl Iterator<Item = (usize, Cow<'static, str>)>) {
        for (place, (index, which)) in row.enumerate() {
            self.take(index, place == 0, Reason::new(self.rule, Evidence::Phrase(which)));
        }
    }

    /// Asks that a whole block be taken away that says what block `first` says, which stays.
    pub fn remove_copy(&mut self, index: usize, first: usize) {
        let kept = self.document.block(first).span();
        let copy = Copy { verdict: Verdict::Same, kept, similarity: Similarity::SAME };
        self.take(index, true, Reason::new(self.rule, Evidence::Copy(copy)));
    }

    /// Takes a block away, unless it is protected.
    fn take(&mut self, index: usize, is_guarded: bool, reason: Reason) {
        if self.document.block(index).kind() == Kind::Protected {
            return;
        }
        if is_guarded {
            self.guarded.push(index);
        }
        self.blocks.push(index, reason);
    }

    /// Says that what the rule finds in one block depends on others. A rule of the lower strata that does not say so is
    /// not asked again where blocks went.
    pub fn look_beyond_blocks(&mut self) {
        self.looked_beyond = true;
    }

    /// Whether what the rule found in one block may depend on others.
    pub fn looked_beyond_blocks(&self) -> bool {
        self.looked_beyond
    }

    /// Puts the blocks in order: a rule may look through the document twice.
    pub(super) fn put_in_order(&mut self) {
        self.blocks.put_in_order();
    }

    /// The blocks that are to be taken away.
    pub fn blocks(&self) -> &Removals {
        &self.blocks
    }

    /// The same, where nothing else of the hits is needed.
    pub fn into_blocks(self) -> Removals {
        self.blocks
    }

    /// The blocks by which the rule is guarded: each that goes, but of a row only the first.
    pub fn guarded(&self) -> &[usize] {
        &self.guarded
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.blocks.is_empty()
    }

    /// All of it as edits of the document's text.
    pub fn into_edits(mut self) -> Edits {
        self.edits.extend(self.document.without(&self.blocks));
        Edits::new(self.edits)
    }

    fn structure(&self) -> Reason {
        Reason::new(self.rule, Evidence::Structure)
    }
}

/// Whether `two` begins soon after the end of `one`, with nothing between them that is kept as it is to the letter.
fn are_close(document: &Document, one: Span, two: Span) -> bool {
    if two.start() < one.end() || two.start() - one.end() >= CLOSE {
        return false;
    }
    let (first, last) = (document.block_at(one.end()), document.block_at(two.start()));
    first == last
        || (first..=last).all(|block| document.blocks().get(block).is_none_or(|it| it.kind().is_open()))
}
