//! What a block looks like among its neighbours.

use super::words::words;
use crate::document::{Document, Kind, Width};
use std::ops::RangeInclusive;

/// The width of a line that may be a headline.
const TITLE: RangeInclusive<usize> = 20..=130;
/// And how many words it has.
const WORDS: RangeInclusive<usize> = 4..=20;
/// A paragraph of less is a line, not prose, unless it ends as a sentence does.
const PROSE: Width = Width(100);
/// Lines of verse are narrower.
const VERSE: Width = Width(60);

/// What a block looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Full sentences, or quoted ones.
    Prose,
    /// A line that ends as a headline does, and may be one.
    Title,
    /// Another short line, or a heading.
    Short,
    /// Nothing to read: an image, a break.
    Nothing,
    /// What has an order of its own: lists, tables, code, verse.
    Other,
}

impl Shape {
    pub(super) fn of(document: &Document, index: usize) -> Self {
        let block = document.block(index);
        let text = document.block_text(index).trim();
        match block.kind() {
            Kind::Image | Kind::Break => Self::Nothing,
            Kind::Paragraph | Kind::Quote if is_prose(text) => Self::Prose,
            Kind::Paragraph if text.contains('\n') => Self::Other,
            Kind::Paragraph if is_title_like(text) => {
                let count = words(document.text(), block.span()).take(WORDS.end() + 1).count();
                if WORDS.contains(&count) { Self::Title } else { Self::Short }
            }
            Kind::Heading | Kind::Paragraph => Self::Short,
            _ => Self::Other,
        }
    }
}

fn is_prose(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let is_sentence = || {
        text.trim_end_matches(['"', '”', '’', '»', ')']).ends_with(['.', '!', '?', '…', '。', '।', '؟', '۔'])
    };
    Width::of(first) > VERSE && (is_sentence() || Width::of(text) > PROSE && !is_title_like(text))
}

/// Whether a line is as long as a headline, and begins and ends as one.
fn is_title_like(line: &str) -> bool {
    let bare = without_link(line.trim_matches(['*', '_']));
    // what is far longer need not be measured
    if bare.len() > 4 * TITLE.end() || bare.contains('\n') || !TITLE.contains(&Width::of(bare).0) {
        return false;
    }
    let bare = bare.trim_matches(['*', '_', '"', '“', '”', '„', '‘', '’', '\'', '«', '»']);
    let begins = bare.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
    begins && !bare.ends_with(['.', ',', ';', ':', '…', '|', ')', ']', '。', '।']) && has_case(bare)
}

/// Whether every letter has its capital: other scripts are left alone.
fn has_case(line: &str) -> bool {
    line.chars().all(|char| !char.is_alphabetic() || char.is_uppercase() || char.is_lowercase())
}

/// What a line says that is one link as a whole.
fn without_link(line: &str) -> &str {
    let link = line.strip_prefix('[').and_then(|line| line.strip_suffix(')'));
    link.and_then(|link| link.split_once("](")).map_or(line, |(words, _)| words)
}
