//! Edits of the document as edits of the line that holds it.

use super::Record;
use super::escape::encode;
use super::places::Places;
use crate::edit::{Edit, Edits, Span};

impl Record<'_> {
    /// The same edits, over the line: `edits` are over [`Record::text`] and keep their reasons, and the places that the
    /// reasons speak of are given in the line too. What is put in is escaped as JSON asks, and if the document is
    /// written in ASCII alone, so that it stays ASCII. Edits that [`Record::without_joined_halves`] leaves out are left
    /// out here too.
    pub fn splice(&self, edits: &Edits) -> Edits {
        let places = self.places(edits.iter().flat_map(Edit::places));
        let in_line = |span: Span| places.span(span).shift(self.span().start());
        let ascii = self.literal().is_ascii();
        let kept = edits.iter().filter(|edit| !joins_halves(edit, &places));
        Edits::new(kept.map(|edit| edit.clone().map(in_line, encode(edit.inserted(), ascii))))
    }

    /// The line with the edits made in its document: what [`Record::splice`] makes of it, without a list that says why.
    pub fn apply(&self, edits: &Edits) -> String {
        let places = self.places(edits.iter().map(Edit::span));
        let ascii = self.literal().is_ascii();
        let mut line = String::with_capacity(self.line().len());
        let mut at = 0;
        for edit in edits.iter().filter(|edit| !joins_halves(edit, &places)) {
            let span = places.span(edit.span()).shift(self.span().start());
            line.push_str(&self.line()[at..span.start()]);
            line.push_str(&encode(edit.inserted(), ascii));
            at = span.end();
        }
        line.push_str(&self.line()[at..]);
        debug_assert_eq!(line, self.splice(edits).apply(self.line()));
        line
    }

    /// The edits that can be made in JSON.
    ///
    /// One kind of edit cannot: a removal that would bring the first half of a surrogate pair right before the second
    /// half of another one, as in `\ud83d \ude00`. In JSON the two would then mean one character that nobody wrote, and
    /// no spelling of the two halves avoids it.
    pub fn without_joined_halves(&self, edits: Edits) -> Edits {
        // a half is read as U+FFFD: mostly none stands before an edit
        let is_behind_half =
            |edit: &Edit| self.text()[..edit.span().start()].ends_with(char::REPLACEMENT_CHARACTER);
        if !edits.iter().any(is_behind_half) {
            return edits;
        }
        let places = self.places(edits.iter().map(Edit::span));
        Edits::new(edits.into_iter().filter(|edit| !joins_halves(edit, &places)))
    }

    /// Where bytes of the document stand in the line: those that are `wanted`, and no others.
    pub(crate) fn in_line(&self, wanted: Vec<usize>) -> InLine {
        let mark = self.line().len() - self.shown_line().len();
        InLine {
            places: Places::find(self.literal(), self.text(), wanted),
            before: self.span().start() - mark,
            is_ascii: self.literal().is_ascii(),
        }
    }

    /// Where the ends of `spans` of the document stand in the literal.
    fn places(&self, spans: impl Iterator<Item = Span>) -> Places {
        let mut wanted = Vec::new();
        let mut last = None;
        for span in spans {
            // most reasons speak of all that is edited
            if last.replace(span) != Some(span) {
                wanted.extend([span.start(), span.end()]);
            }
        }
        Places::find(self.literal(), self.text(), wanted)
    }
}

/// Leads from bytes of a document to those of its line, as [`Record::shown_line`] has it.
#[derive(Debug)]
pub(crate) struct InLine {
    places: Places,
    before: usize,
    is_ascii: bool,
}

impl InLine {
    /// The byte of the line for a byte of the document.
    pub(crate) fn byte(&self, text: usize) -> usize {
        self.before + self.places.span(Span::empty(text)).start()
    }

    /// `text` as it is written in the line: escaped as JSON asks, and in ASCII alone if the document is.
    pub(crate) fn escaped(&self, text: &str) -> String {
        encode(text, self.is_ascii)
    }
}

fn joins_halves(edit: &Edit, places: &Places) -> bool {
    edit.inserted().is_empty()
        && places.get(edit.span().start()).is_some_and(|place| place.after_high)
        && places.get(edit.span().end()).is_some_and(|place| place.before_low)
}
