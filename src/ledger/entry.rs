//! What is entered of a document.

use super::edit::{EditLine, ReasonLine, range};
use super::{ContainerLine, Decoded, DocumentLine, STDIN};
use crate::digest::Digest;
use crate::edit::Edits;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// A document that was cleaned, or came out as it went in.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The file as it was named, or `<stdin>`.
    pub name: &'a str,
    /// Where it is, seen from the folder of the ledger ([`Home::place_of`](super::Home::place_of)); `None` for what was
    /// piped in.
    pub place: Option<&'a str>,
    /// The digest of the bytes before.
    pub input: Digest,
    /// The digest of the bytes after.
    pub output: Digest,
    /// How to come back to the bytes, if they were decoded from another encoding.
    pub decoded: Option<&'a Decoded>,
    /// What it is.
    pub what: What<'a>,
}

/// What an [`Entry`] is of.
#[derive(Clone, Debug)]
pub enum What<'a> {
    /// A file that is one document.
    Text(Edited<'a>),
    /// A string in a file of JSON Lines.
    Record {
        /// The number of its line, from 1.
        number: u64,
        /// Where the string begins, in bytes of the file as read and as written.
        begins: [u64; 2],
        /// What was edited in the line.
        edited: Edited<'a>,
    },
    /// A whole file of JSON Lines, after its records.
    Container {
        /// How many of its records were entered.
        documents: u64,
    },
}

/// A part of a file and the edits of it.
#[derive(Clone, Copy, Debug)]
pub struct Edited<'a> {
    /// The part before.
    pub text: &'a str,
    /// What was edited in it.
    pub edits: &'a Edits,
    /// Where it begins, in bytes of the file as read and as written.
    pub from: [u64; 2],
}

impl Entry<'_> {
    /// Whether nothing was changed: neither by an edit nor by a new encoding.
    pub(super) fn is_unchanged(&self) -> bool {
        self.input == self.output
    }

    /// Writes its lines.
    pub(super) fn write(&self, run: u64, out: &mut impl Write) -> io::Result<()> {
        let (record, begins, edited) = match &self.what {
            What::Text(edited) => (None, None, edited),
            What::Record { number, begins, edited } => (Some(*number), Some(*begins), edited),
            What::Container { documents } => return line(out, &self.container(run, *documents)),
        };
        let document = DocumentLine {
            document: self.name.into(),
            path: self.path(),
            record,
            run,
            input: self.input,
            output: self.output,
            edits: edited.edits.len() as u64,
            begins,
            decoded: self.decoded.cloned(),
        };
        line(out, &document)?;
        let [read, written] = edited.from;
        for ((edit, result), number) in edited.edits.with_results().zip(1..) {
            let edit = EditLine {
                edit: number,
                document: self.name.into(),
                record,
                run,
                range: range(edit.span(), read),
                at: result.start() as u64 + written,
                removed: edit.span().of(edited.text).into(),
                inserted: edit.inserted().into(),
                reasons: edit.reasons().iter().map(|reason| ReasonLine::new(reason, read)).collect(),
            };
            line(out, &edit)?;
        }
        Ok(())
    }

    fn path(&self) -> Option<Cow<'_, str>> {
        self.place.filter(|place| *place != self.name || self.name == STDIN).map(Into::into)
    }

    fn container(&self, run: u64, documents: u64) -> ContainerLine<'_> {
        ContainerLine {
            container: self.name.into(),
            path: self.path(),
            run,
            input: self.input,
            output: self.output,
            documents,
            decoded: self.decoded.cloned(),
        }
    }
}

/// Writes one line.
pub(super) fn line(out: &mut impl Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
