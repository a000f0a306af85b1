//! Taking whole blocks away, each with one of the two gaps beside it.

use super::Document;
use crate::edit::{Edit, Reason};
use std::collections::BTreeMap;

/// Blocks to be taken away, by their index, and why.
pub type Removals = BTreeMap<usize, Vec<Reason>>;

impl Document<'_> {
    /// The edits that take the blocks in `removals` away.
    ///
    /// Of the gaps beside and between blocks that go together the widest stays (the first of equals), so that what was
    /// apart stays apart. At the start and at the end of the text the outer gap stays, and where every block goes, all
    /// goes.
    pub fn without(&self, removals: &Removals) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut blocks = removals.iter().peekable();
        while let Some((&first, reasons)) = blocks.next() {
            let mut last = first;
            let mut run = vec![reasons.clone()];
            while let Some((&next, reasons)) = blocks.next_if(|(next, _)| **next == last + 1) {
                run.push(reasons.clone());
                last = next;
            }
            self.remove_run(first, last, run, &mut edits);
        }
        edits
    }

    fn remove_run(&self, first: usize, last: usize, reasons: Vec<Vec<Reason>>, edits: &mut Vec<Edit>) {
        let at_start = first == 0;
        let at_end = last + 1 == self.blocks().len();
        let stays = match (at_start, at_end) {
            (true, true) => None,
            (true, false) => Some(first),
            (false, true) => Some(last + 1),
            (false, false) => {
                (first..=last + 1).max_by_key(|&gap| (self.breaks(gap), std::cmp::Reverse(gap)))
            }
        };
        for (block, reasons) in (first..=last).zip(reasons) {
            let mut span = self.blocks()[block].span();
            if stays != Some(block) {
                span = span.cover(self.gap(block));
            }
            // the gap behind the run goes with its last block
            if block == last && stays != Some(last + 1) {
                span = span.cover(self.gap(last + 1));
            }
            edits.push(Edit::remove_for(span, self.blocks()[block].span(), reasons));
        }
    }

    /// The number of line ends in a gap.
    fn breaks(&self, gap: usize) -> usize {
        memchr::memchr_iter(b'\n', self.gap(gap).of(self.text()).as_bytes()).count()
    }
}
