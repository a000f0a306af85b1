//! Where a document stands in its file.

use super::{InRecord, Region};
use crate::edit::Span;
use crate::input::jsonl::{FieldPath, InLine, Record};
use crate::output::{Lines, Position};
use std::borrow::Cow;

/// A document with the file that it is from.
#[derive(Debug)]
pub struct Holder<'a> {
    path: &'a str,
    text: &'a str,
    lines: Lines<'a>,
    record: Option<Holding<'a>>,
}

/// The line that holds the document.
#[derive(Debug)]
struct Holding<'a> {
    record: &'a Record<'a>,
    field: &'a FieldPath,
    number: usize,
    line: Lines<'a>,
    in_line: InLine,
}

impl<'a> Holder<'a> {
    /// A text that is all of the file `path`, but for a byte order mark.
    pub fn text(path: &'a str, text: &'a str) -> Self {
        Self { path, text, lines: Lines::new(text), record: None }
    }

    /// A text in line `number`, from 1, of the file `path`. `wanted`: all bytes of the text that will be asked for, so that
    /// one sweep through its escapes is enough.
    pub(super) fn of_record(
        path: &'a str,
        record: &'a Record<'a>,
        field: &'a FieldPath,
        number: u64,
        wanted: Vec<usize>,
    ) -> Self {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        let line = Lines::new(record.shown_line());
        let holding = Holding { record, field, number, line, in_line: record.in_line(wanted) };
        Self { record: Some(holding), ..Self::text(path, record.text()) }
    }

    /// The name of the file.
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// The document.
    pub(super) fn document(&self) -> &'a str {
        self.text
    }

    /// Where `span` of the document is in the file.
    pub(super) fn region(&self, span: Span) -> Region {
        let Some(held) = &self.record else { return self.in_text(span) };
        let place = |byte| {
            let column = held.line.position(held.in_line.byte(byte)).column;
            Position { line: held.number, column }
        };
        Region { start: place(span.start()), end: place(span.end()) }
    }

    /// What stands at `span` in the file.
    pub(super) fn source(&self, span: Span) -> &'a str {
        let Some(held) = &self.record else { return span.of(self.text) };
        let in_line = Span::new(held.in_line.byte(span.start()), held.in_line.byte(span.end()));
        in_line.of(held.record.shown_line())
    }

    /// Where `span` is in the text of a field, if it stands in one.
    pub(super) fn in_record(&self, span: Span) -> Option<InRecord<'a>> {
        let held = self.record.as_ref()?;
        Some(InRecord { field: held.field.as_str(), place: self.in_text(span) })
    }

    /// How `text` is written in the file.
    pub(super) fn written<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match &self.record {
            Some(held) if !text.is_empty() => held.in_line.escaped(text).into(),
            _ => text.into(),
        }
    }

    fn in_text(&self, span: Span) -> Region {
        Region { start: self.lines.position(span.start()), end: self.lines.position(span.end()) }
    }
}
