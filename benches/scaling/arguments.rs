//! What is asked of the benchmark.

use std::path::PathBuf;

/// The largest document, in megabytes.
const LARGEST: usize = 64;

pub(crate) struct Arguments {
    /// The largest document, in megabytes.
    pub(crate) to: usize,
    /// Only shapes whose names hold this.
    pub(crate) only: String,
    /// Where to write the documents to, instead of running anything.
    pub(crate) save: Option<PathBuf>,
}

impl Arguments {
    pub(crate) fn read() -> Self {
        let mut read = Self { to: LARGEST, only: String::new(), save: None };
        let mut rest = std::env::args().skip(1);
        while let Some(name) = rest.next() {
            match name.as_str() {
                "--to" => read.to = rest.next().and_then(|size| size.parse().ok()).unwrap_or(LARGEST),
                "--only" => read.only = rest.next().unwrap_or_default(),
                "--save" => read.save = rest.next().map(PathBuf::from),
                // cargo adds `--bench`
                _ => {}
            }
        }
        read
    }
}
