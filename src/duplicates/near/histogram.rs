//! How often each run of characters stands in a text: bounds on how like another it can be.

/// Single characters are counted by the lowest six bits of their numbers.
pub(super) type Letters = Histogram<1, 64>;
/// Two characters in a row.
pub(super) type Bigrams = Histogram<2, 256>;
/// Three.
pub(super) type Trigrams = Histogram<3, 2048>;

/// How often each run of `RUN` characters stands in a text. What stands there more than 255 times counts as 255: the
/// bound is then lower, and holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Histogram<const RUN: usize, const BINS: usize> {
    bins: [u8; BINS],
    sum: u32,
}

impl<const RUN: usize, const BINS: usize> Histogram<RUN, BINS> {
    pub(super) fn of(letters: &[u32]) -> Self {
        let mut bins = [0_u8; BINS];
        for run in letters.windows(RUN) {
            let bin = &mut bins[bin(run) % BINS];
            *bin = bin.saturating_add(1);
        }
        Self { bins, sum: bins.iter().map(|&count| u32::from(count)).sum() }
    }

    /// So many edits at least lead from one text to the other: each adds a character or takes one or does both, and with
    /// it at most as many runs as the run has characters.
    ///
    /// What there is too much of and what there is too little of, in runs, differ as the sums do; together they are the
    /// sum of the differences, which a processor has an instruction for.
    pub(super) fn fewest_edits(&self, other: &Self) -> usize {
        let bins = self.bins.iter().zip(&other.bins);
        let differences: u32 = bins.map(|(one, two)| u32::from(one.abs_diff(*two))).sum();
        let larger = u32::midpoint(differences, self.sum.abs_diff(other.sum));
        (larger as usize).div_ceil(RUN)
    }
}

/// A number for a run of characters, spread over the lowest bits. A single character keeps its own.
fn bin(run: &[u32]) -> usize {
    let hash = run.iter().fold(0_u32, |hash, letter| (hash ^ letter).wrapping_mul(0x85eb_ca6b));
    if let [letter] = run { *letter as usize } else { (hash >> 16) as usize }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duplicates::near::alphabet::Alphabet;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_bound_exceeds_the_distance(
            a in "[a-eä\u{4e00}-\u{4e60}]{0,40}|a{0,400}",
            b in "[a-eä\u{4e00}-\u{4e60}]{0,40}|a{0,400}",
        ) {
            let mut alphabet = Alphabet::new();
            let (one, two) = (alphabet.spell(&a), alphabet.spell(&b));
            let distance = strsim::levenshtein(&a, &b);
            prop_assert!(Letters::of(&one).fewest_edits(&Letters::of(&two)) <= distance);
            prop_assert!(Bigrams::of(&one).fewest_edits(&Bigrams::of(&two)) <= distance);
            prop_assert!(Trigrams::of(&one).fewest_edits(&Trigrams::of(&two)) <= distance);
        }
    }
}
