//! Which words an option takes, for whoever asks: the completions do.

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::error::Error;
use clap::{Arg, Command};
use std::ffi::OsStr;
use std::str::FromStr;
use unscrape::options::Policy;
use unscrape::{duplicates, rules};

/// Reads a value as `inner` does, and refuses what it refuses, in its words; `words` are only offered.
#[derive(Clone, Debug)]
pub(crate) struct Offering<P> {
    inner: P,
    words: Vec<&'static str>,
}

impl<P: TypedValueParser> TypedValueParser for Offering<P> {
    type Value = P::Value;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<P::Value, Error> {
        self.inner.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().map(PossibleValue::new)))
    }
}

/// What becomes of paragraphs that stand there twice.
pub(crate) fn policy() -> impl TypedValueParser<Value = Policy> {
    Offering { inner: Policy::from_str, words: Policy::ALL.map(Policy::name).to_vec() }
}

/// A rule that can be switched, and the words in `more`.
pub(crate) fn rule(more: &[&'static str]) -> impl TypedValueParser<Value = String> {
    // people put a blank behind a comma
    let inner = StringValueParser::new().map(|id| id.trim().to_owned());
    Offering { inner, words: [&rules::ids(), more].concat() }
}

/// A rule that can be explained.
pub(crate) fn explained_rule() -> impl TypedValueParser<Value = String> {
    rule(&[duplicates::RULE])
}
