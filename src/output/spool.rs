//! A file without a name, for what is too large to be held in memory for a while.

use crate::visible::visible_path;
use std::fs::File;
use std::io;

/// Makes one in the system's folder for temporary files. It is gone when it is dropped, whatever ends the process.
///
/// # Errors
/// If the system has no room for it.
pub fn spool() -> io::Result<File> {
    tempfile::tempfile().map_err(|error| {
        let folder = std::env::temp_dir();
        io::Error::new(
            error.kind(),
            format!("no temporary file can be made in {}: {error}", visible_path(&folder)),
        )
    })
}
