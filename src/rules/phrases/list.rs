//! The phrases of one rule.

use super::fold::{fold, start};
use super::head;
use super::phrase::Phrase;
use super::tail::Tail;
use std::collections::HashMap;

/// Phrases, found by how they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    phrases: Vec<Phrase>,
    /// The phrases that can begin with these characters, in their order.
    by_head: HashMap<Box<[char]>, Vec<usize>>,
}

impl List {
    /// The list of these phrases.
    pub fn new(phrases: Vec<Phrase>) -> Self {
        let mut by_head: HashMap<Box<[char]>, Vec<usize>> = HashMap::new();
        for (index, phrase) in phrases.iter().enumerate() {
            for head in phrase.heads() {
                let known = by_head.entry(head.chars().into()).or_default();
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

    /// The first phrase that is all of `line`, but for marks around it.
    pub fn find(&self, line: &str) -> Option<&Phrase> {
        // a line in italics with a link in it is the author's own word
        let in_italics = line.starts_with(['*', '_']) && !line.starts_with("**") && !line.starts_with("__");
        let line = line.trim_start_matches(|char: char| "[-–—|:•►▶»>→*_ ".contains(char));
        let candidates = self.candidates(line);
        let whole = candidates.iter().any(|phrase| phrase.tail().is_none()).then(|| fold(line));
        let is_whole = |phrase: &&&Phrase| {
            phrase.tail().is_none() && whole.as_ref().is_some_and(|folded| phrase.is(folded))
        };
        let with_tail = || {
            candidates.iter().find(|phrase| {
                let Some(tail) = phrase.tail().filter(|tail| *tail != Tail::Title || !in_italics) else {
                    return false;
                };
                tail.parts(line).any(|(label, rest)| phrase.is(&fold(label)) && tail.is(rest))
            })
        };
        candidates.iter().find(is_whole).or_else(with_tail).copied()
    }

    /// The phrases that begin like `line`; most lines begin like none.
    fn candidates(&self, line: &str) -> Vec<&Phrase> {
        let start = start(line, head::LENGTH);
        let lists = (1..=start.len()).filter_map(|length| self.by_head.get(&start[..length]));
        lists.flatten().filter_map(|index| self.phrases.get(*index)).collect()
    }
}
