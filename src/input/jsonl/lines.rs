//! A file as its lines, one at a time.

use std::io::{self, BufRead};

/// The lines of a reader. No more than one of them is held in memory.
///
/// A line ends after LF or at the end of the input. After an error there is no further line: what would follow cannot be
/// known to be the next one.
#[derive(Debug)]
pub struct Lines<R> {
    source: R,
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
        Self { source, number: 0, offset: 0, failed: false }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<RawLine>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let mut bytes = Vec::new();
        match self.source.read_until(b'\n', &mut bytes) {
            Ok(0) => None,
            Ok(length) => {
                let offset = self.offset;
                self.offset += length as u64;
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
