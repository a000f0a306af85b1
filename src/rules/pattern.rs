//! Regular expressions that are compiled when they are first needed.

use regex::{Regex, bytes};
use std::ops::Deref;
use std::sync::OnceLock;

/// A constant regular expression. It costs nothing until it is first used: to ask whether or how often it matches costs
/// less than what else a [`Regex`] can tell.
pub(super) struct Pattern {
    source: &'static str,
    regex: OnceLock<Regex>,
    /// The same for text of ASCII; nothing if it cannot be written so.
    in_ascii: OnceLock<Option<bytes::Regex>>,
}

impl Pattern {
    pub(super) const fn new(source: &'static str) -> Self {
        Self { source, regex: OnceLock::new(), in_ascii: OnceLock::new() }
    }

    /// Whether it matches somewhere in a text.
    pub(super) fn is_match(&self, text: &str) -> bool {
        match self.for_ascii(text) {
            Some(regex) => regex.is_match(text.as_bytes()),
            None => (**self).is_match(text),
        }
    }

    /// How often it matches in a text.
    pub(super) fn count(&self, text: &str) -> usize {
        match self.for_ascii(text) {
            Some(regex) => regex.find_iter(text.as_bytes()).count(),
            None => self.find_iter(text).count(),
        }
    }

    /// What it is for a text of ASCII, if the text is one. Most lines are, and need not wait for the classes of Unicode,
    /// which are large and slow to compile.
    fn for_ascii(&self, text: &str) -> Option<&bytes::Regex> {
        let compile = || bytes::RegexBuilder::new(&in_ascii(self.source)).unicode(false).build().ok();
        text.is_ascii().then(|| self.in_ascii.get_or_init(compile))?.as_ref()
    }
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        #[expect(
            clippy::expect_used,
            reason = "a constant; the examples of its rule compile it in the tests"
        )]
        self.regex.get_or_init(|| Regex::new(self.source).expect("a constant pattern compiles"))
    }
}

/// What a pattern is where all is ASCII: of a class the part that is there, and for other characters a byte that no such
/// text has. None of the patterns names the long `s` or the sign of kelvin, which are letters of ASCII in another case.
fn in_ascii(source: &str) -> String {
    let classes = [(r"\p{Ll}", "[a-z]"), (r"\p{Lu}", "[A-Z]"), (r"\p{L}", "[A-Za-z]"), (r"\pL", "[A-Za-z]")];
    let narrow = classes.iter().fold(source.to_owned(), |source, (class, part)| source.replace(class, part));
    narrow.replace(|char: char| !char.is_ascii(), r"\x80")
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn in_ascii_they_match_the_same() {
        let patterns = [
            Pattern::new(r"(?i)^(?:k|ß)\w{2}\b"),
            Pattern::new(r"\p{Ll}{2}\. |[。！？]."),
            Pattern::new(r"^[^.é]{1,3}['’]s?$"),
            Pattern::new(r"[а-яa]\pL\s"),
        ];
        let lines =
            ["Kit", "kit ", "skis", "it. a", "It. ", "it's", "a.'s", "ab'", "ac d", "a1 ", "Xac\x0bd", ""];
        for pattern in patterns {
            for line in lines {
                assert_eq!(pattern.is_match(line), (*pattern).is_match(line), "{}: {line:?}", pattern.source);
                assert_eq!(
                    pattern.count(line),
                    pattern.find_iter(line).count(),
                    "{}: {line:?}",
                    pattern.source
                );
            }
            assert!(pattern.in_ascii.get().is_some_and(Option::is_some), "{}", pattern.source);
        }
    }
}
