//! The paragraphs of a document that are worth comparing.

use super::{Fingerprint, canonical};
use crate::document::{Document, Kind, Width};
use std::collections::HashMap;

/// Shorter paragraphs are labels, dialogue and verse. Of neighbouring copies below this, 6 of 10 were meant; above it,
/// none of 248 (two sets of extractor output, 181 pages).
pub(super) const SHORTEST: Width = Width(40);

/// A paragraph in the form in which it is compared.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Its block in the document.
    pub(super) block: usize,
    pub(super) canonical: String,
    fingerprint: Fingerprint,
}

/// A document with its paragraphs of at least 40 characters, ready to be compared.
#[derive(Clone, Debug)]
pub struct Paragraphs<'d> {
    document: &'d Document<'d>,
    pub(super) all: Vec<Paragraph>,
}

impl<'d> Paragraphs<'d> {
    /// The paragraphs of `document`, in order.
    pub fn of(document: &'d Document<'d>) -> Self {
        let blocks = document.blocks().iter().enumerate();
        let prose = blocks.filter(|(_, block)| block.kind() == Kind::Paragraph).map(|(block, _)| block);
        Self { document, all: prose.filter_map(|block| paragraph(document, block)).collect() }
    }

    /// The document that they are from.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// The groups of equal paragraphs, each by their places, in the order of their first copies. Most have one member.
    ///
    /// What has the same fingerprint is compared letter by letter all the same, so no promise rests on a hash.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let mut group_of: HashMap<Fingerprint, usize> = HashMap::with_capacity(self.all.len());
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (index, paragraph) in self.all.iter().enumerate() {
            let group = *group_of.entry(paragraph.fingerprint).or_insert(groups.len());
            match groups.get_mut(group) {
                Some(group) if self.all[group[0]].canonical == paragraph.canonical => group.push(index),
                _ => groups.push(vec![index]),
            }
        }
        groups
    }
}

fn paragraph(document: &Document, block: usize) -> Option<Paragraph> {
    let text = document.block_text(block);
    // no character is wider than it has bytes
    if text.len() < SHORTEST.0 {
        return None;
    }
    let canonical = canonical(text);
    let fingerprint = Fingerprint::of(&canonical);
    (Width::of(&canonical) >= SHORTEST && is_prose(&canonical)).then_some(Paragraph {
        block,
        canonical,
        fingerprint,
    })
}

/// Whether it is running text: rules drawn with signs and rows of a table without a frame are copies on purpose.
fn is_prose(canonical: &str) -> bool {
    if canonical.matches('|').count() > 1 {
        return false;
    }
    let letters = canonical.chars().filter(|char| char.is_alphabetic() || !char.is_ascii()).count();
    letters * 2 > canonical.chars().count()
}
