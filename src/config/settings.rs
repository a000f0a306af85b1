//! What a table of a configuration file can say.

use super::Globs;
use crate::document::Protect;
use crate::options::{Policy, Threshold};
use crate::output::Position;
use crate::rules::phrases::Phrase;
use std::collections::BTreeMap;

/// A value and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it begins.
    pub position: Position,
}

/// What the file says of all texts, or a `[per-path]` table of some. What it leaves out is `None`, or missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which copies go.
    pub duplicates: Option<At<Policy>>,
    /// How alike two paragraphs are to count as copies.
    pub threshold: Option<At<Threshold>>,
    /// Whether to name lines that look like the headline of another article.
    pub suspect: Option<At<bool>>,
    /// What no rule touches.
    pub protect: Option<At<Protect>>,
    /// The rules switched on or off, by id.
    pub rules: BTreeMap<String, At<bool>>,
    /// Phrases for rules that go by lists of them, by id.
    pub phrases: BTreeMap<String, At<Vec<Phrase>>>,
}

/// What is said of the files whose paths match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerPath {
    /// For which files.
    pub globs: Globs,
    /// What of them.
    pub settings: Settings,
}
