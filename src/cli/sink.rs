//! Where the lines of JSON Lines go when they do not go to standard output.

use super::plan::Mode;
use super::records::CleanedLine;
use super::settings::Job;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use unscrape::input::Input;
use unscrape::output::{Replacement, Stamp};

/// A file for cleaned lines. It is there only once it is committed.
pub(crate) enum Sink<'a> {
    /// No file.
    None,
    /// A new file for a path, and what stood there when the lines began to be read.
    File(&'a Path, Box<Replacement>, Option<Stamp>),
    /// The file that the lines are from: as long as none has changed, there is nothing to write.
    InPlace(&'a Path, Stamp),
}

impl<'a> Sink<'a> {
    pub(crate) fn new(job: &'a Job, mode: &'a Mode) -> Result<Self> {
        Ok(match (mode, &job.input) {
            (Mode::To(path), _) => Self::File(path, Box::new(Replacement::new(path)?), None),
            (Mode::Write, Input::File(path)) => {
                Self::InPlace(path, Stamp::of(path).with_context(|| job.name.clone())?)
            }
            _ => Self::None,
        })
    }

    pub(crate) fn write(&mut self, line: &CleanedLine) -> Result<()> {
        if let Self::InPlace(path, stamp) = self
            && line.differs()
        {
            *self = Self::File(path, Box::new(begun(path, line.raw.offset)?), Some(*stamp));
        }
        match self {
            Self::File(path, file, _) => {
                file.write_all(line.bytes()).with_context(|| path.display().to_string())
            }
            Self::None | Self::InPlace(..) => Ok(()),
        }
    }

    /// Puts the new file in its place, unless somebody else has written there meanwhile.
    pub(crate) fn commit(self) -> Result<()> {
        match self {
            Self::File(_, file, None) => file.commit()?,
            Self::File(_, file, Some(seen)) => file.commit_over(seen)?,
            Self::None | Self::InPlace(..) => {}
        }
        Ok(())
    }
}

/// A new file for `path` that begins with the first `length` bytes of the old one.
fn begun(path: &Path, length: u64) -> Result<Replacement> {
    let mut file = Replacement::new(path)?;
    let copied = File::open(path).and_then(|old| io::copy(&mut old.take(length), &mut file));
    copied.with_context(|| path.display().to_string())?;
    Ok(file)
}
