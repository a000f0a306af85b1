//! Reads a ledger line by line, in constant memory but for the longest line.

use super::{ContainerLine, DocumentLine, EditLine, Header};
use serde::Deserialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

/// The longest line that is read, in bytes: a ledger may come from a stranger. An edit takes up to six times as many as
/// what it took out, if that is nothing but characters that JSON must escape.
const LONGEST: u64 = 1 << 30;

/// The lines of a ledger from some place on.
#[derive(Debug)]
pub(crate) struct Scan {
    source: BufReader<File>,
    /// Bytes of the ledger before the next line.
    at: u64,
    /// The lines read so far.
    count: u64,
    line: Vec<u8>,
}

/// A line of a ledger.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Where it begins, in bytes of the ledger.
    pub(crate) offset: u64,
    /// Where the next one begins.
    pub(crate) next: u64,
    /// Its number, from 1, counted from where the scan began.
    pub(crate) number: u64,
    pub(crate) kind: Kind<'a>,
}

/// What a line of a ledger is.
#[derive(Debug)]
pub(crate) enum Kind<'a> {
    Header(Header<'a>),
    Options,
    Document(DocumentLine<'a>),
    Container(ContainerLine<'a>),
    /// Not parsed yet: most edits are not asked for.
    Edit(Unread<'a>),
    /// No line that this version writes, or only the first part of one.
    Broken,
}

/// A line that has not been parsed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unread<'a>(&'a str);

impl<'a> Unread<'a> {
    /// Parses it. `None`: it is broken.
    pub(crate) fn read(self) -> Option<EditLine<'a>> {
        serde_json::from_str(self.0).ok()
    }
}

impl Scan {
    /// The lines from byte `from` of `ledger` on.
    pub(crate) fn new(mut ledger: File, from: u64) -> io::Result<Self> {
        ledger.seek(SeekFrom::Start(from))?;
        let source = BufReader::with_capacity(1 << 16, ledger);
        Ok(Self { source, at: from, count: 0, line: Vec::new() })
    }

    /// The next line.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        let mut length = self.source.by_ref().take(LONGEST).read_until(b'\n', &mut self.line)? as u64;
        if length == 0 {
            return Ok(None);
        }
        if length == LONGEST && !self.line.ends_with(b"\n") {
            // no line of a ledger; what follows the next line end may be one
            self.line = Vec::new();
            length += self.source.skip_until(b'\n')? as u64;
        }
        let offset = self.at;
        self.at += length;
        self.count += 1;
        Ok(Some(Line { offset, next: self.at, number: self.count, kind: kind(&self.line) }))
    }
}

/// The first key of a line says what it is.
fn kind(line: &[u8]) -> Kind<'_> {
    let Ok(line) = str::from_utf8(line) else { return Kind::Broken };
    let line = line.trim_end_matches(['\n', '\r']);
    let key = line.strip_prefix("{\"").and_then(|rest| rest.split('"').next());
    match key {
        // a line that was cut does not end like this, but for one in a very few; those are seen when it is parsed
        Some("edit") if line.ends_with("]}") => Kind::Edit(Unread(line)),
        Some("document") => read(line, Kind::Document),
        Some("container") => read(line, Kind::Container),
        Some("ledger") => read(line, Kind::Header),
        Some("options") => Kind::Options,
        _ => Kind::Broken,
    }
}

fn read<'a, T: Deserialize<'a>>(line: &'a str, kind: impl Fn(T) -> Kind<'a>) -> Kind<'a> {
    serde_json::from_str(line).map_or(Kind::Broken, kind)
}
