//! Many blocks in little room.

use super::{Block, Kind};
use crate::edit::Span;

/// The blocks of a text, in order.
///
/// A text may have a block every two bytes, so a block takes seven bytes here, as long as all places fit into 32 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocks(List);

#[derive(Clone, Debug, PartialEq, Eq)]
enum List {
    Narrow(Narrow),
    /// For texts of 4 GB and more.
    Wide(Vec<Block>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Narrow {
    list: Vec<Packed>,
    /// The lengths of the blocks that are longer than a packed one can say, with their numbers, in order.
    long: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, packed)]
struct Packed {
    start: u32,
    /// `u16::MAX` for a long block.
    length: u16,
    kind: Kind,
}

impl Narrow {
    /// Adds the block, if its place fits.
    fn push(&mut self, block: Block) -> bool {
        let (span, kind) = (block.span(), block.kind());
        let Ok(start) = u32::try_from(span.start()) else { return false };
        let length = u16::try_from(span.len()).unwrap_or(u16::MAX);
        if length == u16::MAX {
            self.long.push((self.list.len(), span.len()));
        }
        self.list.push(Packed { start, length, kind });
        true
    }

    fn get(&self, index: usize) -> Option<Block> {
        let packed = *self.list.get(index)?;
        let length = match packed.length {
            u16::MAX => {
                let place = self.long.binary_search_by_key(&index, |(index, _)| *index).ok()?;
                self.long[place].1
            }
            length => usize::from(length),
        };
        let start = packed.start as usize;
        Some(Block::new(packed.kind, Span::new(start, start + length)))
    }
}

impl Blocks {
    pub(super) fn with_capacity(blocks: usize) -> Self {
        Self(List::Narrow(Narrow { list: Vec::with_capacity(blocks), long: Vec::new() }))
    }

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

    /// Adds a block whose place does not fit.
    #[cold]
    fn widen(&mut self, block: Block) {
        self.0 = List::Wide(self.iter().chain([block]).collect());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            List::Narrow(narrow) => narrow.list.len(),
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
    use super::*;

    #[test]
    fn places_beyond_32_bits_are_kept() {
        let far = usize::try_from(u64::from(u32::MAX) + 7).unwrap_or(usize::MAX - 9);
        let given =
            [Span::new(0, 3), Span::new(7, 80_000), Span::new(far, far + 2), Span::new(far + 5, far + 9)];
        let mut blocks = Blocks::with_capacity(0);
        for span in given {
            blocks.push(Block::new(Kind::Quote, span));
        }
        assert_eq!(blocks.iter().map(Block::span).collect::<Vec<_>>(), given);
        assert_eq!(blocks.before(far + 5), 3);
    }
}
