//! The way from a text back to the oldest one that the ledger knows.

use super::RestoreError;
use super::index::{FileEntry, Index};
use crate::digest::Digest;
use std::fmt;
use std::path::{Component, Path};

/// The entries that lead from a text back to an older one, newest first.
#[derive(Clone, Debug)]
pub(super) struct Chain<'i>(pub(super) Vec<&'i FileEntry>);

/// What a document is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The file, or `<stdin>`.
    pub file: &'a str,
    /// The number of its line in the file, from 1, for a record.
    pub record: Option<u64>,
}

impl Index {
    /// How a document came about that is called `name` and has the digest `digest`. `until`: the oldest run to look at.
    ///
    /// Each step is looked up by the text that came out. What came out under this very name counts first. Else, if the
    /// text went in under this name, it is an original, even if something else was cleaned to the same. Else the name
    /// that ends most like this one counts. Of several entries under one name the last one does. An empty chain: the
    /// text is an original, or no run from `until` on has changed it.
    pub(super) fn chain(&self, digest: Digest, name: Name, until: u64) -> Result<Chain<'_>, RestoreError> {
        let mut chain = Vec::new();
        let (mut at, mut called, mut before) = (digest, name, usize::MAX);
        let mut is_known = self.with_input(digest).next().is_some();
        // ends: each step leads to an entry before the one that it leads from
        while let Some((index, file)) = self.step(at, called, before)? {
            is_known = true;
            (called, before) = (file.name(), index);
            // an entry of what came out as it went in only says that it was there
            if !file.is_unchanged() {
                if file.run < until {
                    break;
                }
                chain.push(file);
            }
            at = file.input;
        }
        if !is_known {
            return Err(self.unknown(name));
        }
        match chain.iter().find(|file| !file.is_whole) {
            Some(cut) => Err(RestoreError::Cut { line: cut.line() }),
            None => Ok(Chain(chain)),
        }
    }

    /// The entry before the entry `before` that says how `digest` came about.
    fn step(
        &self,
        digest: Digest,
        name: Name,
        before: usize,
    ) -> Result<Option<(usize, &FileEntry)>, RestoreError> {
        let older = || self.with_output(digest).filter(|(index, _)| *index < before);
        let Some(likeness) = older().map(|(_, file)| Likeness::of(file.name(), name)).max() else {
            return Ok(None);
        };
        if !likeness.is_same && self.with_input(digest).any(|file| Likeness::of(file.name(), name).is_same) {
            return Ok(None);
        }
        let mut alike = older().rev().filter(|(_, file)| Likeness::of(file.name(), name) == likeness);
        let last = alike.next();
        let differs = |other: &FileEntry| {
            last.is_some_and(|(_, last)| last.name() != other.name() && last.input != other.input)
        };
        if alike.any(|(_, other)| differs(other)) {
            let mut names: Vec<String> = older().map(|(_, file)| file.name().to_string()).collect();
            names.sort();
            names.dedup();
            return Err(RestoreError::Ambiguous { names });
        }
        Ok(last)
    }

    /// Why the text is not known.
    fn unknown(&self, name: Name) -> RestoreError {
        let mut named = self.named(name.file);
        let same = named.find(|file| Likeness::of(file.name(), name).is_same);
        same.map_or(RestoreError::Unknown, |file| RestoreError::Changed { run: file.run })
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.record {
            Some(number) => write!(f, "{}:{number}", self.file),
            None => f.write_str(self.file),
        }
    }
}

/// How like two names are, from most to least telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// Whether they may be of one document, seen from different folders: one is the end of the other. The number of a
    /// record says nothing without the name of its file.
    is_same: bool,
    is_equal: bool,
    /// How much of their ends is equal, in parts between slashes.
    parts: usize,
}

impl Likeness {
    fn of(one: Name, two: Name) -> Self {
        let equal = parts(one.file).zip(parts(two.file)).take_while(|(one, two)| one == two).count();
        let shorter = parts(one.file).count().min(parts(two.file).count());
        Self {
            is_same: shorter > 0 && equal == shorter && one.record == two.record,
            is_equal: one == two,
            parts: equal,
        }
    }
}

/// The parts of a path, last to first, without `.`.
fn parts(name: &str) -> impl Iterator<Item = Component<'_>> {
    Path::new(name).components().rev().filter(|part| *part != Component::CurDir)
}
