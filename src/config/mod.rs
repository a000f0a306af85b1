//! `unscrape.toml`: what a project wants switched on and off.
//!
//! ```toml
//! duplicates = "safe"     # safe, all, report or off
//! threshold = 0.90        # from 0.75 to 1.0
//! suspect = true          # name lines that look like the headline of another article
//! protect = ["^Photo: "]  # lines that stay as they are, by patterns of the crate `regex`
//! exclude = ["drafts/"]   # files that are left alone, by patterns as in .gitignore
//!
//! [rules]
//! empty-image = false
//!
//! [phrases]               # lines that go too, as a rule's own lists have them
//! promo-line = ["Read on: <title>"]
//!
//! [per-path."wiki/**"]    # the same keys for some files, but for exclude; a later table goes before
//! duplicates = "off"
//! rules.citation-mark = true
//! ```
//!
//! Patterns for paths begin in the folder of the file. A file that is named with `--config` may be anywhere, so its
//! patterns begin in the current folder, and files elsewhere match none.
//!
//! The file can switch things and nothing more: it names no file to write and no command to run, so that a text's
//! folder can be cleaned without trusting whoever made it. Whatever is not understood is an error with its place: a
//! switch that silently does nothing is worse than none.

mod effective;
mod error;
mod find;
mod globs;
mod parse;
mod schema;
mod settings;

pub use effective::{Effective, Source, Sourced};
pub use error::{ConfigError, Problem};
pub use find::{Finder, find};
pub use globs::{Globs, relative};
pub use schema::schema;
pub use settings::{At, PerPath, Settings};

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The most bytes that a file may have. One with every switch has a tenth of it.
const MAX_BYTES: usize = 64 * 1024;

/// What a configuration file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// What is said of all files.
    pub general: Settings,
    /// The files that are left alone.
    pub exclude: Globs,
    /// What is said of some files, in the order of the file: a later one goes before.
    pub per_path: Vec<PerPath>,
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

    /// The numbers of the `[per-path]` tables that concern the file at `path`, which is from the folder in which
    /// the patterns begin.
    pub fn concerning(&self, path: Option<&Path>) -> Vec<usize> {
        let concerns = |table: &PerPath| path.is_some_and(|path| table.globs.matching(path).is_some());
        (0..self.per_path.len()).filter(|&index| concerns(&self.per_path[index])).collect()
    }

    /// Understands `text`, what the file `path` holds; `known` are the ids of all rules.
    ///
    /// # Errors
    /// If it has over 64 KiB, or with the first place that is no TOML, names an unknown key or rule, has a value that
    /// does not fit its key, is no phrase, or is a pattern that no path or every line can match.
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
