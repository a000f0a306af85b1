//! From the lines of lists to a [`Sieve`]. A part of the build script, not of the program.

use super::sieve::{
    BITS, LONG, MIDDLE, PLACES, Place, SHORT, Sieve, Signs, WORD, first_short, own_place, shared_place,
};
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

fn set(bits: &mut Cow<'static, [u64]>, (word, those): Place) {
    bits.to_mut()[word] |= those;
}
