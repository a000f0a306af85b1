//! Layout by no-break spaces.

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;
use memchr::memmem;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    id: "blank-run",
    summary: "Runs of blanks with no-break spaces among them, between two words",
    why: "Pages are laid out with `&nbsp;`, and editors put it beside a blank that is there already. One blank parts two \
          words as well. A no-break space alone may be meant, as before a French question mark, and stays; so do \
          runs of plain blanks and what indents a line.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &["\u{a0}"],
    examples: &[Example { before: "One\u{a0} \u{a0}two,\u{a0}\u{a0}three.\n", after: "One two, three.\n" }],
    keeps: &[
        "Vraiment\u{a0}?\n",
        "10\u{a0}km\n",
        "\u{a0}\u{a0}\u{a0}indented\n",
        "two  blanks\n",
        "`a\u{a0}\u{a0}b`\n",
    ],
    find,
};

const NO_BREAK: char = '\u{a0}';
const BLANKS: [char; 2] = [' ', NO_BREAK];

fn find(document: &Document, hits: &mut Hits) {
    let text = document.text();
    for span in document.open_text(beside_blanks(text)) {
        for run in runs(span.of(text)) {
            hits.replace(span.part(run), " ");
        }
    }
}

/// A quick look: the no-break spaces that have another blank beside them.
fn beside_blanks(text: &str) -> impl Iterator<Item = usize> {
    memmem::find_iter(text.as_bytes(), "\u{a0}").filter(|&at| {
        let behind = &text[at + NO_BREAK.len_utf8()..];
        text[..at].ends_with(BLANKS) || behind.starts_with(BLANKS)
    })
}

/// The runs of more than one blank, with a no-break space among them, that part two words.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut read = 0;
    text.match_indices(NO_BREAK).filter_map(move |(at, _)| {
        if at < read {
            return None;
        }
        let (before, behind) = (text[..at].trim_end_matches(BLANKS), text[at..].trim_start_matches(BLANKS));
        let run = before.len()..text.len() - behind.len();
        read = run.end;
        let parts = before.ends_with(is_of_word) && behind.starts_with(is_of_word);
        (parts && run.len() > NO_BREAK.len_utf8()).then_some(run)
    })
}

fn is_of_word(char: char) -> bool {
    !char.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{beside_blanks, runs};
    use regex::Regex;

    #[test]
    fn a_run_has_a_no_break_space_and_another_blank_between_two_words() {
        let pattern = Regex::new(r"\S(?P<run> *\u{a0}[ \u{a0}]+| +\u{a0})[^\s\u{a0}]").unwrap();
        let signs = [' ', '\u{a0}', 'a', '\n', '\u{2003}'];
        for number in 0..signs.len().pow(6) {
            let text: String =
                (0..6).map(|place| signs[number / signs.len().pow(place) % signs.len()]).collect();
            let run = pattern.captures(&text).and_then(|groups| Some(groups.name("run")?.range()));
            assert!(run.is_none() || beside_blanks(&text).next().is_some(), "{text:?}");
            assert_eq!(runs(&text).next(), run, "{text:?}");
        }
    }
}
