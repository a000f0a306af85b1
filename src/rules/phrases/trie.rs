//! Beginnings of lines as a tree, in which that of a line is found in a few steps.

use super::fold::each;
use std::borrow::Cow;
use std::ops::ControlFlow::{self, Break};

/// A tree of characters, folded. Branches that are the same to their end are one, so a node has many beginnings. What
/// belongs to nodes is kept elsewhere, by their numbers: those to which something belongs come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trie {
    /// Of three letters whether something may begin so, a bit each, by [`place`].
    pub(super) begun: Cow<'static, [u64]>,
    /// The number of the node with which a line begins.
    pub(super) root: u32,
    /// Of each node: the first way from it.
    pub(super) ways: Cow<'static, [u32]>,
    /// The ways: each with its character, as a [`key`], and the node to which it leads. Those from one node are in their
    /// order. The two stand together: most of a walk is waiting for them.
    pub(super) steps: Cow<'static, [(u16, u32)]>,
}

/// A character in 16 bits. Those that have none there, of emoji and old scripts, are one: what is found in a trie is
/// compared letter by letter.
pub(super) fn key(char: char) -> u16 {
    u16::try_from(char).unwrap_or(u16::MAX)
}

/// How many bits [`Trie::begun`] has.
pub(super) const TRIPLES: usize = 1 << 15;

/// The bit of three letters.
pub(super) fn place(letters: [u8; 3]) -> usize {
    letters.iter().fold(0, |place, letter| place << 5 | usize::from(letter & 31))
}

impl Trie {
    /// Whether something may begin as `line` does: a quick look, for most lines begin with three letters.
    pub(super) fn may_begin(&self, line: &str) -> bool {
        let Some((letters, rest)) = line.as_bytes().split_first_chunk() else { return !line.is_empty() };
        // what follows may belong to the last one
        if !letters.iter().all(u8::is_ascii_alphabetic) || rest.first().is_some_and(|next| !next.is_ascii()) {
            return true;
        }
        let place = place(*letters);
        self.begun.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// Shows `visit` the characters of `line`, folded, with the number of the node to which they lead, if there is one, as
    /// long as it goes on.
    pub(super) fn walk(&self, line: &str, mut visit: impl FnMut(char, Option<usize>) -> ControlFlow<()>) {
        let mut node = Some(self.root as usize);
        each(line, |char| {
            node = node.and_then(|node| self.next(node, char));
            visit(char, node)
        });
    }

    /// Shows `visit` the nodes that `line` passes. Most lines leave the trie after a few characters.
    pub(super) fn pass(&self, line: &str, mut visit: impl FnMut(usize)) {
        self.walk(line, |_, node| node.map_or(Break(()), |node| ControlFlow::Continue(visit(node))));
    }

    fn next(&self, node: usize, char: char) -> Option<usize> {
        let (first, end) = (*self.ways.get(node)? as usize, *self.ways.get(node + 1)? as usize);
        let steps = self.steps.get(first..end)?;
        let place = match steps {
            // most nodes have one way
            [(only, _)] => (*only == key(char)).then_some(0)?,
            _ => steps.binary_search_by_key(&key(char), |(key, _)| *key).ok()?,
        };
        steps.get(place).map(|(_, node)| *node as usize)
    }
}
