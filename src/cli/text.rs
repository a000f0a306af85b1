//! One text as one document.

use super::outcome::Outcome;
use super::settings::Job;
use super::told::{Shown, told};
use anyhow::{Context, Result};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Cursor, Write};
use unscrape::clean;
use unscrape::container::{self, Container};
use unscrape::digest::{Digest, Digesting};
use unscrape::edit::{Edit, Edits};
use unscrape::findings::Holder;
use unscrape::input::{Input, MaxBytes, Text, decode};
use unscrape::ledger::{Decoded, Edited, Entry, What};
use unscrape::output::{Diff, Style};

/// A UTF-8 byte order mark.
const MARK: &str = "\u{feff}";

/// What became of a text.
pub(crate) struct CleanedFile {
    text: Text,
    /// Over the text, without its byte order mark.
    edits: Edits,
    /// The cleaned text, if it differs.
    cleaned: Option<String>,
    /// What was around the text.
    pub(crate) container: Container,
    /// The digest of the bytes as they were read.
    pub(crate) read: Digest,
    /// The same of the bytes in the container.
    input: Digest,
    /// The digest of the bytes to write.
    output: Digest,
    decoded: Option<Decoded>,
    pub(crate) outcome: Outcome,
}

/// Reads and cleans one input; `shown`: what is to be shown of it.
pub(crate) fn clean_file(job: &Job, shown: Shown) -> Result<CleanedFile> {
    let bytes = read(&job.input, job.reading.max_bytes).with_context(|| job.name.clone())?;
    let read = Digest::of(&bytes);
    let (container, bytes) = unpacked(bytes, job.reading.max_bytes).with_context(|| job.name.clone())?;
    let input = if container == Container::None { read } else { Digest::of(&bytes) };
    let raw = job.is_decoded().then(|| bytes.clone());
    let text = decode(bytes, job.reading.encoding).with_context(|| job.name.clone())?;
    let decoded = raw.zip(job.reading.encoding);
    let decoded = decoded.map(|(bytes, encoding)| Decoded::new(encoding, &bytes, text.with_mark()));
    let cleaned = clean(text.as_str(), &job.options);
    let mut outcome = Outcome::default();
    outcome.tally.add(&cleaned.edits);
    outcome.reencoded = text.is_reencoded();
    if let Some(style) = shown.diff.filter(|_| !cleaned.edits.is_empty()) {
        outcome.diff = diff(&text, &cleaned.edits, &job.raw_name, style);
    }
    told(&mut outcome, job, &cleaned, shown, |_| Holder::text(&job.raw_name, text.as_str()));
    let edits = cleaned.edits;
    let cleaned = match cleaned.text {
        Cow::Owned(text) => Some(text),
        Cow::Borrowed(_) => None,
    };
    let mut file =
        CleanedFile { text, edits, cleaned, container, read, input, output: input, decoded, outcome };
    if file.cleaned.is_some() || file.text.is_reencoded() {
        file.output = file.digest();
    }
    file.outcome.changed = file.output != input;
    Ok(file)
}

impl CleanedFile {
    /// Writes the bytes as they are to be.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.text.has_bom() {
            out.write_all(MARK.as_bytes())?;
        }
        out.write_all(self.cleaned.as_deref().unwrap_or(self.text.as_str()).as_bytes())
    }

    fn digest(&self) -> Digest {
        let mut digesting = Digesting::default();
        // taking a digest does not fail
        let _ = self.write(&mut digesting);
        digesting.finish()
    }

    /// What is to be entered in a ledger.
    pub(crate) fn entry<'a>(&'a self, job: &'a Job) -> Entry<'a> {
        let mark = if self.text.has_bom() { MARK.len() as u64 } else { 0 };
        Entry {
            name: &job.entered_name,
            place: job.place.as_deref(),
            input: self.input,
            output: self.output,
            decoded: self.decoded.as_ref().filter(|_| self.outcome.changed),
            what: What::Text(Edited { text: self.text.as_str(), edits: &self.edits, from: [mark, mark] }),
        }
    }
}

/// What is in the container, if there is one.
fn unpacked(bytes: Vec<u8>, limit: MaxBytes) -> io::Result<(Container, Vec<u8>)> {
    if Container::by_magic(&bytes) == Container::None {
        return Ok((Container::None, bytes));
    }
    let (container, content) = container::unpack(Box::new(Cursor::new(bytes)))?;
    Ok((container, limit.read(content, None)?))
}

/// A diff is of the file, and its first line begins with the mark.
fn diff(text: &Text, edits: &Edits, name: &str, style: Style) -> String {
    if !text.has_bom() {
        return Diff::new(name, text.as_str(), edits).with_style(style).to_string();
    }
    let moved = edits.iter().cloned().map(|edit: Edit| {
        let insert = edit.inserted().to_owned();
        edit.map(|span| span.shift(MARK.len()), insert)
    });
    Diff::new(name, text.with_mark(), &Edits::new(moved)).with_style(style).to_string()
}

fn read(input: &Input, limit: MaxBytes) -> io::Result<Vec<u8>> {
    match input {
        Input::File(path) => {
            let file = File::open(path)?;
            let length = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|found| found.len());
            limit.read(file, length)
        }
        Input::Stdin => limit.read(io::stdin().lock(), None),
    }
}
