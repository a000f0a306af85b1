//! What is wrong with a configuration file, and where.

use crate::options::{ThresholdError, UnknownPolicy};
use crate::output::Position;
use crate::rules::phrases::{self, PhraseError};
use crate::suggest::Suggestion;
use crate::visible::visible;
use std::io;
use std::path::PathBuf;

/// A configuration file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// It cannot be read. The system's own words are the [`source`](std::error::Error::source).
    #[error("{}: cannot read the configuration", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is too large to be one.
    #[error("{}: has over {} KiB, too much for a configuration", path.display(), super::MAX_BYTES / 1024)]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is not UTF-8, as TOML must be.
    #[error("{}: is not UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
    },
    /// Something in it is not understood.
    #[error("{}:{position}: {problem}", path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// Where in the file.
        position: Position,
        /// What is not understood.
        problem: Problem,
    },
}

/// Something in a configuration file that is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// It is no TOML: what the parser says.
    #[error("{}", visible(.0))]
    Syntax(String),
    /// There is no such key.
    #[error("unknown key \"{}\"{suggestion} (known: {})", visible(key), known.join(", "))]
    UnknownKey {
        /// The key as written.
        key: String,
        /// The key that may be meant.
        suggestion: Suggestion,
        /// The keys that can stand there.
        known: Vec<&'static str>,
    },
    /// A rule's id where a key should be.
    #[error("\"{rule}\" is a rule: it belongs under [rules]")]
    RuleOutsideRules {
        /// The rule's id.
        rule: String,
    },
    /// There is no such rule.
    #[error("unknown rule \"{}\"{suggestion} (`unscrape rules` lists all)", visible(id))]
    UnknownRule {
        /// The id as written.
        id: String,
        /// The id that may be meant.
        suggestion: Suggestion,
    },
    /// The rule by which copies go, which is switched in another way.
    #[error("{} is no rule of the table: `duplicates = \"off\"` keeps copies", crate::duplicates::RULE)]
    Duplicates,
    /// The key takes a value of another type.
    #[error("\"{key}\" takes {takes}, not {found}")]
    Type {
        /// The key.
        key: String,
        /// What it takes, with its article.
        takes: &'static str,
        /// The TOML type of what it was given, with its article.
        found: &'static str,
    },
    /// The rule goes by no lists.
    #[error("\"{rule}\" goes by no phrases (those that do: {})", phrases::rules().join(", "))]
    NoPhrases {
        /// The rule's id.
        rule: String,
    },
    /// It is no phrase.
    #[error("\"{}\" is no phrase: {problem}", visible(phrase))]
    Phrase {
        /// The phrase as written.
        phrase: String,
        /// What is not understood.
        problem: PhraseError,
    },
    /// A key that concerns the file as a whole, in a table for some paths.
    #[error("\"{key}\" stands once for the whole file, not under [per-path]")]
    OfTheFile {
        /// The key.
        key: String,
    },
    /// It is no pattern for what is to stay.
    #[error("\"{}\" is no pattern: {}", visible(pattern), visible(problem))]
    Pattern {
        /// The pattern as written.
        pattern: String,
        /// What is not understood.
        problem: String,
    },
    /// It matches where there is nothing, so it does not say which lines are to stay.
    #[error(
        "\"{}\" matches the empty string, so it tells no line from another: write what the lines hold, or \".\" for all",
        visible(pattern)
    )]
    EmptyMatch {
        /// The pattern as written.
        pattern: String,
    },
    /// It is no pattern for paths.
    #[error("\"{}\" is no pattern for paths: {}", visible(glob), visible(problem))]
    Glob {
        /// The pattern as written.
        glob: String,
        /// What is not understood.
        problem: String,
    },
    /// There is no such policy.
    #[error(transparent)]
    Policy(#[from] UnknownPolicy),
    /// There is no such threshold.
    #[error(transparent)]
    Threshold(#[from] ThresholdError),
}

impl Problem {
    pub(super) fn pattern(pattern: &str, error: &regex::Error) -> Self {
        // the last line says what is wrong, those before it draw where
        let told = error.to_string();
        let problem = told.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        Self::Pattern { pattern: pattern.to_owned(), problem }
    }
}
