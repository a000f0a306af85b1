//! How much a text says, in characters.

use std::iter::Sum;
use std::ops::Add;

/// A number of characters in which ideographs, kana and Hangul count twice: they take two columns, and twenty of them
/// are a full sentence, as forty Latin letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Width(pub usize);

impl Width {
    /// The width of one character.
    pub fn of_char(char: char) -> Self {
        Self(if is_wide(char) { 2 } else { 1 })
    }

    /// Whether a text has characters that count twice: what they write has no blanks between its words.
    pub fn has_wide(text: &str) -> bool {
        holds_sign_of_wide(text) && text.chars().any(is_wide)
    }

    /// The width of a text; bytes do not matter, nor does a line end.
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            Self(text.len())
        } else if holds_sign_of_wide(text) {
            text.chars().map(Self::of_char).sum()
        } else {
            Self(text.chars().count())
        }
    }

    /// Whether a text is wider. No character is wider than it has bytes, or has more than four for each column, so most
    /// texts need not be read.
    pub fn is_exceeded_by(self, text: &str) -> bool {
        text.len() > self.0 && (text.len() > self.0.saturating_mul(4) || Self::of(text) > self)
    }
}

impl Add for Width {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Width {
    fn sum<I: Iterator<Item = Self>>(widths: I) -> Self {
        widths.fold(Self(0), Add::add)
    }
}

/// A quick look: whether a text may have wide characters. It does not stop at the first sign: a question asked of all
/// bytes is answered for sixteen at a time.
fn holds_sign_of_wide(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | may_begin_wide(byte))
}

/// Whether one of the wide characters could have this byte in UTF-8 and no Latin, Greek, Cyrillic or Arabic one has it:
/// the first bytes from U+1000 on, but for that of U+2000 to U+2FFF, which has the quotes and dashes; of wide ones there
/// the second byte is one of six.
fn may_begin_wide(byte: u8) -> bool {
    byte >= 0xE1 && byte != 0xE2 || matches!(byte, 0xBA..=0xBF)
}

/// The main blocks of East Asian Wide and Fullwidth (Unicode Standard Annex 11), emoji left out: they are no prose.
fn is_wide(char: char) -> bool {
    matches!(u32::from(char),
        0x1100..=0x115F      // Hangul leading consonants
        | 0x2E80..=0x303E    // radicals, ideographic punctuation
        | 0x3041..=0x33FF    // kana, bopomofo, compatibility jamo, squared
        | 0x3400..=0x4DBF    // ideographs, extension A
        | 0x4E00..=0x9FFF    // ideographs
        | 0xA960..=0xA97F    // Hangul extended A
        | 0xAC00..=0xD7A3    // Hangul syllables
        | 0xF900..=0xFAFF    // compatibility ideographs
        | 0xFE30..=0xFE4F    // compatibility forms
        | 0xFF00..=0xFF60    // fullwidth forms
        | 0xFFE0..=0xFFE6    // fullwidth signs
        | 0x20000..=0x3FFFD) // ideographs, further extensions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wide_character_has_a_byte_that_tells() {
        let mut buffer = [0; 4];
        for char in ('\0'..=char::MAX).filter(|char| is_wide(*char)) {
            assert!(char.encode_utf8(&mut buffer).bytes().any(may_begin_wide), "{char:?}");
            assert!(char.len_utf8() >= Width::of_char(char).0, "{char:?}");
        }
        for char in '\0'..=char::MAX {
            assert!(char.len_utf8() <= 4 * Width::of_char(char).0, "{char:?}");
        }
        assert_eq!(Width::of("“’é–я"), Width(5));
        assert_eq!(Width::of("⺀か“"), Width(5));
    }
}
