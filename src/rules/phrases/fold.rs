//! The form in which phrases and lines are compared: what sites write one way or another is one.

use crate::composed::Composed;
use std::ops::ControlFlow::{self, Continue};

/// The text in lower case and without blanks, with quotes, dashes and widths folded, and `0` for each number. No blanks:
/// scripts without them are often given some, and labels are often spaced out or glued.
pub(super) fn fold(text: &str) -> Vec<char> {
    let mut folded = Vec::with_capacity(text.len());
    each(text, |char| {
        folded.push(char);
        Continue(())
    });
    folded
}

/// Shows `visit` the characters of [`fold`] one by one, as long as it goes on: most lines show soon that they are no
/// phrase.
pub(super) fn each(text: &str, mut visit: impl FnMut(char) -> ControlFlow<()>) {
    let mut at = 0;
    while let Some(byte) = plain(text.as_bytes(), at) {
        if byte != b' ' && visit(char::from(byte.to_ascii_lowercase())).is_break() {
            return;
        }
        at += 1;
    }
    let mut folding = Folding { after_number: false, mark: None, visit };
    let all = Composed::of(&text[at..]).try_for_each(|char| folding.push(char));
    if all.is_continue() {
        // nothing comes after it
        let _ = folding.pass_mark();
    }
}

/// The byte at `at`, if it is a character that is folded by itself: most lines begin with many of these.
fn plain(text: &[u8], at: usize) -> Option<u8> {
    let byte = text.get(at).filter(|byte| matches!(byte, b' '..=b'/' | b':'..=b'_' | b'a'..=b'~'))?;
    // what follows may belong to it
    text.get(at + 1).is_none_or(u8::is_ascii).then_some(*byte)
}

/// On the way through a text.
struct Folding<V> {
    /// Whether the last character was the `0` of a number.
    after_number: bool,
    /// A mark after a number, which is a part of it if a digit follows.
    mark: Option<char>,
    visit: V,
}

impl<V: FnMut(char) -> ControlFlow<()>> Folding<V> {
    fn push(&mut self, char: char) -> ControlFlow<()> {
        match char {
            '0'..='9' => self.digit(),
            '’' | '‘' | 'ʼ' | '`' => self.pass('\''),
            '\t'..='\r' | ' ' => Continue(()),
            // most characters
            '\0'..='\x7f' => self.pass(char.to_ascii_lowercase()),
            'ß' => self.pass_all(['s'; 2]),
            '…' => self.pass_all(['.'; 3]),
            // both cases of both letters: Turkish has two pairs where others have one
            'ı' | 'İ' => self.pass('i'),
            '‐' | '‑' | '–' | '—' => self.pass('-'),
            '。' => self.pass('.'),
            '、' => self.pass(','),
            _ if is_digit(char) => self.digit(),
            '\u{FF01}'..='\u{FF5E}' => self.pass_all(narrow(char).to_lowercase()),
            _ if char.is_whitespace() || is_mute(char) => Continue(()),
            _ => self.pass_all(char.to_lowercase()),
        }
    }

    fn pass_all(&mut self, chars: impl IntoIterator<Item = char>) -> ControlFlow<()> {
        chars.into_iter().try_for_each(|char| self.pass(char))
    }

    fn pass(&mut self, char: char) -> ControlFlow<()> {
        if self.after_number {
            if self.mark.is_none() && matches!(char, '.' | ',' | '\'') {
                self.mark = Some(char);
                return Continue(());
            }
            self.pass_mark()?;
            self.after_number = false;
        }
        (self.visit)(char)
    }

    fn pass_mark(&mut self) -> ControlFlow<()> {
        self.mark.take().map_or(Continue(()), &mut self.visit)
    }

    /// A number, with the marks that part its thousands, is one `0`.
    fn digit(&mut self) -> ControlFlow<()> {
        if self.after_number {
            self.mark = None;
            return Continue(());
        }
        self.after_number = true;
        (self.visit)('0')
    }
}

/// The ASCII character of which this is the full-width form.
fn narrow(char: char) -> char {
    char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char)
}

/// A decimal digit of the scripts that sites write numbers in.
pub(super) fn is_digit(char: char) -> bool {
    matches!(char, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '０'..='９')
}

/// Arabic vowel signs and the stroke that lengthens a word: most writers leave them out. Joiners, and the dot that is
/// left of a Turkish capital in lower case.
fn is_mute(char: char) -> bool {
    matches!(char, '\u{307}' | '\u{640}' | '\u{64B}'..='\u{652}' | '\u{200B}'..='\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::{each, fold};
    use std::ops::ControlFlow;

    #[test]
    fn numbers_and_marks() {
        for (text, folded) in [
            ("", ""),
            ("By Anna", "byanna"),
            ("1,234 x", "0x"),
            ("1.5.6", "0"),
            ("12 34", "0"),
            ("a`1'2", "a'0"),
            ("ab 0,x", "ab0,x"),
            ("ab0,1", "ab0"),
            ("0.,5", "0.,0"),
            ("7…5", "0...0"),
            ("7.", "0."),
            ("7. ", "0."),
            ("7 . 8x", "0x"),
            ("１，２３４ Ｘ", "0x"),
            ("E\u{301}TE\u{301}", "\u{e9}t\u{e9}"),
            ("Straße", "strasse"),
            ("İI", "ii"),
        ] {
            assert_eq!(fold(text).iter().collect::<String>(), folded, "{text}");
        }
    }

    #[test]
    fn the_first_characters_are_those_of_the_whole() {
        for text in ["", "7", "ab 0,x", "ab0,1", "0.,5", "7…5", "7.", "Straße 1.000!"] {
            let whole = fold(text);
            for most in 0..=whole.len() {
                let mut first = Vec::new();
                each(text, |char| {
                    if first.len() == most {
                        return ControlFlow::Break(());
                    }
                    first.push(char);
                    ControlFlow::Continue(())
                });
                assert_eq!(first, whole[..most], "{text}");
            }
        }
    }
}
