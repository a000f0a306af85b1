//! Bytes to text, strictly: what cannot be decoded is an error, never a replacement character.
//!
//! Without a label only UTF-8 is accepted, because a wrong guess would damage a text for good. The guess is made all the
//! same, for the message. There is no way back into another encoding: what was decoded is written as UTF-8.

mod encode;
mod error;
mod guess;
mod label;
mod round_trip;
mod stream;
mod strict;

pub use encode::Encoder;
pub use error::EncodingError;
pub use guess::Guess;
pub use label::{Encoding, UnknownEncoding};
pub use round_trip::RoundTrip;
pub use stream::Decoding;

use super::MARK;
use strict::Strict;

/// A text as it was read: the byte order mark is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What was decoded, with the mark if there was one: cutting it off would move every byte of a large file.
    content: String,
    /// The byte of `content` at which the text begins.
    start: usize,
    reencoded: bool,
}

impl Text {
    /// The text, without a byte order mark.
    pub fn as_str(&self) -> &str {
        self.content.get(self.start..).unwrap_or_default()
    }

    /// The text with the byte order mark, if the file began with one: where that is UTF-8, the file's bytes.
    pub fn with_mark(&self) -> &str {
        &self.content
    }

    /// Whether the file is UTF-8 and begins with a byte order mark: three bytes that whoever writes the text back puts
    /// before it. The mark of another encoding is gone with that encoding.
    pub fn has_bom(&self) -> bool {
        self.start > 0 && !self.reencoded
    }

    /// Whether the bytes were not UTF-8, so that bytes of the text are not bytes of the file.
    pub fn is_reencoded(&self) -> bool {
        self.reencoded
    }

    /// What it was decoded to as bytes, with a byte order mark if there was one: if it was UTF-8, the bytes of the file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.content.into_bytes()
    }

    fn new(content: String, reencoded: bool) -> Self {
        let start = if content.starts_with(MARK) { MARK.len_utf8() } else { 0 };
        Self { content, start, reencoded }
    }
}

/// Decodes a whole file: as UTF-8, or from `encoding` if the user named one. UTF-8 is not copied.
///
/// # Errors
/// [`EncodingError::NotUtf8`] or [`EncodingError::Malformed`] with the offset of the first byte that does not fit,
/// [`EncodingError::AlreadyUtf8`] if another encoding was named for what is UTF-8, [`EncodingError::OtherMark`] if the bytes begin with the byte order mark of another encoding, and
/// [`EncodingError::Nul`] if they decode but hold so many NULs that they cannot be meant as a text: removing those as
/// invalid characters would destroy the file.
pub fn decode(bytes: Vec<u8>, encoding: Option<Encoding>) -> Result<Text, EncodingError> {
    match encoding.filter(|encoding| !encoding.is_utf8()) {
        None => decode_utf8(bytes),
        Some(encoding) => {
            let mut strict = Strict::new(encoding);
            let mut content = String::new();
            strict.push(&bytes, true, &mut content)?;
            check_nuls(content.as_bytes())?;
            Ok(Text::new(content, true))
        }
    }
}

fn decode_utf8(bytes: Vec<u8>) -> Result<Text, EncodingError> {
    let content = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        EncodingError::not_utf8(error.as_bytes(), offset)
    })?;
    check_nuls(content.as_bytes())?;
    Ok(Text::new(content, false))
}

/// UTF-16 without a mark, and many a binary file, are valid UTF-8 full of NULs.
fn check_nuls(bytes: &[u8]) -> Result<(), EncodingError> {
    let Some(first) = memchr::memchr(0, bytes) else { return Ok(()) };
    match Guess::by_nuls(bytes) {
        Some(guess) => Err(EncodingError::Nul { offset: first as u64, guess }),
        None => Ok(()),
    }
}
