//! The words of a document as numbers.

use crate::duplicates::canonical::canonical;
use crate::edit::Span;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// How much words say, in quarters of a word.
///
/// Where words are written apart, each is one. Ideographs and kana stand alone, two to a word, and the letters of Thai,
/// Lao, Khmer and Burmese four to a word: so a passage of twelve words is about as long in every script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight(usize);

impl Weight {
    pub(super) const fn words(words: usize) -> Self {
        Self(4 * words)
    }

    fn of_word(word: &str) -> Self {
        match word.chars().next().map(|char| char.script()) {
            Some(Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo) => Self(2),
            Some(Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar) => Self(1),
            _ => Self(4),
        }
    }

    /// In quarters of a word.
    pub(super) fn quarters(self) -> usize {
        self.0
    }
}

impl std::iter::Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        Self(weights.map(|weight| weight.0).sum())
    }
}

/// A place among the words of all paragraphs.
pub(super) type Place = usize;

/// The words of all paragraphs, numbered: equal words have equal numbers. What stands between them does not count.
#[derive(Debug, Default)]
pub(in crate::duplicates) struct Words {
    /// Of all paragraphs, one after the other.
    numbers: Vec<u32>,
    /// Where the words of each paragraph end in `numbers`.
    ends: Vec<Place>,
    /// By number, what the word weighs.
    weights: Vec<Weight>,
}

impl Words {
    /// The words of some texts.
    pub(in crate::duplicates) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut numbers = HashMap::new();
        let mut words = Self::default();
        for text in texts {
            for (_, word) in word_indices(text) {
                let number = words.number(word, &mut numbers);
                words.numbers.push(number);
            }
            words.ends.push(words.numbers.len());
        }
        words
    }

    /// The number of a word, as it is written and in canonical form.
    fn number<'a>(&mut self, word: &'a str, numbers: &mut HashMap<Cow<'a, str>, u32>) -> u32 {
        if let Some(&number) = numbers.get(word) {
            return number;
        }
        let next = u32::try_from(self.weights.len()).unwrap_or(u32::MAX);
        let number =
            if word.is_ascii() { next } else { *numbers.entry(Cow::Owned(canonical(word))).or_insert(next) };
        numbers.insert(Cow::Borrowed(word), number);
        if number == next {
            self.weights.push(Weight::of_word(word));
        }
        number
    }

    /// The numbers of all words.
    pub(super) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// The places of the words of a paragraph.
    pub(super) fn places(&self, paragraph: usize) -> Range<Place> {
        let start = paragraph.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[paragraph]
    }

    /// The paragraphs and the places of their words, in order.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = Range<Place>> {
        (0..self.ends.len()).map(|paragraph| self.places(paragraph))
    }

    /// What the words at `places` weigh.
    pub(super) fn weight(&self, places: Range<Place>) -> Weight {
        self.numbers[places].iter().map(|&number| self.weights[number as usize]).sum()
    }
}

/// The bytes of each word of a text.
pub(super) fn spans(text: &str) -> Vec<Span> {
    word_indices(text).map(|(at, word)| Span::new(at, at + word.len())).collect()
}

/// The words of a text with their places, by Unicode Standard Annex 29, but katakana one by one as all kana are: how many
/// make a word nobody can see.
fn word_indices(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices().flat_map(|(at, word)| {
        let is_katakana = word.chars().next().is_some_and(|char| char.script() == Script::Katakana);
        let parts = is_katakana.then(|| word.grapheme_indices(true)).into_iter().flatten();
        let whole = (!is_katakana).then_some((0, word));
        parts.chain(whole).map(move |(within, part)| (at + within, part))
    })
}
