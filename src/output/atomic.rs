//! The one place that writes files: whole, or not at all.

use super::fresh::Fresh;
use super::target::Target;
use super::{Operation, WriteError};
use crate::digest::Digest;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A file on its way to take another's place.
///
/// What is written goes to a new file in the target's folder; [`commit`](Self::commit) renames it into place, so that a
/// reader sees the old bytes or the new ones, never some of each. Dropped without commit it leaves nothing behind. Nor
/// does a process that is killed, where a file can be written before it has a name (on Linux, but for a moment at the
/// rename); elsewhere it leaves `.unscrape-*.tmp` behind for [`sweep`](super::sweep), and the target as it was.
///
/// - Links are followed first: a symbolic link stays, and the file it leads to is replaced, or made if it leads nowhere.
/// - The new file has the mode of the old one and, where the system lets us, its owner and group. Where there was none
///   it has the mode of any new file. A file that may not be written is not replaced, though a rename could.
/// - Hard links are broken, by design: the other names keep the old bytes. Snapshots that share unchanged files by hard
///   links stay what they were.
///
/// Writing is buffered. Errors of [`Write`] are the system's own and name no file; those of the methods do.
#[derive(Debug)]
pub struct Replacement {
    target: Target,
    file: BufWriter<Fresh>,
}

impl Replacement {
    /// Begins a new file for `path`.
    ///
    /// # Errors
    /// If there is something there that is no regular file, if it may not be written, or if no file can be made in its
    /// folder.
    pub fn new(path: &Path) -> Result<Self, WriteError> {
        let target = Target::find(path)?;
        let file = Fresh::new(target.folder(), target.is_new()).map_err(target.cannot(Operation::Create))?;
        Ok(Self { target, file: BufWriter::new(file) })
    }

    /// Puts the new file in the place of the old one, once it is on the disk.
    ///
    /// # Errors
    /// If the rest cannot be written (a full disk), or the old file's mode not be kept, or the rename fails. The old file
    /// is then as it was, and the new one is gone.
    pub fn commit(self) -> Result<(), WriteError> {
        let Self { target, file } = self;
        let file = file.into_inner().map_err(|error| target.cannot(Operation::Write)(error.into_error()))?;
        target.dress(file.as_file()).map_err(target.cannot(Operation::KeepMode))?;
        file.as_file().sync_data().map_err(target.cannot(Operation::Write))?;
        file.persist(target.real()).map_err(target.cannot(Operation::Replace))
    }

    /// Does what [`Replacement::commit`] does, unless the old file no longer holds bytes of the digest `seen`: it then has a
    /// second writer, whose work is not thrown away.
    ///
    /// # Errors
    /// As [`Replacement::commit`], and if the file holds other bytes by now.
    pub fn commit_over(self, seen: Digest) -> Result<(), WriteError> {
        let now = fs::File::open(self.target.real()).and_then(Digest::of_all);
        let now = now.map_err(self.target.cannot(Operation::ReadAgain))?;
        if now == seen { self.commit() } else { Err(self.target.changed()) }
    }
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Whether two paths lead to one file: by another spelling, a symbolic link or a hard link.
///
/// What is missing or no regular file is the same as nothing: a pipe must not be opened just to be looked at.
///
/// # Errors
/// If a file that is there cannot be opened.
pub fn is_same_file(a: &Path, b: &Path) -> io::Result<bool> {
    Ok(is_file(a) && is_file(b) && same_file::is_same_file(a, b)?)
}

/// Whether a path leads to the file that standard input is read from.
///
/// # Errors
/// If the file is there and cannot be opened.
pub fn is_stdin(path: &Path) -> io::Result<bool> {
    Ok(is_file(path) && same_file::Handle::from_path(path)? == same_file::Handle::stdin()?)
}

fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
}

/// Waits until the names in `folder` are on the disk, as far as the system can: not every folder that may be written
/// may be opened, and not every system lets folders be opened.
pub fn flush_folder(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
}
