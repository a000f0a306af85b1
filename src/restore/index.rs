//! What a ledger holds, by the texts that came out.

use super::RestoreError;
use crate::digest::Digest;
use crate::ledger::{Decoded, EditLine, Kind, LedgerError, Operation, Scan, to_read};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;
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

/// Whose text an entry is of: the number of a place, and that of a line for a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Owner {
    place: u32,
    record: Option<u64>,
}

impl Owner {
    /// What is piped in has no place, and may be anything.
    const PIPED: Self = Self { place: 0, record: None };

    /// Whether it is somewhere: two texts that were piped in are not one document for all that is known.
    pub(super) fn has_place(self) -> bool {
        self.place != Self::PIPED.place
    }
}

/// What a ledger says of one file, or one record, in one run.
#[derive(Clone, Debug)]
pub(super) struct FileEntry {
    /// The file as it was named.
    name: String,
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
    edits: Place,
    /// Whether all of them are there.
    pub(super) is_whole: bool,
}

/// A part of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The line at which it begins, from 1.
    pub(super) line: u64,
    /// The byte at which it begins.
    from: u64,
    /// The byte at which it ends.
    until: u64,
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

impl Index {
    /// Reads the outline of the ledger `path`.
    ///
    /// # Errors
    /// If it cannot be read, or is no ledger of this format. A line that was cut is no error: see [`Index::cuts`].
    pub fn read(path: &Path) -> Result<Self, LedgerError> {
        Self::read_outline(path, Outline::default())
    }

    /// The same by the records of JSON Lines instead of by files: for records that have left their file.
    ///
    /// # Errors
    /// As [`Index::read`].
    pub fn read_records(path: &Path) -> Result<Self, LedgerError> {
        Self::read_outline(path, Outline { of_records: true, ..Outline::default() })
    }

    fn read_outline(path: &Path, mut outline: Outline) -> Result<Self, LedgerError> {
        let file = to_read(path)?;
        // what a run is just appending is not to look like something cut; where there are no locks it may
        let _ = file.lock_shared();
        let read = |error| LedgerError::io(path, Operation::Read)(error);
        let mut scan = Scan::new(file, 0).map_err(read)?;
        while let Some(line) = scan.next().map_err(read)? {
            let place = Place { line: line.number, from: line.offset, until: line.next };
            outline.add(place, line.kind);
        }
        outline.end_document();
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

/// What it is called in messages.
impl fmt::Display for FileEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.owner.record.map_or(Ok(()), |number| write!(f, ":{number}"))
    }
}

/// The part of `sorted` for which `order` says that it is what is looked for.
fn equals(sorted: &[usize], order: impl Fn(usize) -> Ordering) -> &[usize] {
    let start = sorted.partition_point(|&index| order(index) == Ordering::Less);
    let length = sorted[start..].partition_point(|&index| order(index) == Ordering::Equal);
    &sorted[start..start + length]
}

/// What follows the last slash.
fn last_part(name: &str) -> &str {
    name.rsplit(std::path::is_separator).next().unwrap_or(name)
}

/// The outline of a ledger while it is read.
#[derive(Default)]
struct Outline {
    /// Whether records are looked for, and not files.
    of_records: bool,
    files: Vec<FileEntry>,
    places: HashMap<String, u32>,
    cuts: Vec<u64>,
    last_run: u64,
    /// The document whose edits are being read.
    document: Option<Document>,
    /// Files of JSON Lines whose own lines are still to come, by run and name.
    open: HashMap<(u64, String), Records>,
}

struct Document {
    file: FileEntry,
    /// Edits that are still to come.
    missing: u64,
}

/// The records of a file of JSON Lines that have been entered so far.
struct Records {
    place: Place,
    count: u64,
    are_whole: bool,
}

impl Outline {
    fn add(&mut self, place: Place, kind: Kind) {
        if let Kind::Edit(_) = kind {
            if let Some(document) = &mut self.document {
                document.missing = document.missing.saturating_sub(1);
                document.file.edits.until = place.until;
            }
            return;
        }
        self.end_document();
        match kind {
            Kind::Broken => self.cuts.push(place.line),
            Kind::Document(line) => {
                let file = FileEntry {
                    owner: self.owner(line.place(), line.record),
                    name: line.document.into_owned(),
                    begins: line.begins.map_or(0, |[_, written]| written),
                    run: line.run,
                    input: line.input,
                    output: line.output,
                    decoded: line.decoded.map(Box::new),
                    edits: place,
                    is_whole: true,
                };
                self.document = Some(Document { file, missing: line.edits });
            }
            Kind::Container(line) => {
                let owner = self.owner(line.place(), None);
                let name = line.container.into_owned();
                let key = (line.run, name);
                let records = self.open.remove(&key).unwrap_or(Records { place, count: 0, are_whole: true });
                if self.of_records {
                    return;
                }
                self.files.push(FileEntry {
                    name: key.1,
                    owner,
                    begins: 0,
                    run: key.0,
                    input: line.input,
                    output: line.output,
                    decoded: line.decoded.map(Box::new),
                    edits: Place { until: place.until, ..records.place },
                    is_whole: records.are_whole && records.count == line.documents,
                });
            }
            Kind::Header(header) => self.last_run = self.last_run.max(header.run),
            Kind::Options | Kind::Edit(_) => {}
        }
    }

    fn owner(&mut self, place: Option<&str>, record: Option<u64>) -> Owner {
        let Some(place) = place else { return Owner { record, ..Owner::PIPED } };
        if let Some(&known) = self.places.get(place) {
            return Owner { place: known, record };
        }
        // 0 is for what has no place
        let new = u32::try_from(self.places.len() + 1).unwrap_or(u32::MAX);
        self.places.insert(place.to_owned(), new);
        Owner { place: new, record }
    }

    /// The edits of the document end here, whether they are all there or not.
    fn end_document(&mut self) {
        let Some(Document { mut file, missing }) = self.document.take() else { return };
        file.is_whole = missing == 0;
        if file.owner.record.is_some() == self.of_records {
            self.files.push(file);
            return;
        }
        if self.of_records {
            return;
        }
        let new = Records { place: file.edits, count: 0, are_whole: true };
        let records = self.open.entry((file.run, file.name)).or_insert(new);
        records.count += 1;
        records.are_whole &= file.is_whole;
    }
}
