//! Lines that are told by what they say: the shape that all such rules ask for.

use super::Hits;
use super::cues::Cues;
use super::frame::{self, Line, Link};
use super::pattern::Pattern;
use super::phrases::Listed;
use super::starts::{Starts, may_begin_with};
use super::{consent_line, newsletter_line, promo_line, share_line};
use crate::ascii::trim;
use crate::document::{Document, Kind};
use std::borrow::Cow;
use std::sync::LazyLock;

/// A line with more characters than this says something of its own.
const LONGEST: usize = 200;
/// No rule asks for lines that are longer than this.
const LONGEST_OF_ALL: usize = 400;

/// Asks for the removal of each paragraph that is one line and that one of the rule's lists holds, or of which `matched`
/// names one of the [`CUED`] patterns, if it `may_go`. `matched` is given the words of the line, and not asked about those
/// without a cue, which are most lines of most texts; `may_go` is given the paragraph's index.
pub(super) fn remove(
    document: &Document,
    hits: &mut Hits,
    matched: impl Fn(&str) -> Option<Cow<'static, str>>,
    may_go: impl Fn(usize) -> bool,
) {
    remove_up_to(LONGEST, document, hits, matched, may_go);
}

/// As [`remove`], for lines of at most `longest` characters.
pub(super) fn remove_up_to(
    longest: usize,
    document: &Document,
    hits: &mut Hits,
    matched: impl Fn(&str) -> Option<Cow<'static, str>>,
    may_go: impl Fn(usize) -> bool,
) {
    debug_assert!((LONGEST..=LONGEST_OF_ALL).contains(&longest));
    let (reading, lists) = (hits.reading(), hits.lists());
    let look_at = |(block, short): (usize, Short)| {
        let is_cued = short.is_cued;
        let may_be_listed = lists.may_hold(short.listed);
        if !is_cued && !may_be_listed {
            return;
        }
        let line = trim(document.block_text(block));
        if is_longer(line, longest) {
            return;
        }
        let line = words(line);
        let phrase = may_be_listed.then(|| lists.find(&line)).flatten();
        let entry = phrase.or_else(|| is_cued.then(|| matched(&line)).flatten());
        let Some(entry) = entry else { return };
        reading.tell_of(block);
        if may_go(block) {
            hits.remove_phrase(block, entry);
        }
    };
    if lists.have_own() {
        let short = |line: Line| Some((line.block, Short::of(document, &line, &line.text())?));
        let all = reading.lines().filter_map(short);
        all.for_each(look_at);
    } else {
        reading.shorts().for_each(look_at);
    }
}

/// A paragraph that is one short line, and what tells whether a rule has to look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Short {
    /// The lists that may hold it.
    listed: Listed,
    /// Whether an [`Entry`] may match it.
    is_cued: bool,
}

impl Short {
    /// What a line is that reads `text` in the frame, if it is such a paragraph.
    pub(super) fn of(document: &Document, of_frame: &Line, text: &str) -> Option<Self> {
        if of_frame.kind != Kind::Paragraph {
            return None;
        }
        let raw = document.block_text(of_frame.block);
        // most lines stand there as they are read
        if text.len() == raw.len() {
            let short = || Self { listed: of_frame.listed, is_cued: is_cued(text) };
            return (!is_longer(raw, LONGEST_OF_ALL)).then(short);
        }
        let line = trim(raw);
        // a line may be long for the blanks around it
        if is_longer(line, LONGEST_OF_ALL) || of_frame.is_long && line.contains('\n') {
            return None;
        }
        let has_link = of_frame.is_long || of_frame.link != Link::None;
        let words = if has_link { words(line) } else { frame::bare(line).into() };
        // they mostly are the same words
        let listed = if words == text { of_frame.listed } else { Listed::of(&words) };
        Some(Self { listed, is_cued: is_cued(&words) })
    }

    /// Whether a list or a pattern of the rules may hold it.
    pub(super) fn may_be_found(self) -> bool {
        self.is_cued || !self.listed.is_in_no_list()
    }
}

/// Whether a line has more characters than `longest`. None has less than a byte, nor more than four.
fn is_longer(line: &str, longest: usize) -> bool {
    line.len() > longest && (line.len() > 4 * longest || line.chars().count() > longest)
}

/// The words of a line. With a link among them they are a phrase only if they are many: `Like [this](https://…):` is the
/// author's.
fn words(line: &str) -> Cow<'_, str> {
    const FEW: usize = 3;
    let bare = frame::bare(line);
    if frame::target(bare).is_none() || bare.contains("![") {
        return bare.into();
    }
    let words = frame::words(bare);
    if words.split_whitespace().nth(FEW).is_some() { words } else { bare.into() }
}

/// A pattern for what no list can say.
pub(super) struct Entry {
    /// What it is about.
    pub(super) name: &'static str,
    /// With one of these each line or sentence begins that matches, in lower case: most begin otherwise.
    pub(super) starts: &'static [&'static [&'static str]],
    /// Words of which each line that matches holds one: so the pattern is compiled only if there is such a line.
    pub(super) cues: &'static [&'static str],
    pub(super) pattern: Pattern,
}

impl Entry {
    /// Whether the pattern may match `line`: a look that needs no pattern to be compiled.
    pub(super) fn may_match(&self, line: &str) -> bool {
        let mut starts = self.starts.iter().flat_map(|starts| starts.iter());
        starts.any(|start| may_begin_with(line, start)) && {
            let lower = line.to_lowercase();
            self.cues.iter().any(|cue| lower.contains(cue))
        }
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
    let matches = |entry: &&Entry| entry.may_match(line) && entry.pattern.is_match(line);
    entries.iter().find(matches).map(|entry| Cow::Borrowed(entry.name))
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

    fn what_matches_is_cued(before: &str, entry: &Entry) {
        let written = entry.pattern.as_str().trim_start_matches("(?i)");
        let written = written.trim_start_matches('^').trim_end_matches('$').replace(r"\b", "");
        let lines = string_regex(&written).unwrap();
        let (mut runner, mut matched) = (TestRunner::deterministic(), 0);
        for _ in 0..300 {
            let line = lines.new_tree(&mut runner).unwrap().current();
            for line in [line.to_uppercase(), line] {
                let matches = entry.pattern.is_match(&line);
                assert!(!matches || is_cued(&format!("{before}{line}")) && entry.may_match(&line), "{line}");
                matched += usize::from(matches);
            }
        }
        assert!(matched > 100, "{}", entry.name);
    }
}
