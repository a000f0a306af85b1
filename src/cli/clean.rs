//! Cleaning: each input is read, cleaned, entered in the ledger, written and told of, in this order.

use super::args::Clean;
use super::console::{self, Closed, Console};
use super::entering::{Entering, LedgerFailed};
use super::exit::Exit;
use super::findings::Findings;
use super::folders::Folders;
use super::outcome::Outcome;
use super::plan::Mode;
use super::progress;
use super::records;
use super::settings::Job;
use super::sink::{self, Sink};
use super::source::Source;
use super::text::clean_file;
use super::told::Shown;
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use std::fs;
use unscrape::container::Container;
use unscrape::input::{Format, Input};
use unscrape::ledger::Ledger;

/// So many texts are cleaned in parallel before their results are written and told, in the order in which they were
/// named; fewer, if they have this many bytes together.
const BATCH: usize = 64;
const BATCH_BYTES: u64 = 32 << 20;

/// Cleans all inputs.
pub(super) fn clean(
    mode: Mode,
    args: &Clean,
    jobs: &[Job],
    ledger: Option<Ledger>,
    console: &mut Console,
) -> Result<Exit> {
    let format = args.output.findings.map(Into::into);
    let mut run = Run {
        findings: Findings::new(format, &mode),
        mode,
        args,
        entering: Entering(ledger),
        folders: Folders::default(),
        console,
        exit: Exit::Clean,
    };
    let done = run.all(jobs);
    // a log is whole, whatever happened
    let whole = done.is_ok() && run.exit != Exit::Trouble;
    let ended = run.findings.end(run.console, whole);
    done.and(ended).map(|()| run.exit)
}

/// How many of the next inputs to take at once: at least one.
fn batch(jobs: &[Job]) -> usize {
    let mut bytes = 0;
    let fits = |job: &&Job| {
        let fits = bytes < BATCH_BYTES;
        bytes += match &job.input {
            Input::File(path) => fs::metadata(path).map_or(0, |found| found.len()),
            Input::Stdin => BATCH_BYTES,
        };
        fits && job.format == Format::Text
    };
    jobs.iter().take(BATCH).take_while(fits).count().max(1)
}

struct Run<'a> {
    mode: Mode,
    args: &'a Clean,
    entering: Entering,
    folders: Folders,
    console: &'a mut Console,
    findings: Findings,
    exit: Exit,
}

