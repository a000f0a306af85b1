//! With which letters the lines of a list begin: a look at a few, for most words begin none.

use super::trie::{first_letters, place};
use std::borrow::Cow;

/// So many letters are looked at: with fewer, half of the words of titles begin as some line of a list does.
pub(super) const LETTERS: usize = 4;

/// How the lines of one list and the names of networks begin, if they do with letters of ASCII. A walk through a trie waits
/// for each of its steps; this is one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Openings {
    /// The number of the list.
    pub(super) list: usize,
    /// A bit for each [`LETTERS`], by their [`place`].
    pub(super) bits: Cow<'static, [u64]>,
}

impl Openings {
    /// Whether a line of this list, or the name of a network, may begin as `words` do, or consist of the first of them.
    pub(super) fn may_open(&self, words: &str) -> bool {
        let has = |place: usize| {
            let bits = self.bits.get(place / u64::BITS as usize);
            bits.is_none_or(|bits| bits >> (place % u64::BITS as usize) & 1 == 1)
        };
        first_letters::<LETTERS>(words).is_none_or(|(letters, _)| has(place(letters)))
    }
}
