//! Texts that differ in numbers only: a form that was filled in, perhaps a hundred thousand times.

use crate::duplicates::fingerprint::Fingerprint;
use crate::edit::Similarity;
use crate::options::Threshold;
use std::collections::HashMap;

/// Numbers of more bytes are not compared digit by digit.
const LONGEST_RUN: usize = 64;

/// Groups of texts that are equal but for their numbers and in which any two are similar enough, so that no pair need
/// be compared, nor even counted one by one.
#[derive(Debug)]
pub(in crate::duplicates) struct Forms {
    /// The texts of each form by their places, in order.
    groups: Vec<Vec<usize>>,
    /// By place, which form the text is of.
    of: Vec<Option<usize>>,
}

impl Forms {
    /// The forms among texts in canonical form, all different.
    pub(in crate::duplicates) fn of_texts(texts: &[&str], threshold: Threshold) -> Self {
        let mut place_of: HashMap<Fingerprint, usize> = HashMap::new();
        let mut all: Vec<(Spread, Vec<usize>)> = Vec::new();
        for (place, text) in texts.iter().enumerate() {
            let digits = Spread::of(text);
            if digits.runs.is_empty() {
                continue;
            }
            let group = *place_of.entry(Fingerprint::of(&masked(text))).or_insert(all.len());
            match all.get_mut(group) {
                Some((spread, group)) => {
                    spread.widen(&digits);
                    group.push(place);
                }
                None => all.push((digits, vec![place])),
            }
        }
        let groups: Vec<Vec<usize>> = all
            .into_iter()
            .filter(|(spread, group)| group.len() > 1 && spread.is_within(threshold))
            .map(|(_, group)| group)
            .collect();
        let mut of = vec![None; texts.len()];
        for (form, group) in groups.iter().enumerate() {
            for &text in group {
                of[text] = Some(form);
            }
        }
        Self { groups, of }
    }

    /// The texts of each form by their places, in order.
    pub(in crate::duplicates) fn groups(&self) -> &[Vec<usize>] {
        &self.groups
    }

    /// How similar two texts of one form are at least: if one becomes the other number by number.
    pub(in crate::duplicates) fn similarity(one: &str, two: &str) -> Similarity {
        let distance = |(one, two): (&str, &str)| {
            // a number as long as a book is written anew
            let is_short = one.len().max(two.len()) <= LONGEST_RUN;
            if is_short {
                strsim::levenshtein(one, two)
            } else {
                one.chars().count().max(two.chars().count())
            }
        };
        let distance = runs(one).zip(runs(two)).map(distance).sum();
        Similarity::of_distance(distance, one.chars().count().max(two.chars().count()))
    }

    /// The form of a text.
    pub(super) fn of(&self, text: usize) -> Option<usize> {
        self.of[text]
    }

    /// Whether two texts are of one form.
    pub(in crate::duplicates) fn are_one(&self, one: usize, two: usize) -> bool {
        self.of[one].is_some() && self.of[one] == self.of[two]
    }
}

/// How far the texts of a form can be apart.
#[derive(Debug)]
struct Spread {
    /// The longest that each of the numbers is in any text, in characters.
    runs: Vec<usize>,
    /// The length of the shortest text, in characters.
    shortest: usize,
}

impl Spread {
    fn of(text: &str) -> Self {
        Self { runs: runs(text).map(|run| run.chars().count()).collect(), shortest: text.chars().count() }
    }

    fn widen(&mut self, other: &Self) {
        let runs = self.runs.iter_mut().zip(&other.runs);
        runs.for_each(|(longest, run)| *longest = (*longest).max(*run));
        self.shortest = self.shortest.min(other.shortest);
    }

    /// Whether any two of the texts are similar enough: one becomes the other when all its numbers are written anew.
    fn is_within(&self, threshold: Threshold) -> bool {
        self.runs.iter().sum::<usize>() <= threshold.most_edits(self.shortest)
    }
}

/// The numbers of a text.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_numeric()).filter(|run| !run.is_empty())
}

/// The text with each number as one 0.
fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for char in text.chars() {
        match char.is_numeric() {
            true if masked.ends_with('0') => {}
            true => masked.push('0'),
            false => masked.push(char),
        }
    }
    masked
}
