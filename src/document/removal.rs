//! Taking whole blocks away, each with one of the two gaps beside it.

use super::Document;
use crate::edit::{Edit, Reason};

/// So many reasons are looked back on for one that is the same.
const LOOK_BACK: usize = 8;

/// Blocks to be taken away, and why.
///
/// Every line of a text may go, and for the same few reasons: a reason is held once, not once a block.
#[derive(Clone, Debug, Default)]
pub struct Removals {
    /// In the order of the blocks.
    list: Vec<Removal>,
    reasons: Vec<Reason>,
}

#[derive(Clone, Copy, Debug)]
struct Removal {
    block: usize,
    /// Its place among the reasons.
    reason: usize,
}

/// A block that is to be taken away, with all the reasons for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Removed<'r> {
    pub(crate) block: usize,
    removals: &'r [Removal],
    reasons: &'r [Reason],
}

impl<'r> Removed<'r> {
    /// Why it goes, in the order in which it was asked for.
    pub(crate) fn reasons(self) -> impl Iterator<Item = &'r Reason> {
        self.removals.iter().map(move |removal| &self.reasons[removal.reason])
    }
}

impl Removals {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks for the removal of `block`. After one that comes before the last they are to be put in order.
    pub fn push(&mut self, block: usize, reason: Reason) {
        let from = self.reasons.len().saturating_sub(LOOK_BACK);
        let known = self.reasons[from..].iter().position(|known| *known == reason);
        let place = known.map_or(self.reasons.len(), |place| from + place);
        if known.is_none() {
            self.reasons.push(reason);
        }
        self.list.push(Removal { block, reason: place });
    }

    /// Puts them in the order of their blocks. The reasons of a block stay in theirs.
    pub fn put_in_order(&mut self) {
        self.list.sort_by_key(|removal| removal.block);
    }

    /// Asks for what `others` ask for too.
    pub fn merge(&mut self, others: Self) {
        if self.is_empty() {
            *self = others;
            return;
        }
        let shift = self.reasons.len();
        let moved =
            others.list.into_iter().map(|removal| Removal { reason: removal.reason + shift, ..removal });
        self.list.extend(moved);
        self.reasons.extend(others.reasons);
        self.put_in_order();
    }

    /// Leaves the blocks for which `stays` holds where they are.
    pub fn spare(&mut self, stays: impl Fn(usize) -> bool) {
        self.list.retain(|removal| !stays(removal.block));
    }

    /// Whether `block` is to go.
    pub fn contains(&self, block: usize) -> bool {
        self.list.binary_search_by_key(&block, |removal| removal.block).is_ok()
    }

    /// Whether nothing is to go.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The blocks that are to go, in order, each once.
    pub fn blocks(&self) -> impl Iterator<Item = usize> {
        self.iter().map(|removed| removed.block)
    }

    /// The same, with the reasons.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Removed<'_>> {
        debug_assert!(self.list.is_sorted_by_key(|removal| removal.block));
        self.list.chunk_by(|one, next| one.block == next.block).map(|removals| Removed {
            block: removals[0].block,
            removals,
            reasons: &self.reasons,
        })
    }
}

impl Document<'_> {
    /// The edits that take the blocks in `removals` away.
    ///
    /// Of the gaps beside and between blocks that go together the widest stays (the first of equals), so that what was
    /// apart stays apart. At the start and at the end of the text the outer gap stays, and where every block goes, all
    /// goes.
    pub fn without(&self, removals: &Removals) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut rest = removals.iter().peekable();
        let mut ahead = removals.iter().peekable();
        while let Some(first) = ahead.next() {
            let mut last = first.block;
            while let Some(next) = ahead.next_if(|next| next.block == last + 1) {
                last = next.block;
            }
            let stays = self.gap_that_stays(first.block, last);
            while let Some(removed) = rest.next_if(|removed| removed.block <= last) {
                edits.push(self.remove(removed, last, stays));
            }
        }
        edits
    }

    /// Of the gaps around the blocks from `first` to `last` the one that stays when they go.
    fn gap_that_stays(&self, first: usize, last: usize) -> Option<usize> {
        let at_start = first == 0;
        let at_end = last + 1 == self.blocks().len();
        match (at_start, at_end) {
            (true, true) => None,
            (true, false) => Some(first),
            (false, true) => Some(last + 1),
            (false, false) => {
                (first..=last + 1).max_by_key(|&gap| (self.breaks(gap), std::cmp::Reverse(gap)))
            }
        }
    }

    /// Removes a block of a run that ends with block `last`, and the gap before it, unless it is the one that stays.
    fn remove(&self, removed: Removed, last: usize, stays: Option<usize>) -> Edit {
        let block = removed.block;
        let place = self.block(block).span();
        let mut span = place;
        if stays != Some(block) {
            span = span.cover(self.gap(block));
        }
        // the gap behind the run goes with its last block
        if block == last && stays != Some(last + 1) {
            span = span.cover(self.gap(last + 1));
        }
        Edit::remove_for(span, place, removed.reasons().cloned())
    }

    /// The number of line ends in a gap.
    fn breaks(&self, gap: usize) -> usize {
        memchr::memchr_iter(b'\n', self.gap(gap).of(self.text()).as_bytes()).count()
    }
}
