//! Why a file was not written.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A file that was not written. Whatever stood there stands there still.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The system refused. Its own words are the [`source`](std::error::Error::source).
    #[error("{}: cannot {operation}", path.display())]
    Io {
        /// The file, as the caller named it.
        path: PathBuf,
        /// What was tried.
        operation: Operation,
        /// What the system said.
        source: io::Error,
    },
    /// There is something that no file can take the place of.
    #[error("{}: is {kind}, not a regular file", path.display())]
    NotAFile {
        /// The file, as the caller named it.
        path: PathBuf,
        /// What it is, with its article.
        kind: &'static str,
    },
    /// The file holds other bytes than it did when it was read: somebody else is writing it too.
    #[error("{}: changed meanwhile; left as it is", path.display())]
    Changed {
        /// The file, as the caller named it.
        path: PathBuf,
    },
}

/// A step on the way to a written file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// Following links, and asking what is there.
    Find,
    /// Opening the old file for writing. Nothing is written to it, but what may not be written is not replaced either.
    Open,
    /// Making the new file beside the old one.
    Create,
    /// Writing the new file, down to the disk.
    Write,
    /// Giving the new file the mode of the old one.
    KeepMode,
    /// Reading the old file once more.
    ReadAgain,
    /// Putting the new file in the old one's place.
    Replace,
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Find => "find it",
            Self::Open => "open it for writing",
            Self::Create => "create a new file in its folder",
            Self::Write => "write the new file",
            Self::KeepMode => "keep its mode",
            Self::ReadAgain => "read it again before replacing it",
            Self::Replace => "put the new file in its place",
        })
    }
}
