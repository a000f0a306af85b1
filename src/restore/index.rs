//! What a ledger holds, by the texts that came out.

use super::RestoreError;
use super::entry::{FileEntry, Owner};
use super::outline::Outline;
use crate::digest::Digest;
use crate::ledger::{EditLine, Kind, LedgerError, Operation, Scan, to_read};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A ledger, ready to be asked. Only its outline is held in memory: edits are read when they are needed.
#[derive(Debug)]
pub struct Index {
    path: PathBuf,
    /// In the order in which they were entered.
    files: Vec<FileEntry>,
    /// The numbers of the places that files have.
    places: HashMap<String, u32>,
    /// The entries in which something changed, by their places in `files`, sorted by what came out, then by owner, then
    /// by age.
    by_output: Vec<usize>,
    /// All entries, sorted by what went in, then by owner.
    by_input: Vec<usize>,
    /// All entries, sorted by owner, then by age.
    by_owner: Vec<usize>,
    cuts: Vec<u64>,
    last_run: u64,
}

impl Index {
    /// Reads the outline of the ledger `path`.
    ///
    /// # Errors
    /// If it cannot be read, or is no ledger of this format. A line that was cut is no error: see [`Index::cuts`].
    pub fn read(path: &Path) -> Result<Self, LedgerError> {
        Self::of_outline(path, false)
    }

    /// The same by the records of JSON Lines instead of by files: for records that have left their file.
    ///
    /// # Errors
    /// As [`Index::read`].
    pub fn read_records(path: &Path) -> Result<Self, LedgerError> {
        Self::of_outline(path, true)
    }

    fn of_outline(path: &Path, of_records: bool) -> Result<Self, LedgerError> {
        let outline = Outline::read(to_read(path)?, of_records);
        let outline = outline.map_err(LedgerError::io(path, Operation::Read))?;
        let Outline { files, places, cuts, last_run, .. } = outline;
        let mut by_input: Vec<usize> = (0..files.len()).collect();
        let mut by_owner = by_input.clone();
        let mut by_output = by_input.clone();
        by_output.retain(|&index| files[index].input != files[index].output);
        // these sorts keep equals in their order
        by_output.sort_by_key(|&index| (files[index].output, files[index].owner));
        by_input.sort_by_key(|&index| (files[index].input, files[index].owner));
        by_owner.sort_by_key(|&index| files[index].owner);
        Ok(Self { path: path.to_owned(), files, places, by_output, by_input, by_owner, cuts, last_run })
    }

    /// The number of the last run; 0 if there is none.
    pub fn last_run(&self) -> u64 {
        self.last_run
    }

    /// The lines, from 1, that are not whole: what a crash has cut, or somebody has damaged. The others count.
    pub fn cuts(&self) -> &[u64] {
        &self.cuts
    }

    /// Who has a place. One that the ledger does not know has a number that nobody has.
    pub(super) fn owner(&self, place: &str, record: Option<u64>) -> Owner {
        Owner { place: self.places.get(place).copied().unwrap_or(u32::MAX), record }
    }

    /// Whether there is an entry of `owner`.
    pub(super) fn is_known(&self, owner: Owner) -> bool {
        self.last_run_of(owner) > 0
    }

    /// The last run that entered something of `owner`; 0 if none did.
    pub(super) fn last_run_of(&self, owner: Owner) -> u64 {
        let found = equals(&self.by_owner, |index| self.files[index].owner.cmp(&owner));
        found.last().map_or(0, |&index| self.files[index].run)
    }

    /// The last entry before the entry `before` that changed a text of `owner` to `output`.
    pub(super) fn changed_by(
        &self,
        output: Digest,
        owner: Owner,
        before: usize,
    ) -> Option<(usize, &FileEntry)> {
        let key = |index: usize| (self.files[index].output, self.files[index].owner);
        let found = equals(&self.by_output, |index| key(index).cmp(&(output, owner)));
        let older = found.partition_point(|&index| index < before);
        found[..older].last().map(|&index| (index, &self.files[index]))
    }

    /// Whether a text of `owner` went in as `input`.
    pub(super) fn has_input(&self, input: Digest, owner: Owner) -> bool {
        let key = |index: usize| (self.files[index].input, self.files[index].owner);
        !equals(&self.by_input, |index| key(index).cmp(&(input, owner))).is_empty()
    }

    /// Whether any text went in as `input`.
    pub(super) fn is_input(&self, input: Digest) -> bool {
        !equals(&self.by_input, |index| self.files[index].input.cmp(&input)).is_empty()
    }

    /// The entries that changed a text to `output`.
    pub(super) fn with_output(&self, output: Digest) -> impl DoubleEndedIterator<Item = (usize, &FileEntry)> {
        let found = equals(&self.by_output, |index| self.files[index].output.cmp(&output));
        found.iter().map(|&index| (index, &self.files[index]))
    }

    /// Whether an edit names the rule `id`.
    ///
    /// # Errors
    /// If the ledger cannot be read.
    pub fn has_rule(&self, id: &str) -> Result<bool, LedgerError> {
        let read = |error| LedgerError::io(&self.path, Operation::Read)(error);
        let mut scan = to_read(&self.path).and_then(|file| Scan::new(file, 0).map_err(read))?;
        while let Some(line) = scan.next().map_err(read)? {
            if let Kind::Edit(edit) = line.kind
                && edit.read().is_some_and(|edit| edit.reasons.iter().any(|reason| reason.rule == id))
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Hands the edits of a file to `each`, first to last.
    pub(super) fn edits(
        &self,
        file: &FileEntry,
        mut each: impl FnMut(EditLine) -> Result<(), RestoreError>,
    ) -> Result<(), RestoreError> {
        let read = |error| LedgerError::io(&self.path, Operation::Read)(error);
        let mut scan = Scan::new(to_read(&self.path)?, file.edits.from).map_err(read)?;
        while let Some(line) = scan.next().map_err(read)? {
            if let Kind::Edit(edit) = line.kind {
                let edit = edit.read().ok_or(RestoreError::Cut { line: file.edits.line })?;
                // a file of JSON Lines has the edits of all its records
                let record = file.owner.record;
                let is_of_it = record.is_none() || edit.record == record;
                if is_of_it && edit.run == file.run && edit.document == file.name {
                    each(edit)?;
                }
            }
            if line.next >= file.edits.until {
                break;
            }
        }
        Ok(())
    }
}

/// The part of `sorted` for which `order` says that it is what is looked for.
fn equals(sorted: &[usize], order: impl Fn(usize) -> Ordering) -> &[usize] {
    let start = sorted.partition_point(|&index| order(index) == Ordering::Less);
    let length = sorted[start..].partition_point(|&index| order(index) == Ordering::Equal);
    &sorted[start..start + length]
}
