//! The way back into an encoding: for the ledger, which promises the bytes and not only the text.

use super::Encoding;
use encoding_rs::EncoderResult;
use std::fmt;

/// Encodes pieces of one text.
///
/// What [`decode`](super::decode) gave comes back as the bytes that it was given, but where an encoding has several
/// spellings for one character; the caller compares.
pub struct Encoder {
    encoding: Encoding,
    encoder: encoding_rs::Encoder,
}

impl Encoder {
    /// Begins a text.
    pub fn new(encoding: Encoding) -> Self {
        Self { encoding, encoder: encoding.0.new_encoder() }
    }

    /// The bytes of the next piece of the text. What has no place in the encoding is left out.
    pub fn encode(&mut self, text: &str) -> Vec<u8> {
        // encoding_rs has no encoder for UTF-16, as the standard asks
        if self.encoding.0 == encoding_rs::UTF_16LE {
            return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        if self.encoding.0 == encoding_rs::UTF_16BE {
            return text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        }
        self.push(text, false)
    }

    /// The bytes that end the text: some encodings go back to their first state.
    pub fn finish(mut self) -> Vec<u8> {
        let is_utf16 = [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&self.encoding.0);
        if is_utf16 { Vec::new() } else { self.push("", true) }
    }

    fn push(&mut self, text: &str, last: bool) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len() + 16);
        let mut rest = text;
        loop {
            let (result, read) =
                self.encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, last);
            rest = rest.get(read..).unwrap_or_default();
            match result {
                EncoderResult::InputEmpty => return bytes,
                EncoderResult::OutputFull => bytes.reserve(2 * rest.len() + 16),
                EncoderResult::Unmappable(_) => {}
            }
        }
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder").field("encoding", &self.encoding).finish_non_exhaustive()
    }
}
