//! What to do to a text.

mod policy;
mod threshold;

pub use policy::{Policy, UnknownPolicy};
pub use threshold::{Threshold, ThresholdError};

use crate::document::Protect;
use crate::rules::phrases::{self, List, Phrase};
use crate::rules::{self, Level, RULES, Rule};
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// Whether to name lines that look like the headline of another article.
    pub suspect: bool,
    /// What no rule touches.
    pub protect: Protect,
}

/// A choice of rules, with the user's own phrases for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSet {
    on: Vec<bool>,
    /// By the rule's place in [`RULES`].
    phrases: BTreeMap<usize, Arc<List>>,
}

impl Default for RuleSet {
    /// The rules that are on unless somebody says otherwise.
    fn default() -> Self {
        Self::of(|rule| rule.level == Level::On)
    }
}

impl RuleSet {
    /// No rule.
    pub fn none() -> Self {
        Self::of(|_| false)
    }

    fn of(on: impl Fn(&Rule) -> bool) -> Self {
        Self { on: RULES.iter().map(|rule| on(rule)).collect(), phrases: BTreeMap::new() }
    }

    /// The set with one rule switched on or off. An id that no rule has changes nothing.
    #[must_use]
    pub fn with(mut self, id: &str, on: bool) -> Self {
        if let Some(index) = rules::position(id) {
            self.on[index] = on;
        }
        self
    }

    /// The set with phrases of the user's own for a rule, in the place of those given before. They count where the rule
    /// runs. A rule that goes by no list, or an id that no rule has, changes nothing.
    #[must_use]
    pub fn with_phrases(mut self, id: &str, phrases: Vec<Phrase>) -> Self {
        if let Some(index) = rules::position(id).filter(|_| phrases::rules().contains(&id)) {
            self.phrases.insert(index, Arc::new(List::new(phrases)));
        }
        self
    }

    /// The user's own phrases for the rule with this id.
    pub fn phrases(&self, id: &str) -> Option<&List> {
        self.phrases.get(&rules::position(id)?).map(Arc::as_ref)
    }

    /// Whether the rule with this id runs.
    pub fn contains(&self, id: &str) -> bool {
        rules::position(id).is_some_and(|index| self.on[index])
    }

    /// The rules that run, in the order in which they do.
    pub fn iter(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        RULES.iter().zip(&self.on).filter(|(_, on)| **on).map(|(rule, _)| *rule)
    }
}
