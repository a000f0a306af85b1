//! Patterns for bytes: of what most lines in languages written in Latin have that is not ASCII, a pattern tells little, and
//! one byte stands in for many characters.

use regex::bytes::{Regex, RegexBuilder};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A pattern for bytes that stand in for characters, each for one or more that are the same to it.
#[derive(Debug)]
pub(super) struct Narrow {
    regex: Regex,
    /// Whether it tells letters from each other, or from other characters of words,
    tells_letters: bool,
    /// and what is no blank from others.
    tells_blanks: bool,
    /// The characters beyond ASCII that it names, in lower case and in order.
    named: Vec<char>,
    /// The marks among them. There are not many.
    marks: Vec<char>,
    /// How many texts with other characters than those of ASCII it was asked about.
    asked: AtomicUsize,
}

/// For so many texts bytes may stand in; where there are more, the pattern for all of Unicode is worth its while.
const MOST_ASKED: usize = 1 << 12;

/// The byte of any letter, of any mark that is not named, and of a blank.
const LETTER: u8 = 0xFE;
const MARK: u8 = 0xFF;
const BLANK: u8 = 0xFD;
/// The byte of characters for which none stands in, and the first of those for named marks.
const NOTHING: u8 = 0x80;
const NAMED: u8 = NOTHING + 1;
const MOST_NAMED: usize = 64;

impl Narrow {
    /// The pattern that `source` is, if it can be written so: of a class what is there, and of other characters their
    /// bytes. No pattern names the long `s` or the sign of kelvin, which are letters of ASCII in another case.
    pub(super) fn of(source: &str) -> Option<Self> {
        if has_range_beyond(source) {
            return None;
        }
        let letters = r"[A-Za-z\xFE]";
        let classes = [
            (r"\p{Ll}", "[a-z]"),
            (r"\p{Lu}", "[A-Z]"),
            (r"\p{L}", letters),
            (r"\pL", letters),
            (r"\s", r"[\s\xFD]"),
        ];
        let in_classes =
            classes.iter().fold(source.to_owned(), |source, (class, part)| source.replace(class, part));
        let beyond = || source.chars().filter(|char| !char.is_ascii());
        let marks: Vec<char> = beyond().filter(|char| is_mark(*char)).collect();
        let written = in_classes.chars().map(|char| match char {
            '\0'..='\x7F' => char.to_string(),
            _ => format!(r"\x{:X}", place(&marks, char).unwrap_or(NOTHING)),
        });
        let regex = RegexBuilder::new(&written.collect::<String>()).unicode(false).build().ok()?;
        let mut named: Vec<char> = beyond().flat_map(char::to_lowercase).collect();
        named.sort_unstable();
        let of_words = [r"\p{Ll}", r"\p{Lu}", r"\w", r"\W", r"\b", r"\B"];
        let has = |source: &str, classes: &[&str]| classes.iter().any(|class| source.contains(class));
        Some(Self {
            regex,
            // these are of ASCII whatever the text is
            tells_letters: has(&source.replace(r"(?-u:\b)", ""), &of_words),
            tells_blanks: has(source, &[r"\S"]),
            named,
            marks,
            asked: AtomicUsize::new(0),
        })
    }

    /// The pattern for a text of ASCII.
    pub(super) fn regex(&self) -> &Regex {
        &self.regex
    }

    /// Whether it matches somewhere in a text, if bytes can stand in for all of it, and not too many were asked about.
    pub(super) fn is_match(&self, text: &str) -> Option<bool> {
        if self.asked.fetch_add(1, Ordering::Relaxed) > MOST_ASKED {
            return None;
        }
        let bytes: Option<Vec<u8>> = text.chars().map(|char| self.stand_in(char)).collect();
        Some(self.regex.is_match(&bytes?))
    }

    fn stand_in(&self, char: char) -> Option<u8> {
        let is_named = || char.to_lowercase().any(|lower| self.named.binary_search(&lower).is_ok());
        match char {
            '\0'..='\x7F' => u8::try_from(char).ok(),
            '\u{A0}' => (!self.tells_blanks && !is_named()).then_some(BLANK),
            _ if is_mark(char) => {
                if is_named() {
                    place(&self.marks, char)
                } else {
                    Some(MARK)
                }
            }
            // letters with at most one other case, which is one of these or of no other alphabet
            'À'..='Ö' | 'Ø'..='ö' | 'ø'..='į' | 'Ĳ'..='ž' => {
                (!self.tells_letters && !is_named()).then_some(LETTER)
            }
            _ => None,
        }
    }
}

/// The byte of a mark that is named.
fn place(marks: &[char], mark: char) -> Option<u8> {
    let place = marks.iter().position(|named| *named == mark).filter(|place| *place < MOST_NAMED)?;
    Some(NAMED + u8::try_from(place).ok()?)
}

/// Whether a pattern may have a range with characters in it for which bytes stand in, other than those of ASCII: the bytes
/// are in another order.
fn has_range_beyond(source: &str) -> bool {
    let chars: Vec<char> = source.chars().collect();
    chars.windows(3).any(|range| match *range {
        // a dash before all others is one of them
        ['[', '-', _] => false,
        [first, '-', last] => {
            let is_of_ascii = first.is_ascii() && last.is_ascii();
            // of Greek, Cyrillic and others, for which no byte stands in
            let is_of_other_letters = first > 'ž' && last < '‐';
            !is_of_ascii && !is_of_other_letters
        }
        _ => false,
    })
}

/// Whether a character beyond ASCII is neither of a word nor a blank, and has no case: signs of Latin, quotes and dashes,
/// signs of currencies, arrows, and most pictures.
fn is_mark(char: char) -> bool {
    matches!(char, '¡'..='©' | '«'..='´' | '¶'..='¹' | '»'..='¿' | '×' | '÷' | '‐'..='‧' | '‰'..='‾' | '₠'..='₿')
        || matches!(char, '™' | '←'..='⇿' | '\u{1F300}'..='\u{1F64F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_range_of_marks_is_not_written_so() {
        for source in ["[‐-―]", "[a-é]", "[0-9à-ö]", "[!-’]", "[а-龥]"] {
            assert!(Narrow::of(source).is_none(), "{source}");
        }
        for source in ["[-–—]", "[–-]", "[а-яё]", "[a-z0-9’]", "’-", r"\s-\s"] {
            assert!(Narrow::of(source).is_some(), "{source}");
        }
    }

    #[test]
    fn marks_are_neither_of_words_nor_blanks() {
        let known = regex::Regex::new(r"[\w\s]").unwrap();
        for char in ('\u{80}'..=char::MAX).filter(|char| is_mark(*char)) {
            assert!(!known.is_match(&char.to_string()), "{char:?}");
            assert!(char.to_lowercase().eq([char]) && char.to_uppercase().eq([char]), "{char:?}");
        }
    }
}
