//! The form in which phrases and lines are compared: what sites write one way or another is one.

use crate::composed::Composed;

/// The text in lower case and without blanks, with quotes, dashes and widths folded, and `0` for each number. No blanks:
/// scripts without them are often given some, and labels are often spaced out or glued.
pub(super) fn fold(text: &str) -> Vec<char> {
    start(text, usize::MAX)
}

/// The first `most` characters of [`fold`].
pub(super) fn start(text: &str, most: usize) -> Vec<char> {
    let mut folded = Vec::with_capacity(text.len().min(most));
    for char in Composed::of(text) {
        if folded.len() >= most {
            break;
        }
        push(char, &mut folded);
    }
    folded.truncate(most);
    folded
}

fn push(char: char, folded: &mut Vec<char>) {
    match char {
        '0'..='9' => push_digit(folded),
        '’' | '‘' | 'ʼ' | '`' => folded.push('\''),
        '\t'..='\r' | ' ' => {}
        // most characters
        '\0'..='\x7f' => folded.push(char.to_ascii_lowercase()),
        'ß' => folded.extend(['s'; 2]),
        '…' => folded.extend(['.'; 3]),
        // both cases of both letters: Turkish has two pairs where others have one
        'ı' | 'İ' => folded.push('i'),
        '‐' | '‑' | '–' | '—' => folded.push('-'),
        '。' => folded.push('.'),
        '、' => folded.push(','),
        _ if is_digit(char) => push_digit(folded),
        '\u{FF01}'..='\u{FF5E}' => folded.extend(narrow(char).to_lowercase()),
        _ if char.is_whitespace() || is_mute(char) => {}
        _ => folded.extend(char.to_lowercase()),
    }
}

/// A number, with the marks that part its thousands, is one `0`.
fn push_digit(folded: &mut Vec<char>) {
    if let [.., '0', '.' | ',' | '\''] = folded[..] {
        folded.pop();
    }
    if folded.last() != Some(&'0') {
        folded.push('0');
    }
}

/// The ASCII character of which this is the full-width form.
fn narrow(char: char) -> char {
    char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char)
}

/// A decimal digit of the scripts that sites write numbers in.
pub(super) fn is_digit(char: char) -> bool {
    matches!(char, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '０'..='９')
}

/// Arabic vowel signs and the stroke that lengthens a word: most writers leave them out. Joiners, and the dot that is
/// left of a Turkish capital in lower case.
fn is_mute(char: char) -> bool {
    matches!(char, '\u{307}' | '\u{640}' | '\u{64B}'..='\u{652}' | '\u{200B}'..='\u{200D}')
}
