//! A row of entries, and whether it is a menu.

use super::super::Hits;
use super::super::frame::{self, Entries, Line};
use crate::document::Kind;
use std::borrow::Cow;
use std::collections::HashSet;

/// So many different entries are a menu, if one of them is more than a word.
pub(super) const MANY: usize = 3;
/// So many entries that are more than a word are a menu.
pub(super) const TELLING: usize = 2;
/// It takes so many of those under a heading that may be the author's, and between two pieces of prose with other lines
/// among them.
const TELLING_IN_DOUBT: usize = 3;

/// One line of a menu.
struct Row {
    block: usize,
    /// What tells that it is an entry. What stands between entries has nothing.
    evidence: Option<Cow<'static, str>>,
    /// Whether it is in a run of links that is a menu by itself.
    is_of_links: bool,
}

/// A row of entries, with the lines between them.
#[derive(Default)]
pub(super) struct Menu {
    rows: Vec<Row>,
    /// The length up to the last entry that is no heading: a heading belongs to what follows.
    end: usize,
    /// Lines since the last entry.
    gap: usize,
    different: HashSet<String>,
    /// Lines on whose the page is.
    rights: usize,
    /// Whether it stands between two pieces of prose.
    pub(super) is_inside: bool,
    /// Whether a heading stands over it that may be the author's.
    pub(super) is_under_heading: bool,
    /// Whether the author leads to it, or it begins in the middle of a list between two pieces of prose.
    pub(super) is_authors: bool,
}

impl Menu {
    /// Whether it has no lines yet.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Lines since the last entry.
    pub(super) fn gap(&self) -> usize {
        self.gap
    }

    /// Adds a line that may stand between two entries.
    pub(super) fn add_between(&mut self, line: &Line) {
        self.rows.push(Row { block: line.block, evidence: None, is_of_links: false });
        self.gap += 1;
    }

    /// Adds an entry, or a link that stands among some.
    pub(super) fn add(&mut self, line: &Line, entries: Option<Entries>, is_of_links: bool) {
        let (names, evidence) = match entries {
            Some(entries) => (entries.names, entries.evidence),
            None => (Vec::new(), "a link beside entries of a menu".into()),
        };
        self.rights += usize::from(names.is_empty() && !is_of_links);
        self.different.extend(names);
        self.rows.push(Row { block: line.block, evidence: Some(evidence), is_of_links });
        self.gap = 0;
        if line.kind != Kind::Heading {
            self.end = self.rows.len();
        }
    }

    /// Takes the row away if it is a menu, and begins another. If it is none, what is a menu by itself goes.
    pub(super) fn close(&mut self, hits: &mut Hits) {
        if self.is_empty() {
            return;
        }
        let mut menu = std::mem::take(self);
        menu.rows.truncate(menu.end);
        let is_menu = menu.is_menu();
        let between = || Cow::Borrowed("between two entries of a menu");
        let gone = menu.rows.into_iter().filter(|row| is_menu || row.is_of_links);
        hits.remove_row(gone.map(|row| (row.block, row.evidence.unwrap_or_else(between))));
    }

    fn is_menu(&self) -> bool {
        let names = self.different.len();
        let telling = self.different.iter().filter(|name| frame::is_telling(name)).count();
        let telling = telling + usize::from(self.rights > 0 && names > 0);
        let is_unbroken = self.rows.iter().all(|row| row.evidence.is_some());
        let needed =
            if self.is_inside && !is_unbroken || self.is_under_heading { TELLING_IN_DOUBT } else { TELLING };
        let are_many =
            telling > 0 && names >= MANY && !self.is_under_heading && (is_unbroken || !self.is_inside);
        (telling >= needed || are_many) && !self.is_authors && !(self.is_inside && self.is_under_heading)
    }
}
