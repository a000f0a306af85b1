//! Blanks at the ends of lines.

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind, lines};
use crate::edit::Span;
use crate::scan::pairs;

pub(super) const RULE: Rule = Rule {
    id: "trailing-blanks",
    summary: "Blanks at the ends of lines and in blank lines",
    why: "What was laid out in HTML leaves blanks behind. A line with two or more blanks at its end and another line \
          after it is a hard break of Markdown and stays as it is; code and tables do too, and so does the blank \
          after a lone mark such as `>`.",
    level: Level::On,
    stratum: Stratum::Blanks,
    triggers: &[" ", "\t", "\u{a0}"],
    examples: &[
        Example { before: "One. \n \t\nTwo.\u{a0}\n", after: "One.\n\nTwo.\n" },
        Example { before: "The last line.  ", after: "The last line." },
    ],
    keeps: &[
        "A hard break  \nin a line.\n",
        "```\ncode  \n```\n",
        "> \n> quoted\n",
        "- \n",
        "| a |  \n|---|  \n",
    ],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    let text = document.text();
    let mut ends = blank_line_ends(text).peekable();
    if ends.peek().is_none() {
        return;
    }
    let mut next = 0;
    // half a line end at the end of the text is a blank line, but goes only along with others
    for end in ends.chain([text.len()]) {
        // the block in which the line ends, or else the one behind it
        let index = document.block_at(end);
        if index < next {
            continue;
        }
        next = index + 1;
        blank_lines(text, document.gap(index), index == 0, hits);
        let Some(block) = document.blocks().get(index) else { break };
        if !block.kind().is_open() && block.kind() != Kind::Break {
            continue;
        }
        // where a line of prose follows right behind the block, blanks at its end may be a hard break
        let runs_on = document.gap(index + 1).of(text).matches('\n').count() == 1
            && index + 1 < document.blocks().len();
        for line in lines(text, block.span()) {
            let last = line.span.end() == block.span().end();
            if let Some(blanks) = trailing(line.of(text), runs_on || !last) {
                hits.remove(Span::new(line.span.end() - blanks, line.span.end()));
            }
        }
    }
}

/// The ends of all lines with white space before them, and of some with a character that ends with the same byte.
fn blank_line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let before = move |end: usize| end.checked_sub(1).map(|last| bytes[last]);
    // signed, what is not ASCII is less than a blank, too
    let may_be_end =
        |last: u8, next| next == b'\n' && last.cast_signed() <= b' '.cast_signed() && last != b'\n';
    let ends = pairs(bytes, may_be_end).map(|last| last + 1).chain([bytes.len()]);
    let ends = ends.map(move |end| if before(end) == Some(b'\r') { end - 1 } else { end });
    ends.filter(move |end| before(*end).is_some_and(may_end_blank))
}

/// Whether a character of white space ends with this byte in UTF-8.
fn may_end_blank(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\x0b'..=b'\r' | b' ' | 0x80..=0x8A | 0x9F | 0xA0 | 0xA8 | 0xA9 | 0xAF)
}

/// Takes the white space out of the blank lines of a gap. All but the first gap begin with the end of a block's line.
fn blank_lines(text: &str, gap: Span, first: bool, hits: &mut Hits) {
    for (count, line) in lines(text, gap).enumerate() {
        if (first || count > 0) && !line.span.is_empty() {
            hits.remove(line.span);
        }
    }
}

/// The bytes of white space at the end of a line that are to go.
fn trailing(line: &str, runs_on: bool) -> Option<usize> {
    let kept = line.trim_end_matches([' ', '\t', '\u{a0}']);
    let blanks = &line[kept.len()..];
    let hard_break = runs_on && blanks.len() >= 2 && blanks.bytes().all(|byte| byte == b' ');
    let lone_mark = !kept.is_empty() && kept.trim_start().chars().all(|char| !char.is_alphanumeric());
    (!blanks.is_empty() && !hard_break && !lone_mark && !kept.ends_with('\\')).then_some(blanks.len())
}
