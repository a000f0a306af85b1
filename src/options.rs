//! What to do to a text.

use crate::edit::Similarity;
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

/// What becomes of paragraphs that stand there twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Policy {
    /// A copy goes where the evidence says accident; whatever may be meant stays.
    #[default]
    Safe,
    /// Every copy goes, and what is nearly equal too, unless numbers, names or negations differ.
    All,
    /// Nothing goes; all are reported.
    Report,
    /// Nobody looks.
    Off,
}

impl Policy {
    /// All policies.
    pub const ALL: [Self; 4] = [Self::Safe, Self::All, Self::Report, Self::Off];

    /// Its name on the command line and in `unscrape.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::All => "all",
            Self::Report => "report",
            Self::Off => "off",
        }
    }
}

/// How alike two paragraphs must be to count as nearly equal, from 0.750 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Threshold(Similarity);

impl Threshold {
    /// Below this, what two paragraphs have in common is language, and no search but the slowest finds all pairs.
    pub const LOWEST: Self = Self(Similarity::thousandths(750));

    /// A threshold of `thousandths` / 1000; `None` if it is not between 750 and 1000.
    pub fn thousandths(thousandths: u16) -> Option<Self> {
        let similarity = Similarity::thousandths(thousandths);
        (thousandths <= 1000 && similarity >= Self::LOWEST.0).then_some(Self(similarity))
    }

    /// The similarity that it asks for.
    pub fn similarity(self) -> Similarity {
        self.0
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self(Similarity::thousandths(900))
    }
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
