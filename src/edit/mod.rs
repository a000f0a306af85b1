//! A change is data: what is taken out where, what comes in its place, and why.
//!
//! An [`Edit`] names a [`Span`] of a text, the text that takes its place, and the [`Reason`]s. [`Edits`] hold many of
//! them, sorted, never overlapping, never even touching: what touches is merged and keeps both reasons.
//!
//! Two lists compose: if `a` turns `x` into `y` and `b` turns `y` into `z`, then `a.then(b)` turns `x` into `z`. One law
//! tests everything here: `a.then(b).apply(x) == b.apply(a.apply(x))`. And a list has an inverse, which is how a cleaned
//! text finds its way back: `a.invert(x).apply(a.apply(x)) == x`.
//!
//! ```
//! use unscrape::edit::{Edit, Edits, Evidence, Reason, Span};
//!
//! let why = || Reason::new("example", Evidence::Structure);
//! let edits = Edits::new([Edit::remove(Span::new(3, 8), why()), Edit::insert(10, "!", why())]);
//! assert_eq!(edits.apply("so very it"), "so it!");
//! assert_eq!(edits.invert("so very it").apply("so it!"), "so very it");
//! ```

mod compose;
mod copies;
mod draft;
mod edits;
mod origins;
mod reason;
mod reasons;
mod span;

pub use draft::Draft;
pub use edits::{Edit, Edits};
pub use origins::Origins;
pub use reason::{Copy, Evidence, Reason, Similarity, Verdict};
pub use span::Span;
