//! Regular expressions that are compiled when they are first needed.

use regex::{Regex, bytes};
use std::ops::Deref;
use std::sync::OnceLock;

/// A constant regular expression. It costs nothing until it is first used: to ask whether or how often it matches costs
/// less than what else a [`Regex`] can tell.
pub(super) struct Pattern {
    pub(super) source: &'static str,
    whole: OnceLock<Regex>,
    flat: OnceLock<bytes::Regex>,
}

impl Pattern {
    pub(super) const fn new(source: &'static str) -> Self {
        Self { source, whole: OnceLock::new(), flat: OnceLock::new() }
    }

    /// Whether it matches somewhere in a text.
    pub(super) fn is_match(&self, text: &str) -> bool {
        if text.is_ascii() {
            self.flat().is_match(text.as_bytes())
        } else if crosses(text) {
            (**self).is_match(text)
        } else {
            let matches_flat = self.flat().is_match(&flattened(text));
            matches_flat && (self.is_exact() || (**self).is_match(text))
        }
    }

    /// How often it matches in a text.
    pub(super) fn count(&self, text: &str) -> usize {
        if text.is_ascii() {
            self.flat().find_iter(text.as_bytes()).count()
        } else if crosses(text) || self.flat().is_match(&flattened(text)) {
            self.find_iter(text).count()
        } else {
            0
        }
    }

    /// What it is where each character is a byte: the same in ASCII, and wider than the pattern beyond it. Few lines
    /// match; so most need not wait for the classes of Unicode, which are large and slow to compile.
    fn flat(&self) -> &bytes::Regex {
        let compile = || bytes::RegexBuilder::new(&in_flat(self.source)).unicode(false).build();
        #[expect(clippy::expect_used, reason = "a constant; the tests of its rule compile it")]
        self.flat.get_or_init(|| compile().expect("a constant pattern compiles"))
    }

    /// Whether that is the pattern itself: it asks nothing about what is beyond ASCII.
    fn is_exact(&self) -> bool {
        !self.source.contains(r"\b") && in_flat(self.source) == self.source
    }
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        #[expect(
            clippy::expect_used,
            reason = "a constant; the examples of its rule compile it in the tests"
        )]
        self.whole.get_or_init(|| Regex::new(self.source).expect("a constant pattern compiles"))
    }
}

/// Whether the text holds one of the two characters beyond ASCII that are letters of ASCII in another case.
fn crosses(text: &str) -> bool {
    text.contains(['ſ', '\u{212a}'])
}

/// A text with a byte for each character: all beyond ASCII are alike.
fn flattened(text: &str) -> Vec<u8> {
    text.chars().map(|char| u8::try_from(char).ok().filter(u8::is_ascii).unwrap_or(b'\x80')).collect()
}

/// A pattern for texts that are [`flattened`]: a character beyond ASCII may be of any class. The bounds of words need
/// nothing, since each is beside a letter of ASCII.
fn in_flat(source: &str) -> String {
    const CLASSES: [(&str, &str); 6] = [
        (r"\p{Ll}", r"[a-z\x80]"),
        (r"\p{Lu}", r"[A-Z\x80]"),
        (r"\p{L}", r"[A-Za-z\x80]"),
        (r"\pL", r"[A-Za-z\x80]"),
        (r"\w", r"[\w\x80]"),
        (r"\s", r"[\s\x80]"),
    ];
    let flat = CLASSES.iter().fold(source.to_owned(), |source, (class, part)| source.replace(class, part));
    flat.replace(|char: char| !char.is_ascii(), r"\x80")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::string::string_regex;
    use proptest::test_runner::TestRunner;

    /// Lines that a pattern may match, and some that differ from them in a character.
    fn lines(source: &str) -> Vec<String> {
        const OTHERS: [char; 12] =
            ['é', 'Д', '’', '。', '\u{a0}', '\u{301}', 'ſ', '\u{212a}', 'k', '.', ' ', '\n'];
        let source = [r"(?-u:\b)", r"\b", r"\A"]
            .iter()
            .fold(source.to_owned(), |source, look| source.replace(look, ""));
        let source = source.replace("(?i)^", "(?i)").replace("|^", "|");
        let written = string_regex(source.trim_start_matches('^').trim_end_matches('$')).unwrap();
        let mut runner = TestRunner::deterministic();
        let mut lines = Vec::new();
        for number in 0..150 {
            let line: Vec<char> = written.new_tree(&mut runner).unwrap().current().chars().collect();
            let (before, after) = line.split_at(number * 7 % (line.len() + 1));
            for after in [after, after.get(1..).unwrap_or_default()] {
                lines.push(before.iter().chain(&[OTHERS[number % OTHERS.len()]]).chain(after).collect());
            }
            lines.push(line.into_iter().collect());
        }
        lines
    }

    /// Checks that in bytes a pattern matches what it matches in characters.
    pub(in crate::rules) fn assert_same_in_bytes(pattern: &Pattern) {
        let regex = Regex::new(pattern.source).unwrap();
        let lines = lines(pattern.source);
        for line in &lines {
            let count = regex.find_iter(line).count();
            assert_eq!(pattern.is_match(line), count > 0, "{}: {line:?}", pattern.source);
            assert_eq!(pattern.count(line), count, "{}: {line:?}", pattern.source);
        }
        let matched = lines.iter().filter(|line| pattern.is_match(line)).count();
        assert!(matched > 100, "{}: {matched}", pattern.source);
    }

    #[test]
    fn in_bytes_they_match_the_same() {
        let sources = [
            r"(?i)^(?:k|ß)\w{2}s\b",
            r"\p{Ll}{2}\. |[。！？].",
            r"^[^.!?]{1,3}['’]s?$",
            r"(?i)[а-яa]\pL\s[^\n]{2}",
            r"(?i)^sk[^a]{2}.k?$",
        ];
        sources.map(Pattern::new).iter().for_each(assert_same_in_bytes);
    }

    #[test]
    fn most_lines_are_told_without_the_classes_of_unicode() {
        let pattern = Pattern::new(r"(?i)^\p{L}+ \w{2}k\b");
        assert!(!pattern.is_match("Ça y est") && pattern.whole.get().is_none());
        assert!(pattern.is_match("Žádný é1\u{212a}") && pattern.whole.get().is_some());
    }
}
