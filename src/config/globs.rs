//! Patterns for paths, as in `.gitignore`.

use super::At;
use super::find::real;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::fs;
use std::path::{Path, PathBuf};

/// Patterns for paths under a folder: that of the configuration file, or the current one if the file is named with
/// `--config`. They are those of `.gitignore`: `*.log` matches in every folder, `/drafts/` and `wiki/**` from that folder
/// on, `!keep.log` takes back; the last that matches counts.
#[derive(Clone, Debug)]
pub struct Globs {
    patterns: Vec<At<String>>,
    all: Gitignore,
}

impl Globs {
    /// Reads patterns with their places; if one is none, its number and what is wrong with it.
    pub(super) fn new(patterns: Vec<At<String>>) -> Result<Self, (usize, String)> {
        let mut builder = GitignoreBuilder::new("");
        builder.allow_unclosed_class(false);
        for (index, pattern) in patterns.iter().enumerate() {
            if let Some(why) = never_matches(&pattern.value) {
                return Err((index, why));
            }
            builder.add_line(None, &pattern.value).map_err(|error| (index, told(&error)))?;
        }
        let all = builder.build().map_err(|error| (0, told(&error)))?;
        Ok(Self { patterns, all })
    }

    /// The patterns with their places.
    pub fn patterns(&self) -> &[At<String>] {
        &self.patterns
    }

    /// The pattern because of which a file matches, or a folder above it. `path` is from the folder in which the
    /// patterns begin.
    pub fn matching(&self, path: &Path) -> Option<&At<String>> {
        self.because_of(path, false)
    }

    /// The same for a folder.
    pub fn matching_folder(&self, path: &Path) -> Option<&At<String>> {
        self.because_of(path, true)
    }

    fn because_of(&self, path: &Path, is_folder: bool) -> Option<&At<String>> {
        let ignore::Match::Ignore(glob) = self.all.matched_path_or_any_parents(path, is_folder) else {
            return None;
        };
        // blanks behind a pattern are not kept there
        let is_it = |pattern: &str| pattern == glob.original() || pattern.trim_end() == glob.original();
        self.patterns.iter().rev().find(|pattern| is_it(&pattern.value))
    }
}

/// Why no path can match the pattern, and what to write instead.
fn never_matches(pattern: &str) -> Option<String> {
    let (not, path) = pattern.strip_prefix('!').map_or(("", pattern), |path| ("!", path));
    let path = path.trim_end();
    if path.trim().trim_matches('/').is_empty() || pattern.starts_with('#') {
        return Some("it matches nothing".to_owned());
    }
    let inside = path.strip_prefix('/').unwrap_or(path);
    let names = || inside.strip_suffix('/').unwrap_or(inside).split('/');
    if names().any(|name| name == "..") {
        let why = "it cannot lead out of the folder in which patterns begin: write the path from there on";
        return Some(format!("{why}, such as \"/drafts/\""));
    }
    let is_plain = |name: &&str| !matches!(*name, "" | ".");
    if names().all(|name| is_plain(&name)) {
        return None;
    }
    let plain: Vec<&str> = names().filter(is_plain).collect();
    let end = if plain.is_empty() {
        "*"
    } else if path.ends_with('/') {
        "/"
    } else {
        ""
    };
    Some(format!("it matches nothing: write \"{not}/{}{end}\"", plain.join("/")))
}

/// What is wrong with a pattern, and what to write instead where that is not plain.
fn told(error: &ignore::Error) -> String {
    let told = error.to_string();
    if told.contains("unclosed character class") {
        return format!("{told} (a bracket of its own is written \\[)");
    }
    told
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
