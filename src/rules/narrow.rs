//! Patterns for bytes: of what most lines in languages written in Latin have that is not ASCII, a pattern tells little, and
//! one byte stands in for many characters.

use regex::bytes::{Regex, RegexBuilder};
use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A pattern for bytes that stand in for characters, each for one or more that are the same to it.
#[derive(Debug)]
pub(super) struct Narrow {
    regex: Regex,
    /// The byte of a letter, if one can stand in: not where letters of one case are told from those of the other.
    letter: Option<u8>,
    /// Whether it would take that byte for a letter where it stands for itself.
    is_mistaken: bool,
    /// Whether it tells what is no blank from others.
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

/// The byte of any letter, and the one where a pattern asks where words end: the only one of words that is neither a letter
/// nor a digit.
const LETTER: u8 = 0xFE;
const OF_WORDS: u8 = b'_';
/// A bound of words of ASCII, whatever the text is.
const OF_ASCII: &str = r"(?-u:\b)";
/// The byte of any mark that is not named, and of a blank.
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
        // what else is told to be of ASCII is no class that could be written otherwise
        if has_range_beyond(source) || source.replace(OF_ASCII, "").contains("(?-u") {
            return None;
        }
        let letter = letter_of(source);
        let letters = format!(r"[A-Za-z\x{:X}]", letter.unwrap_or(LETTER));
        let classes = [
            (r"\p{Ll}", "[a-z]"),
            (r"\p{Lu}", "[A-Z]"),
            (r"\p{L}", &letters),
            (r"\pL", &letters),
            (r"\w", r"[\w\xFE]"),
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
        Some(Self {
            regex,
            letter,
            is_mistaken: letter == Some(OF_WORDS) && has(source, &[r"\p{L}", r"\pL"]),
            tells_blanks: source.contains(r"\S"),
            named,
            marks,
            asked: AtomicUsize::new(0),
        })
    }

    /// The pattern.
    pub(super) fn regex(&self) -> &Regex {
        &self.regex
    }

    /// The bytes for which the pattern says what `source` says of the text, if bytes can stand in for all of it, and not
    /// too many texts were asked about.
    pub(super) fn bytes_for<'t>(&self, text: &'t str) -> Option<Cow<'t, [u8]>> {
        if self.is_mistaken && text.contains(char::from(OF_WORDS)) {
            return None;
        }
        if text.is_ascii() {
            return Some(text.as_bytes().into());
        }
        if self.asked.fetch_add(1, Ordering::Relaxed) > MOST_ASKED {
            return None;
        }
        text.chars().map(|char| self.stand_in(char)).collect::<Option<Vec<u8>>>().map(Cow::from)
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
            _ if is_letter(char) => self.letter.filter(|_| !is_named()),
            _ => None,
        }
    }
}

fn has(source: &str, classes: &[&str]) -> bool {
    classes.iter().any(|class| source.contains(class))
}

/// The byte that can stand in for a letter beyond ASCII in the pattern `source`, if one can.
fn letter_of(source: &str) -> Option<u8> {
    if has(source, &[r"\p{Ll}", r"\p{Lu}"]) {
        return None;
    }
    if !has(&source.replace(OF_ASCII, ""), &[r"\W", r"\b", r"\B"]) {
        return Some(LETTER);
    }
    let of_words = char::from(OF_WORDS);
    let is_in_range = ranges(source).iter().any(|(first, last)| (*first..=*last).contains(&of_words));
    let is_told = is_in_range || source.contains(of_words) || has(source, &["[:", r"\x", r"\u"]);
    (!is_told && !source.contains(OF_ASCII)).then_some(OF_WORDS)
}

/// The byte of a mark that is named.
fn place(marks: &[char], mark: char) -> Option<u8> {
    let place = marks.iter().position(|named| *named == mark).filter(|place| *place < MOST_NAMED)?;
    Some(NAMED + u8::try_from(place).ok()?)
}

/// Whether a pattern may have a range with characters in it for which bytes stand in, other than those of ASCII: the bytes
/// are in another order.
fn has_range_beyond(source: &str) -> bool {
    ranges(source).into_iter().any(|(first, last)| {
        let is_of_ascii = first.is_ascii() && last.is_ascii();
        // of Greek, Cyrillic and others, for which no byte stands in
        let is_of_other_letters = first > 'ž' && last < '‐';
        !is_of_ascii && !is_of_other_letters
    })
}

/// What may be the ranges in a pattern, by their ends.
fn ranges(source: &str) -> Vec<(char, char)> {
    let chars: Vec<char> = source.chars().collect();
    let range = |range: &[char]| match *range {
        // a dash before all others is one of them
        ['[', '-', _] => None,
        [first, '-', last] => Some((first, last)),
        _ => None,
    };
    chars.windows(3).filter_map(range).collect()
}

/// Whether a character beyond ASCII is a letter with at most one other case, which is one of these or of no other alphabet:
/// most of Latin, and of scripts that have no case.
fn is_letter(char: char) -> bool {
    matches!(char, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='į' | 'Ĳ'..='ž' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '㐀'..='䶿')
        || matches!(char, '一'..='\u{9fff}' | '가'..='힣')
}

/// Whether a character beyond ASCII is neither of a word nor a blank, and has no case: signs of Latin, quotes and dashes,
/// signs of currencies, arrows, and most pictures.
fn is_mark(char: char) -> bool {
    matches!(char, '¡'..='©' | '«'..='´' | '¶'..='¹' | '»'..='¿' | '×' | '÷' | '‐'..='‧' | '‰'..='‾' | '₠'..='₿')
        || matches!(char, '™' | '←'..='⇿' | '─'..='➿' | '⤀'..='⯿' | '、'..='〃' | '〈'..='〟' | '！'..='／')
        || matches!(char, '：'..='＠' | '\u{1F18A}'..='\u{1FAFF}')
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
    fn no_letter_stands_in_where_the_sign_of_words_is_told() {
        for source in [r"\b[!-~]+\b", r"\b[A-z]", r"\b[[:punct:]]", r"\b\x5f", r"\b_", r"\b\p{Ll}"] {
            assert_eq!(letter_of(source), None, "{source}");
        }
        for source in [r"(?-u:\w)\b", r"(?-u:\B)a"] {
            assert!(Narrow::of(source).is_none(), "{source}");
        }
        assert_eq!(letter_of(r"\b[0-9A-Z]-"), Some(OF_WORDS));
    }

    #[test]
    fn letters_are_letters() {
        let known = regex::Regex::new(r"^\pL$").unwrap();
        assert!(
            ('\0'..=char::MAX).filter(|char| is_letter(*char)).all(|char| known.is_match(&char.to_string()))
        );
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
