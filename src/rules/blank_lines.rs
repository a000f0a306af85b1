//! Holes in a text.

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, MOST_BLANK_LINES as MOST, lines};
use crate::edit::Span;

pub(super) const RULE: Rule = Rule {
    id: "blank-lines",
    summary: "Three and more blank lines in a row",
    why: "Boxes and menus that were dropped leave holes. One blank line parts two paragraphs; two may part two scenes \
          and stay; more say nothing. Blank lines in code stay.",
    level: Level::On,
    stratum: Stratum::Blanks,
    // the blocks know where many line ends are
    triggers: &[],
    examples: &[
        Example { before: "One.\n\n\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "One.\r\n\r\n\r\n\r\n\r\nTwo.\r\n", after: "One.\r\n\r\nTwo.\r\n" },
        Example { before: "One.\n\n\r\n\nTwo.\n", after: "One.\n\nTwo.\n" },
    ],
    keeps: &["One.\n\n\nTwo.\n", "```\na\n\n\n\n\nb\n```\n"],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    // most texts have none
    if document.blanks().in_rows {
        remove_all(document, hits);
    }
}

fn remove_all(document: &Document, hits: &mut Hits) {
    for (index, (gap, _)) in document.gaps().enumerate() {
        // most gaps are too short for so many
        if gap.len() <= MOST {
            continue;
        }
        // the first line end of a gap ends the block before it
        let mut blank = lines(document.text(), gap).skip(usize::from(index > 0));
        let Some(first) = blank.next() else { continue };
        if blank.by_ref().take(MOST).count() == MOST {
            let last = blank.last().map_or(gap.end(), |last| last.next);
            hits.remove(Span::new(first.next, last));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Reading;
    use std::rc::Rc;

    #[test]
    fn the_blocks_know_whether_there_are_any() {
        let parts = ["a", " ", "\n", "\r\n", "\n\n", "- b\n", "    a\n", "```\n"];
        for number in 0..parts.len().pow(4) {
            let text: String =
                (0..4).map(|place| parts[number / parts.len().pow(place) % parts.len()]).collect();
            let document = Document::new(&text);
            let mut hits = Hits::new(RULE.id, Rc::new(Reading::of(&document)), None);
            remove_all(&document, &mut hits);
            assert_eq!(document.blanks().in_rows, !hits.is_empty(), "{text:?}");
        }
    }
}
