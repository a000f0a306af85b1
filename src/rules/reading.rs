//! What the rules on lines read of a document: once, however many rules ask.

use super::frame::{self, Line};
use super::whole_line::{self, Short};
use crate::document::Document;
use std::cell::OnceCell;

/// A document as the rules on lines read it. What nobody asks for is not read.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    document: &'d Document<'d>,
    lines: OnceCell<Vec<Line<'d>>>,
    shorts: OnceCell<Vec<Short>>,
}

impl<'d> Reading<'d> {
    /// Nothing read yet.
    pub fn of(document: &'d Document<'d>) -> Self {
        Self { document, lines: OnceCell::new(), shorts: OnceCell::new() }
    }

    /// The document.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// Its lines that may be of the frame.
    pub(super) fn lines(&self) -> &[Line<'d>] {
        self.lines.get_or_init(|| frame::lines(self.document).collect())
    }

    /// Its paragraphs of one short line.
    pub(super) fn shorts(&self) -> &[Short] {
        self.shorts.get_or_init(|| whole_line::shorts(self.document, self.lines()).collect())
    }
}
