//! Findings of what was done to a text, and of what was seen in it.

use super::{Finding, Fix, Holder, text};
use crate::edit::{Edit, Evidence, Reason, Span};
use crate::input::jsonl::{FieldPath, Record};
use crate::{Cleaned, Notice, duplicates, suspect};

impl<'a> Holder<'a> {
    /// The text of a record in line `number`, from 1, of the file `path`, for findings of what `cleaned` says of it.
    pub fn record(
        path: &'a str,
        record: &'a Record<'a>,
        field: &'a FieldPath,
        number: u64,
        cleaned: &Cleaned,
    ) -> Self {
        Self::of_record(path, record, field, number, wanted(cleaned, record.text()))
    }
}

/// Every byte of a text that a finding may name.
fn wanted(cleaned: &Cleaned, text: &str) -> Vec<usize> {
    let ends = |span: Span| [span.start(), span.end()];
    let mut wanted: Vec<usize> = cleaned.edits.iter().flat_map(Edit::places).flat_map(ends).collect();
    for notice in &cleaned.notices {
        match notice {
            Notice::Alike { first, second, detail, .. } => {
                wanted.extend(ends(*first).into_iter().chain(ends(*second)));
                if let duplicates::Detail::Share(passages) = detail {
                    let spans = passages.iter().flat_map(|(one, two)| [*one, *two]);
                    wanted.extend(spans.flat_map(|span| ends(text::to_last(span, text))));
                }
            }
            Notice::Suspect { place, .. } => wanted.extend(ends(*place)),
            _ => {}
        }
    }
    wanted
}

/// A finding for each reason of each edit, in the order of the edits.
pub fn of_edits<'a>(holder: &Holder<'a>, cleaned: &'a Cleaned) -> Vec<Finding<'a>> {
    let reasons = |edit: &'a Edit| edit.reasons().iter().map(move |reason| (edit, reason));
    let found = cleaned.edits.iter().flat_map(reasons);
    found.map(|(edit, reason)| of_reason(holder, edit, reason)).collect()
}

fn of_reason<'a>(holder: &Holder<'a>, edit: &'a Edit, reason: &'a Reason) -> Finding<'a> {
    let other = match reason.evidence {
        Evidence::Copy(copy) => Some(holder.region(copy.kept)),
        _ => None,
    };
    let fix = Fix {
        place: holder.region(edit.span()),
        inserted: edit.inserted(),
        written: holder.written(edit.inserted()),
    };
    Finding {
        path: holder.path(),
        place: holder.region(reason.place()),
        record: holder.in_record(reason.place()),
        rule: &reason.rule,
        evidence: reason.evidence.to_string().into(),
        text: reason.place().of(holder.document()),
        source: holder.source(reason.place()),
        other,
        fix: Some(fix),
        message: text::of_reason(holder, edit, reason),
    }
}

/// The finding of a notice, if it is about a place. Others are about the text as a whole.
pub fn of_notice<'a>(holder: &Holder<'a>, notice: &Notice) -> Option<Finding<'a>> {
    let (place, other, rule, evidence, message) = match notice {
        Notice::Alike { first, second, detail, verdict, similarity } => (
            *second,
            Some(holder.region(*first)),
            duplicates::RULE,
            format!("{verdict} ({similarity})"),
            text::of_alike(holder, notice, *first, detail),
        ),
        Notice::Suspect { place, suspicion } => (
            *place,
            None,
            suspect::RULE,
            suspicion.to_string(),
            text::of_suspect(notice, place.of(holder.document())),
        ),
        _ => return None,
    };
    Some(Finding {
        path: holder.path(),
        place: holder.region(place),
        record: holder.in_record(place),
        rule,
        evidence: evidence.into(),
        text: place.of(holder.document()),
        source: holder.source(place),
        other,
        fix: None,
        message,
    })
}
