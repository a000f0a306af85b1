//! Words with which a line or a sentence begins that a pattern matches: a look at three bytes, for most begin otherwise.

/// So many bytes of a beginning are looked at.
const LENGTH: usize = 3;

/// The bit that is set in a small letter and not in a capital.
const SMALL: u8 = 0x20;

/// How many beginnings are told apart.
const PLACES: usize = 1 << 12;

/// Beginnings in lower case, of three bytes at least, that are found whatever their case in the text.
#[derive(Debug)]
pub(super) struct Starts {
    /// A bit for each, by [`place`].
    known: Box<[u64; PLACES / 64]>,
}

impl Starts {
    pub(super) fn of<'s>(starts: impl Iterator<Item = &'s str>) -> Self {
        let mut known = Box::new([0; PLACES / 64]);
        for start in starts {
            match start.as_bytes().first_chunk() {
                Some(first) => known[place(*first) / 64] |= 1 << (place(*first) % 64),
                None => debug_assert!(false, "{start:?} is too short to be looked for"),
            }
        }
        Self { known }
    }

    /// Whether `text` may begin with one of them.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        text.as_bytes().first_chunk().is_some_and(|first| {
            self.known[place(*first) / 64] >> (place(*first) % 64) & 1 == 1
                || first.iter().any(|byte| is_of_look_alike(*byte))
        })
    }
}

/// Whether a byte may be of the long `s` or of the sign of the unit kelvin: they are an `s` and a `k` to a pattern that
/// does not tell cases apart.
fn is_of_look_alike(byte: u8) -> bool {
    matches!(byte, 0xC5 | 0xE2)
}

/// The place of the first bytes, both cases of a letter as one. Some share one, which costs a look and no more.
fn place(first: [u8; LENGTH]) -> usize {
    let [one, two, three] = first.map(|byte| usize::from(byte | SMALL));
    (one << 7 ^ two << 4 ^ three) % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_found_in_either_case() {
        let starts = Starts::of(["sign", "we ", "вконтакте"].into_iter());
        for line in ["Sign up", "SIGN", "we", "We use", "ВКонтакте", "\u{17F}ign up"] {
            assert_eq!(starts.may_begin(line), line.len() > 2, "{line}");
        }
        for line in ["A sign", "resign", "Free. Sign up", ""] {
            assert!(!starts.may_begin(line), "{line}");
        }
    }
}
