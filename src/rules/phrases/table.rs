//! The phrases of the files, which the build script has read: nothing of it is made when the program starts, and a phrase
//! is parsed when a line begins as it does.

use super::lines::End;
use super::{Phrase, Sought};
use constants::{COUNT, FIRST, HEADS, LINES, PLACES, RULES, WRITTEN};
use std::ops::Range;
use std::sync::OnceLock;

/// What the build script has made.
#[allow(clippy::unreadable_literal, reason = "nobody reads it")]
mod constants {
    use crate::rules::phrases::heads::Heads;
    use crate::rules::phrases::lines::{End, Lines};
    use crate::rules::phrases::sieve::Sieve;
    use crate::rules::phrases::trie::Trie;
    use std::borrow::Cow;

    // RULES: the rules with a list, in the order of the numbers of their lists. FIRST: the number of the first phrase of
    // each, and that of all phrases, which is COUNT. WRITTEN: all phrases, one after the other. PLACES: where each begins
    // in it, and where the last one ends. HEADS: how they begin. LINES: which lines they are, with the names of networks
    include!(concat!(env!("OUT_DIR"), "/table.rs"));
}

/// Those that were looked at.
static PARSED: [OnceLock<Option<Box<Phrase>>>; COUNT] = [const { OnceLock::new() }; COUNT];

/// Which list is that of the rule.
pub(super) fn number_of(rule: &str) -> Option<usize> {
    RULES.iter().position(|id| *id == rule)
}

/// The lists that hold `line` or may, a bit each, and [`NETWORKS`](super::lines::NETWORKS) if it may be the name of one.
pub(super) fn lists(line: &str) -> End {
    LINES.lists(line)
}

/// The lists that may hold the lines with which `words` begin.
pub(super) fn lists_of_starts(words: &str) -> u32 {
    LINES.lists_of_starts(words)
}

/// The first phrase of a list that is all of a line.
pub(super) fn find(list: usize, sought: &Sought) -> Option<&'static Phrase> {
    let candidates = candidates(list, sought.line());
    sought.first(candidates.iter().filter_map(|number| phrase(*number)))
}

/// The numbers of the phrases of a list that begin as `line` does.
pub(super) fn candidates(list: usize, line: &str) -> Vec<u32> {
    phrases_of(list).map(|of_list| HEADS.phrases(line, &of_list)).unwrap_or_default()
}

/// All phrases of a list.
pub(super) fn phrases(list: usize) -> impl Iterator<Item = &'static Phrase> {
    phrases_of(list).into_iter().flatten().filter_map(phrase)
}

/// Their numbers.
fn phrases_of(list: usize) -> Option<Range<u32>> {
    Some(*FIRST.get(list)?..*FIRST.get(list + 1)?)
}

/// The phrase with this number.
pub(super) fn phrase(number: u32) -> Option<&'static Phrase> {
    let number = number as usize;
    let written = || WRITTEN.get(*PLACES.get(number)? as usize..*PLACES.get(number + 1)? as usize);
    // the tests read every line: none is left out
    PARSED.get(number)?.get_or_init(|| written()?.parse().ok().map(Box::new)).as_deref()
}
