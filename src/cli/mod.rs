//! The command line: arguments in, exit status out. Everything that is printed is printed here.

mod args;
mod batch;
mod clean;
mod completions;
mod config;
mod configs;
mod console;
mod entering;
mod excluded;
mod exit;
mod explain;
mod findings;
mod folders;
mod man;
mod outcome;
mod plan;
mod progress;
mod records;
mod restore;
mod settings;
mod signals;
mod sink;
mod source;
mod tally;
mod text;
mod told;
mod values;

pub(crate) use args::Cli;
pub(crate) use exit::Exit;

use anyhow::{Context, Result};
use args::{Clean, Command};
use clap::CommandFactory;
use console::{Closed, Console};
use plan::Mode;
use settings::Job;
use std::io::{self, IsTerminal};
use unscrape::input::Format;
use unscrape::ledger::Ledger;

/// More threads than this a core only take turns.
const MOST_THREADS_PER_CORE: usize = 4;

/// Does what was asked for.
pub(crate) fn run(cli: &Cli) -> Exit {
    signals::survive_limits();
    let mut console = Console::new(cli.clean.running.color);
    let done = match &cli.command {
        Some(Command::Rules { id }) => explain::rules(id.as_deref(), &mut console).map(|()| Exit::Clean),
        Some(Command::Config(args)) => config::config(args, &mut console).map(|()| Exit::Clean),
        Some(Command::Restore(args)) => restore::restore(args, &mut console),
        Some(Command::Completions { shell }) => {
            completions::completions(*shell, &mut console).map(|()| Exit::Clean)
        }
        Some(Command::Man) => man::man(&mut console).map(|()| Exit::Clean),
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
    let Some((mode, mut inputs)) = plan::plan(args)? else {
        console::note(&Cli::command().render_help().to_string());
        return Ok(Exit::Trouble);
    };
    if let Some(ledger) = &args.output.ledger {
        plan::keep_out(ledger, &args.paths, &mut inputs, Some(&mode))?;
    }
    let ledger = args.output.ledger.as_deref().map(Ledger::open).transpose()?;
    let any = !inputs.is_empty();
    let jobs = excluded::without(settings::jobs(inputs, args)?, &mode, args, console)?;
    if jobs.is_empty() && !args.running.quiet && mode != Mode::Print {
        tell_nothing_to_do(any, args);
    }
    if let (Some(threads), true) = (args.running.jobs, works_in_parallel(&jobs)) {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = usize::from(threads).min(cores * MOST_THREADS_PER_CORE);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).use_current_thread();
        pool.build_global().context("cannot start threads")?;
    }
    if mode != Mode::Print {
        console.outlive_reader();
    }
    if !args.running.quiet && has_room(&mode, args) {
        progress::begin(&jobs);
    }
    let done = clean::clean(mode, args, &jobs, ledger, console);
    progress::end();
    done
}

/// Where folders were named, silence would look like a good result.
fn tell_nothing_to_do(any: bool, args: &Clean) {
    if !any {
        console::note("nothing to do: the folders hold no texts (.txt, .md and the like, .jsonl)");
    } else if args.paths.iter().any(|path| path.is_dir()) {
        console::note("nothing to do: all that the folders hold is excluded (see `unscrape config`)");
    }
}

/// Whether nothing but whole lines goes to the terminal: there a bar can step aside.
fn has_room(mode: &Mode, args: &Clean) -> bool {
    let is_elsewhere = !io::stdout().is_terminal();
    let has_findings = args.output.findings.is_some();
    match mode {
        Mode::Print => is_elsewhere && !has_findings,
        Mode::To(_) | Mode::Write | Mode::Show { .. } => is_elsewhere || !has_findings,
    }
}

/// A single text is cleaned by one thread.
fn works_in_parallel(jobs: &[Job]) -> bool {
    jobs.len() > 1 || jobs.iter().any(|job| job.format == Format::JsonLines)
}
