//! The phrases of one rule.

use super::fold::fold;
use super::phrase::Phrase;
use super::sought::Sought;
use super::start::{ByStart, key};
use super::tail::Tail;

/// Phrases, found by how they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    phrases: Vec<Phrase>,
    /// The phrases that can begin with these characters, in their order.
    by_head: ByStart<Vec<usize>>,
}

impl List {
    /// The list of these phrases.
    pub fn new(phrases: Vec<Phrase>) -> Self {
        let mut by_head: ByStart<Vec<usize>> = ByStart::default();
        for (index, phrase) in phrases.iter().enumerate() {
            for head in phrase.heads() {
                let known = by_head.entry(key(head.chars())).or_default();
                if known.last() != Some(&index) {
                    known.push(index);
                }
            }
        }
        Self { phrases, by_head }
    }

    /// The phrases in their order.
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// How lines begin that are in the list, as keys.
    pub(super) fn keys(&self) -> impl Iterator<Item = u64> {
        self.by_head.keys().copied()
    }

    /// The first phrase that is all of `line`, but for marks around it.
    pub fn find(&self, line: &str) -> Option<&Phrase> {
        self.find_sought(&Sought::new(line))
    }

    /// The same for a line that other lists may have seen.
    pub(super) fn find_sought(&self, sought: &Sought) -> Option<&Phrase> {
        let is_whole = |phrase: &&Phrase| phrase.tail().is_none() && phrase.is(sought.folded());
        let line = sought.line();
        let with_tail = |phrase: &&Phrase| {
            // a line in italics with a link in it is the author's own word
            let Some(tail) = phrase.tail().filter(|tail| *tail != Tail::Title || !sought.in_italics()) else {
                return false;
            };
            tail.parts(line).any(|(label, rest)| phrase.is(&fold(label)) && tail.is(rest))
        };
        self.candidates(sought).find(is_whole).or_else(|| self.candidates(sought).find(with_tail))
    }

    /// The phrases that begin like the line; most lines begin like none.
    fn candidates(&self, sought: &Sought) -> impl Iterator<Item = &Phrase> {
        let lists = sought.start().keys().iter().filter_map(|key| self.by_head.get(key));
        lists.flatten().filter_map(|index| self.phrases.get(*index))
    }
}
