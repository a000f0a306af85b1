//! A file as its lines, one at a time.

use crate::input::{MaxBytes, TooLarge};
use std::io::{self, BufRead, Read};

/// The lines of a reader. No more than one of them is held in memory.
///
/// A line ends after LF or at the end of the input. After an error there is no further line: what would follow cannot be
/// known to be the next one.
#[derive(Debug)]
pub struct Lines<R> {
    source: R,
    limit: MaxBytes,
    number: u64,
    offset: u64,
    failed: bool,
}

/// A line as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLine {
    /// Its number, from 1.
    pub number: u64,
    /// Bytes of the input before it.
    pub offset: u64,
    /// All its bytes, its line end included if it has one.
    pub bytes: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `source`.
    pub fn new(source: R) -> Self {
        Self { source, limit: MaxBytes::default(), number: 0, offset: 0, failed: false }
    }

    /// The same lines, none of which may have more bytes than `limit`.
    #[must_use]
    pub fn with_limit(self, limit: MaxBytes) -> Self {
        Self { limit, ..self }
    }

    /// The number of the line that comes next, from 1.
    pub fn number(&self) -> u64 {
        self.number + 1
    }

    /// Reads up to the line's end, or one byte more than are allowed.
    fn read_line(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let limit = self.limit;
        let mut source = self.source.by_ref().take(limit.get().saturating_add(1));
        // as `read_until` does, which takes ten times as long to find the end
        while !bytes.ends_with(b"\n") {
            let read = match source.fill_buf() {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if read.is_empty() {
                break;
            }
            let length = memchr::memchr(b'\n', read).map_or(read.len(), |end| end + 1);
            bytes.extend_from_slice(&read[..length]);
            source.consume(length);
        }
        if bytes.len() as u64 > limit.get() {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, TooLarge { limit }));
        }
        Ok(bytes)
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<RawLine>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        match self.read_line() {
            Ok(bytes) if bytes.is_empty() => None,
            Ok(bytes) => {
                let offset = self.offset;
                self.offset += bytes.len() as u64;
                self.number += 1;
                Some(Ok(RawLine { number: self.number, offset, bytes }))
            }
            Err(error) => {
                self.failed = true;
                Some(Err(error))
            }
        }
    }
}
