//! Appending to a ledger: under a lock, whole or not at all, and on the disk before the file that it speaks of changes.

use super::entry::{Entry, What, line};
use super::error::Operation;
use super::run::{Asked, AskedLine, FORMAT, Header};
use super::scan::{Kind, Scan};
use super::{LedgerError, STDIN, open};
use crate::digest::Digest;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A ledger that one run appends to.
///
/// Other runs may append to it at the same time: each takes a lock for as long as it writes, so their lines may take
/// turns but never mix. What cannot be written whole is taken back; what a crash has cut is left for what it is, and the
/// next run begins a new line after it.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    /// There is none before the first entry, if there was none before the run.
    file: Option<File>,
    /// The number of this run, once it has written something.
    run: Option<u64>,
    /// What was asked for the documents that were entered last.
    asked: Option<Asked>,
    /// The documents that the ledger holds: read when one that nothing changed in is to be entered.
    known: Option<HashSet<(Digest, String)>>,
}

impl Ledger {
    /// Opens the ledger `path` for one run. If there is none it is made for the first entry.
    ///
    /// # Errors
    /// If it cannot be opened, is no regular file, or holds something else than a ledger of this format; or if there is
    /// neither it nor its folder.
    pub fn open(path: &Path) -> Result<Self, LedgerError> {
        let file = open::to_append(path)?;
        Ok(Self { path: path.to_owned(), file, run: None, asked: None, known: None })
    }

    /// Enters documents, all of them or none. `asked`: what was to be done to them.
    ///
    /// A document that came out as it went in is entered only once under its name: it is known then, and a run that
    /// changes nothing writes nothing.
    ///
    /// # Errors
    /// If it cannot be locked, read or written. The ledger is then as it was.
    pub fn append(&mut self, asked: &Asked, entries: &[Entry]) -> Result<(), LedgerError> {
        let new = self.unknown(entries)?;
        if new.is_empty() {
            return Ok(());
        }
        let file = match self.file.take() {
            Some(file) => file,
            None => open::new(&self.path)?,
        };
        file.lock().map_err(LedgerError::io(&self.path, Operation::Lock))?;
        let written = self.write(&file, asked, &new);
        let unlocked = file.unlock().map_err(LedgerError::io(&self.path, Operation::Lock));
        self.file = Some(file);
        written.and(unlocked)
    }

    /// Waits until all that was entered is on the disk.
    ///
    /// # Errors
    /// If the system says that it is not.
    pub fn flush(&self) -> Result<(), LedgerError> {
        self.file
            .as_ref()
            .map_or(Ok(()), File::sync_data)
            .map_err(LedgerError::io(&self.path, Operation::Flush))
    }

    /// The entries without those that say nothing new.
    fn unknown<'e, 'a>(&mut self, entries: &'e [Entry<'a>]) -> Result<Vec<&'e Entry<'a>>, LedgerError> {
        let mut new = Vec::with_capacity(entries.len());
        for entry in entries {
            if !entry.is_unchanged() || !self.known()?.contains(&key(entry)) {
                new.push(entry);
            }
        }
        Ok(new)
    }

    fn known(&mut self) -> Result<&HashSet<(Digest, String)>, LedgerError> {
        let known = match self.known.take() {
            Some(known) => known,
            None => known(&self.path).map_err(LedgerError::io(&self.path, Operation::Read))?,
        };
        Ok(self.known.insert(known))
    }

    /// Writes at the end, with the lock held.
    fn write(&mut self, file: &File, asked: &Asked, entries: &[&Entry]) -> Result<(), LedgerError> {
        let read = |error| LedgerError::io(&self.path, Operation::Read)(error);
        let length = file.metadata().map_err(read)?.len();
        // less than the beginning of a first line says nothing, and would make the next line look like no ledger
        let length = if length < open::HEADER.len() as u64 { 0 } else { length };
        let run = self.number(file, length).map_err(read)?;
        let written = file.set_len(length).and_then(|()| self.write_at(file, length, run, asked, entries));
        if written.is_err() {
            // nothing half done; if even that fails, the next run begins a new line
            let _ = file.set_len(length);
        } else {
            self.run = Some(run);
            self.asked = Some(asked.clone());
            if let Some(known) = &mut self.known {
                let documents = entries.iter().filter(|entry| !matches!(entry.what, What::Record { .. }));
                known.extend(documents.map(|entry| key(entry)));
            }
        }
        written.map_err(LedgerError::io(&self.path, Operation::Append))
    }

    /// The number of this run: its own, or the next one if it has none yet.
    fn number(&self, file: &File, length: u64) -> io::Result<u64> {
        self.run.map_or_else(|| Ok(last_run(file, length)? + 1), Ok)
    }

    fn write_at(
        &self,
        file: &File,
        length: u64,
        run: u64,
        asked: &Asked,
        entries: &[&Entry],
    ) -> io::Result<()> {
        let is_cut = length > 0 && open::bytes(file, length - 1, 1)? != b"\n";
        let mut out = BufWriter::with_capacity(1 << 16, file);
        if is_cut {
            out.write_all(b"\n")?;
        }
        if self.run.is_none() {
            let unscrape = env!("CARGO_PKG_VERSION").into();
            line(&mut out, &Header { ledger: FORMAT, run, unscrape, asked: asked.clone() })?;
        } else if self.asked.as_ref() != Some(asked) {
            line(&mut out, &AskedLine { asked, run })?;
        }
        entries.iter().try_for_each(|entry| entry.write(run, &mut out))?;
        out.into_inner().map(drop).map_err(io::IntoInnerError::into_error)
    }
}

fn key(entry: &Entry) -> (Digest, String) {
    (entry.output, entry.place.unwrap_or(STDIN).to_owned())
}

/// The files that the ledger holds: as what they came out, and where they are.
fn known(path: &Path) -> io::Result<HashSet<(Digest, String)>> {
    let mut known = HashSet::new();
    let ledger = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(known),
        ledger => ledger?,
    };
    let mut scan = Scan::new(ledger, 0)?;
    while let Some(line) = scan.next()? {
        match line.kind {
            Kind::Document(document) if document.record.is_none() => {
                known.insert((document.output, document.place().unwrap_or(STDIN).to_owned()));
            }
            Kind::Container(container) => {
                known.insert((container.output, container.place().unwrap_or(STDIN).to_owned()));
            }
            _ => {}
        }
    }
    Ok(known)
}

/// How much of a ledger is searched at a time.
const PIECE: u64 = 1 << 16;

/// The number of the run that began last, looked for from the end: each run has a higher number than those whose first
/// lines stand before its own. 0 if there is none.
fn last_run(ledger: &File, length: u64) -> io::Result<u64> {
    let mut end = length;
    while end > 0 {
        let start = end.saturating_sub(PIECE);
        // one beginning reaches from one piece into the next
        let until = (end + open::HEADER.len() as u64).min(length);
        let piece = open::bytes(ledger, start, usize::try_from(until - start).unwrap_or_default())?;
        for found in memchr::memmem::rfind_iter(&piece, open::HEADER) {
            let at = start + found as u64;
            if at > 0 && open::bytes(ledger, at - 1, 1)? != b"\n" {
                continue;
            }
            if let Some(line) = Scan::new(ledger.try_clone()?, at)?.next()?
                && let Kind::Header(header) = line.kind
            {
                return Ok(header.run);
            }
        }
        end = start;
    }
    Ok(0)
}
