//! Copies that went against one that went later.

use super::{Copy, Edit, Edits, Evidence, Span, Verdict};

impl Edits {
    /// The same edits, each copy with the one that stays: what it went against may have gone in a later step, as a copy
    /// of one that stands before it.
    pub(super) fn with_copies_that_stay(self) -> Self {
        let mut gone: Vec<(Span, Copy)> = self
            .iter()
            .flat_map(Edit::reasons)
            .filter_map(|reason| match reason.evidence {
                Evidence::Copy(copy) => Some((reason.place(), copy)),
                _ => None,
            })
            .collect();
        if gone.len() < 2 {
            return self;
        }
        gone.sort_unstable_by_key(|(place, copy)| (place.start(), copy.kept.start()));
        let after = |kept: Span| {
            let next = gone.partition_point(|(place, _)| place.start() <= kept.start());
            let (place, copy) = gone[next.checked_sub(1)?];
            (place.contains(kept) && copy.kept.start() < kept.start()).then_some(copy)
        };
        self.with_copies(|mut copy| {
            while let Some(next) = after(copy.kept) {
                // what equals a copy compares as that copy does
                copy = if copy.verdict == Verdict::Same { next } else { Copy { kept: next.kept, ..copy } };
            }
            copy
        })
    }
}
