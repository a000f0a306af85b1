//! Regular expressions that are compiled when they are first needed.

use super::narrow::Narrow;
use regex::{Regex, bytes};
use std::borrow::Cow;
use std::ops::Deref;
use std::sync::OnceLock;

/// A constant regular expression. It costs nothing until it is first used: to ask whether or how often it matches costs
/// less than what else a [`Regex`] can tell.
pub(super) struct Pattern {
    source: &'static str,
    regex: OnceLock<Regex>,
    /// The same for text of ASCII and most like it; nothing if it cannot be written so.
    narrow: OnceLock<Option<Narrow>>,
}

impl Pattern {
    pub(super) const fn new(source: &'static str) -> Self {
        Self { source, regex: OnceLock::new(), narrow: OnceLock::new() }
    }

    /// Whether it matches somewhere in a text.
    pub(super) fn is_match(&self, text: &str) -> bool {
        match self.in_bytes(text) {
            Some((regex, bytes)) => regex.is_match(&bytes),
            None => (**self).is_match(text),
        }
    }

    /// How often it matches in a text.
    pub(super) fn count(&self, text: &str) -> usize {
        match self.in_bytes(text) {
            Some((regex, bytes)) => regex.find_iter(&bytes).count(),
            None => self.find_iter(text).count(),
        }
    }

    /// The pattern for bytes, and those that stand in for the text, if they can: most lines need not wait for the classes of
    /// Unicode, which are large and slow to compile.
    fn in_bytes<'t>(&self, text: &'t str) -> Option<(&bytes::Regex, Cow<'t, [u8]>)> {
        // once all of Unicode is at hand it is quicker
        if self.regex.get().is_some() && !text.is_ascii() {
            return None;
        }
        let narrow = self.narrow.get_or_init(|| Narrow::of(self.source)).as_ref()?;
        Some((narrow.regex(), narrow.bytes_for(text)?))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_ascii_they_match_the_same() {
        let patterns = [
            Pattern::new(r"(?i)^(?:k|ß)\w{2}\b"),
            Pattern::new(r"\p{Ll}{2}\. |[。！？]."),
            Pattern::new(r"^[^.é]{1,3}['’]s?$"),
            Pattern::new(r"[а-яa]\pL\s"),
            Pattern::new(r"\b\pL+\b"),
        ];
        let lines = [
            "Kit", "kit ", "skis", "it. a", "It. ", "it's", "a.'s", "ab'", "ac d", "a1 ", "Xac\x0bd", "",
            "_a", "a_", "_",
        ];
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
            assert!(pattern.in_bytes("Kit").is_some(), "{}", pattern.source);
        }
    }

    #[test]
    fn in_place_of_others_bytes_match_the_same() {
        let sources = [
            r"(?i)^[a-z]+['’]s?\b [^.!?]{2,4}$",
            r"(?i)^[a-z]+['’]s? [^.!?]{2,4}$",
            r"\s?[:：|►▶»→]|\s[-–—]\s",
            r"(?i)é|ÿ|ß",
            r"\pL{3}(?: \pL+){1,2}[.•]",
            r"\p{Ll}{3}\. ",
            r"^\w+[\s·•]\S",
            r"(?i)part [0-9a-z](?-u:\b)",
            r"(?i)^[a-z]+\b \pL+(?: [^.]{1,3})?\b[-.:]?$",
            r"[a-z_]\b| \B.",
            r"\b[A-Z]|[^a-z]\w(?-u:\b)",
            r"(?-u:\b)[A-Za-z_]\w*[.:]?\w",
        ];
        let signs = [
            "é", "É", "ÿ", "Ÿ", "ß", "ẞ", "İ", "ı", "ſ", "\u{212A}", "\u{a0}", "’", "–", "•", "·", "…", "£",
            "»", "→", "📺", "\u{fe0f}", "я", "日", "²", "º", "µ", "×", "—", "한", "ぁ", "々", "、", "？",
        ];
        let shapes = [
            "a#s b#",
            "#",
            "a #b",
            "part 1#",
            "ab#c d#e.",
            "a#'s bc",
            "ab#. c",
            "x# #",
            "a# -#",
            "# – #",
            "a#:",
            "a_ _#",
            "a b_#",
            "a #_",
        ];
        for source in sources {
            let in_unicode = Regex::new(source).unwrap();
            for (sign, shape) in signs.iter().flat_map(|sign| shapes.map(|shape| (sign, shape))) {
                let line = shape.replace('#', sign);
                let pattern = Pattern::new(source);
                let found = (pattern.is_match(&line), pattern.count(&line));
                let expected = (in_unicode.is_match(&line), in_unicode.find_iter(&line).count());
                assert_eq!(found, expected, "{source}: {line:?}");
            }
            let of_marks = Pattern::new(source);
            of_marks.is_match("It’s “there” – for £3… ⤵ 🆕 🦋");
            assert!(of_marks.regex.get().is_none(), "{source}");
        }
    }
}
