//! What to do to a text.

mod policy;
mod threshold;

pub use policy::{Policy, UnknownPolicy};
pub use threshold::{Threshold, ThresholdError};

use crate::rules::{self, Level, RULES, Rule};

/// What [`clean`](crate::clean) is to do. The default is what the command does when it is asked for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The rules that run.
    pub rules: RuleSet,
    /// What becomes of paragraphs that stand there twice.
    pub duplicates: Policy,
    /// How alike two paragraphs must be to count as nearly equal.
    pub threshold: Threshold,
    /// Whether to report pairs of paragraphs that are alike and stay; looking for them takes time.
    pub report: bool,
}

/// A choice of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSet(Vec<bool>);

impl Default for RuleSet {
    /// The rules that are on unless somebody says otherwise.
    fn default() -> Self {
        Self(RULES.iter().map(|rule| rule.level == Level::On).collect())
    }
}

impl RuleSet {
    /// No rule.
    pub fn none() -> Self {
        Self(vec![false; RULES.len()])
    }

    /// The set with one rule switched on or off. An id that no rule has changes nothing.
    #[must_use]
    pub fn with(mut self, id: &str, on: bool) -> Self {
        if let Some(index) = rules::position(id) {
            self.0[index] = on;
        }
        self
    }

    /// Whether the rule with this id runs.
    pub fn contains(&self, id: &str) -> bool {
        rules::position(id).is_some_and(|index| self.0[index])
    }

    /// The rules that run, in the order in which they do.
    pub fn iter(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        RULES.iter().zip(&self.0).filter(|(_, on)| **on).map(|(rule, _)| *rule)
    }
}
