//! Which runs of words are remembered.

use super::words::Words;

/// Words in a shingle.
pub(super) const SHINGLE: usize = 6;
/// Of so many shingles in a row, the one with the smallest hash is kept.
const WINDOW: usize = 3;
/// Two passages of so many equal words have a kept shingle in common (S. Schleimer, D. Wilkerson and A. Aiken,
/// "Winnowing", SIGMOD 2003: shingle and window less one).
pub(super) const GUARANTEED: usize = SHINGLE + WINDOW - 1;

/// Each is compared with so many earlier ones, the first in the document.
const MOST_EARLIER: usize = 8;

/// Two equal shingles in different paragraphs, in the order in which passages are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    /// The later paragraph.
    pub(super) second: u32,
    /// The earlier one.
    pub(super) first: u32,
    /// How much further from its beginning the shingle stands in the second; equal in one passage.
    pub(super) diagonal: u32,
    /// The place of the shingle in the second paragraph, in words.
    pub(super) place: u32,
}

impl Seed {
    /// The place of the shingle in the first paragraph, in words.
    pub(super) fn place_in_first(self) -> usize {
        self.place.wrapping_sub(self.diagonal) as usize
    }
}

/// A kept shingle: its hash, and where it stands. Beyond four milliard paragraphs, or words of a paragraph, none are
/// kept.
type Kept = (u64, u32, u32);

/// The kept shingles that stand in more than one paragraph, each with the first places where it stands. Pairs of
/// paragraphs that are not `wanted` are left out.
///
/// The hash is a plain one, and equal hashes do not prove equal words: who makes text that collides gets seeds that lead
/// nowhere, no more than for text that repeats itself.
pub(super) fn seeds(words: &Words, wanted: impl Fn(usize, usize) -> bool) -> Vec<Seed> {
    let mut kept: Vec<Kept> = Vec::with_capacity(words.numbers().len() / 2);
    for (paragraph, places) in words.paragraphs().enumerate() {
        let hashes: Vec<u64> = words.numbers()[places].windows(SHINGLE).map(hash).collect();
        let Ok(paragraph) = u32::try_from(paragraph) else { break };
        winnow(&hashes, |at| kept.extend(u32::try_from(at).ok().map(|place| (hashes[at], paragraph, place))));
    }
    kept.sort_unstable();
    let mut seeds = Vec::new();
    for alike in kept.chunk_by(|one, two| one.0 == two.0) {
        for (number, &(_, second, place)) in alike.iter().enumerate() {
            let earlier = alike.iter().take(number.min(MOST_EARLIER));
            let earlier =
                earlier.filter(|(_, first, _)| *first != second && wanted(*first as usize, second as usize));
            seeds.extend(earlier.map(|&(_, first, in_first)| Seed {
                second,
                first,
                diagonal: place.wrapping_sub(in_first),
                place,
            }));
        }
    }
    seeds.sort_unstable();
    seeds
}

/// Tells the places of the shingles that are kept: of each window the last of the smallest. Where there is no full
/// window there is no passage that is long enough.
fn winnow(hashes: &[u64], mut keep: impl FnMut(usize)) {
    let mut kept = None;
    for (start, window) in hashes.windows(WINDOW).enumerate() {
        let smallest = window.iter().enumerate().rev().min_by_key(|(_, hash)| **hash);
        let smallest = smallest.map(|(at, _)| start + at);
        if smallest != kept {
            kept = smallest;
            smallest.into_iter().for_each(&mut keep);
        }
    }
}

/// Of equal runs of numbers, equal.
fn hash(numbers: &[u32]) -> u64 {
    // FNV-1a over whole numbers, its upper bits folded down: they vary most
    let hash = numbers.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, &number| {
        (hash ^ u64::from(number)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    proptest! {
        #[test]
        fn equal_runs_of_eight_words_have_a_kept_shingle_in_common(
            before in proptest::collection::vec(0..5_u32, 0..20),
            run in proptest::collection::vec(0..5_u32, GUARANTEED..20),
            after in proptest::collection::vec(0..5_u32, 0..20),
        ) {
            let kept = |numbers: &[u32]| {
                let hashes: Vec<u64> = numbers.windows(SHINGLE).map(hash).collect();
                let mut kept = HashSet::new();
                winnow(&hashes, |at| { kept.insert(hashes[at]); });
                kept
            };
            let whole = [before, run.clone(), after].concat();
            prop_assert!(!kept(&run).is_disjoint(&kept(&whole)));
        }
    }
}
