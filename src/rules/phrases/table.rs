//! The phrases of the files, which the build script has read: nothing of it is made when the program starts, and a phrase
//! is parsed when a line begins as it does.

use super::lines::{End, Found};
use super::{Phrase, Sought};
use constants::{COUNT, FIRST, LINES, LISTED, PLACES, RULES, WRITTEN};
use std::ops::Range;
use std::sync::OnceLock;

/// What the build script has made.
#[allow(clippy::unreadable_literal, reason = "nobody reads it")]
mod constants {
    use crate::rules::phrases::lines::{End, Lines};
    use crate::rules::phrases::openings::Openings;
    use crate::rules::phrases::sieve::Sieve;
    use crate::rules::phrases::trie::{Node, Trie};
    use std::borrow::Cow;

    // RULES: the rules with a list, in the order of the numbers of their lists. FIRST: the number of the first phrase of
    // each, and that of all phrases, which is COUNT. WRITTEN: all phrases, one after the other. PLACES: where each begins
    // in it, and where the last one ends. LISTED: whether each is told by the lines that it is.
    // LINES: these, how the others begin, and the names of networks
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

/// How long a line may be with which `words` begin and that one of `lists` may hold, or none.
pub(super) fn reach(words: &str, lists: u32) -> Option<usize> {
    LINES.reach(words, lists)
}

/// Whether a line of a list, or the name of a network, may begin as `words` do. Of most lists nothing is known of this.
#[inline]
pub(super) fn may_open(list: usize, words: &str) -> bool {
    list != LINES.openings.list || LINES.openings.may_open(words)
}

/// The number of the first phrase of a list that is all of a line.
pub(super) fn find(list: usize, sought: &Sought) -> Option<u32> {
    let (told, mut found) = candidates(list, sought.line(), sought.is_told_apart())?;
    // so it is with most of those that are looked for
    if found.is_empty() {
        return told.map(|(_, number)| number);
    }
    found.extend(told);
    // first those with a short head, and else in their order
    found.sort_unstable();
    let is_told = |number: u32| told.is_some_and(|(_, told)| told == number);
    sought.first(found.iter().map(|(_, number)| *number), is_told, phrase)
}

/// Of the phrases of a list: the first that is `line`, where its lines tell that, and those that begin as it does and are
/// told by nothing else. Some of these may come twice.
pub(super) fn candidates(
    list: usize,
    line: &str,
    is_told_apart: bool,
) -> Option<(Option<Found>, Vec<Found>)> {
    let is_told = |number: u32| is_told_apart && LISTED.get(number as usize) == Some(&true);
    Some(LINES.phrases(line, &phrases_of(list)?, is_told))
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
    // the tests read every line: none is left out
    let parse = || written(number)?.parse().ok().map(Box::new);
    PARSED.get(number as usize)?.get_or_init(parse).as_deref()
}

/// The same as it is written.
pub(super) fn written(number: u32) -> Option<&'static str> {
    let number = number as usize;
    WRITTEN.get(*PLACES.get(number)? as usize..*PLACES.get(number + 1)? as usize)
}
