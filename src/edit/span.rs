//! Byte ranges as a type of their own.

use std::fmt;
use std::ops::Range;

/// A range of bytes in one text: `start` is the first byte inside, `end` the first byte after.
///
/// A span never ends before it starts. Counts of characters are never a `Span`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The bytes from `start` up to `end`. An `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The empty span at `at`: where something is inserted.
    pub fn empty(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// The first byte inside.
    pub fn start(self) -> usize {
        self.start
    }

    /// The first byte after.
    pub fn end(self) -> usize {
        self.end
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether every byte of `other` is inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same bytes in a text that has `by` bytes more before them.
    #[must_use]
    pub fn shift(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The part of it at `range`, which counts from its start.
    #[must_use]
    pub fn part(self, range: Range<usize>) -> Self {
        Self::from(range).shift(self.start)
    }

    /// The text it covers.
    ///
    /// # Panics
    /// If the span reaches beyond `text` or cuts a character: it then belongs to another text.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same as a standard range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
