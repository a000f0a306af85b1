//! From heads to a [`Trie`].

use super::trie::{Node, Trie};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A trie to which heads can be added.
#[derive(Default)]
pub(super) struct Growing {
    longer: BTreeMap<char, Growing>,
    phrases: Vec<u32>,
    lists: u32,
}

impl Growing {
    /// Adds a head that is of these `lists`, a bit each, and that of a phrase, if it is one. Phrases come in their order.
    pub(super) fn add(&mut self, head: &[char], lists: u32, phrase: Option<u32>) {
        let mut at = self;
        for char in head {
            at = at.longer.entry(*char).or_default();
        }
        at.lists |= lists;
        at.phrases.extend(phrase.filter(|phrase| at.phrases.last() != Some(phrase)));
    }

    /// The trie of all that were added.
    pub(super) fn finish(&self) -> Trie {
        let (mut nodes, mut chars, mut phrases) = (vec![Node::default()], vec!['\0'], Vec::new());
        let mut all = vec![self];
        let mut at = 0;
        while let Some(growing) = all.get(at).copied() {
            nodes[at].children = number(all.len());
            nodes[at].phrases = number(phrases.len());
            phrases.extend(&growing.phrases);
            for (char, longer) in &growing.longer {
                let lists = nodes[at].lists | longer.lists;
                nodes.push(Node { parent: number(at), lists, ..Node::default() });
                chars.push(*char);
                all.push(longer);
            }
            at += 1;
        }
        // where that of the last one ends
        nodes.push(Node { children: number(all.len()), phrases: number(phrases.len()), ..Node::default() });
        Trie { nodes: Cow::Owned(nodes), chars: Cow::Owned(chars), phrases: Cow::Owned(phrases) }
    }
}

/// There is no room in memory for more phrases than have a number.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
