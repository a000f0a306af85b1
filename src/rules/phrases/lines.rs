//! The lines that are phrases, one by one, and how others begin that may be: most lines are told by this alone.

use super::phrase::is_end_mark;
use super::sieve::Sieve;
use super::trie::Trie;
use std::borrow::Cow;
use std::ops::ControlFlow::{Break, Continue};

/// The bit for the names of networks; the others are for lists.
pub(super) const NETWORKS: u32 = 1 << 31;

/// The lines of many lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) trie: Trie,
    /// Of each node at which something ends.
    pub(super) ends: Cow<'static, [End]>,
    /// Holds most other lines back.
    pub(super) sieve: Sieve,
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
            if let Some(end) = node.and_then(|node| self.ends.get(node)) {
                lists.whole |= end.whole;
                lists.begun |= end.begun;
            }
            if node.is_none() && lists.whole == 0 { Break(()) } else { Continue(()) }
        });
        lists
    }

    /// The lists that may hold a line with which `words` begin, a bit each.
    pub(super) fn lists_of_starts(&self, words: &str) -> u32 {
        let mut lists = 0;
        self.trie.pass(words, |_, node| lists |= self.ends.get(node).map_or(0, |end| end.may_hold()));
        lists
    }
}
