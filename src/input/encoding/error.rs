//! Why bytes are not the text they were taken for.

use super::{Encoding, Guess};
use thiserror::Error;

/// Bytes that are no text in the encoding they were read in. Offsets are bytes from the start of the input, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EncodingError {
    /// No encoding was named, and the bytes are not UTF-8.
    #[error("not UTF-8 from byte {offset} on; {guess}")]
    NotUtf8 {
        /// The first byte that does not fit.
        offset: u64,
        /// What it may be instead.
        guess: Guess,
    },
    /// The bytes do not decode from the encoding that was named.
    #[error("not {encoding} from byte {offset} on; another `--encoding LABEL` may fit")]
    Malformed {
        /// The encoding that was named.
        encoding: Encoding,
        /// The first byte that does not fit.
        offset: u64,
    },
    /// The bytes are UTF-8 beyond ASCII, which another encoding would tear apart.
    #[error("is UTF-8 already: read it without `--encoding {named}`")]
    AlreadyUtf8 {
        /// The encoding that was named.
        named: Encoding,
    },
    /// The bytes begin with the byte order mark of an encoding other than the one that was named.
    #[error("expected {named}, but byte 0 begins the byte order mark of {found}: try `--encoding {found}`")]
    OtherMark {
        /// The encoding that was named.
        named: Encoding,
        /// The encoding whose mark it is.
        found: Encoding,
    },
    /// The bytes decode, but hold NULs as no text does.
    #[error("byte {offset} of the text and many others are NUL; {guess}")]
    Nul {
        /// The first NUL, in bytes of the text in UTF-8.
        offset: u64,
        /// What it may be instead.
        guess: Guess,
    },
}

impl EncodingError {
    /// The error for `bytes` that are UTF-8 up to `offset`.
    pub(super) fn not_utf8(bytes: &[u8], offset: usize) -> Self {
        Self::NotUtf8 { offset: offset as u64, guess: Guess::of(bytes, offset) }
    }
}
