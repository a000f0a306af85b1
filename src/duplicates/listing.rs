//! A list that does not grow with the square of the document.

use crate::edit::Verdict;
use std::collections::BinaryHeap;
use std::fmt;

/// More pairs of a document are counted, not told.
pub const MOST_LISTED: usize = 1_000;

/// How many pairs there are, by verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts([u64; Verdict::ALL.len()]);

impl Counts {
    /// The number of pairs with this verdict.
    pub fn of(&self, verdict: Verdict) -> u64 {
        self.0[verdict as usize]
    }

    /// The number of all pairs.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    fn add(&mut self, verdict: Verdict, pairs: u64) {
        self.0[verdict as usize] += pairs;
    }

    fn take(&mut self, verdict: Verdict) {
        self.0[verdict as usize] -= 1;
    }
}

/// As `3 near, 12 numbers-differ`.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = Verdict::ALL.iter().zip(self.0).filter(|(_, pairs)| *pairs > 0);
        for (number, (verdict, pairs)) in counts.enumerate() {
            let comma = if number > 0 { ", " } else { "" };
            write!(f, "{comma}{pairs} {verdict}")?;
        }
        Ok(())
    }
}

/// What a pair is listed by: those that are most alike come first, then those that stand first.
pub(super) type Key = (Verdict, usize, usize);

/// The first so many pairs, and the number of all.
#[derive(Debug, Default)]
pub(super) struct Listing<T> {
    /// The last one on top.
    first: BinaryHeap<Entry<T>>,
    counts: Counts,
}

#[derive(Debug)]
struct Entry<T> {
    key: Key,
    detail: T,
}

impl<T> Listing<T> {
    pub(super) fn new() -> Self {
        Self { first: BinaryHeap::new(), counts: Counts::default() }
    }

    /// Enters a pair.
    pub(super) fn add(&mut self, key: Key, detail: impl FnOnce() -> T) {
        self.counts.add(key.0, 1);
        self.list(key, detail);
    }

    /// Enters all pairs of `members`, which stand in the document where `block` says, in order. Takes no longer for many
    /// than for few.
    pub(super) fn add_all(
        &mut self,
        verdict: Verdict,
        members: &[usize],
        block: impl Fn(usize) -> usize,
        detail: impl Fn(usize, usize) -> T,
    ) {
        let pairs = members.len() as u64 * (members.len() as u64).saturating_sub(1) / 2;
        self.counts.add(verdict, pairs);
        for (number, &first) in members.iter().enumerate() {
            for &second in &members[number + 1..] {
                // those that follow come later still
                if !self.list((verdict, block(first), block(second)), || detail(first, second)) {
                    return;
                }
            }
        }
    }

    /// Whether the pair is among the first, for now.
    fn list(&mut self, key: Key, detail: impl FnOnce() -> T) -> bool {
        if self.first.len() == MOST_LISTED {
            if self.first.peek().is_none_or(|last| key >= last.key) {
                return false;
            }
            self.first.pop();
        }
        self.first.push(Entry { key, detail: detail() });
        true
    }

    /// The pairs that are listed, by place, and the numbers of those that are not.
    pub(super) fn finish(mut self) -> (Vec<(Key, T)>, Counts) {
        for entry in &self.first {
            self.counts.take(entry.key.0);
        }
        let mut list: Vec<(Key, T)> = self.first.into_iter().map(|entry| (entry.key, entry.detail)).collect();
        list.sort_by_key(|((verdict, first, second), _)| (*first, *second, *verdict));
        (list, self.counts)
    }
}

impl<T> PartialEq for Entry<T> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl<T> Eq for Entry<T> {}

impl<T> PartialOrd for Entry<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Entry<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key.cmp(&other.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_listed_and_the_rest_is_counted() {
        let members: Vec<usize> = (0..100_000).collect();
        let mut listing = Listing::new();
        listing.add_all(Verdict::NumbersDiffer, &members, |member| member, |_, _| ());
        listing.add((Verdict::Near, 7, 9), || ());
        listing.add((Verdict::NumbersDiffer, 8, 9), || ());
        let (list, counts) = listing.finish();
        assert_eq!(list.len(), MOST_LISTED);
        assert_eq!(list.first(), Some(&((Verdict::NumbersDiffer, 0, 1), ())));
        assert_eq!(list.last(), Some(&((Verdict::Near, 7, 9), ())));
        assert_eq!(counts.to_string(), "4999949002 numbers-differ");
        assert_eq!(counts.total(), 100_000 * 99_999 / 2 + 2 - 1_000);
    }
}
