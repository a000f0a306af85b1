//! Marks that may be those of a seam.

use crate::scan::pairs;

/// Of these two at most close what stands before a mark.
pub(super) const CLOSING: [char; 6] = ['"', '”', '’', '»', ')', ']'];

/// Of these one at most opens what stands behind it.
pub(super) const OPENING: [char; 6] = ['"', '“', '‘', '«', '(', '['];

/// A quick look: the marks behind a word that a capital follows, with quotes or brackets before it or without.
pub(super) fn marks(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let may_be = |mark: u8, next: u8| {
        let is = |sign: u8| mark == sign;
        (is(b'.') | is(b'!') | is(b'?')) & may_follow(next)
    };
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    pairs(bytes, may_be).filter(move |&at| {
        let mut behind = text[at + 1..].chars().take(3 + 1);
        let first = behind.find(|char| !CLOSING.contains(char) && !OPENING.contains(char));
        at > 0 && is_word(bytes[at - 1]) && first.is_some_and(char::is_uppercase)
    })
}

/// Whether what follows a mark may begin with this byte: no letter in lower case, no digit, no blank. Some signs pass too
/// that open nothing.
///
/// It is one comparison, and so is answered for many bytes at a time: with some bits turned over and all moved on, what may
/// follow is greater, as a signed byte, than what may not.
fn may_follow(next: u8) -> bool {
    const TURNED: u8 = b'/';
    const MOVED: u8 = 0x7F - (b'!' ^ TURNED);
    (next ^ TURNED).wrapping_add(MOVED).cast_signed() >= b'`'.wrapping_add(MOVED).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_and_what_is_no_lower_case_may_follow() {
        let may = |char: char| may_follow(char.to_string().as_bytes()[0]);
        assert!(CLOSING.into_iter().chain(OPENING).chain('A'..='Z').all(may));
        assert!((0x80..=0xFF).all(may_follow));
        assert!(!('a'..='z').chain('0'..='9').chain([' ', '\n', '\r', '\t', ':', ';']).any(may));
    }
}
