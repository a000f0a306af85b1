//! Opening a ledger, and nothing but a ledger.

use super::error::Operation;
use super::{FORMAT, LedgerError};
use crate::output::flush_folder;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// How the first line of a run begins.
pub(super) const HEADER: &[u8] = b"{\"ledger\":";

/// Opens a ledger to append to. `None`: there is none yet, but there is its folder.
pub(super) fn to_append(path: &Path) -> Result<Option<File>, LedgerError> {
    match open(path, OpenOptions::new().read(true).append(true)) {
        Err(LedgerError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
            let name = path.file_name().ok_or_else(|| io::ErrorKind::NotFound.into());
            name.and_then(|_| fs::metadata(folder(path))).map_err(LedgerError::io(path, Operation::Open))?;
            Ok(None)
        }
        opened => opened.map(Some),
    }
}

/// Makes a ledger to append to, unless another run has just done so.
pub(super) fn new(path: &Path) -> Result<File, LedgerError> {
    let file = open(path, OpenOptions::new().read(true).append(true).create(true))?;
    // a new file whose name is lost in a crash would be no ledger of what was replaced meanwhile
    let real = fs::canonicalize(path);
    flush_folder(folder(real.as_deref().unwrap_or(path)));
    Ok(file)
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether the file `path` begins as a ledger does.
pub fn is_ledger(path: &Path) -> bool {
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
    is_file
        && File::open(path).and_then(|file| bytes(&file, 0, HEADER.len())).is_ok_and(|start| start == HEADER)
}

/// Opens a ledger to look things up in it.
pub(crate) fn to_read(path: &Path) -> Result<File, LedgerError> {
    open(path, OpenOptions::new().read(true))
}

fn open(path: &Path, options: &OpenOptions) -> Result<File, LedgerError> {
    // a pipe would keep us waiting, and a device may do anything
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(LedgerError::NotAFile { path: path.to_owned() });
    }
    let file = options.open(path).map_err(LedgerError::io(path, Operation::Open))?;
    check(path, &file)?;
    Ok(file)
}

/// Looks at the first line. That of a ledger whose first run was killed may be cut.
fn check(path: &Path, file: &File) -> Result<(), LedgerError> {
    let read = |error| LedgerError::io(path, Operation::Read)(error);
    let start = bytes(file, 0, HEADER.len()).map_err(read)?;
    let not_a_ledger = || LedgerError::NotALedger { path: path.to_owned() };
    if start.len() < HEADER.len() {
        return if HEADER.starts_with(&start) { Ok(()) } else { Err(not_a_ledger()) };
    }
    if start != HEADER {
        return Err(not_a_ledger());
    }
    // of a version that this one does not know, nothing but the number is sure to be there
    let digits = bytes(file, HEADER.len() as u64, 10).map_err(read)?;
    let digits: String = digits.into_iter().map(char::from).take_while(char::is_ascii_digit).collect();
    match digits.parse() {
        Ok(found) if found != FORMAT => Err(LedgerError::Format { path: path.to_owned(), found }),
        _ => Ok(()),
    }
}

/// Up to `length` bytes from byte `from` on.
pub(super) fn bytes(mut file: &File, from: u64, length: usize) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::with_capacity(length);
    file.take(length as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
