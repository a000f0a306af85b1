//! How often each character, and each pair of characters, stands in a text: bounds on how like another it can be.

/// Single characters are counted by the lowest six bits of their numbers.
pub(super) type Letters = Histogram<64>;
/// Pairs of characters that follow each other.
pub(super) type Bigrams = Histogram<256>;

/// Counts. What stands there more than 255 times counts as 255: the bound is then lower, and holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Histogram<const BINS: usize> {
    bins: [u8; BINS],
    sum: u32,
}

impl Letters {
    pub(super) fn of(letters: &[u32]) -> Self {
        Self::count(letters.iter().map(|&letter| letter as usize))
    }

    /// So many edits at least lead from one text to the other: each adds a character, takes one, or does both.
    pub(super) fn fewest_edits(&self, other: &Self) -> usize {
        self.changes(other)
    }
}

impl Bigrams {
    pub(super) fn of(letters: &[u32]) -> Self {
        Self::count(letters.windows(2).map(|pair| (pair[0].wrapping_mul(37) ^ pair[1]) as usize))
    }

    /// So many edits at least lead from one text to the other: each adds at most two pairs, and takes at most two.
    pub(super) fn fewest_edits(&self, other: &Self) -> usize {
        self.changes(other).div_ceil(2)
    }
}

impl<const BINS: usize> Histogram<BINS> {
    fn count(items: impl Iterator<Item = usize>) -> Self {
        let mut bins = [0_u8; BINS];
        for item in items {
            let bin = &mut bins[item % BINS];
            *bin = bin.saturating_add(1);
        }
        Self { bins, sum: bins.iter().map(|&count| u32::from(count)).sum() }
    }

    /// The larger of what there is too much of and what there is too little of. The two differ as the sums do, and
    /// together they are the sum of the differences, which a processor has an instruction for.
    fn changes(&self, other: &Self) -> usize {
        let bins = self.bins.iter().zip(&other.bins);
        let differences: u32 = bins.map(|(one, two)| u32::from(one.abs_diff(*two))).sum();
        (differences + self.sum.abs_diff(other.sum)) as usize / 2
    }
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
        }
    }
}
