//! What became of one input.

use super::console::{self, Console};
use super::settings::Job;
use super::tally::Tally;
use anyhow::Result;

/// What is said of an input that was decoded.
const REENCODED: &str = "re-encoded as UTF-8";

/// What became of one input, to be told when its turn comes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// Whether the bytes to write differ from those that were read.
    pub(crate) changed: bool,
    /// Whether it was decoded from an encoding other than UTF-8.
    pub(crate) reencoded: bool,
    pub(crate) tally: Tally,
    /// The diff, if one was asked for.
    pub(crate) diff: String,
    /// The findings, if a format was asked for.
    pub(crate) findings: String,
    /// Every edit and notice, if they were asked for.
    pub(crate) details: Vec<String>,
    /// Records of JSON Lines that could not be read and were passed through.
    pub(crate) skipped: u64,
}

impl Outcome {
    /// Adds what became of a part of the same input, of which diff, findings and details are told already.
    pub(crate) fn merge(&mut self, part: Self) {
        self.changed |= part.changed;
        self.reencoded |= part.reencoded;
        self.tally.merge(part.tally);
        self.skipped += part.skipped;
    }

    /// Every edit and notice, on standard error.
    pub(crate) fn tell_details(&mut self) {
        for line in self.details.drain(..) {
            console::note(&line);
        }
    }

    /// How many records were passed through, on standard error.
    pub(crate) fn tell_skipped(&self, job: &Job) {
        match self.skipped {
            0 => {}
            1 => console::note(&format!("{}: 1 invalid record passed through untouched", job.name)),
            n => console::note(&format!("{}: {n} invalid records passed through untouched", job.name)),
        }
    }

    /// That it was decoded, on standard error: no finding says so.
    pub(crate) fn tell_reencoded(&self, job: &Job) {
        if self.reencoded {
            console::note(&format!("{}: {REENCODED}", job.name));
        }
    }

    /// One line: what the rules did.
    pub(crate) fn tell_summary(&self, job: &Job, console: &mut Console) -> Result<()> {
        let counts = self.tally.to_string();
        let reencoded = if self.reencoded { REENCODED } else { "" };
        let comma = if counts.is_empty() || reencoded.is_empty() { "" } else { ", " };
        console.line(&format!("{}: {counts}{comma}{reencoded}", job.name))
    }
}
