//! The encodings a user can name.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// An encoding of the WHATWG standard, named by any of its labels: `latin1`, `windows-1252`, `UTF-16LE`, `sjis`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Encoding(pub(super) &'static encoding_rs::Encoding);

impl Encoding {
    /// Its name in the standard, which is one of its labels.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Whether it is UTF-8.
    pub fn is_utf8(self) -> bool {
        self.0 == encoding_rs::UTF_8
    }

    /// Whether ASCII is the same bytes in it.
    pub fn keeps_ascii(self) -> bool {
        self.0.is_ascii_compatible()
    }

    /// The encoding whose byte order mark `bytes` begin with.
    pub(super) fn of_mark(bytes: &[u8]) -> Option<Self> {
        encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| Self(encoding))
    }
}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    /// # Errors
    /// If the standard knows no such label, or knows it only as one that must not be decoded.
    fn from_str(label: &str) -> Result<Self, Self::Err> {
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())
            .map(Self)
            .ok_or_else(|| UnknownEncoding { label: label.to_owned() })
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A label that names no encoding.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "no encoding is called {label:?}; labels are for example windows-1252, utf-16le, shift_jis and gb18030"
)]
pub struct UnknownEncoding {
    /// What was given.
    pub label: String,
}
