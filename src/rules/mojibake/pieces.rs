//! Text in pieces of which each is judged by its own evidence.

use super::page::concerned;
use crate::edit::Span;

/// A line longer than this, in bytes, is judged in several pieces, so that what is kept of it in memory stays small.
const LONG: usize = 1 << 13;

/// So many blanks behind a letter tell what was lost. Others at the end of a text tell nothing, not even that it is long.
const TELLING_BLANKS: usize = 2;

/// The lines of `span`, long ones cut, without those where nothing can be to mend.
pub(super) fn of(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let words = without_blanks(span.of(text)).len();
    let mut rest = span.part(0..span.len().min(words + TELLING_BLANKS));
    std::iter::from_fn(move || {
        (!rest.is_empty()).then(|| {
            let end = rest.start() + length(rest.of(text));
            let piece = Span::new(rest.start(), end);
            rest = Span::new(end, rest.end());
            piece
        })
    })
    .filter(move |piece| concerned(piece.of(text)).next().is_some())
}

/// How much of the text is one piece: the line with its end, or less of a long one, cut at a blank if there is one.
fn length(text: &str) -> usize {
    let mut limit = text.len().min(2 * LONG);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let near = &text.as_bytes()[..limit];
    if let Some(end) = memchr::memchr(b'\n', near) {
        return end + 1;
    }
    if without_blanks(text).len() <= 2 * LONG {
        return text.len();
    }
    let blank = near.get(LONG..).and_then(|tail| memchr::memchr(b' ', tail));
    blank.map_or(limit, |blank| LONG + blank + 1)
}

fn without_blanks(text: &str) -> &str {
    text.trim_end_matches(' ')
}
