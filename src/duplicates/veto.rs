//! What makes two nearly equal paragraphs two different facts.

use crate::edit::Verdict;
use std::collections::HashMap;

/// Words that turn a sentence around, in lower case.
const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "nor",
    "neither",
    "without",
    "cannot",
    "nobody",
    "nothing", // English
    "nicht",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "keinem",
    "nie",
    "niemals",
    "ohne", // German
    "ne",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "sans",
    "non", // French, Italian
    "nunca",
    "ninguno",
    "ninguna",
    "sin",
    "não",
    "sem",
    "nem",
    "jamás",
    "mai",
    "nessuno",
    "senza", // Iberian, Italian
    "niet",
    "geen",
    "nooit",
    "zonder",
    "nigdy",
    "bez",
    "inte",
    "ikke", // Dutch, Polish, Nordic
    "не",
    "нет",
    "ни",
    "никогда",
    "без", // Russian
    "değil",
    "yok",
    "hiç",
    "لا",
    "لم",
    "لن",
    "ليس",
    "नहीं",
    "न",
    "मत", // Turkish, Arabic, Hindi
];

/// The verdict on two different paragraphs in canonical form that are similar enough.
pub(super) fn verdict(one: &str, two: &str) -> Verdict {
    if numbers(one) != numbers(two) {
        return Verdict::NumbersDiffer;
    }
    let mut count: HashMap<&str, i32> = HashMap::new();
    words(one).for_each(|word| *count.entry(word).or_default() += 1);
    words(two).for_each(|word| *count.entry(word).or_default() -= 1);
    let differs = count.into_iter().filter(|(_, count)| *count != 0).any(|(word, _)| matters(word));
    if differs { Verdict::WordsDiffer } else { Verdict::Near }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_alphanumeric() && char != '\'').filter(|word| !word.is_empty())
}

fn numbers(text: &str) -> Vec<&str> {
    text.split(|char: char| !char.is_numeric()).filter(|digits| !digits.is_empty()).collect()
}

/// Whether the word is a name or a negation. Scripts without case have no capitals to tell by, and those without blanks
/// no words: there every difference matters.
fn matters(word: &str) -> bool {
    let caseless = |char: char| char.is_alphabetic() && !char.is_lowercase() && !char.is_uppercase();
    word.starts_with(char::is_uppercase)
        || word.starts_with(caseless)
        || word.ends_with("n't")
        || NEGATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_in_digits_is_one_of_facts() {
        assert_eq!(verdict("It rose 3% in the month.", "It rose 5% in the month."), Verdict::NumbersDiffer);
    }

    #[test]
    fn a_difference_in_names_or_negations_matters() {
        assert_eq!(verdict("He met Anna at noon.", "He met Hanna at noon."), Verdict::WordsDiffer);
        assert_eq!(verdict("He did go there.", "He did not go there."), Verdict::WordsDiffer);
        assert_eq!(verdict("It is so.", "It isn't so."), Verdict::WordsDiffer);
        assert_eq!(verdict("Das ist ein Haus.", "Das ist kein Haus."), Verdict::WordsDiffer);
        assert_eq!(verdict("他说是的。", "他说不是的。"), Verdict::WordsDiffer);
    }

    #[test]
    fn a_difference_in_spelling_does_not() {
        assert_eq!(verdict("The colour of it.", "The color of it."), Verdict::Near);
    }
}
