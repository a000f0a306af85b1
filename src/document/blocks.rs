//! Many blocks in little room.

use super::{Block, Kind};
use crate::edit::Span;

/// The blocks of a text, in order.
///
/// A text may have a block every two bytes, so a block takes nine bytes here, as long as all places fit into 32 bits.
#[derive(Clone, Debug)]
pub struct Blocks(List);

#[derive(Clone, Debug)]
enum List {
    Narrow(Vec<Narrow>),
    /// For texts of 4 GB and more.
    Wide(Vec<Block>),
}

#[derive(Clone, Copy, Debug)]
#[repr(C, packed)]
struct Narrow {
    start: u32,
    length: u32,
    kind: Kind,
}

impl Narrow {
    /// The block, if its place fits.
    fn of(block: Block) -> Option<Self> {
        let start = u32::try_from(block.span().start()).ok()?;
        let length = u32::try_from(block.span().len()).ok()?;
        Some(Self { start, length, kind: block.kind() })
    }

    fn block(self) -> Block {
        let (start, length) = (self.start as usize, self.length as usize);
        Block::new(self.kind, Span::new(start, start + length))
    }
}

impl Blocks {
    pub(super) fn new() -> Self {
        Self(List::Narrow(Vec::new()))
    }

    pub(super) fn push(&mut self, block: Block) {
        match (&mut self.0, Narrow::of(block)) {
            (List::Narrow(list), Some(block)) => list.push(block),
            (List::Wide(list), _) => list.push(block),
            (List::Narrow(list), None) => {
                let wide = list.iter().map(|narrow| narrow.block()).chain([block]).collect();
                self.0 = List::Wide(wide);
            }
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            List::Narrow(list) => list.len(),
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
            List::Narrow(list) => list.get(index).map(|narrow| narrow.block()),
            List::Wide(list) => list.get(index).copied(),
        }
    }

    /// The blocks, first to last.
    pub fn iter(&self) -> impl Iterator<Item = Block> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// How many blocks at the beginning are such that `holds` is true for them and for no block after them.
    pub(super) fn partition_point(&self, holds: impl Fn(Block) -> bool) -> usize {
        match &self.0 {
            List::Narrow(list) => list.partition_point(|narrow| holds(narrow.block())),
            List::Wide(list) => list.partition_point(|block| holds(*block)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_beyond_32_bits_are_kept() {
        let far = usize::try_from(u64::from(u32::MAX) + 7).unwrap_or(usize::MAX - 9);
        let given = [Span::new(0, 3), Span::new(far, far + 2), Span::new(far + 5, far + 9)];
        let mut blocks = Blocks::new();
        given.iter().for_each(|span| blocks.push(Block::new(Kind::Quote, *span)));
        assert_eq!(blocks.iter().map(|block| block.span()).collect::<Vec<_>>(), given);
        assert_eq!(blocks.partition_point(|block| block.span().end() < far + 5), 2);
    }
}
