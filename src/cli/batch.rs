//! The lines of one input, a batch at a time.

use super::source::Source;
use std::io;
use unscrape::input::jsonl::RawLine;

/// As many lines as hold this many bytes, or as this count says.
const BYTES: usize = 1 << 20;
const RECORDS: usize = 1024;

/// So many of the next lines.
pub(super) struct Batch {
    pub(super) lines: Vec<RawLine>,
    /// How many bytes they have together.
    bytes: usize,
    /// How the input ended, if it did.
    pub(super) end: Option<io::Result<()>>,
}

impl Batch {
    /// The next lines.
    pub(super) fn read(source: &mut Source) -> Self {
        let mut lines = Vec::new();
        let mut bytes = 0;
        let end = loop {
            if bytes >= BYTES || lines.len() >= RECORDS {
                break None;
            }
            match source.lines.next() {
                None => break Some(Ok(())),
                Some(Err(error)) => break Some(Err(error)),
                Some(Ok(line)) => {
                    bytes += line.bytes.len();
                    lines.push(line);
                }
            }
        };
        for line in &lines {
            source.decoded(&line.bytes);
        }
        Self { lines, bytes, end }
    }

    /// Whether a record in it is so large that there should be no other batch beside it.
    pub(super) fn is_large(&self) -> bool {
        self.bytes > 2 * BYTES
    }
}
