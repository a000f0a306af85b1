//! What was done to one input, counted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use unscrape::edit::{Edit, Edits};
use unscrape::rules;

/// How often each rule acted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally(BTreeMap<Cow<'static, str>, usize>);

impl Tally {
    pub(crate) fn add(&mut self, edits: &Edits) {
        let mut rules = edits.iter().flat_map(Edit::reasons).map(|reason| &reason.rule).peekable();
        while let Some(rule) = rules.next() {
            // most come in rows
            let more = std::iter::from_fn(|| rules.next_if_eq(&rule)).count();
            *self.0.entry(rule.clone()).or_default() += 1 + more;
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (rule, count) in other.0 {
            *self.0.entry(rule).or_default() += count;
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: Vec<_> = self.0.iter().collect();
        // rules in the order of their table, duplicates behind them
        counts.sort_by_key(|(rule, _)| rules::position(rule).unwrap_or(usize::MAX));
        for (index, (rule, count)) in counts.into_iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{rule} {count}")?;
        }
        Ok(())
    }
}
