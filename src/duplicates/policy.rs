//! Which copies go.

use super::pairs::Pairs;
use super::paragraphs::{Paragraph, Paragraphs};
use super::{RULE, canonical, contained};
use crate::document::{Document, Kind, Removals, Width};
use crate::edit::{Copy, Evidence, Reason, Similarity, Verdict};
use crate::options::Threshold;
use std::collections::BTreeSet;

/// Lines up to this width that stand together are verse, a list or a menu.
const SHORT_LINE: Width = Width(80);
/// A paragraph wrapped no wider than this is a stanza.
const STANZA: Width = Width(55);

/// The copies that go where nobody asked for more: neighbours of at least 40 characters outside verse, and a paragraph
/// that is the record's own description and stands inside a longer passage.
///
/// Of the words that neighbouring copies took from the text of 15 article extractors, 100% were no part of the article
/// on one set of pages and 97% on the other. Copies that stand apart stay, however the conditions are drawn: with at
/// most three groups of copies, each of two full sentences, it was 59% on the second set.
///
/// `kept`: blocks that are not to go.
pub fn safe(paragraphs: &Paragraphs, kept: &BTreeSet<usize>) -> Removals {
    let mut removals = neighbours(paragraphs, kept);
    if let Some(description) = paragraphs.document().about().description.as_deref() {
        described(paragraphs, &canonical(description), kept, &mut removals);
    }
    removals
}

/// Copies that stand next to each other. The first stays.
fn neighbours(paragraphs: &Paragraphs, kept: &BTreeSet<usize>) -> Removals {
    let document = paragraphs.document();
    let mut removals = Removals::new();
    let mut stays: Option<&Paragraph> = None;
    for pair in paragraphs.all.windows(2) {
        let [before, paragraph] = pair else { continue };
        let first = stays.unwrap_or(before);
        stays = None;
        if before.block + 1 == paragraph.block && first.canonical == paragraph.canonical {
            stays = Some(first);
            if !kept.contains(&paragraph.block) && !is_verse(document, paragraph.block) {
                let reason = copy_of(document, first.block, Verdict::Same, Similarity::SAME);
                removals.insert(paragraph.block, vec![reason]);
            }
        }
    }
    removals
}

/// The paragraphs that are `description` and stand inside a longer passage that stays. All of them are equal, so one
/// search for the passage serves them all.
fn described(paragraphs: &Paragraphs, description: &str, kept: &BTreeSet<usize>, removals: &mut Removals) {
    let is_it =
        |paragraph: &&Paragraph| paragraph.canonical == description && !kept.contains(&paragraph.block);
    let mut copies = paragraphs.all.iter().filter(is_it).peekable();
    if copies.peek().is_none() {
        return;
    }
    let holds = |long: &&Paragraph| {
        !removals.contains_key(&long.block) && contained::holds(&long.canonical, description)
    };
    let Some(long) = paragraphs.all.iter().find(holds).map(|long| long.block) else { return };
    for short in copies {
        let reason = copy_of(paragraphs.document(), long, Verdict::Contained, Similarity::SAME);
        removals.entry(short.block).or_insert_with(|| vec![reason]);
    }
}

/// Every copy, for those who ask for it: equal ones and near ones, each against the first that stays, and what
/// [`safe`] takes.
pub fn all(paragraphs: &Paragraphs, threshold: Threshold, kept: &BTreeSet<usize>) -> Removals {
    let pairs = Pairs::of(paragraphs, threshold);
    let mut wanted: Vec<_> =
        pairs.list.iter().filter(|pair| matches!(pair.verdict, Verdict::Same | Verdict::Near)).collect();
    wanted.sort_by_key(|pair| (pair.second, pair.first));
    let document = paragraphs.document();
    let mut removals = safe(paragraphs, kept);
    for pair in wanted {
        let stays = !removals.contains_key(&pair.first);
        if stays && !kept.contains(&pair.second) && !removals.contains_key(&pair.second) {
            removals.insert(pair.second, vec![copy_of(document, pair.first, pair.verdict, pair.similarity)]);
        }
    }
    removals
}

fn copy_of(document: &Document, stays: usize, verdict: Verdict, similarity: Similarity) -> Reason {
    let kept = document.blocks()[stays].span();
    Reason::new(RULE, Evidence::Copy(Copy { verdict, kept, similarity }))
}

/// Whether the text begins with a speaker: `A:`, `Anna Berg:`.
fn is_spoken(text: &str) -> bool {
    let speaker = text.split_once(':').map_or("", |(speaker, _)| speaker.trim_matches(['*', '_']));
    !speaker.is_empty() && speaker.len() <= 40 && speaker.split_whitespace().count() <= 2
}

/// Whether the block is spoken, a stanza, or a short line between short lines.
fn is_verse(document: &Document, block: usize) -> bool {
    let text = document.block_text(block);
    if is_spoken(text) {
        return true;
    }
    if text.contains('\n') && text.lines().all(|line| Width::of(line) <= STANZA) {
        return true;
    }
    let is_short = |index: usize| {
        let text = document.block_text(index);
        document.blocks()[index].kind() == Kind::Paragraph
            && !text.contains('\n')
            && text.len() <= 4 * SHORT_LINE.0
            && Width::of(text.trim()) <= SHORT_LINE
    };
    let joined = |gap: usize| document.gap(gap).of(document.text()).matches('\n').count() == 1;
    let count = document.blocks().len();
    let before = (1..=block).rev().take_while(|&index| joined(index) && is_short(index - 1)).take(2).count();
    let after = (block + 1..count).take_while(|&index| joined(index) && is_short(index)).take(2).count();
    is_short(block) && before + after >= 2
}
