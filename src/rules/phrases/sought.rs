//! A line that is looked for in lists: read once, however many they are.

use super::Listed;
use super::fold::fold;
use super::lines::End;
use super::part::chars_of;
use super::phrase::Phrase;
use super::rest::Split;
use super::table;
use super::tail::Tail;
use super::trie::is_told_apart;
use std::cell::OnceCell;

/// A line on its way through the lists.
#[derive(Clone, Debug)]
pub struct Sought<'l> {
    whole: &'l str,
    /// Without the marks before it.
    line: &'l str,
    /// What is known of it by how it begins.
    listed: Listed,
    /// Whether it is the author's own word, in italics.
    in_italics: bool,
    /// How it is compared, and the characters in it.
    folded: OnceCell<(Vec<char>, u64)>,
    /// The ways in which it is a label and something after it, for each kind of tail.
    splits: [OnceCell<Vec<Split<'l>>>; Tail::COUNT],
}

impl<'l> Sought<'l> {
    /// The line, but for marks before it.
    pub fn new(line: &'l str) -> Self {
        Self::listed(line, Listed::of(line))
    }

    /// The same for a line of which is known what may hold it.
    pub(in super::super) fn listed(line: &'l str, listed: Listed) -> Self {
        debug_assert_eq!(listed, Listed::of(line));
        let in_italics = line.starts_with(['*', '_']) && !line.starts_with("**") && !line.starts_with("__");
        let (whole, line) = (line, without_marks(line));
        Self { whole, line, listed, in_italics, folded: OnceCell::new(), splits: Default::default() }
    }

    /// The lists of the table that hold the line or may.
    pub(super) fn lists(&self) -> End {
        self.listed.0
    }

    /// Whether the list of the table with this number holds the line.
    pub(super) fn is_in(&self, list: usize) -> bool {
        let is_among = |lists: u32| lists >> list & 1 == 1;
        let End { whole, begun } = self.lists();
        is_among(whole | begun)
            && (is_among(whole) && self.is_told_apart() || table::find(list, self).is_some())
    }

    /// Whether the lines of the table tell what they are said to of all its characters.
    pub(super) fn is_told_apart(&self) -> bool {
        self.line.is_ascii() || self.line.chars().all(is_told_apart)
    }

    /// The line as it was given.
    pub(in super::super) fn whole(&self) -> &'l str {
        self.whole
    }

    pub(super) fn line(&self) -> &'l str {
        self.line
    }

    fn is_whole(&self, phrase: &Phrase) -> bool {
        if phrase.tail().is_some() || !phrase.may_be(self.line) {
            return false;
        }
        let (folded, chars) = self.folded.get_or_init(|| {
            let folded = fold(self.line);
            let chars = chars_of(&folded);
            (folded, chars)
        });
        phrase.may_have(*chars) && phrase.is(folded)
    }

    fn has_tail(&self, phrase: &Phrase) -> bool {
        // a line in italics with a link in it is the author's own word
        let Some(tail) = phrase.tail().filter(|tail| *tail != Tail::Title || !self.in_italics) else {
            return false;
        };
        let splits = self.splits[tail as usize].get_or_init(|| tail.splits(self.line));
        // most labels are longer than the phrase
        splits
            .iter()
            .any(|split| phrase.may_be(split.label) && phrase.is(split.folded()) && tail.is(split.rest))
    }

    /// The first of some phrases that is all of the line, by their numbers. Of some `is_told` that they are. What needs no
    /// name, date or title after it comes first.
    pub(super) fn first<'p>(
        &self,
        mut numbers: impl Iterator<Item = u32> + Clone,
        is_told: impl Fn(u32) -> bool,
        phrase: impl Fn(u32) -> Option<&'p Phrase>,
    ) -> Option<u32> {
        let is_whole = |number: u32| phrase(number).is_some_and(|phrase| self.is_whole(phrase));
        let whole = numbers.clone().find(|number| is_told(*number) || is_whole(*number));
        whole.or_else(|| numbers.find(|number| phrase(*number).is_some_and(|phrase| self.has_tail(phrase))))
    }
}

/// The line without the marks before it.
#[inline]
pub(super) fn without_marks(line: &str) -> &str {
    // most lines begin with a letter
    let is_plain = line.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    if is_plain { line } else { trim_marks(line) }
}

#[inline(never)]
fn trim_marks(line: &str) -> &str {
    line.trim_start_matches(is_mark)
}

/// What may stand before a phrase: the mark of an item, an arrow, emphasis.
fn is_mark(char: char) -> bool {
    matches!(char, '[' | '-' | '–' | '—' | '|' | ':' | '•' | '►' | '▶' | '»' | '>' | '→' | '*' | '_' | ' ')
}
