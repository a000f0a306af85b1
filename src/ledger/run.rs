//! What a ledger says of a run.

use crate::input::jsonl::AboutFields;
use crate::options::{Options, RuleSet};
use crate::rules::{Rule, phrases::List};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The version of the format. A ledger of another version is refused, not guessed at.
pub const FORMAT: u32 = 1;

/// The first line of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header<'a> {
    /// [`FORMAT`].
    pub ledger: u32,
    /// The number of the run, from 1.
    pub run: u64,
    /// The version of the tool.
    #[serde(borrow)]
    pub unscrape: Cow<'a, str>,
    /// What was asked for.
    #[serde(flatten)]
    pub asked: Asked,
}

/// What a run was asked to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// To clean, with these options.
    Options(CleanOptions),
    /// To put back what some rules took.
    Restore {
        /// The rules' ids.
        only: Vec<String>,
    },
}

/// The line before the first document that was cleaned with other options than the documents of the run so far: a
/// folder may have a configuration of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct AskedLine<'a> {
    #[serde(flatten)]
    pub(super) asked: &'a Asked,
    pub(super) run: u64,
}

/// The options that decide what cleaning a text gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CleanOptions {
    /// The rules that ran, in their order.
    pub rules: Vec<Cow<'static, str>>,
    /// What became of copies.
    pub duplicates: Cow<'static, str>,
    /// How alike copies had to be, from 0.75 to 1.
    pub threshold: f64,
    /// The user's own phrases, by the id of the rule that went by them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub phrases: BTreeMap<String, Vec<String>>,
    /// The fields of JSON Lines that were named, by what they say of an article: `title`, `description`, `author`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
}

impl From<&Options> for Asked {
    fn from(options: &Options) -> Self {
        Self::Options(CleanOptions {
            phrases: own_phrases(&options.rules),
            rules: options.rules.iter().map(|rule| rule.id.into()).collect(),
            duplicates: options.duplicates.name().into(),
            threshold: f64::from(options.threshold.as_thousandths()) / 1000.0,
            fields: BTreeMap::new(),
        })
    }
}

impl Asked {
    /// The same, with the fields that were named: what a record says of its article decides what is taken from it.
    #[must_use]
    pub fn with_fields(mut self, fields: &AboutFields) -> Self {
        if let Self::Options(options) = &mut self {
            let named = fields.named().map(|(what, field)| (what.to_owned(), field.as_str().to_owned()));
            options.fields = named.collect();
        }
        self
    }
}

fn own_phrases(rules: &RuleSet) -> BTreeMap<String, Vec<String>> {
    let written = |list: &List| list.phrases().iter().map(|phrase| phrase.written().to_owned()).collect();
    let of_rule = |rule: &Rule| Some((rule.id.to_owned(), written(rules.phrases(rule.id)?)));
    rules.iter().filter_map(of_rule).collect()
}
