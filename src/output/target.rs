//! The place where a file is to be written, and what stands there now.

use super::{Operation, WriteError};
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Where a new file goes.
#[derive(Debug)]
pub(super) struct Target {
    /// As the caller named it: for errors.
    named: PathBuf,
    /// Where it is, behind every link.
    real: PathBuf,
    /// The regular file that is there now.
    old: Option<Metadata>,
}

impl Target {
    /// Finds the place that `path` names and makes sure that a file may be written there.
    pub(super) fn find(path: &Path) -> Result<Self, WriteError> {
        let mut target = Self { named: path.to_owned(), real: PathBuf::new(), old: None };
        let real = follow(path).map_err(target.cannot(Operation::Find))?;
        match fs::metadata(&real) {
            Ok(there) if there.is_file() => {
                // a rename asks only whether the folder may be written; this asks about the file
                let file = OpenOptions::new().write(true).open(&real);
                let old = file.and_then(|file| file.metadata());
                target.old = Some(old.map_err(target.cannot(Operation::Open))?);
            }
            Ok(there) => return Err(target.not_a_file(kind(there.file_type()))),
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(target.cannot(Operation::Find)(error));
            }
            Err(_) if path.as_os_str().to_string_lossy().ends_with(std::path::is_separator) => {
                return Err(target.not_a_file("a folder"));
            }
            Err(_) => {}
        }
        target.real = real;
        Ok(target)
    }

    /// The path without links.
    pub(super) fn real(&self) -> &Path {
        &self.real
    }

    /// The folder it is in, without links.
    pub(super) fn folder(&self) -> &Path {
        self.real.parent().unwrap_or(Path::new("."))
    }

    /// Whether there is no file yet.
    pub(super) fn is_new(&self) -> bool {
        self.old.is_none()
    }

    /// Gives `file` the mode of the old file and, as far as the system lets us, its owner and group.
    pub(super) fn dress(&self, file: &File) -> io::Result<()> {
        let Some(old) = &self.old else { return Ok(()) };
        let mut permissions = old.permissions();
        if !keep_owner(old, file) {
            without_set_id(&mut permissions);
        }
        file.set_permissions(permissions)
    }

    /// Makes what the system said into the error that `operation` failed.
    pub(super) fn cannot(&self, operation: Operation) -> impl FnOnce(io::Error) -> WriteError {
        let path = self.named.clone();
        move |source| WriteError::Io { path, operation, source }
    }

    /// The error that the file is not as it was.
    pub(super) fn changed(&self) -> WriteError {
        WriteError::Changed { path: self.named.clone() }
    }

    fn not_a_file(&self, kind: &'static str) -> WriteError {
        WriteError::NotAFile { path: self.named.clone(), kind }
    }
}

/// Where `path` leads, links followed, even if there is nothing there yet. Its folder must exist.
fn follow(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    // ends: a ring of links, or too long a chain of them, is another error than "not found"
    loop {
        match fs::canonicalize(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            found => return found,
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
        let Some(name) = path.file_name() else { return Err(io::ErrorKind::NotFound.into()) };
        let place = folder.join(name);
        match fs::read_link(&place) {
            Ok(to) => path = folder.join(to),
            Err(_) => return Ok(place),
        }
    }
}

#[cfg(unix)]
fn kind(of: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match of {
        of if of.is_dir() => "a folder",
        of if of.is_fifo() => "a pipe",
        of if of.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn kind(of: FileType) -> &'static str {
    if of.is_dir() { "a folder" } else { "a device" }
}

/// Tries to give `file` the owner and group of `old`; whether it has both now.
#[cfg(unix)]
fn keep_owner(old: &Metadata, file: &File) -> bool {
    use std::os::unix::fs::{MetadataExt, fchown};
    let Ok(new) = file.metadata() else { return false };
    if (new.uid(), new.gid()) == (old.uid(), old.gid())
        || fchown(file, Some(old.uid()), Some(old.gid())).is_ok()
    {
        return true;
    }
    // only root gives files away, but everybody may hand one to a group of their own
    let _ = fchown(file, None, Some(old.gid()));
    false
}

#[cfg(not(unix))]
fn keep_owner(_: &Metadata, _: &File) -> bool {
    true
}

/// Takes out the bits that lend the owner's or group's rights: they are not ours to lend in another's name.
#[cfg(unix)]
fn without_set_id(permissions: &mut fs::Permissions) {
    use std::os::unix::fs::PermissionsExt;
    permissions.set_mode(permissions.mode() & 0o1777);
}

#[cfg(not(unix))]
fn without_set_id(_: &mut fs::Permissions) {}
