//! A line that is looked for in lists: read once, however many they are.

use super::Begins;
use super::fold::fold;
use super::start::Start;
use std::cell::OnceCell;

/// A line on its way through the lists.
#[derive(Clone, Debug)]
pub struct Sought<'l> {
    whole: &'l str,
    /// Without the marks before it.
    line: &'l str,
    start: Start,
    /// Whether it is the author's own word, in italics.
    in_italics: bool,
    /// Which lists of the table have a phrase that begins so, a bit each.
    lists: OnceCell<u32>,
    folded: OnceCell<Vec<char>>,
}

impl<'l> Sought<'l> {
    /// The line, but for marks before it.
    pub fn new(line: &'l str) -> Self {
        let in_italics = line.starts_with(['*', '_']) && !line.starts_with("**") && !line.starts_with("__");
        let (whole, line) = (line, line.trim_start_matches(is_mark));
        Self {
            whole,
            line,
            start: Start::of(line),
            in_italics,
            lists: OnceCell::new(),
            folded: OnceCell::new(),
        }
    }

    /// The lists of the table that have a phrase that begins as the line does, a bit each.
    pub(super) fn lists(&self) -> u32 {
        *self.lists.get_or_init(|| super::lists_by_start(&self.start))
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

    pub(super) fn start(&self) -> &Start {
        &self.start
    }

    pub(super) fn in_italics(&self) -> bool {
        self.in_italics
    }

    pub(super) fn folded(&self) -> &[char] {
        self.folded.get_or_init(|| fold(self.line))
    }
}

/// What may stand before a phrase: the mark of an item, an arrow, emphasis.
fn is_mark(char: char) -> bool {
    matches!(char, '[' | '-' | '–' | '—' | '|' | ':' | '•' | '►' | '▶' | '»' | '>' | '→' | '*' | '_' | ' ')
}
