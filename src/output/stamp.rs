//! Whether a file is still what it was.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// What tells one state of a file from another without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// In bytes.
    length: u64,
    modified: Option<SystemTime>,
    /// Which file it is, where the system says so.
    number: u64,
}

impl Stamp {
    /// The state of the file at `path` as it now is.
    ///
    /// # Errors
    /// If there is none or it may not be looked at.
    pub fn of(path: &Path) -> io::Result<Self> {
        let metadata = fs::metadata(path)?;
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&metadata);
        #[cfg(not(unix))]
        let number = 0;
        Ok(Self { length: metadata.len(), modified: metadata.modified().ok(), number })
    }
}
