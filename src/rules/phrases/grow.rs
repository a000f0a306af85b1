//! From heads to a [`Trie`].

use super::trie::{End, Trie, key};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// A trie to which heads can be added.
#[derive(Default)]
pub(super) struct Growing {
    ways: BTreeMap<u16, Growing>,
    phrases: Vec<u32>,
    lists: u32,
}

/// A node by all that tells it from others.
#[derive(PartialEq, Eq, Hash)]
struct Node {
    lists: u32,
    phrases: Vec<u32>,
    ways: Vec<(u16, usize)>,
}

impl Growing {
    /// Adds a head that is of these `lists`, a bit each, and that of a phrase, if it is one. Phrases come in their order.
    pub(super) fn add(&mut self, head: &[char], lists: u32, phrase: Option<u32>) {
        let mut at = self;
        for char in head {
            at = at.ways.entry(key(*char)).or_default();
        }
        at.lists |= lists;
        at.phrases.extend(phrase.filter(|phrase| at.phrases.last() != Some(phrase)));
    }

    /// The trie of all that were added.
    pub(super) fn finish(self) -> Trie {
        let mut known = HashMap::new();
        let root = self.settle(&mut known);
        let mut nodes: Vec<(Node, usize)> = known.into_iter().collect();
        // heads end at the first
        nodes.sort_unstable_by_key(|(node, number)| (node.lists == 0, *number));
        let mut places = vec![0; nodes.len()];
        for (place, (_, number)) in nodes.iter().enumerate() {
            places[*number] = u32_of(place);
        }
        let (mut ends, mut phrases) = (Vec::new(), Vec::new());
        let (mut ways, mut steps) = (vec![0], Vec::new());
        for (node, _) in nodes {
            if node.lists != 0 {
                ends.push(End { lists: node.lists, phrases: u32_of(phrases.len()) });
                phrases.extend(node.phrases);
            }
            steps.extend(node.ways.iter().map(|(key, node)| (*key, places[*node])));
            ways.push(u32_of(steps.len()));
        }
        // where that of the last one ends
        ends.push(End { lists: 0, phrases: u32_of(phrases.len()) });
        Trie {
            root: places[root],
            ends: Cow::Owned(ends),
            phrases: Cow::Owned(phrases),
            ways: Cow::Owned(ways),
            steps: Cow::Owned(steps),
        }
    }

    /// The number of this node, which it shares with those that are the same. The nodes after it have been given theirs.
    fn settle(self, known: &mut HashMap<Node, usize>) -> usize {
        let ways = self.ways.into_iter().map(|(key, next)| (key, next.settle(known))).collect();
        let number = known.len();
        *known.entry(Node { lists: self.lists, phrases: self.phrases, ways }).or_insert(number)
    }
}

/// There is no room in memory for more phrases than have a number.
pub(super) fn u32_of(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
