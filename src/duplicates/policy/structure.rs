//! Where a text says the same thing twice on purpose.

use crate::document::{Document, Kind, Width};
use std::fmt;

/// Lines up to this width that stand together are verse, a list or a menu.
const SHORT_LINE: Width = Width(80);
/// A paragraph wrapped no wider than this is a stanza.
const STANZA: Width = Width(55);
/// A speaker's name has at most so many bytes, and two words.
const LONGEST_NAME: usize = 40;

/// What a paragraph is a part of where copies are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Structure {
    /// An interview, a play or a record of a hearing: it begins with a speaker, `A:` or `Anna Berg:`.
    Speech,
    /// A stanza.
    Verse,
    /// Short lines that stand together: a poem, a meal plan, a menu, a commentary ball by ball.
    ShortLines,
    /// A line of a price list or a table: it ends in a number.
    Prices,
    /// An entry of a live blog, a log or a changelog: it begins with a time, a date or a version.
    Entries,
    /// Sections with the same text under different headings: the days of a plan.
    Sections,
}

impl Structure {
    /// What the block is a part of.
    pub(super) fn around(document: &Document, block: usize) -> Option<Self> {
        let text = document.block_text(block);
        let is_verse = || text.contains('\n') && text.lines().all(|line| Width::of(line) <= STANZA);
        if is_spoken(text) {
            Some(Self::Speech)
        } else if is_verse() {
            Some(Self::Verse)
        } else if stands_among_short_lines(document, block) {
            Some(Self::ShortLines)
        } else if ends_in_number(text) {
            Some(Self::Prices)
        } else if begins_with_number(text) {
            Some(Self::Entries)
        } else {
            None
        }
    }
}

impl fmt::Display for Structure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Speech => "speech",
            Self::Verse => "verse",
            Self::ShortLines => "short lines that stand together, as in verse or a plan",
            Self::Prices => "lines that end in a number, as in a price list",
            Self::Entries => "entries that begin with a number, as in a live blog",
            Self::Sections => "sections under different headings, as the days of a plan",
        })
    }
}

fn is_spoken(text: &str) -> bool {
    let (speaker, said) = text.split_once([':', '：']).unwrap_or_default();
    let speaker = speaker.trim_matches(['*', '_']);
    !said.starts_with("//")
        && speaker.contains(char::is_alphabetic)
        && speaker.len() <= LONGEST_NAME
        && speaker.split_whitespace().count() <= 2
}

fn stands_among_short_lines(document: &Document, block: usize) -> bool {
    let is_short = |index: usize| {
        let text = document.block_text(index);
        document.block(index).kind() == Kind::Paragraph
            && !text.contains('\n')
            && text.len() <= 4 * SHORT_LINE.0
            && Width::of(text.trim()) <= SHORT_LINE
    };
    let joined = |gap: usize| document.gap(gap).of(document.text()).matches('\n').count() == 1;
    let count = document.blocks().len();
    let before = (1..=block).rev().take_while(|&index| joined(index) && is_short(index - 1)).take(2).count();
    let after = (block + 1..count).take_while(|&index| joined(index) && is_short(index)).take(2).count();
    is_short(block) && before + after >= 2
}

/// Whether the last word is a number, with or without a currency, and no sentence ends there.
fn ends_in_number(text: &str) -> bool {
    let last = text.split_whitespace().rev().take(2);
    last.take_while(|word| !ends_sentence(word))
        .any(|word| word.contains(char::is_numeric) && !word.contains(char::is_alphabetic))
}

/// Whether a sentence ends with the text, in any script.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closing =
        |char: char| matches!(char, '"' | '\'' | '”' | '’' | '»' | '」' | '』' | ')' | ']' | '*' | '_');
    text.trim_end().trim_end_matches(closing).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔'])
}

/// Whether the first word is a time, a date or a version: `14:05`, `2026-03-01`, `v1.2`, `[12.5.]`.
fn begins_with_number(text: &str) -> bool {
    let first =
        text.split_whitespace().next().unwrap_or_default().trim_matches(['*', '_', '[', ']', '(', ')']);
    let number = first.strip_prefix('v').unwrap_or(first);
    let is_part = |char: char| char.is_numeric() || matches!(char, ':' | '.' | '-' | '/');
    number.starts_with(char::is_numeric)
        && number.chars().all(is_part)
        && number.contains([':', '.', '-', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_around(text: &str, structure: Option<Structure>) {
        let document = Document::new(text);
        assert_eq!(Structure::around(&document, 0), structure, "{text}");
    }

    #[test]
    fn each_structure_is_seen() {
        use Structure::{Entries, Prices, ShortLines, Speech, Verse};
        assert_around("**Anna Berg:** I do not remember what happened there.", Some(Speech));
        assert_around("问：您还记得那天晚上在码头发生了什么事情吗？", Some(Speech));
        assert_around("The lamps go out along the quay, one by one,\nand nobody sees them go.", Some(Verse));
        assert_around("Rest, and drink.\nRun for a minute.\nStretch both calves.", Some(ShortLines));
        assert_around("A cup of coffee with milk and a slice of cake of the day, 7.50 €", Some(Prices));
        assert_around("14:05 Nothing new from the harbour office, they say.", Some(Entries));
        assert_around("v1.2.0 Mends the crane and paints the shed anew.", Some(Entries));
    }

    #[test]
    fn prose_is_none() {
        for text in [
            "The night ferry to Orsund came in four hours late on Tuesday, and nobody was surprised.",
            "It closed for good in the autumn of 2020.",
            "He said one thing that I remember: the ferry is never late, it is the clock that is early.",
            "12 boats were lost that night, and with them the harbour's good name.",
        ] {
            assert_around(text, None);
        }
    }
}
