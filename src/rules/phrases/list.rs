//! Phrases that are known only when the program runs.

use super::grow::{Growing, number};
use super::phrase::Phrase;
use super::sought::Sought;
use super::trie::Trie;

/// Phrases, found by how they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    phrases: Vec<Phrase>,
    by_start: Trie,
}

impl List {
    /// The list of these phrases.
    pub fn new(phrases: Vec<Phrase>) -> Self {
        let mut growing = Growing::default();
        for (index, phrase) in phrases.iter().enumerate() {
            for head in phrase.heads() {
                growing.add(head.chars(), 1, Some(number(index)));
            }
        }
        Self { phrases, by_start: growing.finish() }
    }

    /// The phrases in their order.
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The first phrase that is all of `line`, but for marks around it.
    pub fn find(&self, line: &str) -> Option<&Phrase> {
        self.find_sought(&Sought::new(line))
    }

    /// The same for a line that other lists may have seen.
    pub(super) fn find_sought(&self, sought: &Sought) -> Option<&Phrase> {
        let start = self.by_start.start(sought.line());
        if self.by_start.lists(start) == 0 {
            return None;
        }
        let candidates = self.by_start.phrases(start, &(0..u32::MAX));
        sought.first(candidates.iter().filter_map(|index| self.phrases.get(*index as usize)))
    }
}
