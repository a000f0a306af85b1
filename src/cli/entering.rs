//! What is entered in the ledger, if one is kept: always before it is written.

use super::records::CleanedLine;
use super::settings::Job;
use super::text::CleanedFile;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;
use unscrape::digest::{Digest, Digesting};
use unscrape::input::Input;
use unscrape::ledger::{Asked, Decoded, Entry, Ledger, LedgerError, What};

/// The ledger of a run, or none.
pub(crate) struct Entering(pub(crate) Option<Ledger>);

/// What cannot be entered is not written either, so nothing more is done.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("nothing more was written, for it could not be entered in the ledger")]
pub(crate) struct LedgerFailed;

impl Entering {
    /// Whether there is a ledger.
    pub(crate) fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Enters texts, and waits until that is on the disk.
    pub(crate) fn texts(&mut self, jobs: &[Job], cleaned: &[Result<CleanedFile>]) -> Result<()> {
        let Some(ledger) = &mut self.0 else { return Ok(()) };
        let texts = jobs.iter().zip(cleaned);
        let entered: Vec<(&Job, Entry)> =
            texts.filter_map(|(job, file)| Some((job, file.as_ref().ok()?.entry(job)))).collect();
        // a folder may have a configuration of its own
        for alike in entered.chunk_by(|(one, _), (two, _)| Arc::ptr_eq(&one.options, &two.options)) {
            let Some((job, _)) = alike.first() else { continue };
            let entries: Vec<Entry> = alike.iter().map(|(_, entry)| entry.clone()).collect();
            enter(ledger, job, &entries)?;
        }
        flush(ledger)
    }

    /// Begins to enter the records of a file. If it is to be replaced it is entered as it is before: should the run be
    /// killed before it comes to write it, it is known for an original.
    pub(crate) fn records<'a>(&'a mut self, job: &'a Job, replaces: bool) -> Result<EnteringRecords<'a>> {
        if let (Some(ledger), Input::File(path), true) = (&mut self.0, &job.input, replaces) {
            let input = digest(path).with_context(|| job.name.clone())?;
            enter(ledger, job, &[container(job, input, input, None, 0)])?;
        }
        let ledger = self.0.as_mut();
        Ok(EnteringRecords { ledger, job, written: 0, output: Digesting::default(), documents: 0 })
    }
}

/// The records of one file on their way into a ledger.
pub(crate) struct EnteringRecords<'a> {
    ledger: Option<&'a mut Ledger>,
    job: &'a Job,
    /// Bytes of the file as it is to be, so far.
    written: u64,
    output: Digesting,
    /// Records that were entered.
    documents: u64,
}

impl EnteringRecords<'_> {
    /// Enters the next lines.
    pub(crate) fn lines(&mut self, lines: &[CleanedLine]) -> Result<()> {
        let Some(ledger) = &mut self.ledger else { return Ok(()) };
        let mut entries = Vec::new();
        for line in lines {
            entries.extend(line.entry(self.job, self.written));
            self.written += line.bytes().len() as u64;
            self.output.write_all(line.bytes())?;
        }
        self.documents += entries.len() as u64;
        enter(ledger, self.job, &entries)
    }

    /// Enters the file as a whole, and waits until all is on the disk. `read`: what is known of the bytes that were read.
    pub(crate) fn finish(self, read: Option<(Digest, Option<Decoded>)>) -> Result<()> {
        let (Some(ledger), Some((input, decoded))) = (self.ledger, read) else { return Ok(()) };
        let output = self.output.finish();
        let decoded = decoded.as_ref().filter(|_| input != output);
        enter(ledger, self.job, &[container(self.job, input, output, decoded, self.documents)])?;
        flush(ledger)
    }
}

fn container<'a>(
    job: &'a Job,
    input: Digest,
    output: Digest,
    decoded: Option<&'a Decoded>,
    documents: u64,
) -> Entry<'a> {
    let what = What::Container { documents };
    Entry { name: &job.entered_name, place: job.place.as_deref(), input, output, decoded, what }
}

/// The digest of a file as it now is.
fn digest(path: &Path) -> io::Result<Digest> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    Digest::of_all(file.take(length))
}

fn enter(ledger: &mut Ledger, job: &Job, entries: &[Entry]) -> Result<()> {
    let asked = Asked::from(&*job.options).with_fields(&job.reading.about);
    failed(ledger.append(&asked, entries))
}

fn flush(ledger: &Ledger) -> Result<()> {
    failed(ledger.flush())
}

fn failed(result: Result<(), LedgerError>) -> Result<()> {
    result.context(LedgerFailed)
}
