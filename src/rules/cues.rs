//! Words of which each line holds one that a pattern matches: all of them are looked for at once.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Finds words in lower case, whatever their case in the text.
#[derive(Debug)]
pub(super) struct Cues {
    /// None only if there are more than an automaton can hold; then every line may hold one.
    automaton: Option<AhoCorasick>,
}

impl Cues {
    pub(super) fn of<'c>(cues: impl Iterator<Item = &'c str>) -> Self {
        // the sign of the unit is a `k` in lower case
        let literals = cues.flat_map(beginnings).chain(["\u{212A}".to_owned()]);
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(literals);
        Self { automaton: automaton.ok() }
    }

    /// Whether `line` may hold one of them.
    pub(super) fn are_in(&self, line: &str) -> bool {
        self.automaton.as_ref().is_none_or(|automaton| automaton.is_match(line))
    }
}

/// What to look for: the automaton knows both cases of ASCII, and of other scripts two letters tell enough.
fn beginnings(cue: &str) -> Vec<String> {
    if cue.is_ascii() {
        return vec![cue.to_owned()];
    }
    let mut begun = vec![String::new()];
    for char in cue.chars().take(2) {
        let both = [char.to_lowercase().to_string(), char.to_uppercase().to_string()];
        begun =
            begun.iter().flat_map(|begun| both.iter().map(move |next| format!("{begun}{next}"))).collect();
    }
    begun
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_found_in_either_case() {
        let cues = Cues::of(["cookie", "вконтакте"].into_iter());
        for line in ["Our COOKIES", "coo\u{212A}ie", "в ВКонтакте", "вкОНТАКТЕ"] {
            assert!(cues.are_in(line), "{line}");
        }
        assert!(!cues.are_in("in the kitchen"));
    }
}
