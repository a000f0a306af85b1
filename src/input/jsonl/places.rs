//! Where bytes of a decoded text stand in the literal that it was decoded from.

use super::escape::{Escapes, Half};
use crate::edit::Span;

/// A place between two characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Bytes of the text before it.
    text: usize,
    /// Bytes of the literal before it.
    literal: usize,
    /// Whether the first half of a surrogate pair stands right before it.
    pub(super) after_high: bool,
    /// Whether the second half of a surrogate pair stands right after it.
    pub(super) before_low: bool,
}

/// The places that were asked for, by where they stand in the text.
#[derive(Debug)]
pub(super) struct Places(Vec<Place>);

impl Places {
    /// Finds the bytes `wanted` of the text in one sweep through `literal`, however many there are: a table of all
    /// escapes could be larger than the literal. What is not between two characters of the text is moved to be.
    pub(super) fn find(literal: &str, mut wanted: Vec<usize>) -> Self {
        wanted.sort_unstable();
        wanted.dedup();
        let mut places = Vec::with_capacity(wanted.len());
        let mut wanted = wanted.into_iter().peekable();
        let mut longer = 0; // how many bytes the literal has more than the text, so far
        let mut end_of_high = None;
        for escape in Escapes::of(literal) {
            if wanted.peek().is_none() {
                break;
            }
            let start = escape.start - longer;
            let end = start + escape.stands_for.len_utf8();
            while let Some(text) = wanted.next_if(|text| *text < end) {
                let at = text.min(start) + longer;
                let before_low = at == escape.start && escape.half == Some(Half::Low);
                places.push(Place { text, literal: at, after_high: end_of_high == Some(at), before_low });
            }
            longer = escape.end - end;
            if escape.half == Some(Half::High) {
                end_of_high = Some(escape.end);
            }
        }
        places.extend(wanted.map(|text| {
            let at = (text + longer).min(literal.len());
            Place { text, literal: at, after_high: end_of_high == Some(at), before_low: false }
        }));
        Self(places)
    }

    /// The place of byte `text` of the text. One that was not asked for is not known.
    pub(super) fn get(&self, text: usize) -> Option<Place> {
        let index = self.0.binary_search_by_key(&text, |place| place.text).ok()?;
        self.0.get(index).copied()
    }

    /// The bytes of the literal that `span` of the text was decoded from. Both its ends were asked for.
    pub(super) fn span(&self, span: Span) -> Span {
        let literal = |text| self.get(text).map_or(text, |place| place.literal);
        Span::new(literal(span.start()), literal(span.end()))
    }
}
