//! One thing that was found.

use crate::output::Position;
use std::borrow::Cow;
use std::fmt;

/// One reason of one edit, or a notice that has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The name of the file as it was given; it may hold what a terminal obeys.
    pub path: &'a str,
    /// Where it is, in the file: what the rule asked to edit, or what the notice is about.
    pub place: Region,
    /// The same in the text of a field, in JSON Lines.
    pub record: Option<InRecord<'a>>,
    /// The id of the rule, or of what gave the notice.
    pub rule: &'a str,
    /// What entitles to it.
    pub evidence: Cow<'a, str>,
    /// What stands at the place. In JSON Lines it is the text that is meant, and not how it is escaped.
    pub text: &'a str,
    /// The same as it is written in the file.
    pub source: &'a str,
    /// Where the copy stands that stays, or the paragraph that it is like.
    pub other: Option<Region>,
    /// What is done about it. A notice has none.
    pub fix: Option<Fix<'a>>,
    /// What was done or seen, in one line that is safe for a terminal.
    pub message: String,
}

/// The edit that a finding is a reason of. Findings that are reasons of one edit have the same fix, which is made once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix<'a> {
    /// What it replaces, in the file.
    pub place: Region,
    /// What it puts there, as text.
    pub inserted: &'a str,
    /// What it writes there: in JSON Lines the text has escapes.
    pub written: Cow<'a, str>,
}

/// Where something is in the text of a field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InRecord<'a> {
    /// The field, as `--field` has it.
    pub field: &'a str,
    /// Lines and columns of the text that the field holds.
    pub place: Region,
}

/// Characters that stand together, or a place between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// The first character.
    pub start: Position,
    /// The first character after.
    pub end: Position,
}

impl fmt::Display for Region {
    /// Where it starts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)
    }
}
