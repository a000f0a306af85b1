//! The way from a text back to the oldest one that the ledger knows.

use super::RestoreError;
use super::index::{FileEntry, Index};
use crate::digest::Digest;
use std::path::{Component, Path};

/// The entries that lead from a text back to an older one, newest first.
#[derive(Clone, Debug)]
pub(super) struct Chain<'i>(pub(super) Vec<&'i FileEntry>);

impl Index {
    /// How the file `name` with the digest `digest` came about. `until`: the oldest run to look at.
    ///
    /// Each step is looked up by the text that came out. Where several files came out as the same text, the one whose
    /// name ends most like `name` counts, and of those the last one. An empty chain: the text is an original, or no run
    /// from `until` on has changed it.
    pub(super) fn chain(&self, digest: Digest, name: &str, until: u64) -> Result<Chain<'_>, RestoreError> {
        let mut chain = Vec::new();
        let (mut digest, mut name, mut before) = (digest, name, usize::MAX);
        let mut is_known = false;
        // ends: each step leads to an entry before the one that it leads from
        while let Some((index, file)) = self.step(digest, name, before)? {
            is_known = true;
            (name, before) = (&file.name, index);
            if file.is_unchanged() {
                // it stood there beside others that were cleaned to the same: only its own name leads on
                let leads_on = |(index, older): &(usize, &FileEntry)| *index < before && older.name == name;
                if self.with_output(digest).any(|older| leads_on(&older)) {
                    continue;
                }
                break;
            }
            if file.run < until {
                break;
            }
            chain.push(file);
            digest = file.input;
        }
        if !is_known && !self.has_input(digest) {
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
        name: &str,
        before: usize,
    ) -> Result<Option<(usize, &FileEntry)>, RestoreError> {
        let older = || self.with_output(digest).filter(|(index, _)| *index < before);
        let Some(likeness) = older().map(|(_, file)| Likeness::of(&file.name, name)).max() else {
            return Ok(None);
        };
        let mut alike = older().rev().filter(|(_, file)| Likeness::of(&file.name, name) == likeness);
        let last = alike.next();
        let differs = |other: &FileEntry| {
            last.is_some_and(|(_, last)| last.name != other.name && last.input != other.input)
        };
        if alike.any(|(_, other)| differs(other)) {
            let mut names: Vec<String> = older().map(|(_, file)| file.name.clone()).collect();
            names.sort();
            names.dedup();
            return Err(RestoreError::Ambiguous { names });
        }
        Ok(last)
    }

    /// Why the text is not known.
    fn unknown(&self, name: &str) -> RestoreError {
        let mut named = self.named(name);
        let same = named.find(|file| is_same_name(&file.name, name));
        same.map_or(RestoreError::Unknown, |file| RestoreError::Changed { run: file.run })
    }
}

/// How much of the end of two names is equal, in parts between slashes; the same name is most alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    is_same: bool,
    parts: usize,
}

impl Likeness {
    fn of(one: &str, two: &str) -> Self {
        let parts = parts(one).zip(parts(two)).take_while(|(one, two)| one == two).count();
        Self { is_same: one == two, parts }
    }
}

/// Whether two names may be of one file, seen from different folders: one is the end of the other.
fn is_same_name(one: &str, two: &str) -> bool {
    let shorter = parts(one).count().min(parts(two).count());
    shorter > 0 && Likeness::of(one, two).parts == shorter
}

/// The parts of a path, last to first, without `.`.
fn parts(name: &str) -> impl Iterator<Item = Component<'_>> {
    Path::new(name).components().rev().filter(|part| *part != Component::CurDir)
}
