//! What makes two nearly equal paragraphs two different facts.

mod telling;

use super::fingerprint::Fingerprint;
use crate::edit::Verdict;
use telling::{Tells, tells};
use unicode_normalization::char::is_combining_mark;

/// The facts that a paragraph states, as far as they can be told without understanding it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Facts {
    /// Its numbers, in order.
    numbers: Fingerprint,
    /// Its names and negations, in order: who did what to whom changes with it.
    words: Fingerprint,
}

impl Facts {
    /// The facts of a text in canonical form.
    pub(super) fn of(text: &str) -> Self {
        let numerals = words(text).filter(|word| tells(word) == Some(Tells::Number));
        let mut numbers: Vec<&str> = numbers(text).chain(numerals).collect();
        // in the order of the text, digits and words alike
        numbers.sort_by_key(|number| number.as_ptr());
        let words: Vec<&str> = words(text).filter(|word| matters(word)).collect();
        Self { numbers: Fingerprint::of(&numbers.join(" ")), words: Fingerprint::of(&words.join(" ")) }
    }

    /// The verdict on two different paragraphs that are similar enough.
    pub(super) fn verdict(self, other: Self) -> Verdict {
        if self.numbers != other.numbers {
            Verdict::NumbersDiffer
        } else if self.words != other.words {
            Verdict::WordsDiffer
        } else {
            Verdict::Near
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    // a tone mark of Thai tells as much as a letter
    text.split(|char: char| !char.is_alphanumeric() && char != '\'' && !is_combining_mark(char))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

/// The numbers of a text, with the signs that belong to them: `-3%` is not `3%`, and `$5` not `€5`.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_numeric() && !is_sign(char))
        .map(|piece| piece.trim_end_matches(['.', ',', ':', '-', '/']))
        .filter(|piece| piece.contains(char::is_numeric))
}

/// Whether the character, beside a digit, is a part of the number.
fn is_sign(char: char) -> bool {
    matches!(
        char,
        '.' | ','
            | ':'
            | '-'
            | '+'
            | '/'
            | '%'
            | '‰'
            | '°'
            | '$'
            | '€'
            | '£'
            | '¥'
            | '₹'
            | '₽'
            | '<'
            | '>'
            | '='
            | '±'
            | '≤'
            | '≥'
            | '~'
    )
}

/// Whether the word is a name or a negation; a capital may stand within it, `lastName`. Scripts without case have no
/// capitals to tell by, and those without blanks no words: there every difference matters.
fn matters(word: &str) -> bool {
    let caseless = |char: char| char.is_alphabetic() && !char.is_lowercase() && !char.is_uppercase();
    word.contains(char::is_uppercase) || word.contains(caseless) || tells(word) == Some(Tells::Negation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(one: &str, two: &str) -> Verdict {
        assert_eq!(Facts::of(one).verdict(Facts::of(one)), Verdict::Near, "{one}");
        Facts::of(one).verdict(Facts::of(two))
    }

    #[test]
    fn a_difference_in_digits_is_one_of_facts() {
        for (one, two) in [
            ("It rose 3% in the month.", "It rose 5% in the month."),
            ("It rose 3% in the month.", "It rose -3% in the month."),
            ("It rose by 1.5 points.", "It rose by 15 points."),
            ("It cost $5 at the door.", "It cost €5 at the door."),
            ("Rooms 12 and 14 are full.", "Rooms 14 and 12 are full."),
            ("Цена выросла на ٣ рубля.", "Цена выросла на ٤ рубля."),
            ("Three of them were lost.", "Five of them were lost."),
            ("All two had 3 masts.", "All 3 had two masts."),
            ("Es waren zwei Boote.", "Es waren drei Boote."),
        ] {
            assert_eq!(verdict(one, two), Verdict::NumbersDiffer, "{one}");
        }
    }

    #[test]
    fn a_difference_in_names_or_negations_matters() {
        for (one, two) in [
            ("He met Anna at noon.", "He met Hanna at noon."),
            ("Anna paid for Hanna.", "Hanna paid for Anna."),
            ("He did go there.", "He did not go there."),
            ("It is so.", "It isn't so."),
            ("Das ist ein Haus.", "Das ist kein Haus."),
            ("Il est venu.", "Il n'est venu."),
            ("Он пришёл вчера.", "Он не пришёл вчера."),
            ("He said 'no' to all of it.", "He said 'so' to all of it."),
            ("Je pense qu'un bateau vient.", "Je pense qu'aucun bateau ne vient."),
            ("It doesnt come today.", "It does come today."),
            ("เขาไม่มาวันนี้", "เขาไม้มาวันนี้"),
            ("他说是的。", "他说不是的。"),
            ("وصل القطار متأخرا", "لم يصل القطار متأخرا"),
        ] {
            assert_eq!(verdict(one, two), Verdict::WordsDiffer, "{one}");
        }
    }

    #[test]
    fn a_difference_in_spelling_does_not() {
        assert_eq!(verdict("The colour of it.", "The color of it."), Verdict::Near);
        assert_eq!(verdict("It closed in 2020, again.", "It closed in 2020 again."), Verdict::Near);
    }
}
