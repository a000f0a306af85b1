//! What the beginning of a line says of it: the marks of Markdown, one test each.
//!
//! All of them take one line without its end and read it at most once.

use crate::edit::Span;

/// The blanks of Markdown. No other white space: what a rule makes of a no-break space must not make a mark of a line.
pub(super) const BLANKS: [char; 2] = [' ', '\t'];

/// A quick look: whether the line may begin with one of the marks. Most lines begin with a letter.
pub(super) fn may_be_marked(line: &str) -> bool {
    let first = line.bytes().find(|byte| !matches!(byte, b' ' | b'\t'));
    // bullets begin with 0xE2, as quotes do
    first.is_none_or(|first| !first.is_ascii_alphabetic() && (first.is_ascii() || first == 0xE2))
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
    let line = line.trim_start_matches(BLANKS);
    let mark = line.bytes().next().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let count = line.bytes().take_while(|&byte| byte == mark).count();
    let opens = count >= 3 && !(mark == b'`' && line[count..].contains('`'));
    opens.then_some((mark, count))
}

/// Whether the line closes the fence that `opened` with a mark and a count.
pub(super) fn closes(line: &str, opened: (u8, usize)) -> bool {
    let line = line.trim_matches(BLANKS);
    line.len() >= opened.1 && line.bytes().all(|byte| byte == opened.0)
}

/// `# Title`.
pub(super) fn is_atx_heading(line: &str) -> bool {
    let line = line.trim_start_matches(BLANKS);
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
    let marks = line.trim_matches(BLANKS);
    !marks.is_empty()
        && (marks.bytes().all(|byte| byte == b'=') || marks.bytes().all(|byte| byte == b'-'))
        && indent(line) < 4
}

/// `> quoted`.
pub(super) fn is_quote(line: &str) -> bool {
    line.trim_start_matches(BLANKS).starts_with('>')
}

/// For a line that begins a list item: the column at which its text begins.
pub(super) fn list_item(line: &str) -> Option<usize> {
    let text = line.trim_start_matches(BLANKS);
    let bullet = text.chars().next().filter(|mark| matches!(mark, '-' | '*' | '+' | '•' | '◦' | '▪' | '‣'));
    let marker = bullet.map_or_else(|| number(text), |mark| Some(mark.len_utf8()))?;
    let rest = &text[marker..];
    let blank = rest.chars().next().is_none_or(char::is_whitespace);
    // a bullet drawn as a character may stand right before its text
    let drawn = bullet.is_some_and(|mark| !mark.is_ascii());
    (blank || drawn).then(|| indent(line) + text[..marker].chars().count() + 1)
}

/// The bytes of `12.` or `12)`.
fn number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = text.as_bytes().get(digits)?;
    ((1..=9).contains(&digits) && matches!(mark, b'.' | b')')).then_some(digits + 1)
}

/// The row of dashes under a table's head: `---|:--:`.
pub(super) fn is_table_rule(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}

/// A row with an outer border: `| a | b |`, or the frame of a drawn table: `+---+`.
pub(super) fn is_table_row(line: &str) -> bool {
    let line = line.trim_matches(BLANKS);
    let bordered = line.len() > 1 && line.starts_with('|') && line.ends_with('|');
    bordered
        || (line.starts_with("+-") && line.ends_with('+'))
        || (line.starts_with("+=") && line.ends_with('+'))
}

/// `[name]: address` or `[^1]: footnote`.
pub(super) fn is_definition(line: &str) -> bool {
    let line = line.trim_start_matches(BLANKS);
    let name = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    name.is_some_and(|(name, rest)| !name.is_empty() && !name.contains('[') && rest.starts_with(": "))
}

/// Nothing but images, linked or not.
pub(super) fn is_image(line: &str) -> bool {
    let text = line.trim_matches(BLANKS);
    if !text.starts_with("![") && !text.starts_with("[![") {
        return false;
    }
    // what is left when all `(…)` and `[…]` are taken out, however nested
    let mut depth = 0_usize;
    text.bytes().all(|byte| {
        match byte {
            b'[' | b'(' => depth += 1,
            b']' | b')' => depth = depth.saturating_sub(1),
            b'!' | b' ' | b'\t' => {}
            _ => return depth > 0,
        }
        true
    })
}

/// The first and last lines' marks of front matter: `---` or `+++`.
pub(super) fn front_matter(line: &str) -> Option<&'static str> {
    ["---", "+++"].into_iter().find(|mark| line.trim_end_matches(BLANKS) == *mark)
}

/// The line's text without white space around it.
pub(super) fn trimmed(text: &str, span: Span) -> &str {
    span.of(text).trim_matches(BLANKS)
}
