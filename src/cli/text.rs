//! One text as one document.

use super::outcome::Outcome;
use super::settings::Job;
use super::tally::details;
use anyhow::{Context, Result};
use std::fs;
use std::io::{self, Read};
use unscrape::edit::Edits;
use unscrape::input::{Input, decode};
use unscrape::output::{Diff, Style};
use unscrape::{Cleaned, clean};

/// The bytes of a UTF-8 byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// What became of a text.
pub(crate) struct CleanedFile {
    /// The bytes as they were read.
    pub(crate) old: Vec<u8>,
    /// The bytes to write.
    pub(crate) new: Vec<u8>,
    pub(crate) outcome: Outcome,
}

/// Reads and cleans one input; `diff`: in which style to show what changes, if at all.
pub(crate) fn clean_file(job: &Job, diff: Option<Style>) -> Result<CleanedFile> {
    let bytes = read(&job.input).with_context(|| job.name.clone())?;
    // bytes of UTF-8 are those of the text, which may be large
    let kept = job.is_decoded().then(|| bytes.clone());
    let text = decode(bytes, job.reading.encoding).with_context(|| job.name.clone())?;
    let original = text.as_str();
    let cleaned = clean(original, &job.options);
    let mut outcome = Outcome::default();
    outcome.tally.add(&cleaned.edits);
    outcome.reencoded = text.is_reencoded();
    if let Some(style) = diff.filter(|_| !cleaned.edits.is_empty()) {
        // a diff is of the file, and its first line begins with the mark
        let mark = if text.has_bom() { "\u{feff}" } else { "" };
        let moved = cleaned.edits.iter().map(|edit| {
            let insert = edit.inserted().to_owned();
            edit.clone().map(|span| span.shift(mark.len()), insert)
        });
        let file = format!("{mark}{original}");
        outcome.diff = Diff::new(&job.raw_name, &file, &Edits::new(moved)).with_style(style).to_string();
    }
    if job.options.report {
        outcome.details = details(&job.name, original, &cleaned);
    }
    let new = written(text.has_bom(), cleaned);
    let old = kept.unwrap_or_else(|| text.into_bytes());
    outcome.changed = new != old;
    Ok(CleanedFile { old, new, outcome })
}

fn written(has_bom: bool, cleaned: Cleaned) -> Vec<u8> {
    if has_bom { [MARK, cleaned.text.as_bytes()].concat() } else { cleaned.text.into_owned().into_bytes() }
}

fn read(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::File(path) => fs::read(path),
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}
