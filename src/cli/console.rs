//! The only place that prints.

use super::progress;
use anyhow::Error;
use clap::ColorChoice;
use std::io::{self, IsTerminal, Write};
use unscrape::output::{Controls, Style, visible};

/// Standard output, buffered, and standard error.
pub(crate) struct Console {
    out: io::BufWriter<io::StdoutLock<'static>>,
    is_terminal: bool,
    style: Style,
    /// Whether the work goes on when nobody reads what is printed of it.
    outlives_reader: bool,
}

/// Standard output was closed by whoever reads it: `head` has seen enough. Not an error.
#[derive(Debug, thiserror::Error)]
#[error("standard output was closed")]
pub(crate) struct Closed;

impl Console {
    pub(crate) fn new(color: ColorChoice) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let is_dumb = || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let wanted =
            || is_terminal && !is_dumb() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let color = match color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => wanted(),
        };
        Self {
            out: io::BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            is_terminal,
            // what is piped ends up on a terminal too: in a pager, in the log of a hook
            style: Style { color, controls: Controls::Visible },
            outlives_reader: false,
        }
    }

    /// From now on a closed standard output is no reason to stop: files are still to be written, or to be looked at.
    pub(crate) fn outlive_reader(&mut self) {
        self.outlives_reader = true;
    }

    /// How a diff looks here: with colour if wanted, and without anything that a terminal would obey.
    pub(crate) fn style(&self) -> Style {
        self.style
    }

    /// Writes to standard output as it is.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.print(|out| out.write_all(bytes))
    }

    /// Writes to standard output what `print` writes.
    pub(crate) fn print(
        &mut self,
        print: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let out = &mut self.out;
        let written = if self.is_terminal && progress::is_on() {
            // whole lines: what stays in the buffer would be cut off by the bar
            progress::aside(|| print(out).and_then(|()| out.flush()))
        } else {
            print(out)
        };
        self.told(written)
    }

    /// Writes a line to standard output.
    pub(crate) fn line(&mut self, line: &str) -> Result<(), Error> {
        self.print(|out| writeln!(out, "{line}"))
    }

    pub(crate) fn flush(&mut self) -> Result<(), Error> {
        let flushed = self.out.flush();
        self.told(flushed)
    }

    fn told(&self, result: io::Result<()>) -> Result<(), Error> {
        match result {
            Err(error) if self.outlives_reader && error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result.map_err(closed),
        }
    }
}

/// Writes a line to standard error. That it cannot be written is nothing that could be told anywhere.
pub(crate) fn note(line: &str) {
    let _ = progress::aside(|| writeln!(io::stderr().lock(), "{line}"));
}

/// Writes to standard error as it is.
pub(crate) fn note_all(text: &str) {
    let _ = progress::aside(|| io::stderr().lock().write_all(text.as_bytes()));
}

/// Tells an error with all its causes, on one line and without anything that a terminal would obey.
pub(crate) fn error(error: &Error) {
    note(&format!("error: {}", visible(&format!("{error:#}"))));
}

fn closed(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Closed.into(),
        _ => Error::from(error).context("cannot write to standard output"),
    }
}
