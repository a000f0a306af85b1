//! The decoder that whole files and streams share.

use super::{Encoding, EncodingError};
use encoding_rs::DecoderResult;

/// How many bytes of an input must be known before a byte order mark can be ruled out.
pub(super) const LONGEST_MARK: usize = 3;

/// Decodes pieces of one input and remembers how far it is.
pub(super) struct Strict {
    encoding: Encoding,
    decoder: encoding_rs::Decoder,
    /// Bytes taken in so far.
    read: u64,
    /// Whether they could be UTF-8.
    utf8: MaybeUtf8,
}

impl Strict {
    pub(super) fn new(encoding: Encoding) -> Self {
        // The mark is left to the caller: encoding_rs would not know that of gb18030.
        Self {
            encoding,
            decoder: encoding.0.new_decoder_without_bom_handling(),
            read: 0,
            utf8: MaybeUtf8::default(),
        }
    }

    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Appends to `out` what `bytes`, the next ones of the input, decode to. The first piece must be at least
    /// [`LONGEST_MARK`] bytes long if the input is; `last` says that no piece follows. After an error `out` holds what
    /// came before the byte that does not fit, and no further piece may be pushed.
    pub(super) fn push(&mut self, bytes: &[u8], last: bool, out: &mut String) -> Result<(), EncodingError> {
        if self.read == 0 {
            self.check_mark(bytes)?;
        }
        self.utf8.push(bytes);
        let mut rest = bytes;
        loop {
            let (result, read) = self.decoder.decode_to_string_without_replacement(rest, out, last);
            self.read += read as u64;
            rest = rest.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty if last => return self.check_utf8(),
                DecoderResult::InputEmpty => return Ok(()),
                // the extra room lets the longest character through, however little is left of the input
                DecoderResult::OutputFull => out.reserve(rest.len() + 16),
                DecoderResult::Malformed(length, after) => {
                    let offset = self.read.saturating_sub(u64::from(length) + u64::from(after));
                    return Err(EncodingError::Malformed { encoding: self.encoding, offset });
                }
            }
        }
    }

    /// A text that was written as UTF-8, perhaps by an earlier run, must not be decoded from another encoding again. Only
    /// its end tells: in many encodings two letters together may be a character of UTF-8, but hardly a whole text is.
    fn check_utf8(&self) -> Result<(), EncodingError> {
        if self.utf8.is_certain() && self.encoding.keeps_ascii() && !self.encoding.is_utf8() {
            return Err(EncodingError::AlreadyUtf8 { named: self.encoding });
        }
        Ok(())
    }

    /// UTF-16 in the wrong byte order decodes to other characters without an error, and to an encoding of single bytes
    /// every mark is text: only here can such a slip be seen.
    fn check_mark(&self, start: &[u8]) -> Result<(), EncodingError> {
        match Encoding::of_mark(start) {
            Some(found) if found != self.encoding => {
                Err(EncodingError::OtherMark { named: self.encoding, found })
            }
            _ => Ok(()),
        }
    }
}

/// Whether the bytes so far are UTF-8 that is more than ASCII, in whatever pieces they come.
#[derive(Default)]
struct MaybeUtf8 {
    /// The beginning of a character that was cut where a piece ended.
    cut: Vec<u8>,
    beyond_ascii: bool,
    broken: bool,
}

impl MaybeUtf8 {
    fn push(&mut self, bytes: &[u8]) {
        if self.broken || (bytes.is_ascii() && self.cut.is_empty()) {
            return;
        }
        let mut piece = std::mem::take(&mut self.cut);
        piece.extend_from_slice(bytes);
        let valid = match str::from_utf8(&piece) {
            Ok(text) => text.len(),
            Err(error) => {
                self.broken = error.error_len().is_some();
                error.valid_up_to()
            }
        };
        self.beyond_ascii |= !piece[..valid].is_ascii();
        self.cut = piece.split_off(valid);
    }

    fn is_certain(&self) -> bool {
        self.beyond_ascii && !self.broken && self.cut.is_empty()
    }
}
