//! All pairs of paragraphs that are nearly equal, exactly.
//!
//! `strsim` is the judge. Before it is asked, two bounds that never reject what it would accept leave out nearly all
//! pairs: a paragraph can only be like one of about its own length, and each edit changes the count of few characters.

use super::paragraphs::Paragraph;
use crate::edit::Similarity;
use crate::options::Threshold;

/// Documents with more different paragraphs than this are not searched for near copies.
pub(super) const MOST_PARAGRAPHS: usize = 20_000;
/// Nor are paragraphs of more characters than this.
pub(super) const LONGEST: usize = 20_000;

/// A paragraph, measured.
struct Measured<'a> {
    /// Its place among the paragraphs.
    index: usize,
    text: &'a str,
    /// In characters.
    length: usize,
    histogram: [u16; 64],
}

impl<'a> Measured<'a> {
    fn new(index: usize, text: &'a str) -> Self {
        let mut histogram = [0_u16; 64];
        let mut length = 0;
        for char in text.chars() {
            // neighbours in the code charts fall into different bins
            let bin = &mut histogram[(u32::from(char) % 64) as usize];
            *bin = bin.saturating_add(1);
            length += 1;
        }
        Self { index, text, length, histogram }
    }

    /// So many edits at least lead from one to the other: an edit adds one character, takes one, or does both.
    fn fewest_edits(&self, other: &Self) -> usize {
        let bins = self.histogram.iter().zip(&other.histogram);
        let (more, less) = bins.fold((0, 0), |(more, less), (&one, &two)| {
            (more + usize::from(one.saturating_sub(two)), less + usize::from(two.saturating_sub(one)))
        });
        more.max(less)
    }
}

/// Whether `distance` edits in `longest` characters are few enough, in whole numbers.
fn is_within(distance: usize, longest: usize, threshold: Threshold) -> bool {
    let differing = 1000 - usize::from(threshold.as_thousandths());
    1000 * distance <= differing * longest
}

/// The pairs of `chosen` places whose paragraphs are different and similar enough, and whether all were looked at.
pub(super) fn near(
    paragraphs: &[Paragraph],
    chosen: &[usize],
    threshold: Threshold,
) -> (Vec<(usize, usize, Similarity)>, bool) {
    if chosen.len() > MOST_PARAGRAPHS {
        return (Vec::new(), false);
    }
    let mut measured: Vec<Measured> =
        chosen.iter().map(|&index| Measured::new(index, &paragraphs[index].canonical)).collect();
    measured.retain(|one| one.length <= LONGEST);
    let complete = measured.len() == chosen.len();
    measured.sort_by_key(|one| (one.length, one.index));
    let mut found = Vec::new();
    for (place, long) in measured.iter().enumerate() {
        let window = measured[..place].iter().rev();
        for short in window.take_while(|short| is_within(long.length - short.length, long.length, threshold))
        {
            if is_within(long.fewest_edits(short), long.length, threshold) {
                let distance = strsim::levenshtein(short.text, long.text);
                if is_within(distance, long.length, threshold) {
                    let (first, second) = (short.index.min(long.index), short.index.max(long.index));
                    found.push((first, second, Similarity::of_distance(distance, long.length)));
                }
            }
        }
    }
    (found, complete)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_bound_never_exceeds_the_distance(a in "[a-eä\u{4e00}-\u{4e10}]{0,40}", b in "[a-eä\u{4e00}-\u{4e10}]{0,40}") {
            let bound = Measured::new(0, &a).fewest_edits(&Measured::new(1, &b));
            prop_assert!(bound <= strsim::levenshtein(&a, &b));
        }
    }
}
