//! The command line: arguments in, exit status out. Everything that is printed is printed here.

mod args;
mod console;
mod exit;
mod explain;
mod outcome;
mod plan;
mod records;
mod settings;
mod sink;
mod tally;
mod text;

pub(crate) use args::Cli;
pub(crate) use exit::Exit;

use anyhow::{Context, Result};
use args::{Clean, Command};
use clap::CommandFactory;
use console::{Closed, Console};
use outcome::Outcome;
use plan::Mode;
use rayon::prelude::*;
use settings::Job;
use sink::Sink;
use std::io::Write;
use unscrape::input::{Format, Input};
use unscrape::output::{Replacement, Style, replace_if_changed};

/// So many texts are cleaned in parallel before their results are told, in the order in which they were named.
const BATCH: usize = 64;

/// More threads than this a core only take turns.
const MOST_THREADS_PER_CORE: usize = 4;

/// Does what was asked for.
pub(crate) fn run(cli: &Cli) -> Exit {
    let mut console = Console::new(cli.clean.running.color);
    let done = match &cli.command {
        Some(Command::Rules { id }) => explain::rules(id.as_deref(), &mut console).map(|()| Exit::Clean),
        None => clean(&cli.clean, &mut console),
    };
    match done.and_then(|exit| console.flush().map(|()| exit)) {
        Ok(exit) => exit,
        Err(error) if error.is::<Closed>() => Exit::Clean,
        Err(error) => {
            // what was cleaned before the error is not held back; an error in doing so adds nothing
            let _ = console.flush();
            console::error(&error);
            Exit::Trouble
        }
    }
}

fn clean(args: &Clean, console: &mut Console) -> Result<Exit> {
    let Some((mode, inputs)) = plan::plan(args)? else {
        console::note(&Cli::command().render_help().to_string());
        return Ok(Exit::Trouble);
    };
    let jobs = settings::jobs(inputs, args)?;
    if let (Some(threads), true) = (args.running.jobs, works_in_parallel(&jobs)) {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = usize::from(threads).min(cores * MOST_THREADS_PER_CORE);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        pool.build_global().context("cannot start threads")?;
    }
    if mode != Mode::Print {
        console.outlive_reader();
    }
    let mut run = Run { mode, args, console, exit: Exit::Clean };
    let mut rest = jobs.as_slice();
    while let Some(first) = rest.first() {
        let texts = rest.iter().take(BATCH).take_while(|job| job.format == Format::Text).count();
        let (now, later) = rest.split_at(texts.max(1));
        rest = later;
        match first.format {
            Format::Text => run.texts(now)?,
            Format::JsonLines => {
                let done = run.records(first);
                run.keep_going(done)?;
            }
        }
    }
    Ok(run.exit)
}

/// A single text is cleaned by one thread.
fn works_in_parallel(jobs: &[Job]) -> bool {
    jobs.len() > 1 || jobs.iter().any(|job| job.format == Format::JsonLines)
}

struct Run<'a> {
    mode: Mode,
    args: &'a Clean,
    console: &'a mut Console,
    exit: Exit,
}

impl Run<'_> {
    /// The style of a diff, if one is to be shown.
    fn diff(&self) -> Option<Style> {
        (self.mode == Mode::Show { diff: true }).then(|| self.console.style())
    }

    /// One input that fails does not stop the others. A closed standard output stops all.
    fn keep_going(&mut self, done: Result<()>) -> Result<()> {
        match done {
            Err(error) if !error.is::<Closed>() => {
                self.console.flush()?;
                console::error(&error);
                self.exit = Exit::Trouble;
                Ok(())
            }
            done => done,
        }
    }

    /// Texts, in parallel; what they give is told in order.
    fn texts(&mut self, jobs: &[Job]) -> Result<()> {
        let (mode, diff) = (self.mode.clone(), self.diff());
        let one = |job: &Job| text(job, &mode, diff);
        // a single text needs no threads, and starting them takes longer than to clean it
        let done: Vec<Result<(Outcome, Vec<u8>)>> = match jobs {
            [job] => vec![one(job)],
            jobs => jobs.par_iter().map(one).collect(),
        };
        for (job, done) in jobs.iter().zip(done) {
            let told = done.and_then(|(mut outcome, new)| {
                if self.mode == Mode::Print {
                    self.console.write(&new)?;
                }
                self.console.write(outcome.diff.as_bytes())?;
                self.tell(job, &mut outcome)
            });
            self.keep_going(told)?;
        }
        Ok(())
    }

    /// The records of one input, as they come.
    fn records(&mut self, job: &Job) -> Result<()> {
        let diff = self.diff();
        let mut outcome = Outcome::default();
        let mut sink = Sink::new(job, &self.mode)?;
        records::clean_records(job, diff, |mut line| {
            if self.mode == Mode::Print {
                self.console.write(line.bytes())?;
            }
            sink.write(&line)?;
            // told at once: what is kept of a stream must not grow with it
            self.console.write(std::mem::take(&mut line.outcome.diff).as_bytes())?;
            line.outcome.tell_details();
            outcome.merge(line.outcome);
            Ok(())
        })?;
        sink.commit()?;
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
            outcome.tell_summary(job, self.console)?;
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

/// Cleans one text and writes it, if it is to be written to a file.
fn text(job: &Job, mode: &Mode, diff: Option<Style>) -> Result<(Outcome, Vec<u8>)> {
    let cleaned = text::clean_file(job, diff)?;
    match (mode, &job.input) {
        (Mode::Write, Input::File(path)) => {
            replace_if_changed(path, &cleaned.old, &cleaned.new)?;
        }
        (Mode::To(path), _) => {
            let mut file = Replacement::new(path)?;
            file.write_all(&cleaned.new).with_context(|| path.display().to_string())?;
            file.commit()?;
        }
        _ => {}
    }
    Ok((cleaned.outcome, cleaned.new))
}
