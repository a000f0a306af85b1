//! From beginnings to a [`Trie`].

use super::trie::{Trie, key};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// A trie to which beginnings can be added, and of what belongs to them.
#[derive(Default)]
pub(super) struct Growing<E> {
    ways: BTreeMap<u16, Growing<E>>,
    end: E,
}

/// A node by all that tells it from others.
#[derive(PartialEq, Eq, Hash)]
struct Node<E> {
    end: E,
    ways: Vec<(u16, usize)>,
}

impl<E: Default + Eq + Hash> Growing<E> {
    /// What belongs to a beginning.
    pub(super) fn end(&mut self, chars: &[char]) -> &mut E {
        let mut at = self;
        for char in chars {
            at = at.ways.entry(key(*char)).or_default();
        }
        &mut at.end
    }

    /// The trie of all that were added, and what belongs to its first nodes.
    pub(super) fn finish(self) -> (Trie, Vec<E>) {
        let mut known = HashMap::new();
        let root = self.settle(&mut known);
        let mut nodes: Vec<(Node<E>, usize)> = known.into_iter().collect();
        let nothing = E::default();
        nodes.sort_unstable_by_key(|(node, number)| (node.end == nothing, *number));
        let mut places = vec![0; nodes.len()];
        for (place, (_, number)) in nodes.iter().enumerate() {
            places[*number] = u32_of(place);
        }
        let (mut ends, mut ways, mut steps) = (Vec::new(), vec![0], Vec::new());
        for (node, _) in nodes {
            if node.end != nothing {
                ends.push(node.end);
            }
            steps.extend(node.ways.iter().map(|(key, node)| (*key, places[*node])));
            ways.push(u32_of(steps.len()));
        }
        let mut trie = Trie {
            third: Cow::default(),
            root: places[root],
            ways: Cow::Owned(ways),
            steps: Cow::Owned(steps),
        };
        trie.third = Cow::Owned(trie.thirds(ends.len()));
        (trie, ends)
    }

    /// The number of this node, which it shares with those that are the same. The nodes after it have been given theirs.
    fn settle(self, known: &mut HashMap<Node<E>, usize>) -> usize {
        let ways = self.ways.into_iter().map(|(key, next)| (key, next.settle(known))).collect();
        let number = known.len();
        *known.entry(Node { end: self.end, ways }).or_insert(number)
    }
}

/// There is no room in memory for more phrases than have a number.
pub(super) fn u32_of(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
