//! What is cleaned, and how.

use crate::corpus::{self, Cleaning};
use unscrape::input::jsonl::FieldPathError;
use unscrape::rules::ids;
use unscrape::{Options, RuleSet};

/// In bytes, of the articles.
const SIZE: usize = 1 << 20;

/// Records, and how they are cleaned.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    pub(crate) records: Vec<String>,
    pub(crate) cleaning: Cleaning,
}

/// All that is measured.
pub(crate) fn all() -> Result<[Input; 3], FieldPathError> {
    let every_rule = || {
        let rules = ids().iter().fold(RuleSet::default(), |rules, id| rules.with(id, true));
        Cleaning::new(Options { rules, ..Options::default() })
    };
    Ok([
        input("articles", corpus::texts(SIZE), Cleaning::new(Options::default())?),
        input("articles, every rule", corpus::texts(SIZE), every_rule()?),
        input("near misses, every rule", corpus::near_misses(SIZE / 4), every_rule()?),
    ])
}

fn input(name: &'static str, texts: Vec<String>, cleaning: Cleaning) -> Input {
    let records = texts.iter().enumerate().map(|(number, text)| corpus::record(number, text)).collect();
    Input { name, records, cleaning }
}
