//! Names of people, as bylines have them.

use crate::document::Width;

/// A longer line names more than authors.
const LONGEST: Width = Width(100);
/// A longer line without capitals, in a script that has none, is no name.
const LONGEST_WITHOUT_CASE: Width = Width(24);
/// More words than this say something of the authors.
const MOST_WORDS: usize = 12;

/// Words that stand in names, and between them, in lower case.
const SMALL: [&str; 53] = [
    "and", "und", "et", "y", "e", "en", "og", "och", "i", "a", "ve", "и", "та", "&", "de", "del", "della",
    "di", "da", "dos", "do", "das", "du", "des", "la", "le", "van", "von", "der", "den", "ter", "ten", "zu",
    "al", "el", "bin", "ibn", "af", "ed", "dei", "degli", "delle", "dal", "dalla", "los", "las", "oraz", "і",
    "й", "bint", "abu", "ul", "ud",
];

/// Whether `text` is nothing but names: words in capitals or with one at the start, with small words between them.
pub(crate) fn are_names(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ',', '|', '*', '_', ' ']);
    let width = Width::of(text);
    if text.is_empty() || width > LONGEST {
        return false;
    }
    let mut letters = text.chars().filter(|char| char.is_alphabetic());
    if !letters.any(|char| char.is_uppercase() || char.is_lowercase()) {
        return width <= LONGEST_WITHOUT_CASE
            && text.chars().all(|char| {
                char.is_alphabetic() || " ・·,،、‧\u{200C}\u{93C}\u{94D}".contains(char) || is_sign(char)
            });
    }
    let words: Vec<&str> = text.split([' ', ',', '/', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let are_capital = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let is_name = |word: &&str| {
        (word.starts_with(char::is_uppercase) || SMALL.contains(word))
            && word
                .chars()
                .all(|char| char.is_alphabetic() || matches!(char, '.' | '-' | '‐' | '\'' | '’' | '&'))
    };
    words.len() <= MOST_WORDS && 2 * are_capital >= words.len() && words.iter().all(is_name)
}

/// A vowel sign or the like, of a script without case.
fn is_sign(char: char) -> bool {
    matches!(char, '\u{900}'..='\u{DFF}' | '\u{E00}'..='\u{E7F}')
}

#[cfg(test)]
mod tests {
    use super::are_names;

    #[test]
    fn names_have_capitals() {
        for names in [
            "Anna Berg",
            "ANNA BERG",
            "Anna Berg and Jo Lund",
            "Anna Berg, Jo Lund & K. Ås",
            "Ludwig van der Rohe",
            "Lizzie Streit, MS, RDN",
            "Quiet Light",
            "Анна Берг и Ольга Лунд",
            "山田太郎",
            "محمد علي",
            "अनिल कुमार",
            "Ана Берг і Ольга Лунд",
            "María de los Ángeles Ruiz",
            "홍길동 기자",
        ] {
            assert!(are_names(names), "{names}");
        }
        for other in [
            "",
            "the sea",
            "Monday we had crossed",
            "Anna Berg said that",
            "2019",
            "boat",
            "and",
            "Anna 3",
            "the way of the Water",
            "今日は朝から雨が降っていて誰も来なかった",
        ] {
            assert!(!are_names(other), "{other}");
        }
    }
}
