//! A stream in another encoding, read as UTF-8.

use super::strict::{LONGEST_MARK, Strict};
use super::{Encoding, EncodingError, MARK};
use std::fmt;
use std::io::{self, BufRead, ErrorKind, Read};

/// How many bytes are decoded at a time.
const PIECE: usize = 1 << 16;

/// Gives the bytes of a reader in UTF-8, decoding them strictly from another encoding, in constant memory.
///
/// The byte order mark is dropped, unless the encoding is UTF-8. What does not decode is an [`io::Error`] of the kind
/// `InvalidData` that holds an [`EncodingError`]; it comes after all text before it, whatever pieces the reader gives,
/// and it comes again at each further call.
pub struct Decoding<R> {
    source: R,
    strict: Strict,
    raw: Vec<u8>,
    text: String,
    /// How many bytes of `text` the caller has had.
    given: usize,
    at_start: bool,
    end: Option<Result<(), EncodingError>>,
}

impl<R: Read> Decoding<R> {
    /// Decodes `source` from `encoding`. It reads large pieces itself, so `source` needs no buffer.
    pub fn new(source: R, encoding: Encoding) -> Self {
        Self {
            source,
            strict: Strict::new(encoding),
            raw: vec![0; PIECE],
            text: String::new(),
            given: 0,
            at_start: true,
            end: None,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let at_least = if self.at_start { LONGEST_MARK } else { 1 };
        let filled = fill(&mut self.source, &mut self.raw, at_least)?;
        self.text.clear();
        self.given = 0;
        let last = filled < at_least;
        match self.strict.push(&self.raw[..filled], last, &mut self.text) {
            Ok(()) if !last => {}
            end => self.end = Some(end),
        }
        // the first character may come later than the first piece: the mark of gb18030 is four bytes long
        if self.at_start && self.text.starts_with(MARK) && !self.strict.encoding().is_utf8() {
            self.given = MARK.len_utf8();
        }
        self.at_start = self.at_start && self.text.is_empty();
        Ok(())
    }
}

/// Reads at least `at_least` bytes, or all that are left.
fn fill(source: &mut impl Read, into: &mut [u8], at_least: usize) -> io::Result<usize> {
    let mut filled = 0;
    while filled < at_least {
        match source.read(&mut into[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

impl<R: Read> BufRead for Decoding<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.given == self.text.len() {
            match &self.end {
                None => self.refill()?,
                Some(Ok(())) => break,
                Some(Err(error)) => return Err(io::Error::new(ErrorKind::InvalidData, error.clone())),
            }
        }
        Ok(&self.text.as_bytes()[self.given..])
    }

    fn consume(&mut self, amount: usize) {
        self.given = self.text.len().min(self.given + amount);
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R> fmt::Debug for Decoding<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoding").field("encoding", &self.strict.encoding()).finish_non_exhaustive()
    }
}
