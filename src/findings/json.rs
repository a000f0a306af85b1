//! Findings as JSON Lines: one object each.
//!
//! | member | says |
//! |---|---|
//! | `path` | the file, as it was named; `<stdin>` without a name |
//! | `line`, `column`, `end_line`, `end_column` | the place in the file; the end is the first character after |
//! | `record` | in JSON Lines: the `field`, and the place in its text |
//! | `kind` | `fix`: it is edited; `note`: it was seen and stays |
//! | `rule` | the rule's id; `duplicate-paragraph` for copies, `suspect` for `--suspect` |
//! | `evidence` | what entitles to it |
//! | `message` | all of it in one line |
//! | `other` | the place of the copy that stays, or of the paragraph that it is like |
//! | `removed`, `inserted` | of a fix: the text at the place, and what is put there, unless only the whole edit is known |
//! | `fix` | of a fix: the place that the edit replaces, and the `text` to write there, in JSON Lines with its escapes |
//!
//! Members that do not apply are left out. An edit that several rules asked for is several findings with the same `fix`.

use super::{Finding, Region};
use crate::visible::spell_out;
use serde::Serialize;

#[derive(Serialize)]
struct Object<'a> {
    path: &'a str,
    #[serde(flatten)]
    place: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<InField<'a>>,
    kind: &'static str,
    rule: &'a str,
    evidence: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    removed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Replacing<'a>>,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct InField<'a> {
    field: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Replacing<'a> {
    #[serde(flatten)]
    place: Place,
    text: &'a str,
}

impl From<Region> for Place {
    fn from(Region { start, end }: Region) -> Self {
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}

/// The object, on one line and without its end.
pub(super) fn object(finding: &Finding) -> String {
    let fix = finding.fix.as_ref();
    // of an edit that was merged from several nobody knows which of them put what there
    let own = fix.filter(|fix| fix.inserted.is_empty() || fix.place == finding.place);
    let object = Object {
        path: finding.path,
        place: finding.place.into(),
        record: finding.record.map(|held| InField { field: held.field, place: held.place.into() }),
        kind: if fix.is_some() { "fix" } else { "note" },
        rule: finding.rule,
        evidence: &finding.evidence,
        message: &finding.message,
        other: finding.other.map(Place::from),
        removed: fix.map(|_| finding.text),
        inserted: own.map(|fix| fix.inserted),
        fix: fix.map(|fix| Replacing { place: fix.place.into(), text: &fix.written }),
    };
    spelled(&object)
}

/// A value as JSON without anything that a terminal would obey. A struct of strings and numbers has one.
pub(super) fn spelled(value: &impl Serialize) -> String {
    spell_out(serde_json::to_string(value).unwrap_or_default())
}
