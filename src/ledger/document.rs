//! What a ledger says of a document, and of the file that it stands in.

use super::Decoded;
use crate::digest::Digest;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A document: a text, or one string of a file of JSON Lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentLine<'a> {
    /// The file as it was named, or `<stdin>`.
    #[serde(borrow)]
    pub document: Cow<'a, str>,
    /// Where the file is, seen from the folder of the ledger, if that is not its name. There is none for what was piped
    /// in.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Cow<'a, str>>,
    /// The number of the line, from 1, if the document is a string of JSON Lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
    /// The run that cleaned it.
    pub run: u64,
    /// The digest of the document before: of the file's bytes, or of the bytes between the quotes of the string.
    pub input: Digest,
    /// The same after.
    pub output: Digest,
    /// How many lines with edits follow.
    pub edits: u64,
    /// Where the string begins, in bytes of the file as read and of the file as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<[u64; 2]>,
    /// How to come from the text back to the bytes, if they were not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decoded: Option<Decoded>,
}

/// A file of JSON Lines. It follows the documents in it that were edited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContainerLine<'a> {
    /// The file as it was named, or `<stdin>`.
    #[serde(borrow)]
    pub container: Cow<'a, str>,
    /// Where it is, as in the line of a document.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Cow<'a, str>>,
    /// The run that cleaned it.
    pub run: u64,
    /// The digest of the file before.
    pub input: Digest,
    /// The same after.
    pub output: Digest,
    /// How many documents in it were edited.
    pub documents: u64,
    /// How to come from the text back to the bytes, if they were not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decoded: Option<Decoded>,
}

/// The name of standard input. No path has it: that of a file of this name begins with `./`.
pub const STDIN: &str = "<stdin>";

impl DocumentLine<'_> {
    /// Where the file is, seen from the folder of the ledger.
    pub fn place(&self) -> Option<&str> {
        place(&self.document, self.path.as_deref())
    }
}

impl ContainerLine<'_> {
    /// Where the file is, seen from the folder of the ledger.
    pub fn place(&self) -> Option<&str> {
        place(&self.container, self.path.as_deref())
    }
}

fn place<'a>(name: &'a str, path: Option<&'a str>) -> Option<&'a str> {
    path.or(Some(name).filter(|name| *name != STDIN))
}
