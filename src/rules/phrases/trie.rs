//! The beginnings of phrases as a tree, in which that of a line is found in a few steps.

use super::fold::each;
use super::head::SHORTEST;
use std::borrow::Cow;
use std::iter::successors;
use std::ops::ControlFlow::{Break, Continue};
use std::ops::Range;

/// How a line begins: the number of the longest beginning of phrases that it has, 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Start(u32);

/// All beginnings of some phrases, the shorter ones first. Those made from the files are constants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trie {
    pub(super) nodes: Cow<'static, [Node]>,
    /// The last character of each.
    pub(super) chars: Cow<'static, [char]>,
    /// The numbers of phrases by their heads, those of one head in their order.
    pub(super) phrases: Cow<'static, [u32]>,
}

/// A beginning. What belongs to it ends where that of the next one begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// The beginning without its last character.
    pub(super) parent: u32,
    /// The first of those with one character more, which stand in the order of that character.
    pub(super) children: u32,
    /// The first of the phrases of which it is a head.
    pub(super) phrases: u32,
    /// The lists of which it or what it begins with is a head, a bit each.
    pub(super) lists: u32,
}

impl Trie {
    /// How `line` begins. Most lines are left after a few characters.
    pub(super) fn start(&self, line: &str) -> Start {
        let mut start = Start::default();
        each(line, |char| match self.next(start, char) {
            Some(next) => {
                start = next;
                Continue(())
            }
            None => Break(()),
        });
        start
    }

    fn next(&self, start: Start, char: char) -> Option<Start> {
        let Range { start: first, end } = self.range(start.0, |node| node.children);
        let place = self.chars.get(first..end)?.binary_search(&char).ok()?;
        u32::try_from(first + place).ok().map(Start)
    }

    /// The lists that have a phrase of which a head is `start` or what it begins with, a bit each.
    pub(super) fn lists(&self, start: Start) -> u32 {
        self.node(start.0).lists
    }

    /// The phrases with a number in `list` of which a head is `start` or what it begins with: first those with a short
    /// head, and else in their order.
    pub(super) fn phrases(&self, start: Start, list: &Range<u32>) -> Vec<u32> {
        let path = || successors(Some(start.0).filter(|at| *at > 0), |at| Some(self.node(*at).parent).filter(|at| *at > 0));
        let length = path().count();
        let mut found = Vec::new();
        for (removed, at) in path().enumerate() {
            let ends = self.range(at, |node| node.phrases);
            let those = self.phrases.get(ends).unwrap_or_default().iter().filter(|phrase| list.contains(phrase));
            found.extend(those.map(|phrase| (SHORTEST.min(length - removed), *phrase)));
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|(_, phrase)| phrase).collect()
    }

    fn node(&self, at: u32) -> Node {
        self.nodes.get(at as usize).copied().unwrap_or_default()
    }

    /// From what `of` tells of a node to what it tells of the next one.
    fn range(&self, at: u32, of: impl Fn(Node) -> u32) -> Range<usize> {
        of(self.node(at)) as usize..of(self.node(at + 1)) as usize
    }
}
