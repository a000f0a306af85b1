//! The characters of a text in NFC, where most of the text is in NFC already.

use std::str::Chars;
use unicode_normalization::{Recompositions, UnicodeNormalization};

/// The text in NFC. To compose costs about a hundred instructions a character, so it begins only at the first character
/// of which it could change anything.
pub(crate) struct Composed<'a> {
    /// What is to come, as long as it is in NFC for certain.
    plain: Chars<'a>,
    composing: Option<Recompositions<Chars<'a>>>,
}

impl<'a> Composed<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { plain: text.chars(), composing: None }
    }
}

impl Iterator for Composed<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(composing) = &mut self.composing {
            return composing.next();
        }
        let rest = self.plain.as_str();
        // most characters
        if let [b'\0'..=b'\x7f'] | [b'\0'..=b'\x7f', b'\0'..=b'\x7f', ..] = rest.as_bytes() {
            return self.plain.next();
        }
        let char = self.plain.next()?;
        // what follows may belong to it
        let is_plain = is_settled(char) && self.plain.clone().next().is_none_or(is_settled);
        if is_plain { Some(char) } else { self.composing.insert(rest.nfc()).next() }
    }
}

/// Whether NFC leaves the character as it is beside others of this kind: of those that most texts are made of.
fn is_settled(char: char) -> bool {
    matches!(char,
        '\0'..='\u{2FF}'
        | '\u{400}'..='\u{482}'
        | '\u{620}'..='\u{64A}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}'
        | '\u{20A0}'..='\u{20C0}'
        | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF5E}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    #[test]
    fn what_is_settled_neither_changes_nor_joins() {
        for char in ('\0'..=char::MAX).filter(|char| is_settled(*char)) {
            assert_eq!(canonical_combining_class(char), 0, "{char:?}");
            assert_eq!(is_nfc_quick(std::iter::once(char)), IsNormalized::Yes, "{char:?}");
        }
    }

    #[test]
    fn it_is_nfc() {
        for text in [
            "",
            "plain",
            "cafe\u{301} and café",
            "e\u{301}",
            "か\u{3099}き",
            "가\u{11A8}나",
            "’\u{301}x",
            "\u{212B}ngström",
        ] {
            assert!(Composed::of(text).eq(text.nfc()), "{text:?}");
        }
    }
}
