//! A quick look at the first letters of a line: most lines begin as no phrase does.

use std::borrow::Cow;

/// So many letters are looked at,
pub(super) const LONG: usize = 5;
/// and so many where what is to be found may have fewer.
pub(super) const SHORT: usize = 3;

/// The bits that tell a letter of ASCII from the others, whatever its case.
pub(super) const BITS: usize = 5;
/// The first [`LONG`] letters are told apart by so many bits, which are fewer than they have; the first
/// [`SHORT`] by all of theirs.
pub(super) const LONG_BITS: usize = 16;

/// How the lines of many lists begin, if they do with letters of ASCII. A walk through a trie waits for each of its steps;
/// this is small enough to be at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sieve {
    /// A bit for the first letters of each. Some share one, which costs a walk and no more.
    pub(super) long: Cow<'static, [u64]>,
    /// The same where fewer of them are known.
    pub(super) short: Cow<'static, [u64]>,
}

impl Sieve {
    /// Whether a line of a list may begin as `line` does.
    pub(super) fn lets_through(&self, line: &str) -> bool {
        first_letters(line).is_none_or(|letters| {
            has(&self.long, long_place(letters))
                || has(&self.short, (letters >> (BITS * (LONG - SHORT))) as usize)
        })
    }
}

/// The first letters of a line but for blanks, if they are letters of ASCII that are folded by themselves.
fn first_letters(line: &str) -> Option<u32> {
    let (mut letters, mut count) = (0, 0);
    for byte in line.bytes().filter(|byte| *byte != b' ') {
        if count == LONG {
            // what follows may belong to the last one
            return byte.is_ascii().then_some(letters);
        }
        if !byte.is_ascii_alphabetic() {
            return None;
        }
        letters = with(letters, byte);
        count += 1;
    }
    (count == LONG).then_some(letters)
}

/// Letters of ASCII, and one more behind them.
pub(super) fn with(letters: u32, letter: u8) -> u32 {
    letters << BITS | u32::from(letter) & ((1 << BITS) - 1)
}

/// The place of [`LONG`] letters.
pub(super) fn long_place(letters: u32) -> usize {
    (letters.wrapping_mul(0x9E37_79B1) >> (32 - LONG_BITS)) as usize
}

fn has(bits: &[u64], place: usize) -> bool {
    bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
}
