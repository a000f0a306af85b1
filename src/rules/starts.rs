//! Words with which a line or a sentence begins that a pattern matches: first a look at three bytes, for most begin
//! otherwise.

/// So many bytes of a beginning are looked at first.
const LENGTH: usize = 3;

/// The bit that is set in a small letter and not in a capital.
const SMALL: u8 = 0x20;

/// How many beginnings are told apart.
const PLACES: usize = 1 << 12;

/// Beginnings in lower case, of three bytes at least, that are found whatever their case in the text.
#[derive(Debug)]
pub(super) struct Starts {
    /// A bit for each, by [`place`].
    places: Box<[u64; PLACES / 64]>,
    /// Each with its place, in their order.
    known: Vec<(usize, &'static str)>,
}

impl Starts {
    pub(super) fn of(starts: impl Iterator<Item = &'static str>) -> Self {
        let mut places = Box::new([0; PLACES / 64]);
        let mut known = Vec::new();
        for start in starts {
            let Some(first) = start.as_bytes().first_chunk() else {
                debug_assert!(false, "{start:?} is too short to be looked for");
                continue;
            };
            let place = place(*first);
            places[place / 64] |= 1 << (place % 64);
            known.push((place, start));
        }
        known.sort_unstable();
        Self { places, known }
    }

    /// Whether `text` may begin with one of them.
    #[inline]
    pub(super) fn may_begin(&self, text: &str) -> bool {
        let Some(first) = text.as_bytes().first_chunk() else { return false };
        let place = place(*first);
        if self.places[place / 64] >> (place % 64) & 1 == 1 {
            return self.one_begins(place, text);
        }
        !first.is_ascii() && has_look_alike(text)
    }

    /// Whether `text` may begin with one that has this place. Few do.
    #[inline(never)]
    fn one_begins(&self, place: usize, text: &str) -> bool {
        let before = self.known.partition_point(|(known, _)| *known < place);
        let same = self.known[before..].iter().take_while(|(known, _)| *known == place);
        same.map(|(_, start)| *start).any(|start| may_begin_with(text, start))
    }
}

/// Whether `text` may begin with `start`, which is in lower case. Of what is not ASCII no cases are compared.
pub(super) fn may_begin_with(text: &str, start: &str) -> bool {
    let begun = text.as_bytes().get(..start.len());
    begun.is_some_and(|begun| !begun.is_ascii() || begun.eq_ignore_ascii_case(start.as_bytes()))
}

/// The same for the end of `text`.
pub(super) fn may_end_with(text: &str, end: &str) -> bool {
    let last = text.len().checked_sub(end.len()).map(|start| &text.as_bytes()[start..]);
    last.is_some_and(|last| !last.is_ascii() || last.eq_ignore_ascii_case(end.as_bytes()))
}

/// Whether one of the first letters looks like another to a pattern.
#[inline(never)]
fn has_look_alike(text: &str) -> bool {
    text.chars().take(LENGTH).any(is_look_alike)
}

/// Whether it is the long `s` or the sign of the unit kelvin: they are an `s` and a `k` to a pattern that does not tell
/// cases apart.
fn is_look_alike(char: char) -> bool {
    matches!(char, '\u{17F}' | '\u{212A}')
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
        for line in ["Sign up", "SIGN", "we", "We use", "ВКонтакте", "\u{17F}ign up", "\u{17F}IGN"] {
            assert_eq!(starts.may_begin(line), line.len() > 2, "{line}");
        }
        for line in ["A sign", "resign", "Free. Sign up", "Sigh", "sig", "“Sign up", ""] {
            assert!(!starts.may_begin(line), "{line}");
        }
    }
}
