//! `unscrape.toml`: what a project wants switched on and off.
//!
//! ```toml
//! duplicates = "safe"     # safe, all, report or off
//! threshold = 0.90        # from 0.75 to 1.0
//! suspect = true          # name lines that look like the headline of another article
//!
//! [rules]
//! empty-image = false
//!
//! [phrases]               # lines that go too, as a rule's own lists have them
//! promo-line = ["Read on: <title>"]
//! ```
//!
//! The file can switch things and nothing more: it names no file to write and no command to run, so that a text's
//! folder can be cleaned without trusting whoever made it. Whatever is not understood is an error with its place: a
//! switch that silently does nothing is worse than none.

mod error;
mod find;
mod parse;

pub use error::{ConfigError, Problem};
pub use find::{Finder, find};

use crate::options::{Policy, Threshold};
use crate::rules::phrases::Phrase;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The most bytes that a file may have. One with every switch has a tenth of it.
const MAX_BYTES: usize = 64 * 1024;

/// What a configuration file says. What it leaves out is `None`, or missing from `rules`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Which copies go.
    pub duplicates: Option<Policy>,
    /// How alike two paragraphs are to count as copies.
    pub threshold: Option<Threshold>,
    /// Whether to name lines that look like the headline of another article.
    pub suspect: Option<bool>,
    /// The rules switched on or off, by id.
    pub rules: BTreeMap<String, bool>,
    /// Phrases for rules that go by lists of them, by id.
    pub phrases: BTreeMap<String, Vec<Phrase>>,
}

impl Config {
    /// Reads the file `path`; `known` are the ids of all rules.
    ///
    /// # Errors
    /// If the file cannot be read or is no regular file, and as [`Config::parse`].
    pub fn read(path: &Path, known: &[&str]) -> Result<Self, ConfigError> {
        let bytes = read_start(path).map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
        too_large(path, bytes.len())?;
        match std::str::from_utf8(&bytes) {
            Ok(text) => Self::parse(path, text, known),
            Err(_) => Err(ConfigError::NotUtf8 { path: path.to_owned() }),
        }
    }

    /// Understands `text`, what the file `path` holds; `known` are the ids of all rules.
    ///
    /// # Errors
    /// If it has over 64 KiB, or with the first place that is no TOML, names an unknown key or rule, has a value that
    /// does not fit its key, or is no phrase.
    pub fn parse(path: &Path, text: &str, known: &[&str]) -> Result<Self, ConfigError> {
        too_large(path, text.len())?;
        parse::parse(text, known).map_err(|(position, problem)| ConfigError::Invalid {
            path: path.to_owned(),
            position,
            problem,
        })
    }
}

/// The file's bytes, or one more than are allowed.
fn read_start(path: &Path) -> io::Result<Vec<u8>> {
    // opening a pipe would wait for a writer
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn too_large(path: &Path, length: usize) -> Result<(), ConfigError> {
    if length > MAX_BYTES { Err(ConfigError::TooLarge { path: path.to_owned() }) } else { Ok(()) }
}
