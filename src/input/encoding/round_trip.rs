//! Whether what was decoded can be encoded again, told while it streams.

use super::{Encoder, Encoding, MARK};

/// Compares the bytes of an input with what its text is encoded to, in constant memory.
#[derive(Debug)]
pub struct RoundTrip {
    encoding: Encoding,
    encoder: Encoder,
    /// Bytes that were read and are not compared yet.
    waiting: Vec<u8>,
    compared: u64,
    /// Whether the input begins with a byte order mark; not known before the first bytes.
    mark: Option<bool>,
    is_broken: bool,
}

impl RoundTrip {
    /// Nothing is read yet.
    pub fn new(encoding: Encoding) -> Self {
        let encoder = Encoder::new(encoding);
        Self { encoding, encoder, waiting: Vec::new(), compared: 0, mark: None, is_broken: false }
    }

    /// Takes in the next bytes of the input.
    pub fn read(&mut self, bytes: &[u8]) {
        if !self.is_broken {
            self.waiting.extend_from_slice(bytes);
        }
    }

    /// Takes in the next piece of the text that the bytes read so far were decoded to, without the byte order mark.
    pub fn decoded(&mut self, text: &str) {
        if self.mark.is_none() && !text.is_empty() {
            self.begin();
        }
        let bytes = self.encoder.encode(text);
        self.compare(&bytes);
    }

    /// Whether the input begins with a byte order mark.
    ///
    /// # Errors
    /// The byte up to which encoding the text gives the input.
    pub fn finish(mut self) -> Result<bool, u64> {
        if self.mark.is_none() {
            self.begin();
        }
        let rest = std::mem::replace(&mut self.encoder, Encoder::new(self.encoding)).finish();
        self.compare(&rest);
        if self.is_broken || !self.waiting.is_empty() {
            Err(self.compared)
        } else {
            Ok(self.mark == Some(true))
        }
    }

    fn begin(&mut self) {
        let mut encoder = Encoder::new(self.encoding);
        let mark = encoder.encode(MARK.encode_utf8(&mut [0; 4]));
        let is_marked = !mark.is_empty() && self.waiting.starts_with(&mark);
        self.mark = Some(is_marked);
        if is_marked {
            self.encoder = encoder;
            self.compare(&mark);
        }
    }

    fn compare(&mut self, bytes: &[u8]) {
        let same = bytes.iter().zip(&self.waiting).take_while(|(one, two)| one == two).count();
        self.compared += same as u64;
        if same == bytes.len() {
            self.waiting.drain(..same);
        } else {
            self.is_broken = true;
            self.waiting.clear();
        }
    }
}
