//! Passages that stand in two paragraphs: a summary that the body holds, a paragraph that was split, two that were
//! joined.
//!
//! The words of the document are [numbered](words), and [some](winnow) of all runs of six words are kept in such a way
//! that two passages of eight equal words have at least one in common. From there the passage is followed to both ends.

mod passage;
mod winnow;
mod words;

pub(super) use passage::{Shared, each_shared};
pub(super) use words::Words;

/// Whether `short` stands in `long`, both in canonical form, as whole words.
pub(super) fn holds(long: &str, short: &str) -> bool {
    let is_edge = |char: Option<char>| char.is_none_or(|char| !char.is_alphanumeric());
    long.len() > short.len()
        && long.match_indices(short).any(|(at, _)| {
            is_edge(long[..at].chars().next_back()) && is_edge(long[at + short.len()..].chars().next())
        })
}
