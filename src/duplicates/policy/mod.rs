//! Which copies go.

mod runs;
mod star;
mod structure;

pub use structure::Structure;

use super::canonical::canonical;
use super::paragraphs::{Paragraph, Paragraphs, are_equal};
use super::{RULE, shared};
use crate::document::{Document, Removals};
use crate::edit::{Copy, Evidence, Reason, Similarity, Verdict};
use crate::normalise::Kept;
use crate::options::Threshold;
use std::collections::BTreeMap;

/// Copies that stay because the text means them, by what it was seen to be.
pub type Meant = BTreeMap<Structure, usize>;

/// The copies that go where nobody asked for more.
///
/// Of the words that each condition alone took from what article extractors made of two sets of pages (91 and 793), so
/// many were no part of the article. From the articles themselves none of them takes a word.
///
/// | condition | first set | second set |
/// |---|---|---|
/// | a neighbour is equal, of at least 40 characters, and the text does not mean it | 100% | 97.0% |
/// | a run of at least 200 characters, mostly prose, follows on the first one (35 runs on 23 pages) | 100% | 99.8% |
/// | a run of at least 500 characters, mostly prose, stands elsewhere (68 runs on 36 pages, 13 of them of article extractors) | 100% | 100% |
/// | all of these | 100% | 99.7% |
/// | it is the record's own description, and a longer passage holds it | no page has one | no page has one |
///
/// A single paragraph that stands apart from its copy stays, however the condition is drawn: with at most three groups of
/// copies, each of two full sentences, 56% to 78% were right. So do neighbours that are nearly equal (45% on the second
/// set) and those that hold one another (26% to 57%).
///
/// `kept`: blocks that are not to go.
pub fn safe(paragraphs: &Paragraphs, kept: &Kept) -> (Removals, Meant) {
    let (mut removals, _) = described(paragraphs, kept);
    let (neighbours, mut meant) = neighbours(paragraphs, kept, &removals);
    removals.merge(neighbours);
    if !removals.is_empty() {
        // runs are for the next pass: what one goes against is not to go itself
        return (removals, meant);
    }
    let (runs, meant_runs) = runs::runs(paragraphs.document(), kept);
    for (structure, copies) in meant_runs {
        *meant.entry(structure).or_default() += copies;
    }
    (runs, meant)
}

/// Every copy, for those who ask for it: equal ones and near ones, runs of copies, and the record's own description.
pub fn all(paragraphs: &Paragraphs, threshold: Threshold, kept: &Kept) -> Removals {
    let (removals, holder) = described(paragraphs, kept);
    if !removals.is_empty() {
        return removals;
    }
    // with its short lines and headings, which are no copies by themselves
    let (runs, _) = runs::runs(paragraphs.document(), kept);
    if !runs.is_empty() {
        // the rest is for the next pass: what a run goes against is not to go itself
        return runs;
    }
    let stays = |block| kept.contains(block) || holder == Some(block);
    star::copies(paragraphs, threshold, stays)
}

/// Copies that stand next to each other. The first stays.
fn neighbours(paragraphs: &Paragraphs, kept: &Kept, gone: &Removals) -> (Removals, Meant) {
    let document = paragraphs.document();
    let mut removals = Removals::new();
    let mut meant = Meant::new();
    let mut before: Option<(usize, &str)> = None;
    let mut first = 0;
    for candidate in paragraphs.candidates().filter(|(block, _)| !gone.contains(*block)) {
        let block = candidate.0;
        if before.is_some_and(|before| before.0 + 1 == block && are_equal(before, candidate)) {
            match Structure::around(document, block) {
                _ if kept.contains(block) => {}
                Some(structure) => *meant.entry(structure).or_default() += 1,
                None => removals.push(block, copy_of(document, first, Verdict::Same, Similarity::SAME)),
            }
        } else {
            first = block;
        }
        before = Some(candidate);
    }
    (removals, meant)
}

/// The paragraphs that are the record's own description, where a longer passage that holds it stays; and that passage.
fn described(paragraphs: &Paragraphs, kept: &Kept) -> (Removals, Option<usize>) {
    let mut removals = Removals::new();
    let Some(description) = paragraphs.document().about().description.as_deref().map(canonical) else {
        return (removals, None);
    };
    let Some(long) = paragraphs.iter().find(|long| shared::holds(&long.canonical, &description)) else {
        return (removals, None);
    };
    let reason = copy_of(paragraphs.document(), long.block, Verdict::Contained, Similarity::SAME);
    let is_it = |short: &Paragraph| short.canonical == description && !kept.contains(short.block);
    paragraphs.iter().filter(is_it).for_each(|short| removals.push(short.block, reason.clone()));
    (removals, Some(long.block))
}

fn copy_of(document: &Document, stays: usize, verdict: Verdict, similarity: Similarity) -> Reason {
    let kept = document.block(stays).span();
    Reason::new(RULE, Evidence::Copy(Copy { verdict, kept, similarity }))
}
