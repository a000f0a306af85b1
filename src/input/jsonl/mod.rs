//! JSON Lines as a container: one string of each record is a document, and every other byte stays as it is.
//!
//! [`Lines`] gives the lines one by one. [`Record::parse`] finds in a line the string that a [`FieldPath`] names, and
//! decodes it. Edits of the decoded text become edits of the line by [`Record::splice`]: the order of keys, the spelling
//! of numbers, spaces, line ends and all escapes that no edit touches are never written anew, so they cannot change.
//! What the record says of the article beside it (its title, say) is evidence, and [`Record::about`] finds it.
//!
//! ```
//! use unscrape::edit::{Edit, Edits, Evidence, Reason, Span};
//! use unscrape::input::jsonl::{FieldPath, Line, Record};
//!
//! let line = r#"{ "n":1e2, "text": "caf\u00e9 & tea" }"#;
//! let path: FieldPath = "text".parse()?;
//! if let Line::Record(record) = Record::parse(line.as_bytes(), &path)? {
//!     assert_eq!(record.text(), "café & tea");
//!     let reason = Reason::new("example", Evidence::Structure);
//!     let edits = Edits::new([Edit::remove(Span::new(5, 7), reason)]);
//!     assert_eq!(record.splice(&edits).apply(line), r#"{ "n":1e2, "text": "caf\u00e9 tea" }"#);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod about;
mod error;
mod escape;
mod fields;
mod lines;
mod path;
mod places;
mod record;
mod splice;

pub use about::AboutFields;
pub use error::{Kind, RecordError};
pub use lines::{Lines, RawLine};
pub use path::{FieldPath, FieldPathError};
pub use record::{Line, Record};
pub(crate) use splice::InLine;
