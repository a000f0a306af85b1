//! The folders that are written to.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use unscrape::output::{flush_folder, sweep};

/// Folders in which files are replaced.
#[derive(Debug, Default)]
pub(crate) struct Folders {
    swept: HashSet<PathBuf>,
    /// Those with files that were replaced since the last flush.
    written: HashSet<PathBuf>,
}

impl Folders {
    /// Makes ready to write `file`: what a run that was killed has left in its folder is removed, once.
    pub(crate) fn prepare(&mut self, file: &Path) {
        let folder = folder(file);
        if !self.swept.contains(&folder) {
            sweep(&folder);
            self.swept.insert(folder.clone());
        }
        self.written.insert(folder);
    }

    /// Waits until the names of what was written are on the disk.
    pub(crate) fn flush(&mut self) {
        self.written.drain().for_each(|folder| flush_folder(&folder));
    }
}

/// The folder of a file, links followed, for a link's own folder is not written to.
fn folder(file: &Path) -> PathBuf {
    let real = std::fs::canonicalize(file);
    real.as_deref().unwrap_or(file).parent().unwrap_or(Path::new("")).to_owned()
}
