//! Lines, with either line end.

use crate::edit::Span;
use memchr::memchr;

/// One line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line without its end (`\n` or `\r\n`).
    pub span: Span,
    /// Where the next line begins, in bytes.
    pub next: usize,
}

impl Line {
    /// The line without its end.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }

    /// Whether it holds white space only.
    pub fn is_blank(self, text: &str) -> bool {
        let is_read = |first: &u8| first.is_ascii_graphic();
        self.span.is_empty()
            || !text.as_bytes().get(self.span.start()).is_some_and(is_read)
                && self.of(text).trim_start().is_empty()
    }
}

/// The lines of the bytes `span` of `text`. A last line without an end is a line; nothing after the last end is none.
pub fn lines(text: &str, span: Span) -> impl Iterator<Item = Line> + '_ {
    let text = &text.as_bytes()[..span.end()];
    let mut at = span.start();
    std::iter::from_fn(move || {
        let line = line_at(text, at)?;
        at = line.next;
        Some(line)
    })
}

/// The line that begins at byte `at` of `text`, if it does not end there.
pub(super) fn line_at(text: &[u8], at: usize) -> Option<Line> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    // many lines have nothing in them, and need not be searched
    let end = if rest[0] == b'\n' { Some(0) } else { memchr(b'\n', rest) };
    let Some(length) = end else {
        return Some(Line { span: Span::new(at, text.len()), next: text.len() });
    };
    let is_returned = length > 0 && rest[length - 1] == b'\r';
    Some(Line { span: Span::new(at, at + length - usize::from(is_returned)), next: at + length + 1 })
}
