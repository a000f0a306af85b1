//! JSON Lines: one string of each record is a document, and records stream.

use super::outcome::Outcome;
use super::settings::Job;
use super::tally::details;
use anyhow::{Context, Error, Result, anyhow};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use unscrape::document::About;
use unscrape::input::jsonl::{Line, Lines, RawLine, Record};
use unscrape::input::{Decoding, Input};
use unscrape::output::{Diff, Style};
use unscrape::{Cleaned, clean_about};

/// Records are cleaned in parallel a batch at a time: as many as hold this many bytes, or as this count says.
const BATCH_BYTES: usize = 1 << 20;
const BATCH_RECORDS: usize = 1024;

/// A line and what became of it.
pub(crate) struct CleanedLine {
    pub(crate) raw: RawLine,
    /// The bytes to write in its place, if they differ.
    pub(crate) new: Option<Vec<u8>>,
    pub(crate) outcome: Outcome,
}

impl CleanedLine {
    /// The bytes to write.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.new.as_deref().unwrap_or(&self.raw.bytes)
    }
}

/// Reads the records of one input and hands each line to `sink`, cleaned, in order.
///
/// # Errors
/// At the first line that cannot be read, when those before it have been handed over.
pub(crate) fn clean_records(
    job: &Job,
    diff: Option<Style>,
    mut sink: impl FnMut(CleanedLine) -> Result<()>,
) -> Result<()> {
    let mut lines = Lines::new(open(job).with_context(|| job.name.clone())?);
    loop {
        let (batch, end) = batch(&mut lines);
        if batch.is_empty() && end.is_ok() {
            return Ok(());
        }
        let cleaned: Vec<Result<CleanedLine>> =
            batch.into_par_iter().map(|line| clean_line(job, line, diff)).collect();
        for line in cleaned {
            sink(line?)?;
        }
        end.map_err(unwrapped).with_context(|| job.name.clone())?;
    }
}

fn open(job: &Job) -> io::Result<Box<dyn BufRead>> {
    let source: Box<dyn io::Read> = match &job.input {
        Input::File(path) => Box::new(File::open(path)?),
        Input::Stdin => Box::new(io::stdin()),
    };
    Ok(match job.reading.encoding {
        Some(encoding) if job.is_decoded() => Box::new(Decoding::new(source, encoding)),
        _ => Box::new(BufReader::with_capacity(1 << 16, source)),
    })
}

/// The next lines, and the error that ended them.
fn batch(lines: &mut Lines<Box<dyn BufRead>>) -> (Vec<RawLine>, io::Result<()>) {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH_BYTES && batch.len() < BATCH_RECORDS {
        match lines.next() {
            None => break,
            Some(Err(error)) => return (batch, Err(error)),
            Some(Ok(line)) => {
                bytes += line.bytes.len();
                batch.push(line);
            }
        }
    }
    (batch, Ok(()))
}

/// The error that a reader had to wrap.
fn unwrapped(error: io::Error) -> Error {
    match error.downcast::<unscrape::input::EncodingError>() {
        Ok(error) => error.into(),
        Err(error) => error.into(),
    }
}

fn clean_line(job: &Job, raw: RawLine, diff: Option<Style>) -> Result<CleanedLine> {
    let reencoded = job.is_decoded() && !(raw.bytes.is_ascii() && job.keeps_ascii());
    let outcome = Outcome { reencoded, changed: reencoded, ..Outcome::default() };
    let record = match Record::parse(&raw.bytes, &job.reading.field) {
        Ok(Line::Record(record)) => record,
        Ok(Line::Untouched) => return Ok(CleanedLine { raw, new: None, outcome }),
        Err(_) if job.reading.skip_invalid => {
            return Ok(CleanedLine { raw, new: None, outcome: Outcome { skipped: 1, ..outcome } });
        }
        Err(error) => return Err(anyhow!(error).context(format!("{}:{}", job.name, raw.number))),
    };
    let about = About {
        title: record.title().map(str::to_owned),
        description: record.description().map(str::to_owned),
    };
    let mut cleaned = clean_about(record.text(), &about, &job.options);
    cleaned.edits = record.without_joined_halves(cleaned.edits);
    let (new, outcome) = splice(job, raw.number, &record, &cleaned, diff, outcome);
    Ok(CleanedLine { raw, new, outcome })
}

/// The line with its document cleaned, if that changes it; `outcome` with what is to be told of it.
fn splice(
    job: &Job,
    number: u64,
    record: &Record,
    cleaned: &Cleaned,
    diff: Option<Style>,
    mut outcome: Outcome,
) -> (Option<Vec<u8>>, Outcome) {
    if job.options.report {
        outcome.details = details(&format!("{}:{number}", job.name), record.text(), cleaned);
    }
    if cleaned.edits.is_empty() {
        return (None, outcome);
    }
    outcome.changed = true;
    outcome.tally.add(&cleaned.edits);
    if let Some(style) = diff {
        // the document as it reads, not as it is escaped
        let name = format!("{}:{number}", job.raw_name);
        outcome.diff = Diff::new(&name, record.text(), &cleaned.edits).with_style(style).to_string();
    }
    (Some(record.splice(&cleaned.edits).apply(record.line()).into_bytes()), outcome)
}
