//! Which copies go.

use super::pairs::Pairs;
use super::paragraphs::{Paragraph, Paragraphs};
use super::{RULE, canonical, contained};
use crate::document::{Document, Kind, Removals, Width};
use crate::edit::{Copy, Evidence, Reason, Similarity, Verdict};
use crate::normalise::Kept;
use crate::options::Threshold;

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
pub fn safe(paragraphs: &Paragraphs, kept: &Kept) -> Removals {
    let mut removals = neighbours(paragraphs, kept);
    if let Some(description) = paragraphs.document().about().description.as_deref() {
        described(paragraphs, &canonical(description), kept, &mut removals);
    }
    removals
}

/// Copies that stand next to each other. The first stays.
fn neighbours(paragraphs: &Paragraphs, kept: &Kept) -> Removals {
    let document = paragraphs.document();
    let mut removals = Removals::new();
    let mut stays: Option<Paragraph> = None;
    let mut before = 0;
    for paragraph in paragraphs.iter() {
        let block = paragraph.block;
        match &stays {
            Some(first) if before + 1 == block && first.canonical == paragraph.canonical => {
                if !kept.contains(block) && !is_verse(document, block) {
                    let reason = copy_of(document, first.block, Verdict::Same, Similarity::SAME);
                    removals.push(block, reason);
                }
            }
            _ => stays = Some(paragraph),
        }
        before = block;
    }
    removals
}

/// The paragraphs that are `description`, where a longer passage that holds it stays.
fn described(paragraphs: &Paragraphs, description: &str, kept: &Kept, removals: &mut Removals) {
    let holds =
        |long: &Paragraph| !removals.contains(long.block) && contained::holds(&long.canonical, description);
    let is_it = |short: &Paragraph| {
        short.canonical == description && !kept.contains(short.block) && !removals.contains(short.block)
    };
    let mut described = Removals::new();
    if let Some(long) = paragraphs.iter().find(holds) {
        let reason = copy_of(paragraphs.document(), long.block, Verdict::Contained, Similarity::SAME);
        let copies = paragraphs.iter().filter(is_it);
        copies.for_each(|short| described.push(short.block, reason.clone()));
    }
    removals.merge(described);
}

/// Every copy, for those who ask for it: equal ones and near ones, each against the first that stays, and what
/// [`safe`] takes.
pub fn all(paragraphs: &Paragraphs, threshold: Threshold, kept: &Kept) -> Removals {
    let pairs = Pairs::of(paragraphs, threshold);
    let mut wanted: Vec<_> =
        pairs.list.iter().filter(|pair| matches!(pair.verdict, Verdict::Same | Verdict::Near)).collect();
    wanted.sort_by_key(|pair| (pair.second, pair.first));
    let document = paragraphs.document();
    let mut removals = safe(paragraphs, kept);
    let mut more = Removals::new();
    for pair in wanted {
        let goes = |block| removals.contains(block) || more.contains(block);
        if !goes(pair.first) && !goes(pair.second) && !kept.contains(pair.second) {
            more.push(pair.second, copy_of(document, pair.first, pair.verdict, pair.similarity));
        }
    }
    removals.merge(more);
    removals
}

fn copy_of(document: &Document, stays: usize, verdict: Verdict, similarity: Similarity) -> Reason {
    let kept = document.block(stays).span();
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
        document.block(index).kind() == Kind::Paragraph
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
