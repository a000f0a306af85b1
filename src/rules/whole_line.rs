//! Lines that are told by what they say: the shape that all such rules ask for.

use super::Hits;
use super::frame::{self, Line};
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

/// A list of so many buttons may have one item that is told to be none. If it is a single word it is “More”.
const MANY_BUTTONS: usize = 3;

/// As [`remove`], and a list of which each item is a link with such words: buttons stand in lists too. The heading of
/// such a list goes with it. A list that the author leads to, or that has other items, is the author's.
pub(super) fn remove_buttons(
    document: &Document,
    hits: &mut Hits,
    which: impl Fn(&str, usize) -> Option<Cow<'static, str>>,
) {
    remove(document, hits, &which);
    let mut items = document.blocks().iter().enumerate().filter(|(_, block)| block.kind() == Kind::ListItem);
    if !items.any(|(index, _)| document.block_text(index).contains("](")) {
        return;
    }
    let lines: Vec<Line> = frame::lines(document, 0..document.blocks().len()).collect();
    let mut before: Option<&Line> = None;
    for run in lines.chunk_by(|one, next| one.kind == Kind::ListItem && next.kind == Kind::ListItem) {
        let entry = |line: &Line| {
            let is_linked = line.kind == Kind::ListItem && line.links.len() == 1;
            is_linked.then(|| which(&line.text, line.block)).flatten()
        };
        let heading = before.filter(|line| line.kind == Kind::Heading || line.text.ends_with([':', '：']));
        let headed = heading.map(|line| (line, which(&line.text, line.block)));
        before = run.last();
        let is_authors = headed.as_ref().is_some_and(|(_, entry)| entry.is_none());
        let buttons = run.iter().filter(|line| entry(line).is_some()).count();
        let others = run.iter().filter(|line| !line.text.is_empty()).count() - buttons;
        if buttons == 0 || is_authors || others > usize::from(buttons >= MANY_BUTTONS) {
            continue;
        }
        let goes_along = |line: &Line| {
            line.kind == Kind::ListItem && line.text.split_whitespace().count() < 2 && entry(line).is_none()
        };
        let is_whole = others == run.iter().filter(|line| goes_along(line) && !line.text.is_empty()).count();
        let heading = headed.filter(|(line, _)| line.kind == Kind::Heading && is_whole);
        let items = run.iter().filter_map(|line| {
            let along =
                || goes_along(line).then_some(Cow::Borrowed("an item of one word or none, among buttons"));
            Some((line.block, entry(line).or_else(along)?))
        });
        hits.remove_row(
            heading.into_iter().filter_map(|(line, entry)| Some((line.block, entry?))).chain(items),
        );
    }
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
