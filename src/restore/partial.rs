//! Putting back what some rules took, and nothing else.

use super::RestoreError;
use super::chain::Chain;
use super::entry::FileEntry;
use super::index::Index;
use super::undo::put_back;
use crate::digest::Digest;
use crate::edit::{Edit, Edits};
use std::io::Cursor;

/// The edits of `text` that put back what the rules `only` took in the runs of `chain`. An edit that several rules asked
/// for is put back if one of them is named.
///
/// Unlike the way back to the whole original this needs all of the texts on the way, and all edits, in memory.
pub(super) fn partial(
    index: &Index,
    chain: &Chain,
    text: &str,
    only: &[String],
) -> Result<Edits, RestoreError> {
    let mut original = text.to_owned();
    let mut edits = Edits::default();
    for file in &chain.0 {
        let mut bytes = Vec::new();
        put_back(index, file, &mut Cursor::new(&original), &mut bytes)?;
        // of a file that was decoded the digest is that of other bytes
        if file.decoded.is_none() {
            file.check(Digest::of(&bytes))?;
        }
        let older = String::from_utf8(bytes).map_err(|_| file.damaged("what it leads to is no text"))?;
        let step = edits_of(index, file, &older)?;
        // a ledger may be written by anybody
        if step.apply(&older) != original {
            return Err(file.damaged("its edits do not lead to the text"));
        }
        edits = step.then(edits);
        original = older;
    }
    let is_named = |edit: &Edit| edit.reasons().iter().any(|reason| only.iter().any(|id| *id == reason.rule));
    let named = edits.without_noops(&original).invert(&original).into_iter().filter(is_named);
    Ok(Edits::new(named))
}

/// The edits of one run, over `original`.
fn edits_of(index: &Index, file: &FileEntry, original: &str) -> Result<Edits, RestoreError> {
    let mut list = Vec::new();
    index.edits(file, |edit| {
        let removed = edit.removed.clone();
        let edit = edit.edit();
        let span = edit.span();
        if original.get(span.range()) != Some(&*removed) {
            return Err(file.damaged("an edit does not fit the text"));
        }
        list.push(edit);
        Ok(())
    })?;
    Ok(Edits::new(list))
}
