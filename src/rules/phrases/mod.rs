//! The closed lists of the rules on phrases: one file a language.
//!
//! A file has a section for each rule, `[share-line]`. A line of it is a [`Phrase`]: all of a line, written as it stands
//! on pages. Case, blanks, the kind of quotes and dashes, and marks around the line do not matter. A line that begins
//! with `keep:` looks like a phrase of the rule and must stay; `#` begins a comment. Each line is a test of its list.
//!
//! To add a phrase, add a line. To add a language, add a file and name it in [`LANGUAGES`].

mod date;
mod file;
mod fold;
mod head;
mod list;
mod name;
mod parse;
mod part;
mod phrase;
mod sought;
mod start;
mod tail;
mod title;

#[cfg(test)]
mod tests;

pub(super) use date::is_date;
pub use list::List;
pub(super) use name::are_names;
pub use phrase::{Phrase, PhraseError};
pub use sought::Sought;
pub(super) use title::is_title;

use file::Line;
use start::{ByStart, Start};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

macro_rules! languages {
    ($($code:literal),*) => { [$(($code, include_str!(concat!($code, ".txt")))),*] };
}

/// The files, by language.
const LANGUAGES: [(&str, &str); 20] = languages![
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "pl", "cs", "uk", "ru", "tr", "ar", "hi",
    "zh", "ja", "ko"
];

/// The lists of all languages together.
struct Table {
    /// By rule. No more than 31.
    lists: Vec<(&'static str, List)>,
    /// Which of them have a phrase that begins so, a bit each, and [`NETWORKS`] if a name of a network does.
    by_start: ByStart<u32>,
}

const NETWORKS: u32 = 1 << 31;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut phrases: BTreeMap<&str, Vec<Phrase>> = BTreeMap::new();
    for (rule, line) in LANGUAGES.iter().flat_map(|(_, file)| file::lines(file)) {
        // the tests read every line: none is left out
        if let Line::Phrase(line) = line
            && let Ok(phrase) = line.parse()
        {
            phrases.entry(rule).or_default().push(phrase);
        }
    }
    let lists: Vec<(&str, List)> =
        phrases.into_iter().map(|(rule, phrases)| (rule, List::new(phrases))).collect();
    let mut by_start: ByStart<u32> = ByStart::default();
    for (number, (_, list)) in lists.iter().enumerate() {
        list.keys().for_each(|key| *by_start.entry(key).or_default() |= 1 << number);
    }
    for key in part::network_starts() {
        *by_start.entry(key).or_default() |= NETWORKS;
    }
    Table { lists, by_start }
});

/// Which lists of the table have a phrase that begins so, a bit each; the last bit is for the names of networks.
fn lists_by_start(start: &Start) -> u32 {
    start.keys().iter().filter_map(|key| TABLE.by_start.get(key)).fold(0, |lists, more| lists | more)
}

/// The lists of the table that have a phrase that begins as some line does.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Begins(u32);

impl Begins {
    /// Those for `line`.
    pub(super) fn of(line: &str) -> Self {
        if line.is_empty() { Self::default() } else { Sought::new(line).begins() }
    }

    /// Whether no list of the table has such a phrase: so it is with most lines.
    pub(super) fn is_none(self) -> bool {
        self.0 & !NETWORKS == 0
    }

    /// Whether the name of a network begins so.
    pub(super) fn may_be_network(self) -> bool {
        self.0 & NETWORKS != 0
    }
}

/// The lists that a rule goes by: that of the table and the user's own.
#[derive(Clone, Copy, Debug)]
pub struct Lists<'d> {
    table: Option<usize>,
    own: Option<&'d List>,
}

impl<'d> Lists<'d> {
    /// The lists of the rule with this id.
    pub fn new(rule: &str, own: Option<&'d List>) -> Self {
        Self { table: number(rule), own }
    }

    /// Whether one of them may hold the line of which `begins` tells: a quick look, for most lines are in no list.
    pub(super) fn may_hold(&self, begins: Begins) -> bool {
        self.own.is_some() || self.table.is_some_and(|list| begins.0 >> list & 1 == 1)
    }

    /// The phrase that is all of `line`, as it is written.
    pub fn find(&self, line: &str) -> Option<Cow<'static, str>> {
        self.find_sought(&Sought::new(line))
    }

    /// The same for a line that other lists may have seen.
    pub fn find_sought(&self, sought: &Sought) -> Option<Cow<'static, str>> {
        let table = || Some(in_list(self.table?, sought)?.written().into());
        let own = || Some(self.own?.find_sought(sought)?.written().to_owned().into());
        table().or_else(own)
    }
}

/// The phrase of a rule's list that is all of a line.
pub(super) fn find(rule: &str, sought: &Sought) -> Option<&'static Phrase> {
    in_list(number(rule)?, sought)
}

fn in_list(number: usize, sought: &Sought) -> Option<&'static Phrase> {
    if sought.lists() >> number & 1 == 1 { TABLE.lists[number].1.find_sought(sought) } else { None }
}

/// Whether a line is the name of a social network.
pub(super) fn is_network(sought: &Sought) -> bool {
    sought.begins().may_be_network() && part::is_network(sought.whole())
}

/// The ids of the rules that go by lists, in the order in which they run.
pub fn rules() -> Vec<&'static str> {
    super::ids().into_iter().filter(|id| number(id).is_some()).collect()
}

/// The list of the rule with this id, if it has one.
pub fn list(rule: &str) -> Option<&'static List> {
    number(rule).map(|number| &TABLE.lists[number].1)
}

/// Which list of the table is that of the rule.
fn number(rule: &str) -> Option<usize> {
    TABLE.lists.iter().position(|(id, _)| *id == rule)
}
