//! The words of a document and where they stand.

use crate::document::{Document, Inline};
use crate::edit::Span;
use std::collections::{HashMap, HashSet};
use unicode_segmentation::UnicodeSegmentation;

/// In characters: so much of a word is compared, for its endings change from line to line.
const STEM: usize = 5;
/// In letters: a shorter word in lower case says nothing of what a text is about.
const SHORT: usize = 4;

/// The words of an inline text, without those of code and addresses.
pub(super) fn words(text: &str, span: Span) -> impl Iterator<Item = &str> {
    let open = Inline::of(text, span).open();
    open.flat_map(|open| open.of(text).unicode_words()).filter(|word| word.starts_with(char::is_alphabetic))
}

/// Whether a word is long enough to say something.
fn is_long(word: &str) -> bool {
    word.chars().nth(SHORT - 1).is_some()
}

/// Puts the beginning of a word into `stem`, without what stands behind an apostrophe.
fn put_stem(word: &str, stem: &mut String) {
    let word = word.split(['\'', '’']).next().unwrap_or(word);
    stem.clear();
    stem.extend(word.chars().take(STEM).flat_map(char::to_lowercase));
}

/// The stems of the words that say something: long ones, and names.
pub(super) fn stems(text: &str, span: Span) -> HashSet<String> {
    let telling = words(text, span).filter(|word| is_long(word) || word.starts_with(char::is_uppercase));
    let stem = |word| {
        let mut stem = String::new();
        put_stem(word, &mut stem);
        stem
    };
    telling.map(stem).collect()
}

/// In how many blocks of a document each of the `wanted` stems stands.
pub(super) fn blocks(document: &Document, wanted: impl Iterator<Item = String>) -> HashMap<String, usize> {
    // with the last block that was counted, for each counts once
    let mut counted: HashMap<String, (usize, usize)> = wanted.map(|stem| (stem, (0, usize::MAX))).collect();
    let mut stem = String::new();
    for (index, block) in document.blocks().iter().enumerate() {
        for word in words(document.text(), block.span()) {
            put_stem(word, &mut stem);
            if let Some((count, last)) = counted.get_mut(&stem)
                && *last != index
            {
                (*count, *last) = (*count + 1, index);
            }
        }
    }
    counted.into_iter().map(|(stem, (count, _))| (stem, count)).collect()
}

/// How many words there are, and how many of them begin with a capital.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Capitals {
    pub(super) words: usize,
    pub(super) capitals: usize,
}

impl Capitals {
    /// Of the long words.
    pub(super) fn of(text: &str, span: Span) -> Self {
        let mut counted = Self::default();
        for word in words(text, span).filter(|word| is_long(word)) {
            counted.words += 1;
            counted.capitals += usize::from(word.starts_with(char::is_uppercase));
        }
        counted
    }

    pub(super) fn add(&mut self, other: Self) {
        self.words += other.words;
        self.capitals += other.capitals;
    }

    /// Whether at least so many hundredths begin with a capital.
    pub(super) fn reach(self, hundredths: usize) -> bool {
        self.words > 0 && self.capitals * 100 >= self.words * hundredths
    }
}
