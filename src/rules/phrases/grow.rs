//! From beginnings to a [`Trie`].

use super::trie::{TRIPLES, Trie, key, place};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::ops::RangeInclusive;

/// The letters of ASCII, folded.
const LETTERS: RangeInclusive<u8> = b'a'..=b'z';

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
        let begun = Cow::Owned(self.begun());
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
        (Trie { begun, root: places[root], ways: Cow::Owned(ways), steps: Cow::Owned(steps) }, ends)
    }

    /// A bit for three letters with which something may begin.
    fn begun(&self) -> Vec<u64> {
        let mut begun = vec![0; TRIPLES / 64];
        let pairs = LETTERS.flat_map(|one| LETTERS.map(move |two| [one, two]));
        for letters in pairs.flat_map(|[one, two]| LETTERS.map(move |three| [one, two, three])) {
            if self.may_begin(&letters) {
                begun[place(letters) / 64] |= 1 << (place(letters) % 64);
            }
        }
        begun
    }

    /// Whether something begins with these letters, or ends in them.
    fn may_begin(&self, letters: &[u8]) -> bool {
        let Some((first, rest)) = letters.split_first() else { return true };
        let next = self.ways.get(&u16::from(*first));
        next.is_some_and(|next| next.end != E::default() || next.may_begin(rest))
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
