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
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Loss {
    /// What went.
    gone: usize,
    /// What of it went without a copy that stays.
    lost: usize,
}

impl Loss {
    /// Enters the removal of blocks. A copy that goes against one that stays is no loss.
    ///
    /// # Errors
    /// If the text would lose too much, or all.
    pub(crate) fn add(&mut self, document: &Document, removals: &Removals) -> Result<(), Notice> {
        let before = self.gone;
        for removed in removals.iter() {
            let letters = letters(document.block_text(removed.block));
            self.gone += letters;
            if !removed.reasons().all(|reason| reason.evidence.loses_nothing()) {
                self.lost += letters;
            }
        }
        if self.gone > 0 && !keeps_letters(document, removals) {
            return Err(Notice::NothingLeft);
        }
        // of what the text held at first so much is allowed
        let least = (self.lost * 100).div_ceil(MOST_TAKEN);
        let too_much = self.lost > ALWAYS_ALLOWED && !has_letters(document, least.saturating_sub(before));
        if too_much { Err(Notice::TooMuch) } else { Ok(()) }
    }
}

/// Whether a block that holds a letter is not among the `removals`.
fn keeps_letters(document: &Document, removals: &Removals) -> bool {
    let mut gone = removals.blocks().peekable();
    (0..document.blocks().len())
        .filter(|block| gone.next_if_eq(block).is_none())
        .any(|block| letters(document.block_text(block)) > 0)
}

/// Whether a document holds so many letters: mostly its first blocks tell.
fn has_letters(document: &Document, least: usize) -> bool {
    let mut held = 0;
    least == 0
        || document.blocks().iter().any(|block| {
            held += letters(block.span().of(document.text()));
            held >= least
        })
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
    use super::{ALWAYS_ALLOWED, Loss, MOST_TAKEN, is_letter, letters};
    use crate::document::{Document, Removals};
    use crate::edit::{Evidence, Reason};
    use crate::notice::Notice;

    #[test]
    fn letters_are_what_unicode_says() {
        for char in '\0'..=char::MAX {
            assert_eq!(is_letter(char), char.is_alphanumeric(), "{char:?}");
        }
    }

    #[test]
    fn as_much_goes_as_the_limits_say() {
        let removals = |blocks: &[usize]| {
            let mut removals = Removals::new();
            let reason = || Reason::new("test", Evidence::Phrase("it".into()));
            for block in blocks {
                removals.push(*block, reason());
            }
            removals
        };
        for gone in 290..=310 {
            for kept in [0, 1, 9, 430, 440, 449, 450, 451, 460, 470] {
                let text = format!("{}\n\n--\n\n{}\n\nabc\n", "a".repeat(gone), "b".repeat(kept));
                let document = Document::new(&text);
                let last = document.blocks().len() - 1;
                let mut loss = Loss::default();
                // first three letters go, then the others
                assert_eq!(loss.add(&document, &removals(&[last])).is_ok(), gone > 0);
                let rest = text.replace("\n\nabc", "");
                let document = Document::new(&rest);
                let (lost, all) = (gone + 3, gone + kept + 3);
                let expected = if kept == 0 {
                    Err(Notice::NothingLeft)
                } else if lost > ALWAYS_ALLOWED && lost * 100 > all * MOST_TAKEN {
                    Err(Notice::TooMuch)
                } else {
                    Ok(())
                };
                assert_eq!(loss.add(&document, &removals(&[0])), expected, "{gone} {kept}");
            }
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
