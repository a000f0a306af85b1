//! Phrases by how they begin.

use super::grow::{Growing, u32_of};
use super::head::SHORTEST;
use super::phrase::Phrase;
use super::trie::{Trie, of_end};
use std::borrow::Cow;
use std::ops::Range;

/// So many characters of a line tell which few phrases it may be.
pub(super) const LENGTH: usize = 6;
/// Of a phrase that can begin in more ways than this fewer characters do.
pub(super) const MOST: usize = 16;

/// The heads of some phrases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads {
    pub(super) trie: Trie,
    /// Of each end in the trie: the first of the phrases. They end where those of the next one begin.
    pub(super) ends: Cow<'static, [u32]>,
    /// The numbers of the phrases, those of one end in their order.
    pub(super) phrases: Cow<'static, [u32]>,
}

impl Heads {
    /// Those of `all` phrases, which have their places as numbers.
    pub(super) fn of<'p>(all: impl Iterator<Item = &'p Phrase>) -> Self {
        let mut growing: Growing<Vec<u32>> = Growing::default();
        for (number, phrase) in all.enumerate() {
            for head in phrase.heads(LENGTH, MOST) {
                let those = growing.end(head.chars());
                if those.last() != Some(&u32_of(number)) {
                    those.push(u32_of(number));
                }
            }
        }
        let (trie, of_ends) = growing.finish();
        let (mut ends, mut phrases) = (vec![0], Vec::new());
        for of_end in of_ends {
            phrases.extend(of_end);
            ends.push(u32_of(phrases.len()));
        }
        Self { trie, ends: Cow::Owned(ends), phrases: Cow::Owned(phrases) }
    }

    /// The phrases with a number in `list` and a head with which `line` begins: first those with a short head, and else
    /// in their order.
    pub(super) fn phrases(&self, line: &str, list: &Range<u32>) -> Vec<u32> {
        // a line begins as few phrases of one list do, and mostly passes one end with some
        let (mut found, mut passed) = (Vec::with_capacity(8), 0);
        self.trie.pass(line, |length, end| {
            let of_list =
                of_end(end, &self.ends, &self.phrases).iter().filter(|phrase| list.contains(phrase));
            let before = found.len();
            found.extend(of_list.map(|phrase| (*phrase, SHORTEST.min(length))));
            passed += usize::from(found.len() > before);
        });
        if passed > 1 {
            // of several heads of one phrase the shortest counts
            found.sort_unstable();
            found.dedup_by_key(|(phrase, _)| *phrase);
            found.sort_unstable_by_key(|(phrase, length)| (*length, *phrase));
        }
        found.into_iter().map(|(phrase, _)| phrase).collect()
    }
}
