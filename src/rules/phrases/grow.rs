//! From beginnings to a [`Trie`].

use super::trie::{ENDS, NOWHERE, Node, Step, Trie, key};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::mem::take;

/// A trie to which beginnings can be added, and of what belongs to them.
#[derive(Default)]
pub(super) struct Growing<E> {
    ways: BTreeMap<u16, Growing<E>>,
    end: E,
}

/// A branch by all that tells it from others.
#[derive(PartialEq, Eq, Hash)]
struct Branch<E> {
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

    /// The trie of all that were added, and what belongs to its ends.
    pub(super) fn finish(self) -> (Trie, Vec<E>) {
        let mut known = HashMap::new();
        let root = self.settle(&mut known);
        let mut branches: Vec<(Branch<E>, usize)> = known.into_iter().collect();
        branches.sort_unstable_by_key(|(_, number)| *number);
        let branches = branches.into_iter().map(|(branch, _)| (branch, None)).collect();
        let mut planting = Planting { branches, steps: Vec::new(), ends: Vec::new() };
        let root = planting.plant(root);
        let Planting { steps, ends, .. } = planting;
        let mut trie = Trie { third: Cow::default(), root, steps: Cow::Owned(steps) };
        trie.third = Cow::Owned(trie.thirds());
        (trie, ends)
    }

    /// The number of this branch, which it shares with those that are the same. Those after it have been given theirs.
    fn settle(self, known: &mut HashMap<Branch<E>, usize>) -> usize {
        let ways = self.ways.into_iter().map(|(key, next)| (key, next.settle(known))).collect();
        let number = known.len();
        *known.entry(Branch { end: self.end, ways }).or_insert(number)
    }
}

/// Gives each branch its place among the steps.
struct Planting<E> {
    /// By their numbers, with the nodes that they are if they have their place.
    branches: Vec<(Branch<E>, Option<Node>)>,
    steps: Vec<Step>,
    ends: Vec<E>,
}

impl<E: Default + Eq> Planting<E> {
    /// The node for a branch. Its steps come before those that follow on them, so that a walk mostly goes straight on.
    fn plant(&mut self, number: usize) -> Node {
        let Some((branch, node)) = self.branches.get_mut(number) else { return NOWHERE };
        if let Some(node) = node {
            return *node;
        }
        let (end, ways) = (take(&mut branch.end), take(&mut branch.ways));
        let end = (end != E::default()).then(|| {
            self.ends.push(end);
            u32_of(self.ends.len() - 1)
        });
        let place = u32_of(self.steps.len());
        // no more than there are characters in 16 bits
        let count = u16::try_from(ways.len()).unwrap_or(u16::MAX);
        let node = match end {
            Some(end) if count == 0 => Node(0, end | ENDS),
            Some(end) => {
                self.steps.push((0, 0, end));
                Node(count, place | ENDS)
            }
            None => Node(count, place),
        };
        let first = self.steps.len();
        self.steps.extend(ways.iter().map(|(key, _)| (*key, 0, 0)));
        for (step, (key, next)) in (first..).zip(ways) {
            let Node(ways, first) = self.plant(next);
            self.steps[step] = (key, ways, first);
        }
        self.branches[number].1 = Some(node);
        node
    }
}

/// There is no room in memory for more phrases than have a number.
pub(super) fn u32_of(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
