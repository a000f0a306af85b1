//! Which bytes of some kinds a line has: one look that tells of most what they are not.

use super::super::phrases::may_begin_digit;

/// The kinds, a bit each.
const DIGIT: u8 = 1;
const MARK: u8 = 2;
const LETTER_OF_VIA: u8 = 4;
const BEYOND: u8 = 8;

/// The kinds of each byte.
const KINDS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = u8::MIN;
    loop {
        table[byte as usize] = match byte {
            b'0'..=b'9' => DIGIT,
            _ if may_begin_digit(byte) => DIGIT | BEYOND,
            b'/' | b'|' | b':' | b'-' => MARK,
            b'v' | b'V' => LETTER_OF_VIA,
            0x80.. => BEYOND,
            _ => 0,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
};

/// The kinds of bytes in a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape(u8);

impl Shape {
    pub(super) fn of(line: &str) -> Self {
        Self(line.bytes().fold(0, |kinds, byte| kinds | KINDS[usize::from(byte)]))
    }

    /// Whether the line may be a date: there are digits in it, of whatever script.
    pub(super) fn may_be_date(self) -> bool {
        self.0 & DIGIT != 0
    }

    /// Whether it may have parts with marks between them.
    pub(super) fn may_have_parts(self) -> bool {
        self.0 & (MARK | BEYOND) != 0
    }

    /// Whether it may end with the name of an agency, which stands behind a mark or a word.
    pub(super) fn may_end_with_agency(self) -> bool {
        self.0 & (MARK | LETTER_OF_VIA | BEYOND) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::agencies::is_credit;
    use super::super::class::parts;
    use super::Shape;
    use crate::rules::phrases::is_date;
    use proptest::proptest;

    proptest! {
        #[test]
        fn nothing_is_overlooked(
            line in "(3 May 2024|१८ नवंबर २०१९|2024|5| / | [|] |·| - | – |Anna|/|:|©| via | VIA |AP|Reuters| |[.]){0,6}",
        ) {
            let shape = Shape::of(&line);
            assert!(shape.may_be_date() || !is_date(&line), "{line}");
            assert!(shape.may_have_parts() || parts(&line).len() < 2, "{line}");
            assert!(shape.may_end_with_agency() || !is_credit(&line), "{line}");
        }
    }
}
