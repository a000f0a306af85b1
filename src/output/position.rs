//! Bytes of a text as lines and columns.

use crate::scan::count_chars;
use std::fmt;

/// A place in a text as editors show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1. A line ends with `\n`; a `\r` before it is the line's last character.
    pub line: usize,
    /// The column, from 1, in characters (not bytes, and a tab is one).
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Characters are counted in advance up to every so many bytes.
const STRIDE: usize = 1024;

/// The lines of a text, for many questions about it.
///
/// ```
/// use unscrape::output::{Lines, Position};
///
/// let lines = Lines::new("one\nzwölf!");
/// assert_eq!(lines.position(9), Position { line: 2, column: 5 });
/// ```
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    /// The byte at which each line starts. The first starts at 0; a final `\n` starts one more, empty line.
    starts: Vec<usize>,
    /// How many characters begin before byte 0, [`STRIDE`], 2 [`STRIDE`] and so on: a text may be one long line.
    chars: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`, in one sweep.
    pub fn new(text: &'a str) -> Self {
        let after_each_end = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
        let mut chars = vec![0];
        for piece in text.as_bytes().chunks(STRIDE) {
            chars.push(chars[chars.len() - 1] + count_chars(piece));
        }
        Self { text, starts: std::iter::once(0).chain(after_each_end).collect(), chars }
    }

    /// The line and column of the character that holds byte `byte`.
    ///
    /// A byte beyond the text has the position of the text's end. Costs a search among the lines.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let index = self.index(byte);
        let column = self.chars_before(byte) - self.chars_before(self.starts[index]) + 1;
        Position { line: index + 1, column }
    }

    /// How many characters begin before byte `byte`.
    fn chars_before(&self, byte: usize) -> usize {
        let stride = byte / STRIDE;
        self.chars[stride] + count_chars(&self.text.as_bytes()[stride * STRIDE..byte])
    }

    /// The number, from 0, of the line that holds byte `byte`.
    pub(super) fn index(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }

    /// The byte at which line `index`, from 0, starts; the text's length if there is no such line.
    pub(super) fn start(&self, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or(self.text.len())
    }

    /// Line `index`, from 0, with its `\n`; empty if there is no such line.
    pub(super) fn line(&self, index: usize) -> &'a str {
        &self.text[self.start(index)..self.start(index + 1)]
    }

    /// How many lines hold a byte: what comes after the last `\n` is a line only if there is something.
    pub(super) fn count(&self) -> usize {
        self.starts.partition_point(|start| *start < self.text.len())
    }
}
