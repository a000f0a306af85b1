//! Paragraphs that stand there twice.
//!
#![doc = include_str!("guide.md")]

mod canonical;
mod differences;
mod fingerprint;
mod listing;
mod near;
mod pairs;
mod paragraphs;
mod policy;
mod shared;
mod verdict;

pub use canonical::canonical;
pub use differences::{Difference, Differences};
pub use fingerprint::Fingerprint;
pub use listing::{Counts, MOST_LISTED};
pub use near::{LONGEST, MOST_PARAGRAPHS, Unsearched};
pub use pairs::{Detail, Pair, Pairs};
pub use paragraphs::Paragraphs;
pub use policy::{Meant, Structure, all, safe};

/// The id under which removed copies are reported.
pub const RULE: &str = "duplicate-paragraph";

/// What it takes away, in one line.
pub const SUMMARY: &str = "Paragraphs and runs of blocks that stand there twice";

/// What the verdicts and policies mean, and what is guaranteed, for those who ask: in Markdown.
pub const GUIDE: &str = include_str!("guide.md");
