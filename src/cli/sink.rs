//! Where the lines of JSON Lines go when they do not go to standard output.

use super::plan::Mode;
use super::records::CleanedLine;
use super::settings::Job;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::SystemTime;
use unscrape::input::Input;
use unscrape::output::Replacement;

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
                let file = File::open(path).with_context(|| job.name.clone())?;
                Self::InPlace(path, Stamp::of(&file).with_context(|| job.name.clone())?)
            }
            _ => Self::None,
        })
    }

    pub(crate) fn write(&mut self, line: &CleanedLine) -> Result<()> {
        if let Self::InPlace(path, stamp) = self
            && (line.new.is_some() || line.outcome.reencoded)
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
        let Self::File(path, file, stamp) = self else { return Ok(()) };
        if let Some(stamp) = stamp
            && File::open(path).and_then(|now| Stamp::of(&now)).ok() != Some(stamp)
        {
            bail!("{}: changed while it was being cleaned; left as it is", path.display());
        }
        Ok(file.commit()?)
    }
}

/// What tells one state of a file from another without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Which file it is, where the system says so.
    number: u64,
}

impl Stamp {
    fn of(file: &File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&metadata);
        #[cfg(not(unix))]
        let number = 0;
        Ok(Self { length: metadata.len(), modified: metadata.modified().ok(), number })
    }
}

/// A new file for `path` that begins with the first `length` bytes of the old one.
fn begun(path: &Path, length: u64) -> Result<Replacement> {
    let mut file = Replacement::new(path)?;
    let copied = File::open(path).and_then(|old| io::copy(&mut old.take(length), &mut file));
    copied.with_context(|| path.display().to_string())?;
    Ok(file)
}
