//! The closed lists of the rules on phrases: one file a language.
//!
//! A file has a section for each rule, `[share-line]`. A line of it is a [`Phrase`]: all of a line, written as it stands
//! on pages. Case, blanks, the kind of quotes and dashes, and marks around the line do not matter. A line that begins
//! with `keep:` looks like a phrase of the rule and must stay; `#` begins a comment. Each line is a test of its list.
//!
//! To add a phrase, add a line. To add a language, add a file and name it in `languages.rs`.

mod date;
#[cfg(test)]
mod file;
mod fold;
mod grow;
mod head;
mod heads;
#[cfg(test)]
mod languages;
mod lines;
mod list;
mod name;
mod openings;
mod parse;
mod part;
mod phrase;
mod rest;
mod sieve;
#[cfg(test)]
mod sifting;
mod sought;
#[cfg(test)]
mod spread;
mod table;
mod tail;
mod title;
mod trie;

#[cfg(test)]
mod part_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trie_tests;

pub(super) use date::{is_date, may_begin_digit};
pub use list::List;
pub(super) use name::are_names;
pub use phrase::{Phrase, PhraseError};
pub use sought::Sought;
pub(super) use title::is_title;

use lines::{End, NETWORKS};
use std::borrow::Cow;
use std::sync::OnceLock;
use table::number_of;

/// The lists of the table that may hold some line: those that do, and those with a phrase that begins as the line does and
/// goes on with what cannot be listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed(End);

impl Listed {
    /// Those for `line`.
    pub(super) fn of(line: &str) -> Self {
        Self(table::lists(sought::without_marks(line)))
    }

    /// Whether no list may hold the line: so it is with most.
    pub(super) fn is_in_no_list(self) -> bool {
        self.0.may_hold() & !NETWORKS == 0
    }

    /// Whether it may be the name of a network.
    pub(super) fn may_be_network(self) -> bool {
        self.0.may_hold() & NETWORKS != 0
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
        Self { table: number_of(rule), own }
    }

    /// Whether one of them may hold the line of which `listed` tells: a quick look, for most lines are in no list.
    pub(super) fn may_hold(&self, listed: Listed) -> bool {
        self.own.is_some() || self.table.is_some_and(|list| listed.0.may_hold() >> list & 1 == 1)
    }

    /// Whether a line that begins as `words` do, or the first of them, may be in one of them or the name of a network: a
    /// look at a few letters.
    #[inline]
    pub(super) fn may_open(&self, words: &str) -> bool {
        self.own.is_some() || self.table.is_some_and(|list| table::may_open(list, words))
    }

    /// How many letters of ASCII at most a line has with which `words` begin and that may be in one of them or the name of a
    /// network: none if there is none. The last mark of the line may be none of theirs if it goes on.
    pub(super) fn reach(&self, words: &str) -> Option<usize> {
        let lists = NETWORKS | self.table.map_or(0, |list| 1 << list);
        // each of these letters is a character of its own where lines are compared
        if self.have_own() { Some(usize::MAX) } else { table::reach(sought::without_marks(words), lists) }
    }

    /// Whether there are phrases of the user's among them.
    pub(super) fn have_own(&self) -> bool {
        self.own.is_some()
    }

    /// Whether one of them holds the line. Which phrase it is takes longer to find.
    pub(super) fn hold(&self, sought: &Sought) -> bool {
        self.table.is_some_and(|list| sought.is_in(list))
            || self.own.is_some_and(|own| own.find_sought(sought).is_some())
    }

    /// The phrase that is all of `line`, as it is written. `listed` tells what may hold it, which mostly is nothing.
    pub(super) fn find(&self, line: &str, listed: Listed) -> Option<Cow<'static, str>> {
        let find = || self.find_sought(&Sought::listed(line, listed));
        self.may_hold(listed).then(find).flatten()
    }

    /// The same for a line that other lists may have seen.
    pub fn find_sought(&self, sought: &Sought) -> Option<Cow<'static, str>> {
        let table = || Some(table::written(in_list(self.table?, sought)?)?.into());
        let own = || Some(self.own?.find_sought(sought)?.written().to_owned().into());
        table().or_else(own)
    }
}

/// The phrase of a rule's list that is all of a line.
pub(super) fn find(rule: &str, sought: &Sought) -> Option<&'static Phrase> {
    table::phrase(in_list(number_of(rule)?, sought)?)
}

/// The number of that phrase.
fn in_list(number: usize, sought: &Sought) -> Option<u32> {
    if sought.lists().may_hold() >> number & 1 == 1 { table::find(number, sought) } else { None }
}

/// Whether a line is the name of a social network.
pub(super) fn is_network(sought: &Sought) -> bool {
    sought.lists().may_hold() & NETWORKS != 0 && part::is_network(sought.whole())
}

/// The ids of the rules that go by lists, in the order in which they run.
pub fn rules() -> Vec<&'static str> {
    super::ids().into_iter().filter(|id| number_of(id).is_some()).collect()
}

/// The list of the rule with this id, if it has one.
pub fn list(rule: &str) -> Option<&'static List> {
    static LISTS: [OnceLock<List>; NETWORKS.trailing_zeros() as usize] =
        [const { OnceLock::new() }; NETWORKS.trailing_zeros() as usize];
    let number = number_of(rule)?;
    Some(LISTS.get(number)?.get_or_init(|| List::new(table::phrases(number).cloned().collect())))
}
