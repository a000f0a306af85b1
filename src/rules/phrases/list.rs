//! The phrases of one rule.

use super::fold::{fold, start};
use super::head;
use super::phrase::Phrase;
use super::title;
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
        if candidates.is_empty() {
            return None;
        }
        let find = |line: &str, titled: bool| {
            let folded = fold(line);
            candidates.iter().find(|phrase| phrase.is_titled() == titled && phrase.is(&folded)).copied()
        };
        find(line, false).or_else(|| {
            let (label, title) = title::split(line).filter(|_| !in_italics)?;
            find(label, true).filter(|_| title::is_title(title))
        })
    }

    /// The phrases that begin like `line`; most lines begin like none.
    fn candidates(&self, line: &str) -> Vec<&Phrase> {
        let start = start(line, head::LENGTH);
        let lists = (1..=start.len()).filter_map(|length| self.by_head.get(&start[..length]));
        lists.flatten().filter_map(|index| self.phrases.get(*index)).collect()
    }
}
