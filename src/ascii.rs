//! ASCII in UTF-8, by the byte.

/// Where the first byte stands that is not ASCII, found by eights.
fn first_beyond(bytes: &[u8]) -> Option<usize> {
    let eights = bytes.chunks_exact(8).take_while(|eight| eight.is_ascii()).count();
    let rest = &bytes[8 * eights..];
    Some(8 * eights + rest.iter().position(|byte| !byte.is_ascii())?)
}

/// The characters of a text that are not ASCII, with the bytes before each.
pub(crate) fn chars_beyond(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let place = at + first_beyond(&text.as_bytes()[at..])?;
        let char = text[place..].chars().next()?;
        at = place + char.len_utf8();
        Some((place, char))
    })
}

/// How many bytes are of some kind. They are added up many at once.
pub(crate) fn count(bytes: &[u8], is_of_kind: impl Fn(u8) -> bool) -> usize {
    let counts = bytes
        .chunks(usize::from(u8::MAX))
        .map(|bytes| bytes.iter().fold(0_u8, |count, byte| count + u8::from(is_of_kind(*byte))));
    counts.map(usize::from).sum()
}

/// How many words begin with a sign of ASCII behind a blank: no text has fewer words.
pub(crate) fn words(bytes: &[u8]) -> usize {
    let begins = |before: u8, first: u8| u8::from(before == b' ' && first.is_ascii_graphic());
    let Some(behind) = bytes.get(1..) else { return 0 };
    let chunks = bytes.chunks(usize::from(u8::MAX)).zip(behind.chunks(usize::from(u8::MAX)));
    let counts = chunks.map(|(before, first)| {
        before.iter().zip(first).fold(0_u8, |count, (before, first)| count + begins(*before, *first))
    });
    counts.map(usize::from).sum()
}

/// The text without white space around it, as [`str::trim`] has it: mostly that is ASCII.
pub(crate) fn trim(text: &str) -> &str {
    let trimmed = text.trim_ascii();
    match trimmed.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => trimmed,
        _ => trimmed.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_all_kinds_is_trimmed() {
        for text in
            ["", " ", "a", " a", "a b\r\n", "\u{a0}a", "\x0b a\u{3000}", "é ", "\u{85}", "\u{a0} a \u{a0}"]
        {
            assert_eq!(trim(text), text.trim(), "{text:?}");
        }
    }

    #[test]
    fn they_are_all_that_is_not_ascii() {
        for text in ["", "plain", "é", "a line — with “quotes” and 日本語", "12345678é", "é12345678日"]
        {
            let all = text.char_indices().filter(|(_, char)| !char.is_ascii());
            assert!(chars_beyond(text).eq(all), "{text}");
        }
    }
}
