//! What must hold for any bytes at all. The fuzz targets ask it of what libFuzzer comes up with, and
//! `tests/fuzz_corpus.rs` of what is kept of that.
//!
//! Each check takes an input and panics if something does not hold.

mod clean;
mod edits;
mod input;
mod jsonl;
mod long;
mod restore;
mod segment;

pub use clean::clean;
pub use jsonl::jsonl;
pub use long::long;
pub use restore::restore;
pub use segment::segment;
