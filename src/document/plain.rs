//! Lines that are prose by the byte with which they begin.

/// A quick look: whether a line that begins with this byte has no mark, is not blank and says nothing of the line before: so
/// it is with letters, with which most lines begin.
pub(super) fn begins_as_prose(first: Option<u8>) -> bool {
    first.is_some_and(|first| PROSE[usize::from(first)])
}

/// Some bullets and some white space begin with one of the bytes from 0xE1 to 0xE3, other white space with 0xC2.
const PROSE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = u8::MIN;
    loop {
        let is_mark = matches!(
            byte,
            b'!' | b'#' | b'$' | b'*' | b'+' | b'-' | b'0'..=b'9' | b'<'..=b'>' | b'[' | b'_' | b'`' | b'|' | b'~'
        );
        table[byte as usize] = !is_mark && !matches!(byte, 0..=b' ' | 0x7F..=0xC2 | 0xE1..=0xE3);
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::super::marker::{self, indent};
    use super::super::{mark, protect};
    use super::*;

    #[test]
    fn plain_lines_have_no_mark() {
        let ends = [
            "",
            "a",
            " a",
            "--",
            "---",
            "- a",
            "```",
            "<p>",
            "# a",
            "> a",
            "| a |",
            "$$",
            "[a]: b",
            "a]: b",
            "[a](b)",
            "a](b)",
            ") a",
            "1. a",
            "<!-- unscrape: off -->",
        ];
        // all white space is among the first of them
        let all = ('\0'..='\u{3fff}').chain(('\u{4000}'..=char::MAX).step_by(0x100));
        for first in all.filter(|char| begins_as_prose(char.to_string().bytes().next())) {
            for end in ends {
                let line = format!("{first}{end}");
                assert_eq!(mark::of(&line, true), None, "{line}");
                assert!(marker::list_item(&line).is_none() && marker::fence(&line).is_none(), "{line}");
                assert!(
                    !line.trim_start().is_empty() && indent(&line) == 0 && !line.starts_with("$$"),
                    "{line}"
                );
                assert!(!marker::is_underline(&line) && !protect::switches_off(&line), "{line}");
            }
        }
    }
}
