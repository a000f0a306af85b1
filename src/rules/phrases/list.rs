//! Phrases that are known only when the program runs.

use super::heads::Heads;
use super::phrase::Phrase;
use super::sought::Sought;

/// Phrases, found by how they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    phrases: Vec<Phrase>,
    heads: Heads,
}

impl List {
    /// The list of these phrases.
    pub fn new(phrases: Vec<Phrase>) -> Self {
        let heads = Heads::of(phrases.iter());
        Self { phrases, heads }
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
        let candidates = self.heads.phrases(sought.line(), &(0..u32::MAX));
        let phrase = |index: u32| self.phrases.get(index as usize);
        phrase(sought.first(candidates.into_iter(), |_| false, phrase)?)
    }
}
