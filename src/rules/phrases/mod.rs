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
mod tail;
mod title;

#[cfg(test)]
mod tests;

pub(super) use date::is_date;
pub use list::List;
pub(super) use name::are_names;
pub(super) use part::is_network;
pub use phrase::{Phrase, PhraseError};
pub(super) use title::is_title;

use file::Line;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

macro_rules! languages {
    ($($code:literal),*) => { [$(($code, include_str!(concat!($code, ".txt")))),*] };
}

/// The files, by language.
const LANGUAGES: [(&str, &str); 20] = languages![
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "pl", "cs", "uk", "ru", "tr", "ar", "hi",
    "zh", "ja", "ko"
];

/// The lists of all languages together, by rule.
static LISTS: LazyLock<HashMap<&str, List>> = LazyLock::new(|| {
    let mut phrases: HashMap<&str, Vec<Phrase>> = HashMap::new();
    for (rule, line) in LANGUAGES.iter().flat_map(|(_, file)| file::lines(file)) {
        // the tests read every line: none is left out
        if let Line::Phrase(line) = line
            && let Ok(phrase) = line.parse()
        {
            phrases.entry(rule).or_default().push(phrase);
        }
    }
    phrases.into_iter().map(|(rule, phrases)| (rule, List::new(phrases))).collect()
});

/// The lists that a rule goes by: that of the table and the user's own.
#[derive(Clone, Copy, Debug)]
pub struct Lists<'d> {
    table: Option<&'static List>,
    own: Option<&'d List>,
}

impl<'d> Lists<'d> {
    /// The lists of the rule with this id.
    pub fn new(rule: &str, own: Option<&'d List>) -> Self {
        Self { table: list(rule), own }
    }

    /// The phrase that is all of `line`, as it is written.
    pub fn find(&self, line: &str) -> Option<Cow<'static, str>> {
        let table = || Some(self.table?.find(line)?.written().into());
        let own = || Some(self.own?.find(line)?.written().to_owned().into());
        table().or_else(own)
    }
}

/// The ids of the rules that go by lists, in the order in which they run.
pub fn rules() -> Vec<&'static str> {
    super::ids().into_iter().filter(|id| LISTS.contains_key(id)).collect()
}

/// The list of the rule with this id, if it has one.
pub fn list(rule: &str) -> Option<&'static List> {
    LISTS.get(rule)
}
