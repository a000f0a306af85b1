//! Which copies go.

use super::pairs::Pairs;
use super::paragraphs::{Paragraph, Paragraphs};
use super::{RULE, canonical, contained};
use crate::document::{Document, Kind, Removals, Width};
use crate::edit::{Copy, Evidence, Reason, Similarity, Verdict};
use std::collections::BTreeSet;

/// In a document with more groups of far copies than this, copies are how it is built: a meal plan, an interview.
const MOST_GROUPS: usize = 3;
/// A far copy goes only if it is a sentence of at least this width.
const SHORTEST_FAR: Width = Width(80);
/// Lines up to this width that stand together are verse, a list or a menu.
const SHORT_LINE: Width = Width(65);

/// Copies that stand next to each other, of at least 40 characters, outside verse. The first stays.
///
/// `kept`: blocks that are not to go.
pub fn neighbours(paragraphs: &Paragraphs, kept: &BTreeSet<usize>) -> Removals {
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

/// Copies that stand apart, where the evidence says accident: at most three groups of two in the document, each a full
/// sentence of at least 80 characters. And a paragraph that is the record's own description and stands inside a longer
/// passage.
pub fn far(paragraphs: &Paragraphs, kept: &BTreeSet<usize>) -> Removals {
    let document = paragraphs.document();
    let mut removals = Removals::new();
    let groups: Vec<Vec<usize>> = paragraphs.groups().into_iter().filter(|group| group.len() > 1).collect();
    if groups.len() <= MOST_GROUPS {
        for group in groups.iter().filter(|group| group.len() == 2) {
            let (first, copy) = (&paragraphs.all[group[0]], &paragraphs.all[group[1]]);
            if is_sentence(copy) && !kept.contains(&copy.block) && !is_verse(document, copy.block) {
                let reason = copy_of(document, first.block, Verdict::Same, Similarity::SAME);
                removals.insert(copy.block, vec![reason]);
            }
        }
    }
    if let Some(description) = document.about().description.as_deref() {
        described(paragraphs, &canonical(description), kept, &mut removals);
    }
    removals
}

/// The paragraphs that are `description` and stand inside a longer passage that stays.
fn described(paragraphs: &Paragraphs, description: &str, kept: &BTreeSet<usize>, removals: &mut Removals) {
    let is_it =
        |paragraph: &&Paragraph| paragraph.canonical == description && !kept.contains(&paragraph.block);
    for short in paragraphs.all.iter().filter(is_it) {
        let holds = |long: &&Paragraph| {
            long.block != short.block
                && !removals.contains_key(&long.block)
                && contained::holds(&long.canonical, &short.canonical)
        };
        if let Some(long) = paragraphs.all.iter().find(holds) {
            let reason = copy_of(paragraphs.document(), long.block, Verdict::Contained, Similarity::SAME);
            removals.entry(short.block).or_insert_with(|| vec![reason]);
        }
    }
}

/// Every copy that was asked for: equal ones and near ones, each against the first that stays.
pub fn all(paragraphs: &Paragraphs, pairs: &Pairs, kept: &BTreeSet<usize>) -> Removals {
    let mut wanted: Vec<_> =
        pairs.list.iter().filter(|pair| matches!(pair.verdict, Verdict::Same | Verdict::Near)).collect();
    wanted.sort_by_key(|pair| (pair.second, pair.first));
    let document = paragraphs.document();
    let mut removals = Removals::new();
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

fn is_sentence(paragraph: &Paragraph) -> bool {
    let text = paragraph.canonical.trim_end_matches(['"', '\'', ')', ']', '”', '’', '»', '」', '』']);
    paragraph.width >= SHORTEST_FAR
        && text.ends_with(['.', '!', '?', '。', '！', '？', '।', '؟', '۔', '։', '።', '។', '၊', '။'])
}

/// Whether the block is a short line between short lines.
fn is_verse(document: &Document, block: usize) -> bool {
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
