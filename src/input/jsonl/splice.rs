//! Edits of the document as edits of the line that holds it.

use super::Record;
use super::escape::encode;
use super::places::Places;
use crate::edit::{Edit, Edits, Evidence, Reason, Span};

impl Record<'_> {
    /// The same edits, over the line: `edits` are over [`Record::text`] and keep their reasons, and the places that the
    /// reasons speak of are given in the line too. What is put in is escaped as JSON asks, and if the document is
    /// written in ASCII alone, so that it stays ASCII.
    ///
    /// One kind of edit is left out: a removal that would bring the first half of a surrogate pair right before the
    /// second half of another one, as in `\ud83d \ude00`. In JSON the two would then mean one character that nobody
    /// wrote, and no spelling of the two halves avoids it.
    pub fn splice(&self, edits: &Edits) -> Edits {
        let places = Places::find(self.literal(), edits.iter().flat_map(positions).collect());
        let in_line = |span: Span| Some(places.span(span)?.shift(self.span().start()));
        let ascii = self.literal().is_ascii();
        Edits::new(edits.iter().filter(|edit| !joins_halves(edit, &places)).filter_map(|edit| {
            let reasons = edit.reasons().iter().map(|reason| with_places(reason, in_line)).collect();
            let edited = Edit::remove_for(edit.span(), reasons);
            Some(edited.moved(in_line(edit.span())?, encode(edit.inserted(), ascii)))
        }))
    }
}

/// Every byte of the text that an edit speaks of.
fn positions(edit: &Edit) -> impl Iterator<Item = usize> {
    let kept = edit.reasons().iter().filter_map(|reason| match &reason.evidence {
        Evidence::Copy(copy) => Some(copy.kept),
        _ => None,
    });
    kept.chain([edit.span()]).flat_map(|span| [span.start(), span.end()])
}

fn joins_halves(edit: &Edit, places: &Places) -> bool {
    let after_high = places.get(edit.span().start()).is_some_and(|place| place.after_high);
    let before_low = places.get(edit.span().end()).is_some_and(|place| place.before_low);
    edit.inserted().is_empty() && after_high && before_low
}

/// The same reason, with what it says about the text said about the line.
fn with_places(reason: &Reason, in_line: impl Fn(Span) -> Option<Span>) -> Reason {
    let mut reason = reason.clone();
    if let Evidence::Copy(copy) = &mut reason.evidence {
        copy.kept = in_line(copy.kept).unwrap_or(copy.kept);
    }
    reason
}
