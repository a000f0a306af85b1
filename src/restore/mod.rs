//! The way back: from a cleaned text to what it was before, by what the [ledger](crate::ledger) says.
//!
//! 1. [`Index::read`] reads the outline of a ledger.
//! 2. [`Index::way_back`] finds how a text came about: by its SHA-256, and by the place of its file, for several files may
//!    have come out as the same text. A text that several runs have cleaned one after the other is led back to the oldest.
//! 3. [`WayBack::undo`] writes that oldest text, bit for bit, and [`WayBack::undo_rules`] gives the edits that put back
//!    what some rules took.
//!
//! Each step is checked against the digests in the ledger, so what comes out is the original or an error.

mod chain;
mod entry;
mod error;
mod index;
mod outline;
mod partial;
mod undo;

pub use chain::Name;
pub use error::RestoreError;
pub use index::Index;

use crate::digest::Digest;
use crate::edit::Edits;
use chain::Chain;
use std::fs::File;
use std::io::Write;

/// How a text came about, and so the way back.
#[derive(Clone, Debug)]
pub struct WayBack<'i> {
    index: &'i Index,
    chain: Chain<'i>,
}

impl Index {
    /// Finds the way back for a document that has the digest `digest`, and of which `name` is known too: to the oldest
    /// text, or to the text that run `until` found. `None`: nothing is to be done, for it is an original, or no run from `until` on has
    /// changed it.
    ///
    /// # Errors
    /// If the ledger does not know the text, if several files were cleaned to it and none is this one, and if what is
    /// known of it is not whole.
    pub fn way_back(
        &self,
        digest: Digest,
        name: Name,
        until: Option<u64>,
    ) -> Result<Option<WayBack<'_>>, RestoreError> {
        let chain = self.chain(digest, name, until.unwrap_or_default())?;
        Ok(if chain.0.is_empty() { None } else { Some(WayBack { index: self, chain }) })
    }
}

impl WayBack<'_> {
    /// The runs that have changed the text, newest first.
    pub fn runs(&self) -> impl Iterator<Item = u64> + '_ {
        self.chain.0.iter().map(|file| file.run)
    }

    /// What the text of a record was, as it is written between the quotes of its string.
    ///
    /// # Errors
    /// As [`WayBack::undo`].
    pub fn undo_record(&self, literal: &str) -> Result<String, RestoreError> {
        undo::undo_record(self.index, &self.chain, literal)
    }

    /// Writes to `out` what `source` was. `source` is read from its start and holds the text that the way was found for.
    ///
    /// # Errors
    /// If something cannot be read or written, and if the ledger does not lead where it says. `out` may then hold a part
    /// of it, which is to be thrown away.
    pub fn undo(&self, source: &mut File, out: &mut dyn Write) -> Result<(), RestoreError> {
        undo::undo(self.index, &self.chain, source, out)
    }

    /// The edits of `text`, for which the way was found, that put back what the rules `only` took. An edit that several
    /// rules asked for is put back if one of them is named.
    ///
    /// # Errors
    /// If the ledger cannot be read or does not lead where it says.
    pub fn undo_rules(&self, text: &str, only: &[String]) -> Result<Edits, RestoreError> {
        partial::partial(self.index, &self.chain, text, only)
    }
}
