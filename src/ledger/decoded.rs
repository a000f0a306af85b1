//! The way from a text back to bytes that were not UTF-8.

use crate::digest::{Hex, from_hex};
use crate::input::{Encoder, Encoding};
use serde::{Deserialize, Serialize};

/// The way back into the encoding that a file was decoded from. Ranges in such a file are bytes of it in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decoded {
    /// The encoding's name in the WHATWG standard.
    pub encoding: String,
    /// Whether the file began with a byte order mark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mark: bool,
    /// What the encoder would spell otherwise than the file did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misspelt: Option<Misspelt>,
}

/// Bytes that encoding the text again does not give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misspelt {
    /// Where they stand in what the encoder gives.
    pub range: [u64; 2],
    /// What stood there in the file, two hexadecimal digits a byte.
    pub bytes: String,
}

impl Decoded {
    /// How to come from `text`, which may begin with a byte order mark, back to `bytes`, which were decoded to it.
    pub fn new(encoding: Encoding, bytes: &[u8], text: &str) -> Self {
        let mut encoder = Encoder::new(encoding);
        let mut spelt = encoder.encode(text);
        spelt.extend(encoder.finish());
        let mark = text.starts_with('\u{feff}');
        Self { encoding: encoding.name().to_owned(), mark, misspelt: Misspelt::of(&spelt, bytes) }
    }
}

impl Misspelt {
    /// Where `bytes` are not what was `spelt`, from the first to the last difference.
    fn of(spelt: &[u8], bytes: &[u8]) -> Option<Self> {
        if spelt == bytes {
            return None;
        }
        let head = spelt.iter().zip(bytes).take_while(|(one, two)| one == two).count();
        let tails = spelt[head..].iter().rev().zip(bytes[head..].iter().rev());
        let tail = tails.take_while(|(one, two)| one == two).count();
        let range = [head as u64, (spelt.len() - tail) as u64];
        Some(Self::new(range, &bytes[head..bytes.len() - tail]))
    }

    fn new(range: [u64; 2], bytes: &[u8]) -> Self {
        Self { range, bytes: Hex(bytes).to_string() }
    }

    /// The bytes. `None`: they are not written as they should be.
    pub(crate) fn read(&self) -> Option<Vec<u8>> {
        from_hex(&self.bytes)
    }
}
