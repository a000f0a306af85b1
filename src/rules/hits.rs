//! What a rule found in a document.

use crate::document::{Document, Removals};
use crate::edit::{Edit, Edits, Evidence, Reason, Span};

/// Collects what one rule asks for: edits inside blocks, and whole blocks to be taken away.
#[derive(Clone, Debug)]
pub struct Hits<'d> {
    rule: &'static str,
    document: &'d Document<'d>,
    edits: Vec<Edit>,
    blocks: Removals,
}

impl<'d> Hits<'d> {
    /// No hits yet of the rule with this id.
    pub fn new(rule: &'static str, document: &'d Document<'d>) -> Self {
        Self { rule, document, edits: Vec::new(), blocks: Removals::new() }
    }

    /// Asks for `insert` in the place of `span`.
    pub fn replace(&mut self, span: Span, insert: impl Into<String>) {
        self.edits.push(Edit::replace(span, insert, self.structure()));
    }

    /// Asks that `span` be taken away.
    pub fn remove(&mut self, span: Span) {
        self.replace(span, "");
    }

    /// Asks that a block that holds nothing readable be taken away.
    pub fn remove_empty_block(&mut self, index: usize) {
        self.blocks.push(index, self.structure());
    }

    /// Asks that a whole block be taken away for what it says: `which` entry of the rule's list it matches.
    pub fn remove_phrase(&mut self, index: usize, which: &'static str) {
        self.blocks.push(index, Reason::new(self.rule, Evidence::Phrase(which)));
    }

    /// The blocks that are to be taken away.
    pub fn blocks(&self) -> &Removals {
        &self.blocks
    }

    /// The same, where nothing else of the hits is needed.
    pub fn into_blocks(self) -> Removals {
        self.blocks
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
