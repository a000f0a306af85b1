//! Where what was cleaned goes when it does not go to standard output.

use super::plan::Mode;
use super::records::CleanedLine;
use super::settings::Job;
use super::text::CleanedFile;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use unscrape::container::{Container, Packing, unpack};
use unscrape::digest::Digest;
use unscrape::input::Input;
use unscrape::output::{Replacement, visible_path};

/// A file for cleaned lines. It is there only once it is committed.
pub(crate) enum Sink<'a> {
    /// No file.
    None,
    /// A new file for a path; `over`: it takes the place of the one that the lines are from.
    File { path: &'a Path, file: Box<Packing<Replacement>>, over: bool },
    /// The file that the lines are from: as long as none has changed, there is nothing to write.
    InPlace(&'a Path),
}

impl<'a> Sink<'a> {
    pub(crate) fn new(job: &'a Job, mode: &'a Mode) -> Result<Self> {
        Ok(match (mode, &job.input) {
            (Mode::To(path), _) => {
                Self::File { path, file: Box::new(packing(path, Container::of(path))?), over: false }
            }
            (Mode::Write, Input::File(path)) => Self::InPlace(path),
            _ => Self::None,
        })
    }

    pub(crate) fn write(&mut self, line: &CleanedLine) -> Result<()> {
        if let Self::InPlace(path) = self
            && line.differs()
        {
            let file = Box::new(begun(path, line.raw.offset)?);
            *self = Self::File { path, file, over: true };
        }
        match self {
            Self::File { path, file, .. } => file.write_all(line.bytes()).with_context(|| visible_path(path)),
            Self::None | Self::InPlace(_) => Ok(()),
        }
    }

    /// Puts the new file in its place, unless somebody else has written there meanwhile: `read` is what was read.
    pub(crate) fn commit(self, read: Option<Digest>) -> Result<()> {
        match (self, read) {
            (Self::File { path, file, over }, read) => {
                let file = file.finish().with_context(|| visible_path(path))?;
                match read.filter(|_| over) {
                    Some(read) => file.commit_over(read)?,
                    None => file.commit()?,
                }
            }
            (Self::None | Self::InPlace(_), _) => {}
        }
        Ok(())
    }
}

/// Writes a cleaned text, if it is to be written to a file.
pub(crate) fn write(job: &Job, mode: &Mode, cleaned: &CleanedFile) -> Result<()> {
    match (mode, &job.input) {
        (Mode::Write, Input::File(path)) if cleaned.outcome.changed => {
            packed(path, cleaned.container, cleaned)?.commit_over(cleaned.read)?;
        }
        (Mode::To(path), _) => packed(path, Container::of(path), cleaned)?.commit()?,
        _ => {}
    }
    Ok(())
}

/// A new file for `path` with a cleaned text in a container.
fn packed(path: &Path, container: Container, cleaned: &CleanedFile) -> Result<Replacement> {
    let mut file = packing(path, container)?;
    let written = cleaned.write(&mut file).and_then(|()| file.finish());
    written.with_context(|| visible_path(path))
}

/// A new file for `path`, packed as the old one, that begins with the first `length` bytes of what is in that.
fn begun(path: &Path, length: u64) -> Result<Packing<Replacement>> {
    let old = File::open(path).and_then(|old| unpack(Box::new(old)));
    let (container, old) = old.with_context(|| visible_path(path))?;
    let mut file = packing(path, container)?;
    io::copy(&mut old.take(length), &mut file).with_context(|| visible_path(path))?;
    Ok(file)
}

/// A new file for `path`, in a container.
fn packing(path: &Path, container: Container) -> Result<Packing<Replacement>> {
    Packing::new(container, Replacement::new(path)?).with_context(|| visible_path(path))
}
