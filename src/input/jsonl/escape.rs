//! The escapes in a JSON string, both ways.
//!
//! `serde_json` would decode them too, but refuses half of a surrogate pair (`\ud83d` alone), and scraped records hold
//! such halves wherever a text was cut by its UTF-16 length. Here each becomes U+FFFD in the decoded text.

use std::borrow::Cow;
use std::fmt::Write;

/// One escape in a valid string literal, and the one character that it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escape {
    /// The byte of the literal at which it begins.
    pub(super) start: usize,
    /// The first byte after it.
    pub(super) end: usize,
    /// What it stands for; U+FFFD for half of a surrogate pair.
    pub(super) stands_for: char,
    /// Which half of a surrogate pair it is, if it is only half of one.
    pub(super) half: Option<Half>,
}

/// A UTF-16 surrogate without the other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// The first one of a pair, U+D800 to U+DBFF.
    High,
    /// The second one of a pair, U+DC00 to U+DFFF.
    Low,
}

/// The escapes in the content of a string literal, first to last. Between them the text is as it is written.
pub(super) struct Escapes<'a> {
    literal: &'a str,
    at: usize,
}

impl<'a> Escapes<'a> {
    pub(super) fn of(literal: &'a str) -> Self {
        Self { literal, at: 0 }
    }
}

impl Iterator for Escapes<'_> {
    type Item = Escape;

    #[inline]
    fn next(&mut self) -> Option<Escape> {
        let bytes = self.literal.as_bytes();
        let rest = bytes.get(self.at..)?;
        // a line end mostly follows on another
        let start =
            if rest.first() == Some(&b'\\') { self.at } else { self.at + memchr::memchr(b'\\', rest)? };
        let short = |stands_for| Escape { start, end: start + 2, stands_for, half: None };
        let escape = match bytes.get(start + 1)? {
            b'u' => unicode(self.literal, start)?,
            b'b' => short('\u{8}'),
            b'f' => short('\u{c}'),
            b'n' => short('\n'),
            b'r' => short('\r'),
            b't' => short('\t'),
            itself => short(char::from(*itself)),
        };
        self.at = escape.end;
        Some(escape)
    }
}

/// The escape `\uXXXX` at `start`, or the two of them that are a surrogate pair.
#[inline(never)]
fn unicode(literal: &str, start: usize) -> Option<Escape> {
    let unit = code_unit(literal, start)?;
    let units = std::iter::once(unit).chain(code_unit(literal, start + 6));
    // a second unit that is no low surrogate does no harm: only the first character is asked for
    Some(match char::decode_utf16(units).next()? {
        Ok(c) => Escape { start, end: start + 6 * c.len_utf16(), stands_for: c, half: None },
        Err(_) => Escape {
            start,
            end: start + 6,
            stands_for: char::REPLACEMENT_CHARACTER,
            half: Some(if unit < 0xdc00 { Half::High } else { Half::Low }),
        },
    })
}

fn code_unit(literal: &str, at: usize) -> Option<u16> {
    let digits = literal.get(at..at + 6)?.strip_prefix("\\u")?;
    u16::from_str_radix(digits, 16).ok()
}

/// The text that the content of a string literal stands for: itself if there is no escape.
pub(super) fn decode(literal: &str) -> Cow<'_, str> {
    let mut text = String::new();
    let mut at = 0;
    for escape in Escapes::of(literal) {
        if at == 0 {
            text.reserve(literal.len());
        }
        text.push_str(&literal[at..escape.start]);
        text.push(escape.stands_for);
        at = escape.end;
    }
    if at == 0 {
        return Cow::Borrowed(literal);
    }
    text.push_str(&literal[at..]);
    Cow::Owned(text)
}

/// `text` as the content of a string literal, in ASCII alone if asked.
pub(super) fn encode(text: &str, ascii: bool) -> String {
    let mut literal = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            c if c < ' ' || (ascii && !c.is_ascii()) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // writing to a string cannot fail
                    let _ = write!(literal, "\\u{unit:04x}");
                }
            }
            c => literal.push(c),
        }
    }
    literal
}
