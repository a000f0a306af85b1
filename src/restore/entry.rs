//! What a ledger says of one file, or one record, in one run.

use super::RestoreError;
use crate::digest::Digest;
use crate::ledger::Decoded;
use std::fmt;

/// Whose text an entry is of: the number of a place, and that of a line for a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Owner {
    pub(super) place: u32,
    pub(super) record: Option<u64>,
}

impl Owner {
    /// What is piped in has no place, and may be anything.
    pub(super) const PIPED: Self = Self { place: 0, record: None };

    /// Whether it is somewhere: two texts that were piped in are not one document for all that is known.
    pub(super) fn has_place(self) -> bool {
        self.place != Self::PIPED.place
    }
}

/// What a ledger says of one file, or one record, in one run.
#[derive(Clone, Debug)]
pub(super) struct FileEntry {
    /// The file as it was named.
    pub(super) name: String,
    /// Whose text it is.
    pub(super) owner: Owner,
    /// Where the record begins, in bytes of the file as it was written.
    pub(super) begins: u64,
    pub(super) run: u64,
    pub(super) input: Digest,
    pub(super) output: Digest,
    /// It is rare and large.
    pub(super) decoded: Option<Box<Decoded>>,
    /// Where its edits stand in the ledger.
    pub(super) edits: Place,
    /// Whether all of them are there.
    pub(super) is_whole: bool,
}

/// A part of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The line at which it begins, from 1.
    pub(super) line: u64,
    /// The byte at which it begins.
    pub(super) from: u64,
    /// The byte at which it ends.
    pub(super) until: u64,
}

impl FileEntry {
    /// Whether its file is called like the one at `place`.
    pub(super) fn has_file_name_of(&self, place: &str) -> bool {
        last_part(&self.name) == last_part(place)
    }

    /// The error that its record does not fit the text.
    pub(super) fn damaged(&self, problem: &'static str) -> RestoreError {
        RestoreError::Damaged { line: self.edits.line, problem }
    }

    /// Checks the digest of what it leads back to.
    pub(super) fn check(&self, restored: Digest) -> Result<(), RestoreError> {
        if restored == self.input {
            Ok(())
        } else {
            Err(self.damaged("it does not lead back to its own digest"))
        }
    }

    /// The line of the ledger at which it begins, from 1.
    pub(super) fn line(&self) -> u64 {
        self.edits.line
    }
}

/// What it is called in messages.
impl fmt::Display for FileEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.owner.record.map_or(Ok(()), |number| write!(f, ":{number}"))
    }
}

/// What follows the last slash.
fn last_part(name: &str) -> &str {
    name.rsplit(std::path::is_separator).next().unwrap_or(name)
}
