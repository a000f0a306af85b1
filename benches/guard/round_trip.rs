//! What the speed of cleaning is held against.

use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

/// Parses a record and writes it again.
pub(crate) fn record(line: &str) -> serde_json::Result<String> {
    serde_json::to_string(&serde_json::from_str::<Value>(line)?)
}

/// All records of a file, to standard output.
pub(crate) fn file(path: &str) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in BufReader::new(File::open(path)?).lines() {
        writeln!(out, "{}", record(&line?)?)?;
    }
    out.flush()
}
