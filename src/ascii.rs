//! ASCII in UTF-8, by the byte.

use crate::scan::count_pairs;

/// So many bytes are asked at once whether all are ASCII.
const AT_ONCE: usize = 32;

/// Where the first byte stands that is not ASCII. [`scan::first`](crate::scan::first) would find it too, and takes longer.
fn first_beyond(bytes: &[u8]) -> Option<usize> {
    // in many languages the next one is not far
    let near = bytes.first_chunk().and_then(|eight| first_of_eight(*eight));
    near.or_else(|| {
        let is_ascii = |stretch: &&[u8; AT_ONCE]| stretch.is_ascii();
        let start = AT_ONCE * bytes.as_chunks().0.iter().take_while(is_ascii).count();
        let (eights, last) = bytes[start..].as_chunks();
        let of_eight = |(count, eight): (usize, &[u8; 8])| Some(8 * count + first_of_eight(*eight)?);
        let of_last = || Some(8 * eights.len() + last.iter().position(|byte| !byte.is_ascii())?);
        Some(start + eights.iter().enumerate().find_map(of_eight).or_else(of_last)?)
    })
}

/// The same in eight bytes.
fn first_of_eight(eight: [u8; 8]) -> Option<usize> {
    let beyond = u64::from_le_bytes(eight) & u64::from_le_bytes([0x80; 8]);
    (beyond != 0).then_some(beyond.trailing_zeros() as usize / 8)
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

/// How many words begin with a sign of ASCII behind a blank: no text has fewer words.
pub(crate) fn words(bytes: &[u8]) -> usize {
    count_pairs(bytes, |before, first| before == b' ' && first.is_ascii_graphic())
}

/// How many words may begin with a capital: no text has more such words.
pub(crate) fn capitals(bytes: &[u8]) -> usize {
    let is_capital = |byte: u8| byte.is_ascii_uppercase() | !byte.is_ascii();
    let first = bytes.first().is_some_and(|first| is_capital(*first));
    usize::from(first) + count_pairs(bytes, |before, first| !before.is_ascii_graphic() & is_capital(first))
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
    fn no_text_has_more_words_that_begin_with_a_capital() {
        for text in ["", "A", "a B", "A\tB C", "A\u{a0}B", "Élan É", "a bC", "THE END"] {
            let words = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
            assert!(words.count() <= capitals(text.as_bytes()), "{text:?}");
        }
        assert_eq!(capitals(b"The END of it All"), 3);
    }

    #[test]
    fn they_are_all_that_is_not_ascii() {
        for text in ["", "plain", "é", "a line — with “quotes” and 日本語", "12345678é", "é12345678日"]
        {
            let all = text.char_indices().filter(|(_, char)| !char.is_ascii());
            assert!(chars_beyond(text).eq(all), "{text}");
        }
        for length in 0..3 * AT_ONCE {
            for place in 0..length {
                let mut text = "a".repeat(length);
                text.insert(place, 'é');
                assert!(chars_beyond(&text).eq([(place, 'é')]), "{place} of {length}");
            }
        }
    }
}
