//! Which configuration file is meant for a folder.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The names looked for in each folder; the first wins.
const NAMES: [&str; 2] = ["unscrape.toml", ".unscrape.toml"];

/// The configuration file for texts in the folder `start`: that of the nearest folder upwards which has one.
///
/// The nearest counts alone; nothing is merged with those further up. In one folder `unscrape.toml` goes before
/// `.unscrape.toml`. Links are followed first, so the real folder decides. A `start` that does not exist (a name given
/// for standard input) is looked for from its nearest folder that does.
pub fn find(start: &Path) -> Option<PathBuf> {
    Finder::new().find(start).map(Path::to_owned)
}

/// [`find`] for many files: asks about each folder once.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// By folder: by its path as given and by the real path.
    known: HashMap<PathBuf, Option<PathBuf>>,
}

impl Finder {
    /// Knows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What [`find`] says for the folder `start`. What was found once stays so, whatever becomes of the files.
    pub fn find(&mut self, start: &Path) -> Option<&Path> {
        if !self.known.contains_key(start) {
            let found = real(start).and_then(|folder| self.climb(&folder));
            self.known.insert(start.to_owned(), found);
        }
        self.known.get(start)?.as_deref()
    }

    /// Looks in the folder `folder` and those above it, and remembers the answer for all of them.
    fn climb(&mut self, folder: &Path) -> Option<PathBuf> {
        let mut passed = Vec::new();
        let mut found = None;
        for folder in folder.ancestors() {
            if let Some(known) = self.known.get(folder) {
                found.clone_from(known);
                break;
            }
            passed.push(folder);
            found = NAMES.map(|name| folder.join(name)).into_iter().find(|file| file.is_file());
            if found.is_some() {
                break;
            }
        }
        self.known.extend(passed.into_iter().map(|folder| (folder.to_owned(), found.clone())));
        found
    }
}

/// The nearest folder from `start` upwards that exists, without links and `..`, from the root.
pub(super) fn real(start: &Path) -> Option<PathBuf> {
    let start = if start.as_os_str().is_empty() { Path::new(".") } else { start };
    let from_root = std::path::absolute(start).ok()?;
    from_root.ancestors().find_map(|folder| fs::canonicalize(folder).ok())
}
