//! A line that holds a document in one of its strings.

use super::about::USUAL;
use super::escape;
use super::fields::{Found, find};
use super::{FieldPath, Kind, RecordError};
use crate::edit::Span;
use crate::input::{Guess, MARK};
use crate::scan::count_chars;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The spaces of JSON, line ends among them.
const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];

/// What a line of a JSON Lines file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// There is no document in it, and that is fine: the line is blank, or the field (or one on the way to it) is
    /// `null`.
    Untouched,
    /// A record with a document.
    Record(Record<'a>),
}

/// A line with the string that is the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    line: &'a str,
    /// The object that the line is.
    root: &'a str,
    /// The values of the [`USUAL`] fields.
    usual: Box<[Found<'a>; USUAL.len()]>,
    span: Span,
    text: Cow<'a, str>,
}

impl<'a> Record<'a> {
    /// Reads `line`, one line of a file with or without its line end, and finds the document at `path`. A byte order
    /// mark at the start is no part of the JSON.
    ///
    /// # Errors
    /// If the line is not an object in UTF-8 with a string at `path`, or if a key of the path stands in an object twice.
    pub fn parse(line: &'a [u8], path: &FieldPath) -> Result<Line<'a>, RecordError> {
        let line = simdutf8::compat::from_utf8(line).map_err(|error| {
            let offset = error.valid_up_to();
            RecordError::NotUtf8 { offset, guess: Guess::of(line, offset) }
        })?;
        let json = line.strip_prefix(MARK).unwrap_or(line).trim_end_matches(SPACES);
        if json.is_empty() {
            return Ok(Line::Untouched);
        }
        let (root, fields) = fields(json, path)?;
        let [found, usual @ ..] = fields;
        let Some(value) = descend_from(found, path)? else { return Ok(Line::Untouched) };
        if Kind::of(value) != Kind::String {
            let field = path.as_str().to_owned();
            return Err(RecordError::NotAString { field, found: Kind::of(value) });
        }
        let quoted = place_of(value, line);
        let span = Span::new(quoted.start() + 1, quoted.end() - 1);
        Ok(Line::Record(Self {
            line,
            root,
            usual: Box::new(usual),
            span,
            text: escape::decode(span.of(line)),
        }))
    }

    /// The whole line, its line end included.
    pub fn line(&self) -> &'a str {
        self.line
    }

    /// Where the document stands in the line: the bytes between the quotes of its string.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The document: what its string stands for. Half of a surrogate pair (`\ud83d` alone) is read as U+FFFD.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line as an editor shows it: a byte order mark is no character of it.
    pub(crate) fn shown_line(&self) -> &'a str {
        self.line.strip_prefix(MARK).unwrap_or(self.line)
    }

    /// The object that the line is, as it is written.
    pub(super) fn root(&self) -> &'a str {
        self.root
    }

    /// The values of the [`USUAL`] fields.
    pub(super) fn usual(&self) -> &[Found<'a>; USUAL.len()] {
        &self.usual
    }

    /// Whether the document stands in `json`, a part of the line.
    pub(super) fn is_in(&self, json: &str) -> bool {
        place_of(json, self.line).contains(self.span)
    }

    /// The document as it is written in the line.
    pub(super) fn literal(&self) -> &'a str {
        self.span.of(self.line)
    }
}

/// How many fields are looked for in one sweep: the first on the way to the document, and the [`USUAL`] ones.
const FIELDS: usize = 1 + USUAL.len();

/// The object that `json` is, and the values of its fields.
fn fields<'a>(json: &'a str, path: &FieldPath) -> Result<(&'a str, [Found<'a>; FIELDS]), RecordError> {
    let mut keys = [path.first(); FIELDS];
    keys[1..].copy_from_slice(&USUAL);
    if let Ok(found) = find(json, keys) {
        return Ok((json.trim_start_matches(SPACES), found));
    }
    // what is wrong is said of the whole
    let root: &RawValue = serde_json::from_str(json).map_err(|error| not_json(json, &error))?;
    let root = root.get();
    if Kind::of(root) != Kind::Object {
        return Err(RecordError::NotAnObject { found: Kind::of(root) });
    }
    Ok((root, find(root, keys).map_err(|error| not_json(root, &error))?))
}

/// The JSON at `path`; none if there is `null` on the way or in its place.
pub(super) fn descend<'a>(root: &'a str, path: &FieldPath) -> Result<Option<&'a str>, RecordError> {
    let [found] = find(root, [path.first()]).map_err(|error| not_json(root, &error))?;
    descend_from(found, path)
}

/// The same, where the value of the first key is known.
///
/// One object after the other rather than nested visitors: `serde_json` limits how deep those may nest.
fn descend_from<'a>(mut found: Found<'a>, path: &FieldPath) -> Result<Option<&'a str>, RecordError> {
    let mut keys = path.keys().skip(1);
    for depth in 1.. {
        let value = match found {
            Found::Nowhere => return Err(RecordError::Missing { field: path.prefix(depth) }),
            Found::Twice => return Err(RecordError::Twice { field: path.prefix(depth) }),
            Found::Once("null") => break,
            Found::Once(json) => json,
        };
        let Some(key) = keys.next() else { return Ok(Some(value)) };
        if Kind::of(value) != Kind::Object {
            return Err(RecordError::FieldNotAnObject { field: path.prefix(depth), found: Kind::of(value) });
        }
        [found] = find(value, [key]).map_err(|error| not_json(value, &error))?;
    }
    Ok(None)
}

/// Where `json` stands in `line`, of which it is a slice: `serde_json` gives that, but not its place.
fn place_of(json: &str, line: &str) -> Span {
    let start = json.as_ptr().addr() - line.as_ptr().addr();
    Span::new(start, start + json.len())
}

fn not_json(json: &str, error: &serde_json::Error) -> RecordError {
    if let Some(guess) = Guess::by_nuls(json.as_bytes()) {
        let offset = json.find('\0').unwrap_or_default();
        return RecordError::NotUtf8 { offset, guess };
    }
    // the parser counts bytes; a character is counted at its first byte
    let seen = json.as_bytes().get(..error.column()).unwrap_or(json.as_bytes());
    let column = count_chars(seen);
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let problem = message.strip_suffix(&place).unwrap_or(&message).to_owned();
    RecordError::NotJson { column, problem }
}
