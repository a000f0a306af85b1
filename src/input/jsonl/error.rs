//! Why a line holds no document where one was expected.

use crate::input::Guess;
use std::fmt;
use thiserror::Error;

/// A line that is no record with a document. Messages say what was expected and what was found, without the line's
/// number, which the line does not know.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The line is in another encoding, or broken.
    #[error("expected UTF-8, found other bytes from byte {offset} of the line on; {guess}")]
    NotUtf8 {
        /// The first byte of the line that does not fit, from 0.
        offset: usize,
        /// What it may be instead.
        guess: Guess,
    },
    /// The line is not JSON.
    #[error("expected JSON, found at column {column} of the line: {problem}")]
    NotJson {
        /// The character of the line at which that was noticed, from 1. A byte order mark does not count.
        column: usize,
        /// What the parser says, which never repeats the input.
        problem: String,
    },
    /// The line is JSON, but not an object.
    #[error("expected a JSON object, found {found}")]
    NotAnObject {
        /// What it is.
        found: Kind,
    },
    /// A field on the way to the document is not an object.
    #[error("expected an object in the field {field:?}, found {found}")]
    FieldNotAnObject {
        /// The path down to that field.
        field: String,
        /// What it holds.
        found: Kind,
    },
    /// There is no such field.
    #[error("expected a field {field:?}, found none")]
    Missing {
        /// The path down to the first key that is not there.
        field: String,
    },
    /// The field is there, but is not a string.
    #[error("expected a string in the field {field:?}, found {found}")]
    NotAString {
        /// The path.
        field: String,
        /// What it holds.
        found: Kind,
    },
    /// The same key stands twice in one object: readers differ on which one counts.
    #[error("expected one field {field:?}, found it more than once")]
    Twice {
        /// The path down to that key.
        field: String,
    },
}

/// The kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number of any kind.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// The kind of a valid JSON value without spaces around it: its first byte tells.
    pub(super) fn of(json: &str) -> Self {
        match json.as_bytes().first() {
            Some(b'{') => Self::Object,
            Some(b'[') => Self::Array,
            Some(b'"') => Self::String,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'n') => Self::Null,
            _ => Self::Number,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        })
    }
}
