//! Copies that went against one that went later.

use super::{Edit, Edits, Evidence, Span};

impl Edits {
    /// The same edits, each copy with the one that stays: what it went against may have gone in a later step, as a copy
    /// of one that stands before it.
    pub(super) fn with_copies_that_stay(self) -> Self {
        let mut gone: Vec<(Span, Span)> = self
            .iter()
            .flat_map(Edit::reasons)
            .filter_map(|reason| match reason.evidence {
                Evidence::Copy(copy) => Some((reason.place(), copy.kept)),
                _ => None,
            })
            .collect();
        if gone.len() < 2 {
            return self;
        }
        gone.sort_unstable_by_key(|(place, kept)| (place.start(), kept.start()));
        let stays = |mut kept: Span| {
            loop {
                let next = gone.partition_point(|(place, _)| place.start() <= kept.start());
                match next.checked_sub(1).map(|last| gone[last]) {
                    Some((place, before)) if place.contains(kept) && before.start() < kept.start() => {
                        kept = before;
                    }
                    _ => return kept,
                }
            }
        };
        self.with_kept(stays)
    }
}
