//! A row of entries, and whether it is a menu.

use super::super::Hits;
use super::super::frame::{self, Line};
use super::super::phrases::Lists;
use crate::document::Kind;
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::collections::HashSet;

/// So many different entries are a menu, if one of them is more than a word.
pub(super) const MANY: usize = 3;
/// So many entries that are more than a word are a menu.
pub(super) const TELLING: usize = 2;
/// It takes so many of those under a heading that may be the author's, and between two pieces of prose with other lines
/// among them.
const TELLING_IN_DOUBT: usize = 3;

/// A line with fewer words, and no marks, has one entry at most.
const FEWEST_WORDS: usize = 4;

/// One line of a menu. What stands between entries is neither an entry nor a link.
struct Row<'d> {
    line: Line<'d>,
    /// Whether it holds entries.
    is_entry: bool,
    /// Whether it is in a run of links that is a menu by itself.
    is_of_links: bool,
}

/// A row of entries, with the lines between them. What they are is read when the row is complete: most are one entry.
#[derive(Default)]
pub(super) struct Menu<'d> {
    rows: Vec<Row<'d>>,
    /// The length up to the last entry that is no heading: a heading belongs to what follows.
    end: usize,
    /// Lines since the last entry.
    gap: usize,
    /// Whether it stands between two pieces of prose.
    pub(super) is_inside: bool,
    /// Whether a heading stands over it that may be the author's.
    pub(super) is_under_heading: bool,
    /// Whether the author leads to it, or it begins in the middle of a list between two pieces of prose.
    pub(super) is_authors: bool,
}

/// What the entries of a menu say.
#[derive(Default)]
struct Names {
    different: HashSet<String, RandomState>,
    /// How many of them are more than a word.
    telling: usize,
    /// Whether a line says whose the page is.
    has_rights: bool,
}

impl<'d> Menu<'d> {
    /// Whether it has no lines yet.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Lines since the last entry.
    pub(super) fn gap(&self) -> usize {
        self.gap
    }

    /// Adds a line that may stand between two entries.
    pub(super) fn add_between(&mut self, line: Line<'d>) {
        self.rows.push(Row { line, is_entry: false, is_of_links: false });
        self.gap += 1;
    }

    /// Adds an entry, or a link that stands among some.
    pub(super) fn add(&mut self, line: Line<'d>, is_entry: bool, is_of_links: bool) {
        self.rows.push(Row { line, is_entry, is_of_links });
        self.gap = 0;
        if line.kind != Kind::Heading {
            self.end = self.rows.len();
        }
    }

    /// Takes the row away if it is a menu, and begins another. If it is none, what is a menu by itself goes.
    pub(super) fn close(&mut self, hits: &mut Hits) {
        let menu = std::mem::take(self);
        let may_be_menu = menu.may_be_menu();
        if !may_be_menu && !menu.rows.iter().any(|row| row.is_of_links) {
            return;
        }
        let lists = hits.lists();
        let is_menu = may_be_menu && menu.is_menu(lists);
        let gone = menu.rows[..menu.end].iter().filter(|row| is_menu || row.is_of_links);
        hits.remove_row(gone.map(|row| (row.line.block, row.evidence(lists))));
    }

    /// Whether it may be a menu: a quick look.
    fn may_be_menu(&self) -> bool {
        let mut entries = self.rows.iter().filter(|row| row.is_entry);
        let are_many = match (entries.next(), entries.next()) {
            (Some(only), None) => may_be_many(&only.line.text()),
            (first, _) => first.is_some(),
        };
        are_many && !self.is_authors && !(self.is_inside && self.is_under_heading)
    }

    fn is_menu(&self, lists: Lists) -> bool {
        let is_unbroken = self.rows[..self.end].iter().all(|row| row.is_entry || row.is_of_links);
        let needed =
            if self.is_inside && !is_unbroken || self.is_under_heading { TELLING_IN_DOUBT } else { TELLING };
        let many_are_enough = !self.is_under_heading && (is_unbroken || !self.is_inside);
        let mut names = Names::default();
        // the first few tell it of most menus
        self.rows.iter().any(|row| {
            names.add(row, lists);
            let telling = names.telling();
            telling >= needed || many_are_enough && telling > 0 && names.different.len() >= MANY
        })
    }
}

impl Row<'_> {
    /// What tells that it is a part of a menu. It takes longer to find than the names of its entries.
    fn evidence(&self, lists: Lists) -> Cow<'static, str> {
        let line = &self.line;
        if self.is_entry {
            frame::evidence(&line.text(), line.known.listed, lists)
        } else if self.is_of_links {
            "a link beside entries of a menu".into()
        } else {
            "between two entries of a menu".into()
        }
    }
}

impl Names {
    /// Adds those of one line.
    fn add(&mut self, row: &Row, lists: Lists) {
        let line = &row.line;
        if row.is_entry
            && let Some(names) = frame::names(&line.text(), line.known.listed, lists)
        {
            self.has_rights |= names.is_empty() && !row.is_of_links;
            for name in names {
                let is_telling = frame::is_telling(&name);
                self.telling += usize::from(self.different.insert(name) && is_telling);
            }
        }
    }

    /// How many of them tell that they are of a menu. Whose the page is does if something stands with it.
    fn telling(&self) -> usize {
        self.telling + usize::from(self.has_rights && !self.different.is_empty())
    }
}

/// Whether a line may hold more than one entry: between those there are marks, or they are many words.
fn may_be_many(line: &str) -> bool {
    line.contains(|char: char| char != ' ' && !char.is_alphanumeric())
        || line.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
}
