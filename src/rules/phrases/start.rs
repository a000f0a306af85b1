//! How a line begins, in a form that is found at once.

use super::fold;
use super::head::LENGTH;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Something by the first characters of folded text.
pub(super) type ByStart<T> = HashMap<u64, T, BuildHasherDefault<Ready>>;

/// The first characters of folded text, of each length up to [`LENGTH`], as keys. Two that are given the same key by
/// accident cost time and no more: what is found is compared letter by letter.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Start {
    keys: [u64; LENGTH],
    length: usize,
}

impl Start {
    /// How `line` begins once it is folded.
    pub(super) fn of(line: &str) -> Self {
        plain(line.as_bytes()).unwrap_or_else(|| Self::of_chars(fold::start(line, LENGTH)))
    }

    /// The keys, from that of the first character on.
    pub(super) fn keys(&self) -> &[u64] {
        &self.keys[..self.length]
    }

    fn of_chars(folded: impl IntoIterator<Item = char>) -> Self {
        let mut start = Self::default();
        for char in folded {
            let before = start.length.checked_sub(1).map_or(0, |last| start.keys[last]);
            start.keys[start.length] = with(before, char);
            start.length += 1;
        }
        start
    }
}

/// The key of all these characters together.
pub(super) fn key(chars: &[char]) -> u64 {
    chars.iter().fold(0, |key, char| with(key, *char))
}

fn with(key: u64, char: char) -> u64 {
    (key.rotate_left(5) ^ u64::from(char)).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The same as [`fold::start`] for ASCII, without a list on the heap: most lines begin so.
fn plain(line: &[u8]) -> Option<Start> {
    let mut folded = [0; LENGTH];
    let mut length = 0;
    for (at, byte) in line.iter().enumerate() {
        if length == LENGTH {
            break;
        }
        // what follows may belong to the character
        if !byte.is_ascii() || line.get(at + 1).is_some_and(|next| !next.is_ascii()) {
            return None;
        }
        folded[length] = match byte {
            b'\t'..=b'\r' | b' ' => continue,
            b'`' => b'\'',
            b'0'..=b'9' => {
                if let [.., b'0', b'.' | b',' | b'\''] = folded[..length] {
                    length -= 1;
                }
                if folded[..length].ends_with(b"0") {
                    continue;
                }
                b'0'
            }
            _ => byte.to_ascii_lowercase(),
        };
        length += 1;
    }
    Some(Start::of_chars(folded[..length].iter().map(|byte| char::from(*byte))))
}

/// Keys are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = self.0.rotate_left(5) ^ key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_start_of_the_folded_line() {
        for line in [
            "",
            "a",
            "By Anna",
            "1,234 x",
            "1.5.6",
            "12 34",
            "a`1'2",
            "Ab\u{301}c",
            "ab 0,x",
            "ab0,1",
            "ÉTÉ",
            "e\u{301}",
        ] {
            let chars = fold::start(line, LENGTH);
            let keys: Vec<u64> = (1..=chars.len()).map(|length| key(&chars[..length])).collect();
            assert_eq!(Start::of(line).keys(), keys, "{line}");
        }
    }
}
