//! JSON Lines: one string of each record is a document, and records stream.

use super::batch::Batch;
use super::outcome::Outcome;
use super::settings::Job;
use super::source::Source;
use super::told::{Shown, View, told};
use anyhow::{Context, Error, Result, anyhow};
use rayon::prelude::*;
use std::io;
use unscrape::digest::Digest;
use unscrape::edit::{Edits, Span};
use unscrape::findings::Holder;
use unscrape::input::TooLarge;
use unscrape::input::jsonl::{Line, RawLine, Record};
use unscrape::ledger::{Edited, Entry, What};
use unscrape::output::Diff;
use unscrape::{Cleaned, clean_about};

/// A line and what became of it.
pub(crate) struct CleanedLine {
    pub(crate) raw: RawLine,
    /// What was edited, if something was.
    edited: Option<EditedLine>,
    pub(crate) outcome: Outcome,
}

/// A line in which something was edited.
struct EditedLine {
    /// The line as it is to be.
    new: Vec<u8>,
    /// Over the line as it was read, if they are to be kept.
    edits: Option<Edits>,
    /// Where the document stands in the line as it was read, and where it ends in the new one.
    document: Span,
    new_end: usize,
}

impl CleanedLine {
    /// The bytes to write.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.edited.as_ref().map_or(&self.raw.bytes, |edited| &edited.new)
    }

    /// Whether they are not those of the file: the line was edited, or decoded.
    pub(crate) fn differs(&self) -> bool {
        self.edited.is_some() || self.outcome.reencoded
    }

    /// What is to be entered in a ledger; `written`: the bytes of the new file before the line.
    pub(crate) fn entry<'a>(&'a self, job: &'a Job, written: u64) -> Option<Entry<'a>> {
        let edited = self.edited.as_ref()?;
        let edits = edited.edits.as_ref()?;
        let from = [self.raw.offset, written];
        let text = str::from_utf8(&self.raw.bytes).ok()?;
        Some(Entry {
            name: &job.entered_name,
            place: job.place.as_deref(),
            input: Digest::of(edited.document.of(text).as_bytes()),
            output: Digest::of(&edited.new[edited.document.start()..edited.new_end]),
            decoded: None,
            what: What::Record {
                number: self.raw.number,
                begins: from.map(|line| line + edited.document.start() as u64),
                edited: Edited { text, edits, from },
            },
        })
    }
}

/// Reads the records of one input and hands them to `sink`, cleaned, in order, some at a time. `is_kept`: whether what
/// was edited will be entered in a ledger.
///
/// # Errors
/// At the first line that cannot be read, when those before it have been handed over.
pub(crate) fn clean_records(
    job: &Job,
    source: &mut Source,
    shown: Shown,
    is_kept: bool,
    mut sink: impl FnMut(Vec<CleanedLine>) -> Result<()>,
) -> Result<()> {
    let may_read_ahead = source.is_at_hand && rayon::current_num_threads() > 1;
    let mut batch = Batch::read(source);
    loop {
        let reads_ahead = may_read_ahead && batch.end.is_none() && !batch.is_large();
        let (mut results, mut next) = (Vec::new(), None);
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                // a record may be as large as all others: each is taken by itself
                let lines = batch.lines.into_par_iter().with_max_len(1);
                results = lines.map(|line| clean_line(job, line, shown, is_kept)).collect();
            });
            if reads_ahead {
                // others clean meanwhile
                next = Some(Batch::read(source));
            }
        });
        let mut cleaned = Vec::with_capacity(results.len());
        let all = results.into_iter().try_for_each(|line| line.map(|line| cleaned.push(line)));
        // at once: what comes through a pipe may be long in coming
        sink(cleaned)?;
        all?;
        if let Some(end) = batch.end {
            return end.map_err(unwrapped).with_context(|| format!("{}:{}", job.name, source.lines.number()));
        }
        batch = next.unwrap_or_else(|| Batch::read(source));
    }
}

/// The error that a reader had to wrap.
fn unwrapped(error: io::Error) -> Error {
    match error.downcast::<unscrape::input::EncodingError>() {
        Ok(error) => error.into(),
        Err(error) => match error.downcast::<TooLarge>() {
            Ok(error) => error.into(),
            Err(error) => error.into(),
        },
    }
}

fn clean_line(job: &Job, raw: RawLine, shown: Shown, is_kept: bool) -> Result<CleanedLine> {
    let reencoded = job.is_decoded() && !(raw.bytes.is_ascii() && job.keeps_ascii());
    let outcome = Outcome { reencoded, changed: reencoded, ..Outcome::default() };
    let record = match Record::parse(&raw.bytes, &job.reading.field) {
        Ok(Line::Record(record)) => record,
        Ok(Line::Untouched) => return Ok(CleanedLine { raw, edited: None, outcome }),
        Err(_) if job.reading.skip_invalid => {
            return Ok(CleanedLine { raw, edited: None, outcome: Outcome { skipped: 1, ..outcome } });
        }
        Err(error) => return Err(anyhow!(error).context(format!("{}:{}", job.name, raw.number))),
    };
    let about = record.about(&job.reading.about);
    let mut cleaned = clean_about(record.text(), &about, &job.options);
    cleaned.edits = record.without_joined_halves(cleaned.edits);
    let outcome = tell(job, raw.number, &record, &cleaned, shown, outcome);
    let edited = (!cleaned.edits.is_empty()).then(|| edited(&record, &cleaned.edits, is_kept));
    Ok(CleanedLine { raw, edited, outcome })
}

/// `outcome` with what is to be told of a record.
fn tell(
    job: &Job,
    number: u64,
    record: &Record,
    cleaned: &Cleaned,
    shown: Shown,
    mut outcome: Outcome,
) -> Outcome {
    let name = format!("{}:{number}", job.raw_name);
    told(&mut outcome, job, cleaned, shown, |view| match view {
        View::File => Holder::record(&job.raw_name, record, &job.reading.field, number, cleaned),
        View::Document => Holder::text(&name, record.text()),
    });
    outcome.changed |= !cleaned.edits.is_empty();
    outcome.tally.add(&cleaned.edits);
    if let Some(style) = shown.diff.filter(|_| !cleaned.edits.is_empty()) {
        // the document as it reads, not as it is escaped
        outcome.diff = Diff::new(&name, record.text(), &cleaned.edits).with_style(style).to_string();
    }
    outcome
}

/// The line of a record in which something is edited.
fn edited(record: &Record, edits: &Edits, is_kept: bool) -> EditedLine {
    let (line, span) = (record.line(), record.span());
    let in_line = is_kept.then(|| record.splice(edits));
    let new = in_line.as_ref().map_or_else(|| record.apply(edits), |edits| edits.apply(line)).into_bytes();
    // all that stands behind the document is as it was
    let new_end = new.len() - (line.len() - span.end());
    EditedLine { new, edits: in_line, document: span, new_end }
}
