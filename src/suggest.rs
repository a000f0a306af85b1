//! "Did you mean": the known word that a mistyped one is nearest to.

use std::fmt;

/// The candidate nearest to `word`, if one is near enough to be meant.
///
/// Near enough is a Damerau-Levenshtein distance, in characters and without regard to case, of at most a third of
/// `word`'s length; one slip is always forgiven in a word of two characters or more. Of equally near candidates the
/// first is taken.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let limit = if length < 2 { 0 } else { (length / 3).max(1) };
    candidates
        .into_iter()
        // cheaper than the distance and never larger: a word of 60 kB must not fill a table with each candidate
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// What an error says after a word it does not know: `; did you mean "safe"?`, or nothing at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion(Option<String>);

impl Suggestion {
    /// The suggestion for `word` among `candidates`: see [`nearest`].
    pub fn new<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        Self(nearest(word, candidates).map(str::to_owned))
    }

    /// The word suggested.
    pub fn word(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |word| write!(f, "; did you mean \"{word}\"?"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 4] = ["safe", "all", "report", "off"];

    #[test]
    fn a_slip_is_forgiven() {
        assert_eq!(nearest("reprot", WORDS), Some("report"));
        assert_eq!(nearest("saef", WORDS), Some("safe"));
        assert_eq!(nearest("of", WORDS), Some("off"));
        assert_eq!(nearest("SAFE", WORDS), Some("safe"));
    }

    #[test]
    fn another_word_is_not_bent_into_a_known_one() {
        assert_eq!(nearest("none", WORDS), None);
        assert_eq!(nearest("x", WORDS), None);
        assert_eq!(nearest("", WORDS), None);
        assert_eq!(nearest("safe", []), None);
        assert_eq!(nearest(&"safe".repeat(100_000), WORDS), None);
    }

    #[test]
    fn of_equally_near_words_the_first_is_taken() {
        assert_eq!(nearest("rule", ["role", "rude"]), Some("role"));
    }

    #[test]
    fn a_suggestion_ends_a_sentence_or_is_silent() {
        let told = |word| format!("unknown{}", Suggestion::new(word, WORDS));
        assert_eq!(told("al"), "unknown; did you mean \"all\"?");
        assert_eq!(told("none"), "unknown");
    }
}
