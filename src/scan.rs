//! Bytes, alone or side by side, looked for and counted many at a time.

/// So many places are asked about at once.
const AT_ONCE: usize = 32;
/// So many pairs are: mostly they are far from each other.
const PAIRS_AT_ONCE: usize = 64;
/// And then so many of them, where a pair is among them.
const PAIRS_IN_IT: usize = 16;
/// Where pairs are many, the next one is among so few.
const NEAR: usize = 4;
/// So many are counted in one byte. It is less than the byte could hold, so that nothing is left of many at a time.
const COUNTED_AT_ONCE: usize = 192;

/// The place of the first byte that is `wanted`.
///
/// For `wanted` holds what [`pairs`] says of it.
pub(crate) fn first(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let holds_none =
        |stretch: &&[u8; AT_ONCE]| !stretch.iter().fold(false, |found, byte| found | wanted(*byte));
    let start = AT_ONCE * bytes.as_chunks::<AT_ONCE>().0.iter().take_while(holds_none).count();
    Some(start + bytes[start..].iter().position(|byte| wanted(*byte))?)
}

/// The places at which a byte and the next one are `wanted`, in order.
///
/// A stretch without any is passed over with one question. It does not stop at the first pair, so that it is answered
/// for sixteen places at a time; for that, `wanted` should do nothing but compare.
pub(crate) fn pairs(bytes: &[u8], wanted: impl Fn(u8, u8) -> bool) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let is_pair = |pair: &[u8]| wanted(pair[0], pair[1]);
        let near = bytes.get(at..)?.windows(2).take(NEAR).position(is_pair);
        let start = near.map_or_else(
            || {
                let stretch = start_of_stretch::<{ PAIRS_AT_ONCE + 1 }>(bytes, at + NEAR, &wanted);
                start_of_stretch::<{ PAIRS_IN_IT + 1 }>(bytes, stretch, &wanted)
            },
            |near| at + near,
        );
        let place = start + bytes.get(start..)?.windows(2).position(is_pair)?;
        at = place + 1;
        Some(place)
    })
}

/// Where the first stretch of `BYTES` from byte `at` on begins that holds a pair, or the last one.
fn start_of_stretch<const BYTES: usize>(
    bytes: &[u8],
    mut at: usize,
    wanted: impl Fn(u8, u8) -> bool,
) -> usize {
    let holds_none = |stretch: &[u8; BYTES]| {
        let pairs = stretch.iter().zip(&stretch[1..]);
        !pairs.fold(false, |found, (one, next)| found | wanted(*one, *next))
    };
    while bytes.get(at..).and_then(|rest| rest.first_chunk()).is_some_and(holds_none) {
        at += BYTES - 1;
    }
    at
}

/// How many bytes are of some kind. They are added up many at once.
pub(crate) fn count(bytes: &[u8], is_of_kind: impl Fn(u8) -> bool) -> usize {
    let in_chunk = |bytes: &[u8]| bytes.iter().fold(0_u8, |count, byte| count + u8::from(is_of_kind(*byte)));
    let (chunks, rest) = bytes.as_chunks::<COUNTED_AT_ONCE>();
    chunks.iter().map(|chunk| usize::from(in_chunk(chunk))).sum::<usize>() + usize::from(in_chunk(rest))
}

/// How many characters begin in a piece of a text, which may cut one.
pub(crate) fn count_chars(piece: &[u8]) -> usize {
    count(piece, |byte| byte & 0xC0 != 0x80)
}

/// How many bytes are of some kind together with the one before them. They are added up many at once.
pub(crate) fn count_pairs(bytes: &[u8], are_of_kind: impl Fn(u8, u8) -> bool) -> usize {
    let Some(behind) = bytes.get(1..) else { return 0 };
    let in_chunk = |before: &[u8], first: &[u8]| {
        let pairs = before.iter().zip(first);
        pairs.fold(0_u8, |count, (before, first)| count + u8::from(are_of_kind(*before, *first)))
    };
    let (firsts, rest) = behind.as_chunks::<COUNTED_AT_ONCE>();
    let befores = bytes.as_chunks::<COUNTED_AT_ONCE>().0;
    let counts = befores.iter().zip(firsts).map(|(before, first)| usize::from(in_chunk(before, first)));
    counts.sum::<usize>() + usize::from(in_chunk(&bytes[bytes.len() - 1 - rest.len()..], rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_one_is_found_wherever_it_stands() {
        for length in 1..3 * AT_ONCE {
            for at in 0..length {
                let mut bytes = vec![b'-'; length];
                bytes[at..].fill(b'a');
                assert_eq!(first(&bytes, |byte| byte == b'a'), Some(at), "{at} of {length}");
                assert_eq!(first(&bytes[..at], |byte| byte == b'a'), None, "{at} of {length}");
            }
        }
    }

    #[test]
    fn they_are_found_wherever_they_stand() {
        let is_pair = |one: u8, next: u8| one == b'a' && next == b'b';
        for length in 0..3 * PAIRS_AT_ONCE {
            for at in 0..length {
                let mut bytes = vec![b'-'; length];
                bytes[at] = b'a';
                bytes.extend(b"-");
                bytes[at + 1] = b'b';
                assert!(pairs(&bytes, is_pair).eq([at]), "{at} of {length}");
                assert_eq!(pairs(&bytes[..=at], is_pair).next(), None, "{at} of {length}");
            }
        }
        assert!(pairs(&b"ab".repeat(50), is_pair).eq((0..100).step_by(2)));
    }

    #[test]
    fn all_are_counted() {
        let bytes: Vec<u8> = (0..3 * COUNTED_AT_ONCE).map(|place| b"ab-aab"[place * place % 6]).collect();
        for length in 0..bytes.len() {
            let bytes = &bytes[..length];
            let ones = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
            assert_eq!(count(bytes, |byte| byte.is_ascii_alphabetic()), ones, "{length}");
            let pairs = bytes.windows(2).filter(|pair| *pair == b"ab").count();
            assert_eq!(count_pairs(bytes, |one, next| one == b'a' && next == b'b'), pairs, "{length}");
        }
    }
}
