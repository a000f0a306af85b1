//! Where findings go when a format for them was asked for.

use super::console::{self, Console};
use super::plan::Mode;
use anyhow::Result;
use unscrape::findings::Format;

/// The findings of a run, told as they come.
pub(crate) struct Findings {
    format: Option<Format>,
    /// Standard output holds the cleaned text and nothing else.
    beside: bool,
    /// Whether the head was written, and whether a finding.
    begun: bool,
    some: bool,
}

impl Findings {
    /// In `format`, if there is one.
    pub(crate) fn new(format: Option<Format>, mode: &Mode) -> Self {
        Self { format, beside: *mode == Mode::Print, begun: false, some: false }
    }

    pub(crate) fn format(&self) -> Option<Format> {
        self.format
    }

    /// Tells the next findings, as they were rendered.
    pub(crate) fn tell(&mut self, rendered: &str, console: &mut Console) -> Result<()> {
        let Some(format) = self.format.filter(|_| !rendered.is_empty()) else { return Ok(()) };
        self.begin(format, console)?;
        if std::mem::replace(&mut self.some, true) {
            self.write(format.between(), console)?;
        }
        self.write(rendered, console)
    }

    /// Ends a log; `whole`: everything that was asked for could be done.
    pub(crate) fn end(&mut self, console: &mut Console, whole: bool) -> Result<()> {
        let Some(format) = self.format else { return Ok(()) };
        self.begin(format, console)?;
        self.write(&format.tail(whole), console)
    }

    fn begin(&mut self, format: Format, console: &mut Console) -> Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        self.write(&format.head(), console)
    }

    fn write(&self, text: &str, console: &mut Console) -> Result<()> {
        if self.beside {
            console::note_all(text);
            return Ok(());
        }
        console.write(text.as_bytes())
    }
}
