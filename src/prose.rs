//! How much of a text's prose may go.

use crate::ascii;
use crate::document::{Document, Removals};
use crate::notice::Notice;
use crate::scan;

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
    let beyond = ascii::chars_beyond(text).filter(|(_, char)| is_letter(*char)).count();
    scan::count(text.as_bytes(), |byte| byte.is_ascii_alphanumeric()) + beyond
}

/// Whether a character is a letter or a digit. To look up one that is not ASCII takes long.
fn is_letter(char: char) -> bool {
    match char {
        // quotes, dashes and blanks, which most languages have
        '\u{2000}'..='\u{206F}' => false,
        // the signs of Chinese and Japanese, and the syllables of Korean
        '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => true,
        _ => char.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_letter, letters};

    #[test]
    fn letters_are_what_unicode_says() {
        for char in '\0'..=char::MAX {
            assert_eq!(is_letter(char), char.is_alphanumeric(), "{char:?}");
        }
    }

    #[test]
    fn all_are_counted() {
        for text in ["", "a", "é", "A1 — b2, “Zürich” 日本語。", "@[`{/:~", "naïve…", "½ и три"]
        {
            let is_letter = |char: &char| char.is_alphanumeric();
            assert_eq!(letters(text), text.chars().filter(is_letter).count(), "{text}");
        }
    }
}
