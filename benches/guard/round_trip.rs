//! What the speed of cleaning is held against.

use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

/// Parses a record and writes it again, in the place of what `out` holds.
pub(crate) fn record(line: &str, out: &mut Vec<u8>) -> serde_json::Result<()> {
    out.clear();
    serde_json::to_writer(out, &serde_json::from_str::<Value>(line)?)
}

/// All records of a file, to standard output.
pub(crate) fn file(path: &str) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut written = Vec::new();
    for line in BufReader::new(File::open(path)?).lines() {
        record(&line?, &mut written)?;
        written.push(b'\n');
        out.write_all(&written)?;
    }
    out.flush()
}