impl Run<'_> {
    fn all(&mut self, jobs: &[Job]) -> Result<()> {
        let mut rest = jobs;
        while let Some(first) = rest.first() {
            let (now, later) = rest.split_at(batch(rest));
            rest = later;
            match first.format {
                Format::Text => self.texts(now)?,
                Format::JsonLines => {
                    let done = self.records(first);
                    progress::done(first);
                    self.keep_going(done)?;
                }
            }
        }
        Ok(())
    }

    /// What is to be shown of each input.
    fn shown(&self) -> Shown {
        let diff = (self.mode == Mode::Show { diff: true }).then(|| self.console.style());
        Shown { diff, findings: self.findings.format() }
    }

    /// One input that fails does not stop the others. A closed standard output stops all.
    fn keep_going(&mut self, done: Result<()>) -> Result<()> {
        match done {
            Err(error) if !error.is::<Closed>() && !error.is::<LedgerFailed>() => {
                self.console.flush()?;
                console::error(&error);
                self.exit = Exit::Trouble;
                Ok(())
            }
            done => done,
        }
    }

    /// Makes ready to write what becomes of a job, if it goes to a file.
    fn prepare(&mut self, job: &Job) {
        match (&self.mode, &job.input) {
            (Mode::Write, Input::File(path)) | (Mode::To(path), _) => self.folders.prepare(path),
            _ => {}
        }
    }

    /// Texts, in parallel; what they give is told in order.
    fn texts(&mut self, jobs: &[Job]) -> Result<()> {
        let shown = self.shown();
        let is_kept = self.entering.is_on();
        let cleaned = each(jobs.iter().collect(), |job| {
            let cleaned = clean_file(job, shown);
            progress::done(job);
            let cleaned = cleaned?;
            refuse_to_keep(job, cleaned.container, is_kept)?;
            Ok(cleaned)
        });
        self.entering.texts(jobs, &cleaned)?;
        for (job, cleaned) in jobs.iter().zip(&cleaned) {
            if cleaned.as_ref().is_ok_and(|cleaned| cleaned.outcome.changed) {
                self.prepare(job);
            }
        }
        let mode = self.mode.clone();
        let written = each(jobs.iter().zip(cleaned).collect(), |(job, cleaned)| {
            let cleaned = cleaned?;
            sink::write(job, &mode, &cleaned)?;
            Ok(cleaned)
        });
        self.folders.flush();
        for (job, written) in jobs.iter().zip(written) {
            let told = written.and_then(|mut cleaned| {
                if self.mode == Mode::Print {
                    self.console.print(|out| cleaned.write(out))?;
                }
                self.console.write(cleaned.outcome.diff.as_bytes())?;
                self.findings.tell(&cleaned.outcome.findings, self.console)?;
                self.tell(job, &mut cleaned.outcome)
            });
            self.keep_going(told)?;
        }
        Ok(())
    }

    /// The records of one input, as they come.
    fn records(&mut self, job: &Job) -> Result<()> {
        let shown = self.shown();
        let mut outcome = Outcome::default();
        self.prepare(job);
        let mut sink = Sink::new(job, &self.mode)?;
        let is_kept = self.entering.is_on();
        let is_seen = is_kept || self.mode == Mode::Write;
        let mut source = Source::open(job, is_seen, is_kept).with_context(|| job.name.clone())?;
        refuse_to_keep(job, source.container, is_kept)?;
        let mut entering = self.entering.records(job, self.mode == Mode::Write)?;
        records::clean_records(job, &mut source, shown, is_kept, |lines| {
            entering.lines(&lines)?;
            for mut line in lines {
                if self.mode == Mode::Print {
                    self.console.write(line.bytes())?;
                }
                sink.write(&line)?;
                // told at once: what is kept of a stream must not grow with it
                self.console.write(std::mem::take(&mut line.outcome.diff).as_bytes())?;
                self.findings.tell(&std::mem::take(&mut line.outcome.findings), self.console)?;
                line.outcome.tell_details();
                outcome.merge(line.outcome);
            }
            Ok(())
        })?;
        let read = source.finish(job)?;
        let digest = read.as_ref().map(|(digest, _)| *digest);
        entering.finish(read)?;
        sink.commit(digest)?;
        self.folders.flush();
        self.tell(job, &mut outcome)
    }

    /// What is said of an input when it is done, and what it means for the exit status.
    fn tell(&mut self, job: &Job, outcome: &mut Outcome) -> Result<()> {
        outcome.tell_details();
        outcome.tell_skipped(job);
        if !outcome.changed {
            return Ok(());
        }
        let summary = match self.mode {
            Mode::Write | Mode::Show { diff: false } => true,
            // a new encoding shows in no line
            Mode::Show { diff: true } => outcome.reencoded,
            Mode::Print | Mode::To(_) => false,
        };
        if summary && !self.args.running.quiet {
            match self.findings.format() {
                None => outcome.tell_summary(job, self.console)?,
                Some(_) => outcome.tell_reencoded(job),
            }
        }
        let counts = match self.mode {
            Mode::Show { .. } => true,
            Mode::Write => self.args.output.exit_non_zero_on_fix,
            Mode::Print | Mode::To(_) => false,
        };
        if counts {
            self.exit = self.exit.max(Exit::Changes);
        }
        Ok(())
    }
}

/// Does something to each, in parallel and in order. A single one needs no threads, and starting them takes longer than
/// to clean it.
fn each<T: Send, U: Send>(list: Vec<T>, done: impl Fn(T) -> U + Send + Sync) -> Vec<U> {
    if list.len() < 2 {
        list.into_iter().map(done).collect()
    } else {
        list.into_par_iter().map(done).collect()
    }
}

/// A ledger leads back to the bytes of a text, and packing the same text again may give others.
fn refuse_to_keep(job: &Job, container: Container, is_kept: bool) -> Result<()> {
    if is_kept && container != Container::None {
        let name = container.name();
        bail!(
            "{}: is compressed ({name}), and a ledger does not lead back to that: unpack it first",
            job.name
        );
    }
    Ok(())
}
