//! A line that is looked for in lists: read once, however many they are.

use super::fold::fold;
use super::phrase::Phrase;
use super::tail::Tail;
use super::{Begins, table};
use std::cell::OnceCell;

/// A line on its way through the lists.
#[derive(Clone, Debug)]
pub struct Sought<'l> {
    whole: &'l str,
    /// Without the marks before it.
    line: &'l str,
    /// Which lists of the table have a phrase that begins so, a bit each.
    lists: u32,
    /// Whether it is the author's own word, in italics.
    in_italics: bool,
    folded: OnceCell<Vec<char>>,
}

impl<'l> Sought<'l> {
    /// The line, but for marks before it.
    pub fn new(line: &'l str) -> Self {
        let in_italics = line.starts_with(['*', '_']) && !line.starts_with("**") && !line.starts_with("__");
        let (whole, line) = (line, line.trim_start_matches(is_mark));
        Self { whole, line, lists: table::lists(line), in_italics, folded: OnceCell::new() }
    }

    /// The lists of the table that have a phrase that begins as the line does, a bit each.
    pub(super) fn lists(&self) -> u32 {
        self.lists
    }

    /// The same, for who keeps it.
    pub(in super::super) fn begins(&self) -> Begins {
        Begins(self.lists())
    }

    /// The line as it was given.
    pub(in super::super) fn whole(&self) -> &'l str {
        self.whole
    }

    pub(super) fn line(&self) -> &'l str {
        self.line
    }

    fn folded(&self) -> &[char] {
        self.folded.get_or_init(|| fold(self.line))
    }

    /// The first of the phrases that is all of the line. What needs no name, date or title after it comes first.
    pub(super) fn first<'p>(
        &self,
        mut phrases: impl Iterator<Item = &'p Phrase> + Clone,
    ) -> Option<&'p Phrase> {
        let is_whole = |phrase: &&Phrase| phrase.tail().is_none() && phrase.is(self.folded());
        let with_tail = |phrase: &&Phrase| {
            // a line in italics with a link in it is the author's own word
            let Some(tail) = phrase.tail().filter(|tail| *tail != Tail::Title || !self.in_italics) else {
                return false;
            };
            tail.parts(self.line).any(|(label, rest)| phrase.is(&fold(label)) && tail.is(rest))
        };
        phrases.clone().find(is_whole).or_else(|| phrases.find(with_tail))
    }
}

/// What may stand before a phrase: the mark of an item, an arrow, emphasis.
fn is_mark(char: char) -> bool {
    matches!(char, '[' | '-' | '–' | '—' | '|' | ':' | '•' | '►' | '▶' | '»' | '>' | '→' | '*' | '_' | ' ')
}
