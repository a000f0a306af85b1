//! One text and what is to be put back in it.

use super::super::args::Restore;
use super::super::tally::Tally;
use anyhow::{Result, anyhow, bail};
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use unscrape::digest::Digest;
use unscrape::edit::Edits;
use unscrape::ledger::{Asked, Edited, Entry, Ledger, What};
use unscrape::restore::{Index, Name, WayBack};

/// A text that is to be restored.
pub(super) struct Text {
    pub(super) file: File,
    /// How many bytes it has; what is appended meanwhile is not looked at.
    length: u64,
    pub(super) digest: Digest,
    /// The name of its file, and where it is.
    name: String,
    pub(super) place: Option<String>,
}

/// What becomes of a text.
pub(super) enum Change<'i> {
    /// It stays as it is.
    Nothing,
    /// All that was taken from it comes back.
    Whole(WayBack<'i>),
    /// What some rules took comes back.
    Part {
        rules: Vec<String>,
        old: String,
        new: String,
        /// Over the old text.
        edits: Edits,
    },
}

impl Text {
    pub(super) fn new(mut file: File, name: String, place: Option<String>) -> io::Result<Self> {
        file.rewind()?;
        let length = file.metadata()?.len();
        let digest = Digest::of_all((&file).take(length))?;
        Ok(Self { file, length, digest, name, place })
    }

    /// What is to become of it. `is_found`: it was met in a folder, and not named.
    pub(super) fn change<'i>(
        &mut self,
        args: &Restore,
        index: &'i Index,
        is_found: bool,
    ) -> Result<Change<'i>> {
        let name = Name { place: self.place.as_deref(), record: None, is_found };
        let Some(way) = index.way_back(self.digest, name, args.run)? else { return Ok(Change::Nothing) };
        if args.only.is_empty() {
            return Ok(Change::Whole(way));
        }
        self.file.rewind()?;
        let bytes = args.max_bytes.read((&self.file).take(self.length), Some(self.length))?;
        if Digest::of(&bytes) != self.digest {
            bail!("changed while it was being read; left as it is");
        }
        let old =
            String::from_utf8(bytes).map_err(|_| anyhow!("is not UTF-8, so no run can have written it"))?;
        let edits = way.undo_rules(&old, &args.only)?;
        if edits.is_empty() {
            return Ok(Change::Nothing);
        }
        Ok(Change::Part { rules: args.only.clone(), new: edits.apply(&old), old, edits })
    }

    /// Writes what becomes of it. That a part comes back is entered in the ledger before.
    pub(super) fn write(
        &mut self,
        change: &Change,
        ledger: Option<&mut Ledger>,
        out: &mut dyn Write,
    ) -> Result<()> {
        match (change, ledger) {
            (Change::Whole(way), _) => way.undo(&mut self.file, out)?,
            (Change::Part { rules, old, new, edits }, Some(ledger)) => {
                let entry = Entry {
                    name: &self.name,
                    place: self.place.as_deref(),
                    input: self.digest,
                    output: Digest::of(new.as_bytes()),
                    decoded: None,
                    what: What::Text(Edited { text: old, edits, from: [0, 0] }),
                };
                ledger.append(&Asked::Restore { only: rules.clone() }, &[entry])?;
                ledger.flush()?;
                out.write_all(new.as_bytes())?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// What is told of it.
impl fmt::Display for Change<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing to put back"),
            Self::Whole(way) => {
                let runs: Vec<String> = way.runs().map(|run| run.to_string()).collect();
                let s = if runs.len() > 1 { "s" } else { "" };
                write!(f, "restored, run{s} {} undone", runs.join(", "))
            }
            Self::Part { edits, .. } => {
                let mut tally = Tally::default();
                tally.add(edits);
                write!(f, "put back {tally}")
            }
        }
    }
}
