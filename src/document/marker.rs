//! What the beginning of a line says of it: the marks of Markdown, one test each.
//!
//! All of them take one line without its end and read it at most once.

use crate::edit::Span;
use crate::scan::first;

/// The blanks of Markdown. No other white space: what a rule makes of a no-break space must not make a mark of a line.
pub(super) const BLANKS: [char; 2] = [' ', '\t'];

/// The line from its first byte on that is no blank.
pub(super) fn behind_blanks(line: &str) -> &str {
    let blanks = line.bytes().take_while(|byte| is_blank(*byte)).count();
    &line[blanks..]
}

/// The line from its first byte that is no blank to its last one.
fn between_blanks(line: &str) -> &str {
    let line = behind_blanks(line);
    let blanks = line.bytes().rev().take_while(|byte| is_blank(*byte)).count();
    &line[..line.len() - blanks]
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Columns of white space before the first other character; a tab reaches to the next multiple of four.
pub(super) fn indent(line: &str) -> usize {
    let mut columns = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4 - columns % 4,
            _ => break,
        }
    }
    columns
}

/// The mark of a fence and how often it stands there, for a line that opens or closes fenced code.
pub(super) fn fence(line: &str) -> Option<(u8, usize)> {
    let line = behind_blanks(line);
    let mark = line.bytes().next().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let count = line.bytes().take_while(|&byte| byte == mark).count();
    let opens = count >= 3 && !(mark == b'`' && line[count..].contains('`'));
    opens.then_some((mark, count))
}

/// Whether the line closes the fence that `opened` with a mark and a count.
pub(super) fn closes(line: &str, opened: (u8, usize)) -> bool {
    let line = between_blanks(line);
    line.len() >= opened.1 && line.bytes().all(|byte| byte == opened.0)
}

/// `# Title`.
pub(super) fn is_atx_heading(line: &str) -> bool {
    let line = behind_blanks(line);
    let marks = line.bytes().take_while(|&byte| byte == b'#').count();
    (1..=6).contains(&marks) && line[marks..].chars().next().is_none_or(|next| matches!(next, ' ' | '\t'))
}

/// `---`, `* * *`, `___`.
pub(super) fn is_break(line: &str) -> bool {
    let mut marks = line.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let Some(mark) = marks.next().filter(|mark| matches!(mark, b'-' | b'*' | b'_')) else { return false };
    let mut count = 1;
    marks.all(|byte| {
        count += 1;
        byte == mark
    }) && count >= 3
}

/// `===` or `---` under a heading.
pub(super) fn is_underline(line: &str) -> bool {
    if !line.as_bytes().first().is_some_and(|first| matches!(first, b'=' | b'-' | b' ')) {
        return false;
    }
    let marks = between_blanks(line);
    !marks.is_empty()
        && (marks.bytes().all(|byte| byte == b'=') || marks.bytes().all(|byte| byte == b'-'))
        && indent(line) < 4
}

/// `> quoted`.
pub(super) fn is_quote(line: &str) -> bool {
    behind_blanks(line).starts_with('>')
}

/// For a line that begins a list item: the column at which its text begins.
pub(super) fn list_item(line: &str) -> Option<usize> {
    let text = behind_blanks(line);
    let marker = match text.as_bytes().first()? {
        b'-' | b'*' | b'+' => 1,
        b'0'..=b'9' => number(text)?,
        // a bullet drawn as a character may stand right before its text
        _ => return text.starts_with(['•', '◦', '▪', '‣']).then(|| indent(line) + 2),
    };
    let is_parted = text[marker..].chars().next().is_none_or(char::is_whitespace);
    is_parted.then(|| indent(line) + marker + 1)
}

/// What stands behind the marker of a list item and the blank after it.
pub(super) fn behind_marker(item: &str) -> &str {
    let text = behind_blanks(item);
    text.bytes().position(is_blank).map_or("", |blank| &text[blank + 1..])
}

/// The bytes of `12.` or `12)`.
fn number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = text.as_bytes().get(digits)?;
    ((1..=9).contains(&digits) && matches!(mark, b'.' | b')')).then_some(digits + 1)
}

/// The row of dashes under a table's head: `---|:--:`.
pub(super) fn is_table_rule(line: &str) -> bool {
    line.bytes().all(is_of_table_rule) && line.contains('|') && line.contains('-')
}

/// Whether such a row may hold this byte.
pub(super) fn is_of_table_rule(byte: u8) -> bool {
    matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t')
}

/// A row with an outer border: `| a | b |`, or the frame of a drawn table: `+---+`.
pub(super) fn is_table_row(line: &str) -> bool {
    let line = between_blanks(line);
    let bordered = line.len() > 1 && line.starts_with('|') && line.ends_with('|');
    bordered
        || (line.starts_with("+-") && line.ends_with('+'))
        || (line.starts_with("+=") && line.ends_with('+'))
}

/// `[name]: address` or `[^1]: footnote`.
pub(super) fn is_definition(line: &str) -> bool {
    let line = behind_blanks(line);
    let name = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    name.is_some_and(|(name, rest)| !name.is_empty() && !name.contains('[') && rest.starts_with(": "))
}

/// Nothing but images, linked or not.
pub(super) fn is_image(line: &str) -> bool {
    let text = between_blanks(line);
    if !text.starts_with("![") && !text.starts_with("[![") {
        return false;
    }
    // what is left when all `(…)` and `[…]` are taken out, however nested
    let mut depth = 0_usize;
    let mut rest = text.as_bytes();
    // a backslash stands between `[` and `]`, and two ranges are compared faster than four signs
    let is_bracket = |byte: u8| matches!(byte, b'('..=b')' | b'['..=b']');
    while let Some(bracket) = first(rest, is_bracket) {
        let (before, next) = rest.split_at(bracket);
        if depth == 0 && !is_left_of_images(before) {
            return false;
        }
        match next[0] {
            b'[' | b'(' => depth += 1,
            b']' | b')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => return false,
            _ => {}
        }
        rest = &next[1..];
    }
    depth > 0 || is_left_of_images(rest)
}

/// Whether nothing stands here but what may stand between images, or begins one.
fn is_left_of_images(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, b'!' | b' ' | b'\t'))
}

/// The first and last lines' marks of front matter: `---` or `+++`.
pub(super) fn front_matter(line: &str) -> Option<&'static str> {
    ["---", "+++"].into_iter().find(|mark| line.trim_end_matches(BLANKS) == *mark)
}

/// The line's text without white space around it.
pub(super) fn trimmed(text: &str, span: Span) -> &str {
    between_blanks(span.of(text))
}
