//! What was done to one input, counted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use unscrape::edit::{Edit, Edits};
use unscrape::rules;

/// How often each rule acted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally(BTreeMap<(usize, Cow<'static, str>), usize>);

impl Tally {
    pub(crate) fn add(&mut self, edits: &Edits) {
        for reason in edits.iter().flat_map(Edit::reasons) {
            // rules in the order of their table, duplicates behind them
            let order = rules::position(&reason.rule).unwrap_or(usize::MAX);
            *self.0.entry((order, reason.rule.clone())).or_default() += 1;
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
        for (index, ((_, rule), count)) in self.0.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{rule} {count}")?;
        }
        Ok(())
    }
}
