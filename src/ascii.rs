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
