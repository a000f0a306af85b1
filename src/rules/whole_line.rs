//! Lines that are told by what they say: the shape that all such rules ask for.

use super::Hits;
use super::frame;
use super::pattern::Pattern;
use crate::document::{Document, Kind};
use std::borrow::Cow;

/// A line with more characters than this says something of its own.
const LONGEST: usize = 200;

/// Asks for the removal of each paragraph that is one line of which `which` names an entry of a closed list. `which`
/// is given the words of the line, and the paragraph's index.
pub(super) fn remove(
    document: &Document,
    hits: &mut Hits,
    which: impl Fn(&str, usize) -> Option<Cow<'static, str>>,
) {
    remove_up_to(LONGEST, document, hits, which);
}

/// As [`remove`], for lines of at most `longest` characters.
pub(super) fn remove_up_to(
    longest: usize,
    document: &Document,
    hits: &mut Hits,
    which: impl Fn(&str, usize) -> Option<Cow<'static, str>>,
) {
    for (index, block) in document.blocks().iter().enumerate() {
        if block.kind() != Kind::Paragraph {
            continue;
        }
        let line = document.block_text(index).trim();
        if line.len() > 4 * longest || line.contains('\n') || line.chars().count() > longest {
            continue;
        }
        if let Some(entry) = which(&words(line), index) {
            hits.remove_phrase(index, entry);
        }
    }
}

/// The words of a line. With a link among them they are a phrase only if they are many: `Like [this](https://…):` is the
/// author's.
fn words(line: &str) -> Cow<'_, str> {
    const FEW: usize = 3;
    let bare = frame::bare(line);
    if !bare.contains("](") || bare.contains("![") {
        return bare.into();
    }
    let words = frame::words(bare);
    if words.split_whitespace().count() > FEW { words } else { bare.into() }
}

/// A pattern for what no list can say.
pub(super) struct Entry {
    /// What it is about.
    pub(super) name: &'static str,
    /// Words of which each line that matches holds one: so the pattern is compiled only if there is such a line.
    pub(super) cues: &'static [&'static str],
    pub(super) pattern: Pattern,
}

/// The name of the first of `entries` that matches the whole line.
pub(super) fn first_match(entries: &'static [Entry], line: &str) -> Option<Cow<'static, str>> {
    let lower = line.to_lowercase();
    let is_cued = |entry: &Entry| entry.cues.iter().any(|cue| lower.contains(cue));
    let matches = |entry: &&Entry| is_cued(entry) && entry.pattern.is_match(line);
    entries.iter().find(matches).map(|entry| Cow::Borrowed(entry.name))
}
