//! From the lines of lists to a [`Sieve`] and [`Openings`]. A part of the build script, not of the program.

use super::openings::{LETTERS, Openings};
use super::sieve::{
    BITS, LONG, MIDDLE, PLACES, Place, SHORT, Sieve, Signs, WORD, first_short, own_place, shared_place,
};
use super::trie::{COUNT, place};
use std::borrow::Cow;

/// Lets no line through that begins with ASCII.
impl Default for Sieve {
    fn default() -> Self {
        let shared: Cow<[u64]> = Cow::Owned(vec![0; 1 << (PLACES - WORD)]);
        let short = Cow::Owned(vec![0; (1 << (BITS * SHORT)) >> WORD]);
        Self { long: shared.clone(), middle: shared, short }
    }
}

impl Sieve {
    /// Lets a line through, folded, whatever marks are behind it, and others that begin so.
    pub(super) fn add_line(&mut self, line: &[char]) {
        let line: String = line.iter().collect();
        let mut signs = Signs::before(line.as_bytes());
        if signs.read(MIDDLE) {
            set(&mut self.middle, shared_place(signs.filled(MIDDLE)));
            if signs.read(LONG) {
                set(&mut self.long, shared_place(signs.filled(LONG)));
            }
        }
    }

    /// Lets all lines through that begin, folded, with `head`.
    pub(super) fn add_head(&mut self, head: &[char]) {
        let text: String = head.iter().collect();
        let mut signs = Signs::before(text.as_bytes());
        if !signs.read(MIDDLE) {
            return;
        }
        let middle = signs.filled(MIDDLE);
        if signs.count() < MIDDLE {
            let unknown = BITS * SHORT.saturating_sub(signs.count());
            let first = first_short(middle);
            (first..first + (1 << unknown)).for_each(|signs| set(&mut self.short, own_place(signs)));
        } else if signs.read(LONG) && signs.count() < LONG {
            set(&mut self.middle, shared_place(middle));
            set(&mut self.long, shared_place(middle));
        } else {
            self.add_line(head);
        }
    }
}

impl Openings {
    /// Those of the list with this number, to which nothing was added.
    pub(super) fn of(list: usize) -> Self {
        Self { list, bits: Cow::Owned(vec![0; [COUNT; LETTERS].iter().product::<usize>().div_ceil(64)]) }
    }

    /// Adds a line of a list, folded, or how some begin.
    pub(super) fn add(&mut self, list: usize, line: &[char]) {
        if list != self.list {
            return;
        }
        let mut letters = [b'a'; LETTERS];
        for (letter, char) in letters.iter_mut().zip(line) {
            // what begins otherwise is not looked up
            let Some(known) = u8::try_from(*char).ok().filter(u8::is_ascii_lowercase) else { return };
            *letter = known;
        }
        // behind a short one stands any letter
        let unknown = LETTERS.saturating_sub(line.len());
        let first = place(letters);
        let places = first..first + COUNT.pow(u32::try_from(unknown).unwrap_or_default());
        places.for_each(|place| set(&mut self.bits, (place / 64, 1 << (place % 64))));
    }
}

fn set(bits: &mut Cow<'static, [u64]>, (word, those): Place) {
    bits.to_mut()[word] |= those;
}
