//! What the sweep over a text's lines sees of blanks that say nothing.

use super::{Kind, lines};
use crate::edit::Span;

/// So many blank lines may part two blocks.
pub const MOST_BLANK_LINES: usize = 2;

/// Where there may be blanks that say nothing: most texts have none. After edits it may still tell of those that are
/// gone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blanks {
    /// A line outside of code and the like may end with white space, or a blank line hold some.
    pub at_ends: bool,
    /// More than [`MOST_BLANK_LINES`] may stand between two blocks.
    pub in_rows: bool,
}

impl Blanks {
    /// Takes note of a block.
    pub(super) fn see_block(&mut self, text: &str, kind: Kind, span: Span, is_line: bool) {
        if has_clean_lines(kind) {
            self.at_ends |= ends_blank(text, span) || !is_line && has_line_that_ends_blank(text, span);
        }
    }

    /// Takes note of a blank line behind so many others.
    pub(super) fn see_blank(&mut self, line: Span, others: usize) {
        self.at_ends |= !line.is_empty();
        self.in_rows |= others >= MOST_BLANK_LINES;
    }

    /// What is known of a text if part of it is known by `other`.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self { at_ends: self.at_ends || other.at_ends, in_rows: self.in_rows || other.in_rows }
    }

    /// Whether it tells of all that `other` tells of.
    pub(super) fn tells_of(self, other: Self) -> bool {
        self.at_ends >= other.at_ends && self.in_rows >= other.in_rows
    }
}

/// Whether blanks at the ends of lines mean nothing in blocks of this kind.
pub fn has_clean_lines(kind: Kind) -> bool {
    kind.is_open() || kind == Kind::Break
}

/// Whether a line ends with white space.
#[inline]
pub fn ends_blank(text: &str, line: Span) -> bool {
    may_end_blank(text, line) && ends_with_white_space(text, line)
}

/// Whether one of the lines of `span` does.
#[inline(never)]
fn has_line_that_ends_blank(text: &str, span: Span) -> bool {
    lines(text, span).any(|line| ends_blank(text, line.span))
}

#[inline(never)]
fn ends_with_white_space(text: &str, line: Span) -> bool {
    line.of(text).ends_with(char::is_whitespace)
}

/// A quick look: whether a line may end with white space, by the last byte that this has in UTF-8.
#[inline]
fn may_end_blank(text: &str, line: Span) -> bool {
    // most lines end with a sign of ASCII
    let last = line.end().checked_sub(1).and_then(|last| text.as_bytes().get(last));
    let last = last.filter(|last| !last.is_ascii_graphic());
    matches!(last, Some(b'\t' | b'\x0b'..=b'\r' | b' ' | 0x80..=0x8A | 0x9F | 0xA0 | 0xA8 | 0xA9 | 0xAF))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_all_kinds_is_seen() {
        for char in ('\0'..=char::MAX).filter(|char| *char != '\n') {
            let text = format!("a{char}");
            assert_eq!(ends_blank(&text, Span::new(0, text.len())), char.is_whitespace(), "{char:?}");
        }
        assert!(!ends_blank("a\nb ", Span::new(0, 1)));
        assert!(!ends_blank("a \n\n", Span::new(3, 3)));
    }
}
