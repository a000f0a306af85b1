//! Every pair of paragraphs that are alike, with a verdict.

use super::paragraphs::{Paragraph, Paragraphs, groups};
use super::{contained, near, veto};
use crate::edit::{Similarity, Verdict};
use crate::options::Threshold;

/// Two paragraphs that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// How they compare.
    pub verdict: Verdict,
    /// The block that would stay: the first, or the longer one where one contains the other.
    pub first: usize,
    /// The other block.
    pub second: usize,
    /// How alike they are.
    pub similarity: Similarity,
}

/// The pairs of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// Sorted by place.
    pub list: Vec<Pair>,
    /// Whether all pairs were looked for: beyond 20,000 different paragraphs, or in paragraphs of over 20,000
    /// characters, only equal and contained ones are.
    pub is_complete: bool,
}

impl Pairs {
    /// All pairs in a document, sorted by place. Each copy is paired with the first of its equals, and near ones are
    /// looked for among the first of equals only.
    pub fn of(paragraphs: &Paragraphs, threshold: Threshold) -> Self {
        let all: Vec<Paragraph> = paragraphs.iter().collect();
        let groups = groups(&all);
        let pair = |verdict, first: usize, second: usize, similarity| Pair {
            verdict,
            first: all[first].block,
            second: all[second].block,
            similarity,
        };
        let mut pairs = Vec::new();
        for group in &groups {
            let copies = group[1..].iter();
            pairs.extend(copies.map(|&copy| pair(Verdict::Same, group[0], copy, Similarity::SAME)));
        }
        let firsts: Vec<usize> = groups.iter().map(|group| group[0]).collect();
        let (near, complete) = near::near(&all, &firsts, threshold);
        pairs.extend(near.into_iter().map(|(first, second, similarity)| {
            let verdict = veto::verdict(&all[first].canonical, &all[second].canonical);
            pair(verdict, first, second, similarity)
        }));
        let inside = contained::contained(&all);
        pairs.extend(
            inside.into_iter().map(|(long, short)| pair(Verdict::Contained, long, short, Similarity::SAME)),
        );
        pairs.sort_by_key(|pair| (pair.first, pair.second, pair.verdict));
        Self { list: pairs, is_complete: complete }
    }
}
