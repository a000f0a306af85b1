//! Which mark a line begins with.

use super::html_block;
use super::marker::{
    behind_blanks, fence, indent, is_atx_heading, is_break, is_definition, is_image, is_table_row, list_item,
};

/// What the beginning of a line says of the block that it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Fenced code: the mark of the fence and how often it stands there.
    Fence((u8, usize)),
    /// Raw HTML, and how it ends.
    Html(html_block::End),
    /// `# Title`.
    Heading,
    /// `---`, `***` or `___`.
    Break,
    /// `> quoted`.
    Quote,
    /// A row of a table, with an outer border.
    Row,
    /// An item of a list, and the column at which its text begins.
    Item(usize),
    /// `[name]: address`.
    Definition,
    /// Nothing but images.
    Image,
}

/// The mark of a line, if it has one. `fresh`: no paragraph runs on before the line.
///
/// The first byte that is no blank tells which marks it may be, and only these are asked for: most lines begin with a
/// letter.
#[inline]
pub(super) fn of(line: &str, fresh: bool) -> Option<Mark> {
    if begins_as_item(line) {
        return Some(Mark::Item(indent(line) + 2));
    }
    by_first_byte(line, behind_blanks(line).bytes().next()?, fresh)
}

/// A quick look: whether a line begins as most items do. What stands behind the line is not read.
#[inline]
pub(super) fn begins_as_item(line: &str) -> bool {
    let text = behind_blanks(line).as_bytes();
    matches!(text, [b'-' | b'*' | b'+', b' ', next, ..] if next.is_ascii_alphanumeric() || *next == b'[')
}

#[inline(never)]
fn by_first_byte(line: &str, first: u8, fresh: bool) -> Option<Mark> {
    match first {
        b'`' | b'~' => fence(line).map(Mark::Fence),
        b'<' => html_block::opens(line, fresh).map(Mark::Html),
        b'#' => is_atx_heading(line).then_some(Mark::Heading),
        b'>' => Some(Mark::Quote),
        b'|' => is_table_row(line).then_some(Mark::Row),
        b'-' | b'*' | b'_' if is_break(line) => Some(Mark::Break),
        b'+' if is_table_row(line) => Some(Mark::Row),
        // some bullets begin with 0xE2
        b'-' | b'*' | b'+' | b'0'..=b'9' | 0xE2 => list_item(line).map(Mark::Item),
        b'[' if is_definition(line) => Some(Mark::Definition),
        b'[' | b'!' => is_image(line).then_some(Mark::Image),
        // white space, but no blank
        b'\x0C' | b'\r' => is_break(line).then_some(Mark::Break),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_items_are_told_by_their_first_signs() {
        for line in [
            "- a",
            "* [a](b)",
            "+ 1",
            "- a -",
            "* a *",
            "  * a",
            " \t- a",
            "- a | b |",
            "+ [x]: /y",
            "- [ ] x",
        ] {
            let first = behind_blanks(line).as_bytes()[0];
            assert_eq!(of(line, true), by_first_byte(line, first, true), "{line}");
            assert!(matches!(of(line, true), Some(Mark::Item(_))), "{line}");
        }
    }

    #[test]
    fn no_later_line_makes_an_item_of_the_first() {
        for text in ["-\n a", "- \na", "  \n- a", "\n- a", "-", "- ", ""] {
            assert!(!begins_as_item(text), "{text:?}");
        }
    }
}
