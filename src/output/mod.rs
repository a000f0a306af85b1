//! What leaves the program: files that are replaced whole or not at all, and edits as people read them.
//!
//! Nothing here prints. [`Replacement`] is the only thing in the program that writes files; everything else gives text
//! that the caller puts where it belongs.

mod atomic;
mod diff;
mod error;
mod fresh;
mod position;
mod spool;
mod target;

pub use crate::visible::{visible, visible_path};
pub use atomic::{Replacement, flush_folder, is_same_file, is_stdin};
pub use diff::{Controls, Diff, Style};
pub use error::{Operation, WriteError};
pub use fresh::sweep;
pub use position::{Lines, Position};
pub use spool::spool;
