//! The way from a text back to the oldest one that the ledger knows.

use super::RestoreError;
use super::entry::{FileEntry, Owner};
use super::index::Index;
use crate::digest::Digest;

/// The entries that lead from a text back to an older one, newest first.
#[derive(Clone, Debug)]
pub(super) struct Chain<'i>(pub(super) Vec<&'i FileEntry>);

/// What is known of a document that is to be restored, beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Name<'a> {
    /// Where its file is, as [`Home::place_of`](crate::ledger::Home::place_of) says it; `None` for what is piped in.
    pub place: Option<&'a str>,
    /// The number of its line in the file, from 1, for a record.
    pub record: Option<u64>,
    /// Whether it was only met in a folder, and not named: then its text alone is not enough to know it again, and the
    /// name of its file must be the same as well.
    pub is_found: bool,
}

impl Index {
    /// How a document came about. `until`: the oldest run to look at.
    ///
    /// Each step is looked up by the text that came out, and by the place of the file. Only if the ledger knows nothing
    /// of this place the text decides alone, and only if all that were cleaned to it lead to the same. From then on it is
    /// taken for the file that it was. An empty chain: the text is an original, or no run from `until` on has changed it.
    pub(super) fn chain(&self, digest: Digest, name: Name, until: u64) -> Result<Chain<'_>, RestoreError> {
        let owner = name.place.map(|place| self.owner(place, name.record));
        let known = owner.filter(|owner| self.is_known(*owner));
        let first = match known {
            Some(owner) => match self.changed_by(digest, owner, usize::MAX) {
                None if self.has_input(digest, owner) => return Ok(Chain(Vec::new())),
                // a record may have left its line
                None if name.record.is_none() => return Err(self.changed(digest, owner)),
                found => found,
            },
            None => None,
        };
        let first = match first {
            Some(first) => Some(first),
            None => self.by_text_alone(digest, name)?,
        };
        let Some(mut step) = first else {
            return if self.is_input(digest) { Ok(Chain(Vec::new())) } else { Err(RestoreError::Unknown) };
        };
        let mut chain = Vec::new();
        loop {
            let (_, file) = step;
            if file.run < until {
                break;
            }
            chain.push(file);
            // ends: each step leads to an entry before the one that it leads from
            let Some(older) = self.before(step)? else { break };
            step = older;
        }
        // what was put back bit by bit is an original again
        if chain.last().is_some_and(|oldest| oldest.input == digest) {
            chain.clear();
        }
        match chain.iter().find(|file| !file.is_whole) {
            Some(cut) => Err(RestoreError::Cut { line: cut.line() }),
            None => Ok(Chain(chain)),
        }
    }

    /// The last entry of a text that came out as `digest`, whatever file it is of.
    fn by_text_alone(&self, digest: Digest, name: Name) -> Result<Option<(usize, &FileEntry)>, RestoreError> {
        // an empty text says nothing
        if name.is_found && digest == Digest::of(b"") {
            return Ok(None);
        }
        let is_alike =
            |file: &FileEntry| !name.is_found || name.place.is_some_and(|place| file.has_file_name_of(place));
        let mut found = self.with_output(digest).filter(|(_, file)| is_alike(file));
        let Some(last) = found.next_back() else { return Ok(None) };
        let differs = |other: &FileEntry| {
            let is_one = last.1.owner == other.owner && other.owner.has_place();
            other.input != last.1.input && !is_one
        };
        if found.any(|(_, other)| differs(other)) { Err(self.ambiguous(digest)) } else { Ok(Some(last)) }
    }

    /// The entry before the entry `newer` that says how the text came about that went into it.
    fn before(&self, newer: (usize, &FileEntry)) -> Result<Option<(usize, &FileEntry)>, RestoreError> {
        let (index, file) = newer;
        if file.owner.has_place() {
            return Ok(self.changed_by(file.input, file.owner, index));
        }
        let is_older = |other: &(usize, &FileEntry)| other.0 < index && other.1.owner == file.owner;
        let mut older = self.with_output(file.input).filter(is_older);
        let Some(last) = older.next_back() else { return Ok(None) };
        if older.any(|(_, other)| other.input != last.1.input) {
            Err(self.ambiguous(file.input))
        } else {
            Ok(Some(last))
        }
    }

    fn ambiguous(&self, digest: Digest) -> RestoreError {
        let mut names: Vec<String> = self.with_output(digest).map(|(_, file)| file.to_string()).collect();
        names.sort();
        names.dedup();
        RestoreError::Ambiguous { names }
    }

    /// The error for a text that is not known of a file that is.
    fn changed(&self, digest: Digest, owner: Owner) -> RestoreError {
        let like = self.with_output(digest).next_back().map(|(_, file)| file.to_string());
        RestoreError::Changed { run: self.last_run_of(owner), like }
    }
}
