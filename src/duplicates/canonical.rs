//! The form in which paragraphs are compared.

use crate::composed::Composed;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text in canonical form: Unicode's NFC, every run of white space as one blank, quotes and dashes as their ASCII
/// relatives, no invisible marks. Digits and letters stay as they are, in their own case.
///
/// It serves comparison only and is never written anywhere.
pub fn canonical(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    if text.is_ascii() {
        text.split_whitespace().for_each(|word| {
            form.push_str(word);
            form.push(' ');
        });
    } else if is_nfc(text) {
        text.chars().for_each(|char| push(&mut form, char));
    } else {
        text.nfc().for_each(|char| push(&mut form, char));
    }
    form.truncate(form.trim_end().len());
    form
}

/// Whether the canonical forms of two texts may be equal: a quick look, for most texts differ in their first letters. No
/// form loses a letter or a digit of its NFC, or has more.
pub(super) fn may_be_equal(one: &str, other: &str) -> bool {
    if begin_otherwise(one, other) {
        return false;
    }
    // bytes first: most differ in a plain letter
    let same =
        one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other && one.is_ascii()).count();
    let mut ones = letters_from(one.as_bytes(), same);
    let mut others = letters_from(other.as_bytes(), same);
    while let (Some(one), Some(other)) = (ones.next(), others.next()) {
        if one != other {
            return false;
        }
    }
    let letters = |text| Composed::of(text).filter(|char| char.is_alphanumeric());
    letters(one).eq(letters(other))
}

/// Whether two texts begin with different letters of ASCII, and nothing can join them: so it is with most.
#[inline]
fn begin_otherwise(one: &str, other: &str) -> bool {
    let ([one, behind, ..], [other, behind_other, ..]) = (one.as_bytes(), other.as_bytes()) else {
        return false;
    };
    one != other
        && one.is_ascii_alphanumeric()
        && other.is_ascii_alphanumeric()
        && behind.is_ascii()
        && behind_other.is_ascii()
}

/// The letters and digits of ASCII from a place on, as long as all is of ASCII and nothing can join them.
fn letters_from(text: &[u8], at: usize) -> impl Iterator<Item = u8> {
    let pairs = text.get(at..).unwrap_or_default().windows(2).take_while(|pair| pair.is_ascii());
    pairs.map(|pair| pair[0]).filter(u8::is_ascii_alphanumeric)
}

fn push(form: &mut String, char: char) {
    match char {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => {}
        '‘' | '’' | '‚' | '‛' | '′' => form.push('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => form.push('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => form.push('-'),
        '…' => form.push_str("..."),
        _ if char.is_whitespace() => {
            if !form.is_empty() && !form.ends_with(' ') {
                form.push(' ');
            }
        }
        _ => form.push(char),
    }
}

#[cfg(test)]
mod tests {
    use super::{canonical, may_be_equal};

    #[test]
    fn what_is_equal_may_be() {
        let texts = [
            "one",
            "ones",
            "on e",
            "on. e",
            "on\u{ad}e",
            "one\u{301}",
            "on, e\u{301}",
            "on\u{e9}",
            "one.",
            "oné \u{2014} two",
            "",
        ];
        for (one, other) in texts.iter().flat_map(|one| texts.map(|other| (*one, other))) {
            assert!(may_be_equal(one, other) || canonical(one) != canonical(other), "{one} {other}");
        }
        assert!(!may_be_equal("one two", "one too"));
        assert!(!may_be_equal("one, two", "one two and three"));
    }
}
