//! Patterns for what no list of phrases can say, and the quick look at which lines they may match.

use super::cues::Cues;
use super::pattern::Pattern;
use super::starts::{Starts, may_begin_with, may_end_with};
use super::{consent_line, newsletter_line, promo_line, share_line};
use crate::scan::count_chars;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A pattern for what no list can say.
pub(super) struct Entry {
    /// What it is about.
    pub(super) name: &'static str,
    /// With one of these each line or sentence begins that matches, in lower case: most begin otherwise.
    pub(super) starts: &'static [&'static [&'static str]],
    /// Words of which each line that matches holds one: so the pattern is compiled only if there is such a line.
    pub(super) cues: &'static [&'static str],
    /// With one of these each line ends that matches, in lower case and but for a mark behind it; with any if there are none.
    pub(super) ends: &'static [&'static [&'static str]],
    pub(super) pattern: Pattern,
    /// The same for most lines that match.
    pub(super) usual: Option<Usual>,
}

/// A pattern that does not count characters: to count them takes many times as long.
pub(super) struct Usual {
    /// A line of at most so many characters that matches it matches the other pattern too.
    pub(super) most: usize,
    pub(super) pattern: Pattern,
}

impl Entry {
    /// Whether the pattern may match `line`: a look that needs no pattern to be compiled.
    pub(super) fn may_match(&self, line: &str) -> bool {
        let mut starts = self.starts.iter().flat_map(|starts| starts.iter());
        starts.any(|start| may_begin_with(line, start)) && self.may_end(line) && {
            let lower = line.to_lowercase();
            self.cues.iter().any(|cue| lower.contains(cue))
        }
    }

    /// Whether it matches `line`.
    pub(super) fn matches(&self, line: &str) -> bool {
        self.may_match(line) && (self.matches_as_usual(line) || self.pattern.is_match(line))
    }

    fn matches_as_usual(&self, line: &str) -> bool {
        let Some(Usual { most, pattern }) = &self.usual else { return false };
        count_chars(line.as_bytes()) <= *most && pattern.is_match(line)
    }

    fn may_end(&self, line: &str) -> bool {
        let line = line.strip_suffix(['.', '!']).unwrap_or(line);
        let mut ends = self.ends.iter().flat_map(|ends| ends.iter());
        self.ends.is_empty() || ends.any(|end| may_end_with(line, end))
    }
}

/// The patterns of all rules: a line that begins with no start or holds no cue of them is shown to none.
static CUED: [&[Entry]; 5] = [
    &share_line::BAR,
    &newsletter_line::CALLS,
    &newsletter_line::LED_TO,
    &consent_line::BANNERS,
    &promo_line::SITE,
];

static STARTS: LazyLock<Starts> = LazyLock::new(|| starts_of(entries()));
/// Those of the patterns to which other sentences may lead.
static STARTS_OF_LAST: LazyLock<Starts> = LazyLock::new(|| starts_of(newsletter_line::LED_TO.iter()));

static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::of(entries().flat_map(|entry| entry.cues).copied()));

fn entries() -> impl Iterator<Item = &'static Entry> {
    CUED.iter().flat_map(|entries| entries.iter())
}

fn starts_of(entries: impl Iterator<Item = &'static Entry>) -> Starts {
    Starts::of(entries.flat_map(|entry| entry.starts).flat_map(|starts| starts.iter().copied()))
}

/// Whether one of the patterns may match the line or its last sentence.
pub(super) fn is_cued(line: &str) -> bool {
    let may_begin =
        || STARTS.may_begin(line) || last_sentence(line).is_some_and(|last| STARTS_OF_LAST.may_begin(last));
    may_begin() && CUES.are_in(line)
}

/// The last sentence of a line with several.
pub(super) fn last_sentence(line: &str) -> Option<&str> {
    // a mark at the very end has nothing behind it
    let inner = &line.as_bytes()[..line.len().saturating_sub(1)];
    let ends = memchr::memrchr3_iter(b'.', b'!', b'?', inner).map(|mark| &line[mark + 1..]);
    let mut followed = ends.filter(|rest| rest.starts_with(' '));
    followed.next().map(str::trim_start)
}

/// The name of the first of `entries` that matches the whole line.
pub(super) fn first_match(entries: &'static [Entry], line: &str) -> Option<Cow<'static, str>> {
    entries.iter().find(|entry| entry.matches(line)).map(|entry| Cow::Borrowed(entry.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::string::string_regex;
    use proptest::test_runner::TestRunner;

    #[test]
    fn what_matches_begins_so_and_holds_a_cue() {
        for entry in entries() {
            what_matches_is_cued("", entry);
        }
        for entry in &newsletter_line::LED_TO {
            what_matches_is_cued("Or so. ", entry);
        }
    }

    /// Some lines that a pattern without its `\b` matches.
    fn lines_of(pattern: &Pattern) -> Vec<String> {
        let written = pattern.as_str().trim_start_matches("(?i)");
        let written = written.trim_start_matches('^').trim_end_matches('$').replace(r"\b", "");
        let (lines, mut runner) = (string_regex(&written).unwrap(), TestRunner::deterministic());
        (0..300).map(|_| lines.new_tree(&mut runner).unwrap().current()).collect()
    }

    #[test]
    fn what_matches_as_usual_matches() {
        for (entry, usual) in entries().filter_map(|entry| Some((entry, entry.usual.as_ref()?))) {
            let mut lines = lines_of(&usual.pattern);
            // what leaves most room for characters that are counted
            lines.extend(["get inbox -", "get - inbox", "get our newsletter"].map(str::to_owned));
            // as many characters as may be
            let padded = |line: &String, at: usize| {
                let missing = usual.most.checked_sub(line.chars().count())?;
                Some(format!("{}{}{}", line.get(..at)?, "é".repeat(missing), line.get(at..)?))
            };
            let longer: Vec<String> =
                lines.iter().flat_map(|line| (0..=line.len()).filter_map(|at| padded(line, at))).collect();
            lines.extend(longer);
            lines.retain(|line| line.chars().count() <= usual.most && usual.pattern.is_match(line));
            assert!(lines.iter().all(|line| entry.pattern.is_match(line)), "{}", entry.name);
            assert!(lines.len() > 500, "{}: {}", entry.name, lines.len());
        }
    }

    fn what_matches_is_cued(before: &str, entry: &Entry) {
        let mut matched = 0;
        for line in lines_of(&entry.pattern) {
            for line in [line.to_uppercase(), line] {
                let matches = entry.pattern.is_match(&line);
                assert_eq!(matches, (*entry.pattern).is_match(&line), "{line}");
                assert!(!matches || is_cued(&format!("{before}{line}")) && entry.matches(&line), "{line}");
                matched += usize::from(matches);
            }
        }
        assert!(matched > 100, "{}", entry.name);
    }
}
