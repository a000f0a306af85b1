//! How much of a text's prose may go.

use crate::ascii;
use crate::document::{Document, Removals};
use crate::notice::Notice;
use crate::scan;
use std::borrow::Cow;

/// In hundredths: rules on phrases that would take more than this have misunderstood the text.
const MOST_TAKEN: usize = 40;
/// In letters: so little may go from a text of any length, for a share of a few words says nothing.
const ALWAYS_ALLOWED: usize = 300;

/// So many bytes are counted before somebody asks whether that is enough.
const AT_ONCE: usize = 1 << 12;

/// Keeps account of the prose that passes take away, in letters and digits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Loss {
    /// What the text held at first, in so many of its bytes: no more of it is counted than tells that enough is left.
    held: usize,
    counted: usize,
    /// What went,
    gone: usize,
    /// and what of it went without a copy that stays.
    lost: usize,
}

impl Loss {
    /// Enters the removal of blocks. A copy that goes against one that stays is no loss. `at_first` gives the text as it
    /// was before the first of them.
    ///
    /// # Errors
    /// If the text would lose too much, or all.
    pub(crate) fn add<'t>(
        &mut self,
        document: &Document,
        removals: &Removals,
        at_first: impl FnOnce() -> Cow<'t, str>,
    ) -> Result<(), Notice> {
        for removed in removals.iter() {
            let letters = letters(document.block_text(removed.block));
            self.gone += letters;
            if !removed.reasons().all(|reason| reason.evidence.loses_nothing()) {
                self.lost += letters;
            }
        }
        if self.is_enough_left() {
            return Ok(());
        }
        let text = at_first();
        while !self.is_enough_left() && self.counted < text.len() {
            let rest = &text[self.counted..];
            let end = (AT_ONCE..rest.len()).find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
            self.held += letters(&rest[..end]);
            self.counted += end;
        }
        if self.gone >= self.held && self.held > 0 {
            return Err(Notice::NothingLeft);
        }
        if self.is_too_much() { Err(Notice::TooMuch) } else { Ok(()) }
    }

    /// Whether something is left, and not too much is lost, of what was counted. More of it would not change that.
    fn is_enough_left(&self) -> bool {
        self.gone < self.held && !self.is_too_much()
    }

    fn is_too_much(&self) -> bool {
        self.lost > ALWAYS_ALLOWED && self.lost * 100 > self.held * MOST_TAKEN
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
    use super::{AT_ONCE, Loss, is_letter, letters};
    use crate::document::{Document, Removals};
    use crate::edit::{Evidence, Reason};
    use crate::notice::Notice;
    use std::borrow::Cow;

    /// What is said of the removal of the last blocks, so many, in passes of so many at once.
    fn said(text: &str, blocks: usize, at_once: usize) -> Result<(), Notice> {
        let document = Document::new(text);
        let all: Vec<usize> = (0..document.blocks().len()).rev().take(blocks).collect();
        let mut loss = Loss::default();
        all.chunks(at_once.max(1)).try_for_each(|blocks| {
            let mut removals = Removals::new();
            blocks.iter().rev().for_each(|block| {
                removals.push(*block, Reason::new("test", Evidence::Phrase("a".into())));
            });
            loss.add(&document, &removals, || Cow::Borrowed(text))
        })
    }

    #[test]
    fn no_more_is_counted_than_tells_it() {
        let long = format!("a{}", "é".repeat(AT_ONCE));
        for (line, count) in [("é two three", 200), ("a", 2000), ("four and five", 20), (&long, 20)] {
            let text = format!("{line}\n\n").repeat(count);
            let of_line = letters(line);
            for blocks in (0..=count).step_by(count / 20) {
                let (lost, all) = (blocks * of_line, count * of_line);
                let expected = match lost {
                    0 => Ok(()),
                    _ if lost == all => Err(Notice::NothingLeft),
                    _ if lost > super::ALWAYS_ALLOWED && lost * 100 > all * super::MOST_TAKEN => {
                        Err(Notice::TooMuch)
                    }
                    _ => Ok(()),
                };
                assert_eq!(said(&text, blocks, count), expected, "{blocks} of {count} {line}");
                let in_passes = said(&text, blocks, count / 10);
                assert_eq!(in_passes.is_ok(), expected.is_ok(), "{blocks} of {count} {line}");
            }
        }
    }

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
