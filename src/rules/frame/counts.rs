//! How many bytes of some kinds a line has: one look that tells of most that they are no row of entries.

/// What is counted, in bytes: of each kind [`BITS`] bits hold how many there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counts(u64);

/// Bits for each count, and the most that they hold.
const BITS: u32 = 16;
const MOST: usize = (1 << BITS) - 1;

/// Where the count of a kind begins.
const BLANKS: u32 = 0;
const CAPITALS: u32 = BITS;
const MARKS: u32 = 2 * BITS;
const OTHERS: u32 = 3 * BITS;

/// What each byte adds.
const ADDED: [u64; 256] = {
    let mut table = [0; 256];
    let mut byte = u8::MIN;
    loop {
        table[byte as usize] = match byte {
            b' ' => 1 << BLANKS,
            b'A'..=b'Z' => 1 << CAPITALS,
            b'|' | b'>' | b'/' | b',' => 1 << MARKS,
            b'!'..=b'~' => 0,
            // the last bytes of `·`, `•`, `»`, `›` and `◦`
            0xB7 | 0xA2 | 0xBB | 0xBA | 0xA6 => 1 << MARKS | 1 << OTHERS,
            _ => 1 << OTHERS,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
};

impl Counts {
    /// Those of a line that is not longer than [`MOST`] bytes.
    pub(super) fn of(line: &str) -> Self {
        debug_assert!(line.len() <= MOST);
        Self(line.bytes().map(|byte| ADDED[usize::from(byte)]).sum())
    }

    pub(super) fn blanks(self) -> usize {
        self.at(BLANKS)
    }

    pub(super) fn capitals(self) -> usize {
        self.at(CAPITALS)
    }

    /// Bytes of the marks that may stand between entries. No line has more marks; where no byte is of
    /// [another kind](Self::others), as many.
    pub(super) fn marks(self) -> usize {
        self.at(MARKS)
    }

    /// What is no blank and not seen of ASCII: most lines have none.
    pub(super) fn others(self) -> usize {
        self.at(OTHERS)
    }

    fn at(self, kind: u32) -> usize {
        usize::try_from(self.0 >> kind).map_or(MOST, |count| count & MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_told_apart() {
        let of = |text: &str| {
            let counts = Counts::of(text);
            [counts.blanks(), counts.capitals(), counts.marks(), counts.others()]
        };
        assert_eq!(of("A, b / C > DE|"), [5, 4, 4, 0]);
        assert_eq!(of("a · É’s\t\u{7f}\n"), [2, 0, 1, 10]);
        for (kind, char) in [' ', 'Z', '|', '\t'].into_iter().enumerate() {
            let counts = of(&char.to_string().repeat(MOST));
            assert_eq!(counts[kind], MOST);
            assert_eq!(counts.iter().sum::<usize>(), MOST);
        }
    }
}
