//! Why a ledger cannot be used.

use crate::visible::visible_path;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A ledger that cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// The system refused. Its own words are the [`source`](std::error::Error::source).
    #[error("{}: cannot {operation} the ledger", visible_path(path))]
    Io {
        /// The ledger, as it was named.
        path: PathBuf,
        /// What was tried.
        operation: Operation,
        /// What the system said.
        source: io::Error,
    },
    /// It is no regular file, so nothing can be looked up in it.
    #[error("{}: a ledger is a regular file, and this is none", visible_path(path))]
    NotAFile {
        /// The ledger, as it was named.
        path: PathBuf,
    },
    /// There is something else in the file.
    #[error(
        "{}: is no ledger, for its first line is none of one; nothing was written to it",
        visible_path(path)
    )]
    NotALedger {
        /// The file, as it was named.
        path: PathBuf,
    },
    /// It was written in another version of the format.
    #[error(
        "{}: a ledger of format {found}, and this version knows format {}",
        visible_path(path),
        super::FORMAT
    )]
    Format {
        /// The ledger, as it was named.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
}

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// Opening it, or making it.
    Open,
    /// Reading it.
    Read,
    /// Keeping other runs from writing to it for a moment.
    Lock,
    /// Appending to it.
    Append,
    /// Making sure that it is on the disk.
    Flush,
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open => "open",
            Self::Read => "read",
            Self::Lock => "lock",
            Self::Append => "append to",
            Self::Flush => "flush",
        })
    }
}

impl LedgerError {
    /// Makes what the system said into the error that `operation` failed.
    pub(crate) fn io(path: &Path, operation: Operation) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.to_owned(), operation, source }
    }
}
