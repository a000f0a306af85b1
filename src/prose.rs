//! How much of a text's prose may go.

use crate::ascii;
use crate::document::{Document, Removals};
use crate::notice::Notice;

/// In hundredths: rules on phrases that would take more than this have misunderstood the text.
const MOST_TAKEN: usize = 40;
/// In letters: so little may go from a text of any length, for a share of a few words says nothing.
const ALWAYS_ALLOWED: usize = 300;

/// Keeps account of the prose that passes take away, in letters and digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loss {
    /// What the text held at first.
    all: usize,
    /// What it still holds.
    left: usize,
    /// What went without a copy that stays.
    lost: usize,
}

impl Loss {
    pub(crate) fn of(text: &str) -> Self {
        let all = letters(text);
        Self { all, left: all, lost: 0 }
    }

    /// Enters the removal of blocks. A copy that goes against one that stays is no loss.
    ///
    /// # Errors
    /// If the text would lose too much, or all.
    pub(crate) fn add(&mut self, document: &Document, removals: &Removals) -> Result<(), Notice> {
        for removed in removals.iter() {
            let letters = letters(document.block_text(removed.block));
            self.left = self.left.saturating_sub(letters);
            if !removed.reasons().all(|reason| reason.evidence.loses_nothing()) {
                self.lost += letters;
            }
        }
        if self.left == 0 && self.all > 0 {
            return Err(Notice::NothingLeft);
        }
        let too_much = self.lost > ALWAYS_ALLOWED && self.lost * 100 > self.all * MOST_TAKEN;
        if too_much { Err(Notice::TooMuch) } else { Ok(()) }
    }
}

fn letters(text: &str) -> usize {
    let beyond = ascii::chars_beyond(text).filter(|(_, char)| char.is_alphanumeric()).count();
    ascii::count(text.as_bytes(), |byte| byte.is_ascii_alphanumeric()) + beyond
}
