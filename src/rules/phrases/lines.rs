//! The lines that are phrases, one by one, and how others begin that may be: most lines are told by this alone.

use super::openings::Openings;
use super::phrase::is_end_mark;
use super::sieve::Sieve;
use super::trie::{Node, Trie, of_end};
use std::borrow::Cow;
use std::ops::ControlFlow::{Break, Continue};
use std::ops::Range;

/// The bit for the names of networks; the others are for lists.
pub(super) const NETWORKS: u32 = 1 << 31;

/// How many characters of a line tell a phrase, as [`Heads`](super::heads::Heads) count them, and its number: of several the
/// first in this order is found.
pub(super) type Found = (u32, u32);

/// The lines of many lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) trie: Trie,
    /// What ends, by its number in the trie.
    pub(super) ends: Cow<'static, [End]>,
    /// Of each of these: the first of its phrases. They end where those of the next one begin.
    pub(super) first: Cow<'static, [u32]>,
    /// The phrases that are the line that ends at a node, and those that begin so and are not listed line by line.
    pub(super) phrases: Cow<'static, [Found]>,
    /// Holds most other lines back.
    pub(super) sieve: Sieve,
    /// How those begin that are asked about word by word.
    pub(super) openings: Openings,
}

/// The lists to which something belongs that ends at a node, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct End {
    /// Those that hold the line that ends here.
    pub(super) whole: u32,
    /// Those with a phrase that begins so and is not listed line by line.
    pub(super) begun: u32,
}

impl End {
    /// The lists that may hold a line of which this is known.
    pub(super) fn may_hold(self) -> u32 {
        self.whole | self.begun
    }
}

impl Lines {
    /// The lists that hold `line`, and those with a phrase that begins so, a bit each.
    pub(super) fn lists(&self, line: &str) -> End {
        if self.sieve.lets_through(line) { self.lists_of_some(line) } else { End::default() }
    }

    /// The same for a line that may be in one. Most are not: this is no part of the look at those.
    #[inline(never)]
    fn lists_of_some(&self, line: &str) -> End {
        let mut lists = End::default();
        self.trie.walk(line, |_, char, node| {
            // marks behind a line do not matter
            if lists.whole != 0 && !is_end_mark(char) {
                lists.whole = 0;
            }
            if let Some(end) = node.and_then(|node| self.ends.get(self.trie.end(node)?)) {
                lists.whole |= end.whole;
                lists.begun |= end.begun;
            }
            if node.is_none() && lists.whole == 0 { Break(()) } else { Continue(()) }
        });
        lists
    }

    /// Of the phrases with a number in `list`: the first that `line` is of those that the lines tell, as `is_told` says, and
    /// all others that begin so. Some of these may come twice.
    pub(super) fn phrases(
        &self,
        line: &str,
        list: &Range<u32>,
        is_told: impl Fn(u32) -> bool,
    ) -> (Option<Found>, Vec<Found>) {
        let (mut whole, mut begun) = (None, Vec::new());
        self.trie.walk(line, |_, char, node| {
            if whole.is_some() && !is_end_mark(char) {
                whole = None;
            }
            let at_node = node.map(|node| self.phrases_at(node)).unwrap_or_default();
            for found in at_node.iter().copied().filter(|(_, number)| list.contains(number)) {
                if is_told(found.1) {
                    whole = Some(whole.map_or(found, |first: Found| first.min(found)));
                } else {
                    begun.push(found);
                }
            }
            if node.is_none() && whole.is_none() { Break(()) } else { Continue(()) }
        });
        (whole, begun)
    }

    fn phrases_at(&self, node: Node) -> &[Found] {
        self.trie.end(node).map(|end| of_end(end, &self.first, &self.phrases)).unwrap_or_default()
    }

    /// How long a line may be, folded and but for marks behind it, with which `words` begin and that one of `lists` may hold,
    /// a bit each: none if there is none, and as long as it likes if one is not listed.
    pub(super) fn reach(&self, words: &str, lists: u32) -> Option<usize> {
        let mut reach = None;
        self.trie.pass(words, |length, end| {
            let End { whole, begun } = self.ends.get(end).copied().unwrap_or_default();
            if begun & lists != 0 {
                reach = Some(usize::MAX);
            } else if whole & lists != 0 {
                reach = reach.max(Some(length));
            }
        });
        reach
    }
}
