//! Where bytes of a decoded text stand in the literal that it was decoded from.

use super::escape::{Escapes, Half};
use crate::edit::Span;
use crate::scan::count;

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Finds the bytes `wanted` of `text`, for which `literal` stands, in one sweep, however many there are: a table of
    /// all escapes could be larger than the literal. What is not between two characters of the text is moved to be.
    pub(super) fn find(literal: &str, text: &str, mut wanted: Vec<usize>) -> Self {
        wanted.sort_unstable();
        wanted.dedup();
        Self(by_count(literal, text, &wanted).unwrap_or_else(|| by_escapes(literal, wanted)))
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

/// The places in a literal that is as short as JSON allows, as most are: what has to be escaped is two bytes in it, and
/// all else stands as it is. Nothing else is as long, so its length tells, and what is escaped need only be counted.
fn by_count(literal: &str, text: &str, wanted: &[usize]) -> Option<Vec<Place>> {
    let mut longer = 0; // how many bytes the literal has more than the text, so far
    let mut counted = 0;
    let mut count_to = |end: usize| {
        let end = end.clamp(counted, text.len());
        longer += count(&text.as_bytes()[counted..end], |byte| byte < b' ' || matches!(byte, b'"' | b'\\'));
        counted = end;
        longer
    };
    let place = |&text| {
        let literal = (text + count_to(text)).min(literal.len());
        Place { text, literal, after_high: false, before_low: false }
    };
    let places = wanted.iter().map(place).collect();
    (literal.len() == text.len() + count_to(text.len())).then_some(places)
}

/// The places in any literal.
fn by_escapes(literal: &str, wanted: Vec<usize>) -> Vec<Place> {
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
    places
}

#[cfg(test)]
mod tests {
    use super::super::escape::decode;
    use super::*;

    #[test]
    fn counted_places_are_those_of_the_escapes() {
        let short =
            [r"", r"plain", r#"a\nb\"c\"\\\t"#, r"é\n\né\r\n", r"\n", r"\\n\b\f", "\u{fffd}\\n\u{7f}"];
        let long = [r"a\/b", r"\u00e9\n", r"\u000a", r"\n\ud83d", r"\ud83d\ude00", r"a\n\u0022"];
        for literal in short.into_iter().chain(long) {
            let text = decode(literal);
            let wanted: Vec<usize> = (0..=text.len() + 1).collect();
            let counted = by_count(literal, &text, &wanted);
            assert_eq!(counted.is_some(), short.contains(&literal), "{literal}");
            if let Some(counted) = counted {
                assert_eq!(counted, by_escapes(literal, wanted), "{literal}");
            }
        }
    }
}
