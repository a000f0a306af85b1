//! Patterns for paths, as in `.gitignore`.

use super::At;
use super::find::real;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::fs;
use std::path::{Path, PathBuf};

/// Patterns for paths under a folder: that of the configuration file, or the current one if the file is named with
/// `--config`. They are those of `.gitignore`: `*.log` matches in every
/// folder, `/drafts/` and `wiki/**` from that folder on, `!keep.log` takes back; the last that matches counts.
#[derive(Clone, Debug)]
pub struct Globs {
    patterns: Vec<At<String>>,
    all: Gitignore,
}

impl Globs {
    /// Reads patterns with their places; if one is none, its number and what is wrong with it.
    pub(super) fn new(patterns: Vec<At<String>>) -> Result<Self, (usize, ignore::Error)> {
        let mut builder = GitignoreBuilder::new("");
        for (index, pattern) in patterns.iter().enumerate() {
            // such a line says nothing there
            if pattern.value.trim().is_empty() || pattern.value.starts_with('#') {
                let err = "it matches nothing".to_owned();
                return Err((index, ignore::Error::Glob { glob: None, err }));
            }
            builder.add_line(None, &pattern.value).map_err(|error| (index, error))?;
        }
        let all = builder.build().map_err(|error| (0, error))?;
        Ok(Self { patterns, all })
    }

    /// The patterns with their places.
    pub fn patterns(&self) -> &[At<String>] {
        &self.patterns
    }

    /// The pattern because of which a file matches, or a folder above it. `path` is from the folder in which the
    /// patterns begin.
    pub fn matching(&self, path: &Path) -> Option<&At<String>> {
        let ignore::Match::Ignore(glob) = self.all.matched_path_or_any_parents(path, false) else {
            return None;
        };
        self.patterns.iter().rev().find(|pattern| pattern.value == glob.original())
    }
}

impl PartialEq for Globs {
    fn eq(&self, other: &Self) -> bool {
        self.patterns == other.patterns
    }
}

impl Eq for Globs {}

impl Default for Globs {
    /// No pattern, which matches no path.
    fn default() -> Self {
        Self { patterns: Vec::new(), all: Gitignore::empty() }
    }
}

/// Where `file` is from the folder `base`, if it is there. Links to folders are followed, one that is the file itself is
/// not; the file need not exist.
pub fn relative(file: &Path, base: &Path) -> Option<PathBuf> {
    let base = real(base)?;
    let file = std::path::absolute(file).ok()?;
    let (real, rest) = file.ancestors().skip(1).find_map(|folder| {
        let real = fs::canonicalize(folder).ok()?;
        Some((real, file.strip_prefix(folder).ok()?))
    })?;
    let path = real.join(rest);
    path.strip_prefix(base).ok().map(Path::to_owned)
}
