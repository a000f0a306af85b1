//! Paragraphs that stand whole inside a longer one.

use super::paragraphs::Paragraph;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// So many words at the beginning of a paragraph are looked for in all others.
const SHINGLE: usize = 8;

/// More paragraphs than this that begin alike are a form that was filled in; they are not looked for.
const MOST_ALIKE: usize = 64;

/// Whether `short` stands in `long` as whole words.
pub(super) fn holds(long: &str, short: &str) -> bool {
    let is_edge = |char: Option<char>| char.is_none_or(|char| !char.is_alphanumeric());
    long.len() > short.len()
        && long.match_indices(short).any(|(at, _)| {
            is_edge(long[..at].chars().next_back()) && is_edge(long[at + short.len()..].chars().next())
        })
}

/// The pairs of a longer paragraph and one whose words stand in it, as places in `paragraphs`: `(long, short)`.
///
/// A paragraph is looked up by its first words, so each word of the document is read once.
pub(super) fn contained(paragraphs: &[Paragraph]) -> Vec<(usize, usize)> {
    let state = RandomState::new();
    let mut beginnings: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if let Some(hash) = shingles(&paragraph.canonical, &state).next() {
            beginnings.entry(hash).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (long, paragraph) in paragraphs.iter().enumerate() {
        let mut seen = Vec::new();
        for hash in shingles(&paragraph.canonical, &state) {
            let alike = beginnings.get(&hash).filter(|alike| alike.len() <= MOST_ALIKE);
            seen.extend(alike.into_iter().flatten().copied().filter(|&short| short != long));
        }
        seen.sort_unstable();
        seen.dedup();
        found.extend(
            seen.into_iter()
                .filter(|&short| holds(&paragraph.canonical, &paragraphs[short].canonical))
                .map(|short| (long, short)),
        );
    }
    found
}

/// The hashes of all runs of words, or of characters where a script has no blanks.
fn shingles<'a>(canonical: &'a str, state: &'a RandomState) -> impl Iterator<Item = u64> + 'a {
    let words: Vec<&str> = canonical.split(' ').collect();
    let pieces: Vec<&str> = if words.len() >= SHINGLE {
        words.iter().map(|word| word.trim_matches(|char: char| !char.is_alphanumeric())).collect()
    } else {
        canonical.split("").filter(|piece| !piece.is_empty()).collect()
    };
    let windows: Vec<u64> = pieces.windows(SHINGLE).map(|window| state.hash_one(window)).collect();
    windows.into_iter()
}
