//! A quick look at the first signs of a line: most lines begin as no phrase does.

use std::borrow::Cow;

/// So many signs are looked at first,
pub(super) const MIDDLE: usize = 5;
/// so many of the lines that begin like one that is listed,
pub(super) const LONG: usize = 8;
/// and so many where what is to be found may have few.
pub(super) const SHORT: usize = 3;

/// The bits that a sign takes.
pub(super) const BITS: usize = 5;
/// The first [`SHORT`] signs are told apart by all of their bits, more of them by so many, which are fewer than they have.
pub(super) const PLACES: u32 = 16;
/// A word of bits is found by all but so many of them.
pub(super) const WORD: u32 = u64::BITS.ilog2();

/// A mark that may stand behind a phrase. So is the end of the line, for it does not matter whether such marks are there.
const END: u8 = 0;
/// Any other mark. The letters come before it, whatever their case.
const MARK: u8 = 27;
/// A number, whatever digits and marks it has.
const NUMBER: u8 = 28;
/// What is no sign by itself: a digit,
const DIGIT: u8 = 32;
/// what is left out where lines are compared,
const BLANK: u8 = 33;
/// and what is not ASCII.
const BEYOND: u8 = 34;

/// The sign that each byte is, if it is one.
static SIGNS: [u8; 256] = signs();

const fn signs() -> [u8; 256] {
    let mut signs = [BEYOND; 256];
    let mut byte = 0;
    while byte < 128 {
        signs[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => byte & 31,
            b'0'..=b'9' => DIGIT,
            b'.' | b',' | b':' | b'!' | b'|' | b'-' | b'>' | b'*' | b'_' => END,
            b'\t'..=b'\r' | b' ' => BLANK,
            _ => MARK,
        };
        byte += 1;
    }
    signs
}

/// How the lines of many lists begin, if they do with ASCII. A walk through a trie waits for each of its steps; this is
/// small enough to be at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sieve {
    /// Two bits for the first [`MIDDLE`] signs of each. Some share them, which costs a walk and no more.
    pub(super) middle: Cow<'static, [u64]>,
    /// The same for the first [`LONG`], or for the first [`MIDDLE`] where fewer are known.
    pub(super) long: Cow<'static, [u64]>,
    /// Where fewer still are known: a bit for each [`SHORT`] signs.
    pub(super) short: Cow<'static, [u64]>,
}

impl Sieve {
    /// Whether a line of a list may begin as `line` does.
    pub(super) fn lets_through(&self, line: &str) -> bool {
        let mut signs = Signs::before(line.as_bytes());
        if !(signs.read(MIDDLE) && signs.go_on_in_ascii()) {
            return true;
        }
        let middle = signs.filled(MIDDLE);
        if has(&self.short, own_place(first_short(middle))) {
            return true;
        }
        let place = shared_place(middle);
        if !has(&self.middle, place) {
            return false;
        }
        has(&self.long, place)
            || !(signs.read(LONG) && signs.go_on_in_ascii())
            || has(&self.long, shared_place(signs.filled(LONG)))
    }
}

/// The first signs of a line, which may be folded or not: they are the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs<'l> {
    /// Those that were read, behind a bit that tells how many they are.
    read: u64,
    rest: &'l [u8],
}

impl<'l> Signs<'l> {
    pub(super) fn before(line: &'l [u8]) -> Self {
        Self { read: 1, rest: line }
    }

    /// Reads on until there are `count`, or the line ends. Tells whether these are all of ASCII.
    pub(super) fn read(&mut self, count: usize) -> bool {
        while self.read < 1 << (BITS * count)
            && let [byte, rest @ ..] = self.rest
        {
            self.rest = rest;
            let sign = SIGNS[usize::from(*byte)];
            if sign < DIGIT {
                // nearly all
                self.push(sign);
            } else if sign == DIGIT {
                self.push(NUMBER);
                let behind = rest.iter().position(|byte| !may_be_of_number(*byte));
                self.rest = &rest[behind.unwrap_or(rest.len())..];
            } else if sign == BEYOND {
                return false;
            }
        }
        true
    }

    fn push(&mut self, sign: u8) {
        self.read = self.read << BITS | u64::from(sign);
    }

    /// Whether what follows is ASCII, and so does not belong to the last one that was read.
    fn go_on_in_ascii(self) -> bool {
        self.rest.first().is_none_or(u8::is_ascii)
    }

    /// How many were read.
    pub(super) fn count(self) -> usize {
        self.read.ilog2() as usize / BITS
    }

    /// Those that were read, with marks behind the line so that they are `count`.
    pub(super) fn filled(self, count: usize) -> u64 {
        self.read << (BITS * count.saturating_sub(self.count()))
    }
}

/// Whether a byte behind a digit may belong to its number, or does not matter.
fn may_be_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'.' | b',' | b'\'' | b'`' | b'\t'..=b'\r' | b' ')
}

/// A word of bits, and those that are looked at in it.
pub(super) type Place = (usize, u64);

/// The place of many signs.
pub(super) fn shared_place(signs: u64) -> Place {
    let hash = signs.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let word = hash >> (u64::BITS + WORD - PLACES);
    (word as usize, 1 << (hash >> 32 & 63) | 1 << (hash >> 38 & 63))
}

/// The first [`SHORT`] of [`MIDDLE`] signs.
pub(super) fn first_short(middle: u64) -> u64 {
    (middle >> (BITS * (MIDDLE - SHORT))) % (1 << (BITS * SHORT))
}

/// The place of [`SHORT`] signs.
pub(super) fn own_place(signs: u64) -> Place {
    ((signs >> WORD) as usize, 1 << (signs & 63))
}

fn has(bits: &[u64], (word, looked_at): Place) -> bool {
    bits.get(word).is_some_and(|bits| bits & looked_at == looked_at)
}
