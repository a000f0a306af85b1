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
        let line = self.of(text);
        !line.as_bytes().first().is_some_and(u8::is_ascii_graphic) && line.trim().is_empty()
    }
}

/// The lines of the bytes `span` of `text`. A last line without an end is a line; nothing after the last end is none.
pub fn lines(text: &str, span: Span) -> impl Iterator<Item = Line> + '_ {
    let mut at = span.start();
    std::iter::from_fn(move || {
        if at >= span.end() {
            return None;
        }
        let rest = &text.as_bytes()[at..span.end()];
        let (length, next) = memchr(b'\n', rest).map_or((rest.len(), rest.len()), |end| (end, end + 1));
        let length =
            if next > length { length - usize::from(rest[..length].ends_with(b"\r")) } else { length };
        let line = Line { span: Span::new(at, at + length), next: at + next };
        at = line.next;
        Some(line)
    })
}
