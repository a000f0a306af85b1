//! Lines that are told by what they say: the shape that all such rules ask for.

use super::Hits;
use super::frame::{self, Line};
use super::pattern::Pattern;
use crate::document::{Document, Kind};
use std::borrow::Cow;

/// A line with more characters than this says something of its own.
const LONGEST: usize = 200;

/// Asks for the removal of each paragraph that is one line of which `which` names an entry of a closed list. `which`
/// is given the line without emphasis and brackets around it, and the paragraph's index.
pub(super) fn remove(
    document: &Document,
    hits: &mut Hits,
    which: impl Fn(&str, usize) -> Option<Cow<'static, str>>,
) {
    remove_up_to(LONGEST, document, hits, which);
}

/// The same, and each item of a list of which all is a link to another page: buttons stand in lists too.
pub(super) fn remove_buttons(
    document: &Document,
    hits: &mut Hits,
    which: impl Fn(&str, usize) -> Option<Cow<'static, str>>,
) {
    remove(document, hits, &which);
    let entry = |line: &Line| {
        let is_button = line.kind == Kind::ListItem && line.links.len() == 1;
        is_button.then(|| Some((line.block, which(&line.text, line.block)?))).flatten()
    };
    let items: Vec<_> = frame::lines(document, 0..document.blocks().len()).map(|line| entry(&line)).collect();
    for row in items.chunk_by(|one, next| one.is_some() && next.is_some()) {
        hits.remove_row(row.iter().flatten().cloned());
    }
}

/// The same for lines of at most `longest` characters.
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
        if let Some(entry) = which(&frame::words(line), index) {
            hits.remove_phrase(index, entry);
        }
    }
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

/// The line without the emphasis, the brackets or the link that hold all of it.
pub(super) fn bare(line: &str) -> &str {
    let mut line = line;
    loop {
        let inner = [
            ("**", "**"),
            ("__", "__"),
            ("*", "*"),
            ("_", "_"),
            ("[", "]"),
            ("(", ")"),
            ("【", "】"),
            ("［", "］"),
        ]
        .into_iter()
        .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close));
        match inner.or_else(|| link_text(line)) {
            Some(inner) if !inner.contains(['[', ']']) => line = inner.trim(),
            _ => return line,
        }
    }
}

/// The text of a link that is all of the line.
fn link_text(line: &str) -> Option<&str> {
    let (text, address) = line.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    (!address.contains(['(', ')', '['])).then_some(text)
}
