//! The way back from a result to the text that it was made from.

use super::Span;

/// Leads from a text that edits made back to the text that they were made in.
#[derive(Clone, Debug)]
pub struct Origins(Vec<Place>);

/// One edit: the bytes it put into the result and the bytes it took out of the text.
#[derive(Clone, Copy, Debug)]
struct Place {
    result: Span,
    text: Span,
}

impl Origins {
    /// From the places of all edits, in order: the bytes each put into the result, and those it took out of the text.
    pub(super) fn new(places: impl Iterator<Item = (Span, Span)>) -> Self {
        Self(places.map(|(result, text)| Place { result, text }).collect())
    }

    /// The smallest span of the text before the edits that holds what `span` of the result was made from. What was
    /// removed right before it or right after it stays outside.
    pub fn of(&self, span: Span) -> Span {
        Span::new(self.of_start(span.start()), self.of_end(span.end()))
    }

    fn of_start(&self, at: usize) -> usize {
        let next = self.0.partition_point(|place| place.result.end() <= at);
        match self.0.get(next) {
            Some(inside) if inside.result.start() <= at => inside.text.start(),
            _ => self.after_place(next.checked_sub(1), at),
        }
    }

    fn of_end(&self, at: usize) -> usize {
        let last = self.0.partition_point(|place| place.result.start() < at).checked_sub(1);
        match last.map(|last| self.0[last]) {
            Some(inside) if at <= inside.result.end() => inside.text.end(),
            _ => self.after_place(last, at),
        }
    }

    fn after_place(&self, place: Option<usize>, at: usize) -> usize {
        place.map_or(at, |place| at - self.0[place].result.end() + self.0[place].text.end())
    }
}
