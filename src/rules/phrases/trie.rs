//! The beginnings of phrases as a tree, in which that of a line is found in a few steps.

use super::fold::each;
use super::head::SHORTEST;
use std::borrow::Cow;
use std::ops::ControlFlow::{Break, Continue};
use std::ops::Range;

/// The bit for the names of networks; the others are for lists.
pub(super) const NETWORKS: u32 = 1 << 31;

/// The heads of some phrases. Those made from the files are constants. Branches that are the same to their end are one,
/// so a node has many beginnings; what belongs to it ends where that of the next one begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trie {
    /// The number of the node with which a line begins.
    pub(super) root: u32,
    /// What belongs to the first nodes: those at which heads end.
    pub(super) ends: Cow<'static, [End]>,
    /// The numbers of the phrases of which heads end at these nodes, those of one node in their order.
    pub(super) phrases: Cow<'static, [u32]>,
    /// Of each node: the first way from it.
    pub(super) ways: Cow<'static, [u32]>,
    /// The ways: each with its character, as a [`key`], and the node to which it leads. Those from one node are in their
    /// order. The two stand together: most of a walk is waiting for them.
    pub(super) steps: Cow<'static, [(u16, u32)]>,
}

/// What belongs to a node at which heads end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct End {
    /// The lists of these heads, a bit each.
    pub(super) lists: u32,
    /// The first phrase.
    pub(super) phrases: u32,
}

/// A character in 16 bits. Those that have none there, of emoji and old scripts, are one: what is found in a trie is
/// compared letter by letter.
pub(super) fn key(char: char) -> u16 {
    u16::try_from(char).unwrap_or(u16::MAX)
}

impl Trie {
    /// The lists that have a head with which `line` begins, a bit each.
    pub(super) fn lists(&self, line: &str) -> u32 {
        let (mut lists, ends) = (0, &*self.ends);
        self.walk(line, |node| lists |= ends.get(node).map_or(0, |end| end.lists));
        lists
    }

    /// The phrases with a number in `list` and a head with which `line` begins: first those with a short head, and else
    /// in their order.
    pub(super) fn phrases(&self, line: &str, list: &Range<u32>) -> Vec<u32> {
        let (all, ends) = (&*self.phrases, &*self.ends);
        let mut found = Vec::new();
        let mut length = 0;
        self.walk(line, |node| {
            length += 1;
            let end = |node: usize| ends.get(node).map(|end| end.phrases as usize);
            let range = end(node).zip(end(node + 1)).map(|(first, end)| first..end);
            let those = range.and_then(|range| all.get(range)).unwrap_or_default();
            let of_list = those.iter().filter(|phrase| list.contains(phrase));
            found.extend(of_list.map(|phrase| (*phrase, SHORTEST.min(length))));
        });
        // of several heads of one phrase the shortest counts
        found.sort_unstable();
        found.dedup_by_key(|(phrase, _)| *phrase);
        found.sort_unstable_by_key(|(phrase, length)| (*length, *phrase));
        found.into_iter().map(|(phrase, _)| phrase).collect()
    }

    /// Shows `visit` the nodes that `line` passes. Most lines leave the trie after a few characters.
    fn walk(&self, line: &str, mut visit: impl FnMut(usize)) {
        let (ways, steps) = (&*self.ways, &*self.steps);
        let next = |node: usize, char: char| {
            let (first, end) = (*ways.get(node)? as usize, *ways.get(node + 1)? as usize);
            let steps = steps.get(first..end)?;
            let place = steps.binary_search_by_key(&key(char), |(key, _)| *key).ok()?;
            steps.get(place).map(|(_, node)| *node as usize)
        };
        let mut node = self.root as usize;
        each(line, |char| match next(node, char) {
            Some(next) => {
                node = next;
                visit(node);
                Continue(())
            }
            None => Break(()),
        });
    }
}
