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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_all_that_is_not_ascii() {
        for text in ["", "plain", "é", "a line — with “quotes” and 日本語", "12345678é", "é12345678日"]
        {
            let all = text.char_indices().filter(|(_, char)| !char.is_ascii());
            assert!(chars_beyond(text).eq(all), "{text}");
        }
    }
}
