//! The copies that go where all are asked for.

use super::copy_of;
use crate::document::Removals;
use crate::duplicates::near::Near;
use crate::duplicates::paragraphs::{Paragraph, Paragraphs, groups};
use crate::duplicates::verdict::Facts;
use crate::edit::{Similarity, Verdict};
use crate::options::Threshold;
use std::collections::HashMap;

/// Every copy, equal or near, each against the first that stays and that it is itself a copy of.
///
/// `stays`: blocks that are not to go.
pub(super) fn copies(
    paragraphs: &Paragraphs,
    threshold: Threshold,
    stays: impl Fn(usize) -> bool,
) -> Removals {
    let all: Vec<Paragraph> = paragraphs.iter().collect();
    let groups = groups(&all);
    let mut group_of = vec![0; all.len()];
    for (group, members) in groups.iter().enumerate() {
        for &member in members {
            group_of[member] = group;
        }
    }
    let texts: Vec<&str> = groups.iter().map(|group| &*all[group[0]].canonical).collect();
    let mut near = Near::new(&texts, threshold);
    // only what states the same facts can be a copy
    let facts: Vec<Facts> = texts.into_iter().map(Facts::of).collect();
    let mut staying: HashMap<Facts, Vec<(usize, usize)>> = HashMap::new();
    let mut first: Vec<Option<usize>> = vec![None; groups.len()];
    let mut copies = Removals::new();
    for (paragraph, &group) in all.iter().zip(&group_of) {
        let block = paragraph.block;
        let same = first[group].map(|first| (first, Verdict::Same, Similarity::SAME));
        let alike = staying.entry(facts[group]).or_default();
        let copy = same.or_else(|| {
            let candidates = if near.is_searched(group) { &alike[..] } else { &[] };
            let &(first, other) = candidates.iter().find(|(_, other)| near.are_similar(*other, group))?;
            Some((first, Verdict::Near, near.similarity(other, group)?))
        });
        match copy {
            Some((first, verdict, similarity)) if !stays(block) => {
                copies.push(block, copy_of(paragraphs.document(), first, verdict, similarity));
            }
            _ if first[group].is_none() => {
                first[group] = Some(block);
                alike.push((block, group));
            }
            _ => {}
        }
    }
    copies
}
