//! A block in eight bytes.

use super::{Block, Kind};
use crate::edit::Span;
use std::ops::Range;

/// Blocks in order, whose places fit into 32 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Narrow {
    list: Vec<Packed>,
    /// The lengths of the blocks that are longer than a packed one can say, with their numbers, in order.
    long: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed {
    start: u32,
    /// `u16::MAX` for a long block.
    length: u16,
    kind: Kind,
    is_line: bool,
}

impl Narrow {
    pub(super) fn with_capacity(blocks: usize) -> Self {
        Self { list: Vec::with_capacity(blocks), long: Vec::new() }
    }

    /// Adds the block, if its place fits.
    #[inline]
    pub(super) fn push(&mut self, block: Block) -> bool {
        let (span, kind) = (block.span(), block.kind());
        let Ok(start) = u32::try_from(span.start()) else { return false };
        let length = u16::try_from(span.len()).unwrap_or(u16::MAX);
        if length == u16::MAX {
            self.long.push((self.list.len(), span.len()));
        }
        self.list.push(Packed { start, length, kind, is_line: block.is_line() });
        true
    }

    /// Adds the blocks `range` of `others`, each so many bytes further on, if these places fit.
    pub(super) fn take_over(&mut self, others: &Self, range: Range<usize>, shift: isize) -> bool {
        let Some(taken) = others.list.get(range.clone()) else { return false };
        let Ok(shift) = i32::try_from(shift) else { return false };
        let fits = |packed: &Packed| packed.start.checked_add_signed(shift).is_some();
        if !taken.first().into_iter().chain(taken.last()).all(fits) {
            return false;
        }
        let first_long = others.long.partition_point(|(index, _)| *index < range.start);
        let long = others.long[first_long..].iter().take_while(|(index, _)| *index < range.end);
        let before = self.list.len();
        self.long.extend(long.map(|(index, length)| (before + index - range.start, *length)));
        let moved = |packed: &Packed| Packed { start: packed.start.wrapping_add_signed(shift), ..*packed };
        self.list.extend(taken.iter().map(moved));
        true
    }

    pub(super) fn get(&self, index: usize) -> Option<Block> {
        let packed = *self.list.get(index)?;
        let length = match packed.length {
            u16::MAX => {
                let place = self.long.binary_search_by_key(&index, |(index, _)| *index).ok()?;
                self.long[place].1
            }
            length => usize::from(length),
        };
        let start = packed.start as usize;
        Some(Block::new(packed.kind, Span::new(start, start + length), packed.is_line))
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn truncate(&mut self, blocks: usize) {
        self.list.truncate(blocks);
        self.long.truncate(self.long.partition_point(|(index, _)| *index < blocks));
    }
}
