//! From the lines of lists to a [`Sieve`]. A part of the build script, not of the program.

use super::sieve::{BITS, LONG, LONG_BITS, SHORT, Sieve, long_place, with};
use std::borrow::Cow;

/// Lets no line through that begins with [`LONG`] letters.
impl Default for Sieve {
    fn default() -> Self {
        let bits = |count: usize| Cow::Owned(vec![0; (1 << count) / 64]);
        Self { long: bits(LONG_BITS), short: bits(BITS * SHORT) }
    }
}

impl Sieve {
    /// Lets a line through, folded, and others that begin so. One of fewer letters is let through anyway.
    pub(super) fn add_line(&mut self, line: &[char]) {
        if let Some(letters) = line.get(..LONG).and_then(packed) {
            set(self.long.to_mut(), long_place(letters));
        }
    }

    /// Lets all lines through that begin, folded, with `head`.
    pub(super) fn add_head(&mut self, head: &[char]) {
        if head.len() >= LONG {
            self.add_line(head);
        } else if let Some(letters) = packed(&head[..head.len().min(SHORT)]) {
            let unknown = BITS * SHORT.saturating_sub(head.len());
            let first = (letters as usize) << unknown;
            (first..first + (1 << unknown)).for_each(|place| set(self.short.to_mut(), place));
        }
    }
}

/// Small letters of ASCII as one number.
fn packed(letters: &[char]) -> Option<u32> {
    letters.iter().try_fold(0, |packed, letter| {
        let letter = u8::try_from(*letter).ok().filter(u8::is_ascii_lowercase)?;
        Some(with(packed, letter))
    })
}

fn set(bits: &mut [u64], place: usize) {
    bits[place / 64] |= 1 << (place % 64);
}
