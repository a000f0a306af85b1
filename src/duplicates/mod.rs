//! Paragraphs that stand there twice.
//!
//! | verdict | definition | default |
//! |---|---|---|
//! | `same` | equal in [canonical form](canonical()) | goes where it is a [neighbour](safe) |
//! | `near` | at least as similar as the threshold, and no digit, name or negation differs | reported |
//! | `numbers-differ` | as similar, but digits differ: "rose 3% in May", "rose 5% in June" | stays, reported |
//! | `words-differ` | as similar, but a capitalised word or a negation differs | stays, reported |
//! | `contained` | its words stand inside a longer passage | reported; goes where it is the record's own description |
//!
//! A copy goes only against a copy that stays and that it itself matches: a star, never a chain. The copy that stays is
//! the first in the text.

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
