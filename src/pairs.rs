//! Neighbouring bytes, looked for many at a time.

/// So many places are asked about at once.
const AT_ONCE: usize = 32;

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

#[cfg(test)]
mod tests {
    use super::*;

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
