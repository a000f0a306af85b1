//! Bytes, alone or side by side, looked for and counted many at a time.

/// So many places are asked about at once.
const AT_ONCE: usize = 32;

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
        let rest = bytes.get(at..)?;
        let stretches = rest.as_chunks::<AT_ONCE>().0.iter().zip(rest.get(1..)?.as_chunks::<AT_ONCE>().0);
        let holds_none = |(ones, nexts): &(&[u8; AT_ONCE], &[u8; AT_ONCE])| {
            !ones.iter().zip(*nexts).fold(false, |found, (one, next)| found | wanted(*one, *next))
        };
        let start = at + AT_ONCE * stretches.take_while(holds_none).count();
        let place = start + bytes[start..].windows(2).position(|pair| wanted(pair[0], pair[1]))?;
        at = place + 1;
        Some(place)
    })
}

/// How many bytes are of some kind. They are added up many at once.
pub(crate) fn count(bytes: &[u8], is_of_kind: impl Fn(u8) -> bool) -> usize {
    let counts = bytes
        .chunks(usize::from(u8::MAX))
        .map(|bytes| bytes.iter().fold(0_u8, |count, byte| count + u8::from(is_of_kind(*byte))));
    counts.map(usize::from).sum()
}

/// How many bytes are of some kind together with the one before them. They are added up many at once.
pub(crate) fn count_pairs(bytes: &[u8], are_of_kind: impl Fn(u8, u8) -> bool) -> usize {
    let Some(behind) = bytes.get(1..) else { return 0 };
    let chunks = bytes.chunks(usize::from(u8::MAX)).zip(behind.chunks(usize::from(u8::MAX)));
    let counts = chunks.map(|(before, first)| {
        let pairs = before.iter().zip(first);
        pairs.fold(0_u8, |count, (before, first)| count + u8::from(are_of_kind(*before, *first)))
    });
    counts.map(usize::from).sum()
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
        for length in 0..3 * AT_ONCE {
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
}
