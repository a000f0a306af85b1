//! The ledger: what was taken away, where, and why, so that it can be put back.
//!
//! A ledger is a file of JSON Lines that grows: each run appends to it, and several runs may do so at the same time. It
//! holds nothing that depends on the machine or the hour.
//!
//! ```text
//! {"ledger":1,"run":1,"unscrape":"0.1.0","options":{"rules":["empty-image",…],"duplicates":"safe","threshold":0.9}}
//! {"document":"a.txt","run":1,"input":"9f86…","output":"60303…","edits":1}
//! {"edit":1,"document":"a.txt","run":1,"range":[12,18],"at":12,"removed":"![]()\n","inserted":"","reasons":[…]}
//! ```
//!
//! | first key | the line is |
//! |---|---|
//! | `ledger` | the first line of a [run](Header): version of the format and of the tool, options |
//! | `options` | before documents of a run that were cleaned with other options |
//! | `document` | a [document](DocumentLine): a text, or one string of JSON Lines (`record`), with the SHA-256 of what it was and of what it is |
//! | `edit` | one [edit](EditLine) of the document before it: range, position, what went, what came, [why](ReasonLine) |
//! | `container` | a [file of JSON Lines](ContainerLine), after those of its documents that were edited; and before them as it is found, where it is to be replaced |
//!
//! A file is told by the name that was typed, and if that is not where it is, seen from the folder of the ledger, by its
//! `path` as well: so it is known again from any folder, and when ledger and files move together.
//!
//! Ranges and positions are bytes of the whole file, `range` of the file as it was read and `at` of the file as it was
//! written; in JSON Lines they stand in the string as it is escaped. In a file that was decoded from another encoding
//! they are bytes of it in UTF-8.
//!
//! What a line says stays true whatever becomes of the files: this text became that text. So an entry of a file that was
//! never written does no harm, and every entry is on the disk before the file it speaks of is replaced.

mod append;
mod decoded;
mod document;
mod edit;
mod entry;
mod error;
mod open;
mod place;
mod run;
mod scan;

pub use append::Ledger;
pub use decoded::{Decoded, Misspelt};
pub use document::{ContainerLine, DocumentLine, STDIN};
pub use edit::{EditLine, EvidenceLine, ReasonLine};
pub use entry::{Edited, Entry, What};
pub use error::{LedgerError, Operation};
pub use open::is_ledger;
pub(crate) use open::to_read;
pub use place::{Home, is_same_place, name_of};
pub use run::{Asked, CleanOptions, FORMAT, Header};
pub(crate) use scan::{Kind, Scan};
