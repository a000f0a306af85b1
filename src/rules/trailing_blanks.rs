//! Blanks at the ends of lines.

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, ends_blank, has_clean_lines, lines};
use crate::edit::Span;

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
    // most texts have none
    if document.blanks().at_ends {
        remove_all(document, hits);
    }
}

fn remove_all(document: &Document, hits: &mut Hits) {
    let text = document.text();
    // half a line end at the end of the text is a blank line, but goes only along with others
    let is_half = text == "\r" || text.ends_with("\n\r");
    let whole = text.len() - usize::from(is_half);
    if is_half && !lines(text, Span::new(0, whole)).any(|line| ends_blank(text, line.span)) {
        return;
    }
    for (index, (gap, block)) in document.gaps().enumerate() {
        blank_lines(text, gap, index == 0, hits);
        // most blocks are one line, and it ends with a word
        let is_clean = block.is_line() && !ends_blank(text, block.span());
        if is_clean || !has_clean_lines(block.kind()) {
            continue;
        }
        for line in lines(text, block.span()).filter(|line| ends_blank(text, line.span)) {
            let last = line.span.end() == block.span().end();
            let runs_on = || {
                if last {
                    hits.look_beyond_blocks();
                }
                !last || runs_on(document, index)
            };
            if let Some(blanks) = trailing(line.of(text), runs_on) {
                hits.remove(Span::new(line.span.end() - blanks, line.span.end()));
            }
        }
    }
}

/// Whether a line of prose follows right behind a block: blanks at its end may be a hard break.
fn runs_on(document: &Document, block: usize) -> bool {
    let gap = document.gap(block + 1).of(document.text());
    block + 1 < document.blocks().len() && gap.matches('\n').count() == 1
}

/// Takes the white space out of the blank lines of a gap. All but the first gap begin with the end of a block's line.
fn blank_lines(text: &str, gap: Span, first: bool, hits: &mut Hits) {
    // most gaps are nothing but line ends
    if text.as_bytes()[gap.range()].iter().all(|byte| *byte == b'\n') {
        return;
    }
    for (count, line) in lines(text, gap).enumerate() {
        if (first || count > 0) && !line.span.is_empty() {
            hits.remove(line.span);
        }
    }
}

/// The bytes of white space at the end of a line that are to go.
fn trailing(line: &str, runs_on: impl FnOnce() -> bool) -> Option<usize> {
    let kept = line.trim_end_matches([' ', '\t', '\u{a0}']);
    let blanks = &line[kept.len()..];
    let hard_break = || blanks.len() >= 2 && blanks.bytes().all(|byte| byte == b' ') && runs_on();
    let lone_mark = || !kept.is_empty() && kept.chars().all(|char| !char.is_alphanumeric());
    (!blanks.is_empty() && !kept.ends_with('\\') && !hard_break() && !lone_mark()).then_some(blanks.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Reading, find};
    use std::rc::Rc;

    #[test]
    fn the_blocks_know_whether_there_are_any() {
        let parts = ["a", " ", "\n", "\r", "\t", "\u{a0}", "- ", "    a", "```\n", "> "];
        let mut without = 0;
        for number in 0..parts.len().pow(4) {
            let text: String =
                (0..4).map(|place| parts[number / parts.len().pow(place) % parts.len()]).collect();
            let document = Document::new(&text);
            if !document.blanks().at_ends {
                let mut hits = Hits::new(RULE.id, Rc::new(Reading::of(&document)), None);
                remove_all(&document, &mut hits);
                assert!(hits.is_empty(), "{text:?}");
                without += 1;
            }
        }
        assert!(without > 0);
    }

    #[test]
    fn half_a_line_end_goes_only_along_with_others() {
        let gone = |text| find(&RULE, &Document::new(text)).into_edits().apply(text);
        for text in ["\r", "a\n\r", "a\r\n\r", "```\na\n```\n\r", "aĂ\n\r", "a ©\n\r"] {
            assert_eq!(gone(text), text);
        }
        assert_eq!(gone("a \n\r"), "a\n");
        assert_eq!(gone("a\n \nb\n\r"), "a\n\nb\n");
        assert_eq!(gone("```\na \n```\n\r"), "```\na \n```\n");
    }
}
