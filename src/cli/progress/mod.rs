//! How far long work is, on the terminal behind standard error: files, bytes and the time left.
//!
//! A process has one such terminal, and whoever prints has to step around what is drawn there: so there is one bar. A
//! build without the feature `progress` has none.

#[cfg(feature = "progress")]
mod bar;
#[cfg(not(feature = "progress"))]
#[path = "no_bar.rs"]
mod bar;

use super::settings::Job;
use bar::Bar;
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::io::{self, IsTerminal, Read};
use std::sync::OnceLock;
use std::time::Duration;
use unscrape::input::{Format, Input};

/// What is done sooner needs no bar.
const DELAY: Duration = Duration::from_secs(1);

static BAR: OnceLock<Bar> = OnceLock::new();

/// Begins to show how far `jobs` are, if there is somebody to see it.
pub(crate) fn begin(jobs: &[Job]) {
    if is_watched() {
        let bytes = jobs.iter().map(length).sum();
        if let Some(bar) = Bar::start(jobs.len(), bytes, DELAY) {
            let _ = BAR.set(bar);
        }
    }
}

/// Whether there is a bar, or will be.
pub(crate) fn is_on() -> bool {
    BAR.get().is_some()
}

/// An input that is cleaned while it is read.
pub(crate) fn reading(input: impl Read + 'static) -> Box<dyn Read> {
    match BAR.get() {
        Some(bar) => bar.reading(input),
        None => Box::new(input),
    }
}

/// One more input is done.
pub(crate) fn done(job: &Job) {
    if let Some(bar) = BAR.get() {
        // the bytes of records were counted one by one
        let bytes = if job.format == Format::Text { length(job) } else { None };
        bar.done(bytes.unwrap_or_default());
    }
}

/// Prints with the bar out of the way.
pub(crate) fn aside<T>(print: impl FnOnce() -> T) -> T {
    match BAR.get() {
        Some(bar) => bar.aside(print),
        None => print(),
    }
}

/// Takes the bar away.
pub(crate) fn end() {
    if let Some(bar) = BAR.get() {
        bar.end();
    }
}

/// How many bytes there are to read; of a pipe nobody knows.
fn length(job: &Job) -> Option<u64> {
    match &job.input {
        Input::File(path) => fs::metadata(path).ok().filter(Metadata::is_file).map(|found| found.len()),
        Input::Stdin => None,
    }
}

/// A hook and a job of CI may be given a terminal, but nobody sits there.
fn is_watched() -> bool {
    io::stderr().is_terminal() && !["CI", "PRE_COMMIT"].iter().any(|name| is_set(name))
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !["", "0", "false"].map(OsStr::new).contains(&&*value))
}
