//! The paragraphs of a document that are worth comparing.

use super::canonical::{canonical, may_be_equal};
use super::fingerprint::Fingerprint;
use crate::document::{Block, Document, Kind, Width};
use std::collections::HashMap;
use unicode_normalization::char::is_combining_mark;

/// Shorter paragraphs are labels, dialogue and verse. Of neighbouring copies below this, 6 of 10 were meant; above it,
/// none of 248 (two sets of extractor output, 181 pages).
pub(super) const SHORTEST: Width = Width(40);

/// A paragraph in the form in which it is compared.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Its block in the document.
    pub(super) block: usize,
    pub(super) canonical: String,
}

/// A document with its paragraphs of at least 40 characters, ready to be compared.
#[derive(Clone, Debug)]
pub struct Paragraphs<'d> {
    document: &'d Document<'d>,
}

impl<'d> Paragraphs<'d> {
    /// The paragraphs of `document`, in order.
    pub fn of(document: &'d Document<'d>) -> Self {
        Self { document }
    }

    /// The document that they are from.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// One after the other. They are made as they are asked for: all together they take more room than the text.
    pub(super) fn iter(&self) -> impl Iterator<Item = Paragraph> + use<'d> {
        self.candidates().filter_map(|(block, text)| paragraph(block, text))
    }

    /// The blocks that may be such paragraphs, each with its text, which is not looked at.
    pub(super) fn candidates(&self) -> impl Iterator<Item = (usize, &'d str)> + use<'d> {
        let (text, blocks) = (self.document.text(), self.document.blocks().iter().enumerate());
        // no character is wider than it has bytes
        let may_be = |block: &Block| block.kind() == Kind::Paragraph && block.span().len() >= SHORTEST.0;
        blocks.filter(move |(_, block)| may_be(block)).map(|(index, block)| (index, block.span().of(text)))
    }
}

/// Whether two of the [`candidates`](Paragraphs::candidates), with their numbers, are equal paragraphs.
pub(super) fn are_equal((one, text): (usize, &str), (other, other_text): (usize, &str)) -> bool {
    // most differ soon
    may_be_equal(text, other_text)
        && paragraph(one, text)
            .zip(paragraph(other, other_text))
            .is_some_and(|(one, other)| one.canonical == other.canonical)
}

/// The groups of equal paragraphs, each by their places in `all`, in the order of their first copies. Most have one
/// member.
///
/// What has the same fingerprint is compared letter by letter all the same, so no promise rests on a hash.
pub(super) fn groups(all: &[Paragraph]) -> Vec<Vec<usize>> {
    let mut group_of: HashMap<Fingerprint, usize> = HashMap::with_capacity(all.len());
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, paragraph) in all.iter().enumerate() {
        let group = *group_of.entry(Fingerprint::of(&paragraph.canonical)).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) if all[group[0]].canonical == paragraph.canonical => group.push(index),
            _ => groups.push(vec![index]),
        }
    }
    groups
}

fn paragraph(block: usize, text: &str) -> Option<Paragraph> {
    let canonical = canonical(text);
    (Width::of(&canonical) >= SHORTEST && is_prose(&canonical)).then_some(Paragraph { block, canonical })
}

/// Whether it is running text: rules drawn with signs and rows of a table without a frame are copies on purpose.
fn is_prose(canonical: &str) -> bool {
    if canonical.matches('|').count() > 1 {
        return false;
    }
    let letters = canonical.chars().filter(|char| char.is_alphabetic() || is_combining_mark(*char)).count();
    letters * 2 > canonical.chars().count()
}
