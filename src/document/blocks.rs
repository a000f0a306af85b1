//! Many blocks in little room.

use super::Block;
use super::narrow::Narrow;
use crate::edit::Span;
use std::ops::Range;

/// The blocks of a text, in order.
///
/// A text may have a block every two bytes, so a block takes eight bytes here, as long as all places fit into 32 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocks(List);

#[derive(Clone, Debug, PartialEq, Eq)]
enum List {
    Narrow(Narrow),
    /// For texts of 4 GB and more.
    Wide(Vec<Block>),
}

impl Blocks {
    pub(super) fn with_capacity(blocks: usize) -> Self {
        Self(List::Narrow(Narrow::with_capacity(blocks)))
    }

    #[inline]
    pub(super) fn push(&mut self, block: Block) {
        match &mut self.0 {
            List::Wide(list) => list.push(block),
            List::Narrow(narrow) => {
                if !narrow.push(block) {
                    self.widen(block);
                }
            }
        }
    }

    /// Adds the blocks `range` of another text, each so many bytes further on.
    pub(super) fn take_over(&mut self, others: &Self, range: Range<usize>, shift: isize) {
        if let (List::Narrow(list), List::Narrow(others)) = (&mut self.0, &others.0)
            && list.take_over(others, range.clone(), shift)
        {
            return;
        }
        for block in range.filter_map(|index| others.get(index)) {
            let start = block.span().start().saturating_add_signed(shift);
            self.push(block.at(Span::new(start, start + block.span().len())));
        }
    }

    /// Leaves only the first blocks, so many.
    pub(super) fn truncate(&mut self, blocks: usize) {
        match &mut self.0 {
            List::Narrow(narrow) => narrow.truncate(blocks),
            List::Wide(list) => list.truncate(blocks),
        }
    }

    /// Adds a block whose place does not fit.
    #[cold]
    fn widen(&mut self, block: Block) {
        self.0 = List::Wide(self.iter().chain([block]).collect());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            List::Narrow(narrow) => narrow.len(),
            List::Wide(list) => list.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Block `index`, if there are so many.
    pub fn get(&self, index: usize) -> Option<Block> {
        match &self.0 {
            List::Narrow(narrow) => narrow.get(index),
            List::Wide(list) => list.get(index).copied(),
        }
    }

    /// The blocks, first to last.
    pub fn iter(&self) -> impl Iterator<Item = Block> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// How many blocks at the beginning end before byte `at`.
    pub(super) fn before(&self, at: usize) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle).is_some_and(|block| block.span().end() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    fn blocks(spans: &[Span]) -> Blocks {
        let mut blocks = Blocks::with_capacity(0);
        for span in spans {
            blocks.push(Block::new(Kind::Quote, *span, true));
        }
        blocks
    }

    fn spans(blocks: &Blocks) -> Vec<Span> {
        blocks.iter().map(Block::span).collect()
    }

    /// A byte that is too far for 32 bits.
    fn far() -> usize {
        usize::try_from(u64::from(u32::MAX) + 7).unwrap_or(usize::MAX - 9)
    }

    #[test]
    fn places_beyond_32_bits_are_kept() {
        let far = far();
        let given =
            [Span::new(0, 3), Span::new(7, 80_000), Span::new(far, far + 2), Span::new(far + 5, far + 9)];
        let blocks = blocks(&given);
        assert_eq!(spans(&blocks), given);
        assert_eq!(blocks.before(far + 5), 3);
    }

    #[test]
    fn blocks_are_taken_over_and_dropped() {
        let given = [Span::new(0, 70_000), Span::new(70_001, 150_000), Span::new(150_002, 150_009)];
        let others = blocks(&given);
        for shift in [-9, 0, 9, far().cast_signed()] {
            let mut moved = blocks(&[Span::new(0, 66_000)]);
            moved.take_over(&others, 1..3, shift);
            let expected = given[1..].iter().map(|span| {
                let start = span.start().saturating_add_signed(shift);
                Span::new(start, start + span.len())
            });
            assert_eq!(spans(&moved)[1..], expected.collect::<Vec<_>>());
            assert_eq!(spans(&moved)[0], Span::new(0, 66_000));
        }
        let mut less = blocks(&given);
        less.truncate(1);
        less.push(Block::new(Kind::Quote, given[2], true));
        assert_eq!(less, blocks(&[given[0], given[2]]));
        let mut moved = blocks(&[]);
        moved.take_over(&blocks(&[Span::new(far(), far() + 2)]), 0..1, -20);
        assert_eq!(spans(&moved), [Span::new(far() - 20, far() - 18)]);
    }
}
