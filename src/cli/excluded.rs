//! Inputs that the configuration leaves alone.

use super::args::Clean;
use super::console::{self, Console};
use super::plan::Mode;
use super::settings::Job;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{self, Write};
use unscrape::input::Input;
use unscrape::output::{Replacement, visible_path};

/// Gives the jobs that are to be done. Of the others it is told once that nothing is; what was to be printed is printed as
/// it is, for what comes next may be a file that would be empty.
pub(super) fn without(jobs: Vec<Job>, mode: &Mode, args: &Clean, console: &mut Console) -> Result<Vec<Job>> {
    let (excluded, rest): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(|job| job.excluded.is_some());
    for job in &excluded {
        let is_named = match &job.input {
            Input::File(path) => args.paths.contains(path),
            Input::Stdin => true,
        };
        // in a pipe nothing is said unless something is wrong
        let is_said = is_named && !args.running.quiet && *mode != Mode::Print;
        let told = is_said || args.running.verbose;
        if let Some(by) = job.excluded.as_ref().filter(|_| told) {
            console::note(&format!("{}: left alone, excluded by {by}", job.name));
        }
        if matches!(mode, Mode::Print | Mode::To(_)) {
            pass_through(job, mode, console).with_context(|| job.name.clone())?;
        }
    }
    Ok(rest)
}

/// Copies an input to where it was to go, byte for byte.
fn pass_through(job: &Job, mode: &Mode, console: &mut Console) -> Result<()> {
    let mut input: Box<dyn io::Read> = match &job.input {
        Input::File(path) => Box::new(File::open(path)?),
        Input::Stdin => Box::new(io::stdin().lock()),
    };
    let mut copy = |out: &mut dyn Write| io::copy(&mut input, out).map(|_| ());
    if let Mode::To(path) = mode {
        let mut file = Replacement::new(path)?;
        copy(&mut file).with_context(|| visible_path(path))?;
        file.commit()?;
        return Ok(());
    }
    console.print(copy)
}
