//! Putting back all that a chain of runs took, in constant memory.

use super::RestoreError;
use super::chain::Chain;
use super::entry::FileEntry;
use super::index::Index;
use crate::digest::{Digest, Digesting};
use crate::input::{Encoder, Encoding};
use crate::ledger::Decoded;
use crate::output::spool;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Cursor, Read, Seek, Write};

/// Writes to `out` what `source` was before the runs of `chain`, which is not empty. Each step is checked against the
/// digest that the ledger has of it.
pub(super) fn undo(
    index: &Index,
    chain: &Chain,
    source: &mut File,
    out: &mut dyn Write,
) -> Result<(), RestoreError> {
    let Some((oldest, newer)) = chain.0.split_last() else { return Ok(()) };
    let mut between: Option<File> = None;
    for file in newer {
        let mut next = spool()?;
        step(index, file, between.as_mut().unwrap_or(source), &mut next)?;
        between = Some(next);
    }
    step(index, oldest, between.as_mut().unwrap_or(source), out)
}

/// What the text of a record was before the runs of `chain`.
pub(super) fn undo_record(index: &Index, chain: &Chain, literal: &str) -> Result<String, RestoreError> {
    chain.0.iter().try_fold(literal.to_owned(), |newer, file| {
        let mut older = Vec::new();
        put_back(index, file, &mut Cursor::new(newer), &mut older)?;
        file.check(Digest::of(&older))?;
        String::from_utf8(older).map_err(|_| file.damaged("what it leads to is no text"))
    })
}

/// Writes to `out` what `source` was before one run.
fn step(index: &Index, file: &FileEntry, source: &mut File, out: &mut dyn Write) -> Result<(), RestoreError> {
    let mut out = Tee { out, digesting: Digesting::default() };
    match &file.decoded {
        None => put_back(index, file, source, &mut out)?,
        Some(decoded) => {
            let mut text = spool()?;
            put_back(index, file, source, &mut text)?;
            text.rewind()?;
            encode(file, decoded, BufReader::new(text), &mut out)?;
        }
    }
    file.check(out.digesting.finish())
}

/// Writes to `out` the text that `source` was before the edits of one run.
pub(super) fn put_back(
    index: &Index,
    file: &FileEntry,
    source: &mut (impl Read + Seek),
    out: &mut impl Write,
) -> Result<(), RestoreError> {
    source.rewind()?;
    let mut source = BufReader::with_capacity(1 << 16, source);
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut at = 0;
    let does_not_fit = || file.damaged("an edit does not fit the text");
    index.edits(file, |edit| {
        let edit_at = edit.at.checked_sub(file.begins).ok_or_else(does_not_fit)?;
        let before = edit_at.checked_sub(at).ok_or_else(does_not_fit)?;
        if io::copy(&mut source.by_ref().take(before), &mut out)? < before {
            return Err(does_not_fit());
        }
        if !begins_with(&mut source, edit.inserted.as_bytes())? {
            return Err(does_not_fit());
        }
        out.write_all(edit.removed.as_bytes())?;
        at = edit_at.saturating_add(edit.inserted.len() as u64);
        Ok(())
    })?;
    io::copy(&mut source, &mut out)?;
    out.flush()?;
    Ok(())
}

/// Reads as many bytes as `expected` has; whether they are those.
fn begins_with(source: &mut impl BufRead, mut expected: &[u8]) -> io::Result<bool> {
    while !expected.is_empty() {
        let read = source.fill_buf()?;
        let length = read.len().min(expected.len());
        if length == 0 || read[..length] != expected[..length] {
            return Ok(false);
        }
        source.consume(length);
        expected = &expected[length..];
    }
    Ok(true)
}

/// Writes to `out` the bytes that `text` was decoded from.
fn encode(
    file: &FileEntry,
    decoded: &Decoded,
    mut text: impl BufRead,
    out: &mut impl Write,
) -> Result<(), RestoreError> {
    let encoding: Encoding =
        decoded.encoding.parse().map_err(|_| file.damaged("no encoding has the name that it gives"))?;
    let mut spelling = Spelling::new(file, decoded, out)?;
    let mut encoder = Encoder::new(encoding);
    let mark = if decoded.mark { "\u{feff}" } else { "" };
    let mut bytes = encoder.encode(mark);
    let mut line = Vec::new();
    loop {
        spelling.write(&bytes)?;
        line.clear();
        if text.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let line = str::from_utf8(&line).map_err(|_| file.damaged("what it leads to is no text"))?;
        bytes = encoder.encode(line);
    }
    spelling.write(&encoder.finish())?;
    Ok(spelling.finish()?)
}

/// Writes what an encoder gives, but for the part that the file spelt otherwise.
struct Spelling<'a, W> {
    out: &'a mut W,
    /// Bytes taken in.
    at: u64,
    /// The bytes to leave out.
    range: [u64; 2],
    /// The bytes to write in their place.
    instead: Vec<u8>,
}

impl<'a, W: Write> Spelling<'a, W> {
    fn new(file: &FileEntry, decoded: &Decoded, out: &'a mut W) -> Result<Self, RestoreError> {
        let no_bytes = || file.damaged("the bytes it gives are not written in hexadecimal digits");
        let (range, instead) = match &decoded.misspelt {
            Some(misspelt) => (misspelt.range, misspelt.read().ok_or_else(no_bytes)?),
            None => ([u64::MAX; 2], Vec::new()),
        };
        Ok(Self { out, at: 0, range, instead })
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let [start, end] = self.range.map(|at| {
            usize::try_from(at.saturating_sub(self.at)).map_or(bytes.len(), |at| at.min(bytes.len()))
        });
        self.out.write_all(&bytes[..start])?;
        self.at += bytes.len() as u64;
        if self.at > self.range[0] {
            self.out.write_all(&std::mem::take(&mut self.instead))?;
        }
        self.out.write_all(&bytes[end.max(start)..])
    }

    /// What was spelt otherwise may stand at the very end.
    fn finish(self) -> io::Result<()> {
        self.out.write_all(&self.instead)
    }
}

/// Writes on, and takes the digest of it.
struct Tee<'a> {
    out: &'a mut dyn Write,
    digesting: Digesting,
}

impl Write for Tee<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digesting.write(&bytes[..written])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
