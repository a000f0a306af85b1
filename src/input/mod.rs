//! From what was named on the command line to texts that can be cleaned, losing nothing on the way.
//!
//! 1. [`paths::resolve`] turns the named paths into a list of [`Input`]s in an order that depends on nothing but the
//!    names; [`Format::of`] says by its name whether a file is a text or JSON Lines.
//! 2. A text is read whole and goes through [`decode`]: UTF-8, or the [`Encoding`] that the user named. What does not
//!    decode is an error with a byte offset and a guess, never a U+FFFD in silence; a byte order mark is remembered and
//!    kept apart from the [`Text`].
//! 3. JSON Lines are read line by line through [`jsonl::Lines`], in another encoding by way of [`Decoding`]. In each
//!    line [`jsonl::Record`] finds the one string that is a document; edits of it become edits of the line by
//!    [`jsonl::Record::splice`], and every other byte stays as it is.
//!
//! Nothing here prints, and no message repeats bytes of the input: names and paths come escaped, so that a hostile file
//! cannot write to a terminal.

pub mod encoding;
pub mod jsonl;
mod limit;
pub mod paths;

pub use encoding::{
    Decoding, Encoder, Encoding, EncodingError, Guess, RoundTrip, Text, UnknownEncoding, decode,
};
pub use limit::{MaxBytes, NoNumberOfBytes, TooLarge};
pub use paths::{Format, Input, PathError};

/// The byte order mark: at the start of a text it is no part of it.
const MARK: char = '\u{feff}';
