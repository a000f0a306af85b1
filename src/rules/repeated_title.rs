//! The title of an article a second time.

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind, Width};

pub(super) const RULE: Rule = Rule {
    id: "repeated-title",
    summary: "The article's own title, where it stands a second time",
    why: "A page has its title in several places, and the scraper met more than one of them. The title is the one that \
          the record or the front matter gives, else the first line if it is a heading, or a line that ends with a word. \
          Its first copy stays; a later one goes if it is a heading, or a line of its own with prose after it: in verse \
          the title comes back. Of the words that it took from what article extractors made of the second set of pages, \
          98.5% were no part of the article; from the first it took none, and from whole pages 100% and 99.9%.",
    level: Level::On,
    stratum: Stratum::Copies,
    triggers: &[],
    examples: &[
        Example {
            before: "# Ten bridges in one day\n\nBy Anna Berg\n\n# Ten bridges in one day\n\nWe began at dawn.\n",
            after: "# Ten bridges in one day\n\nBy Anna Berg\n\nWe began at dawn.\n",
        },
        Example {
            before: "Ten bridges in one day\nTen bridges in one day\nWe began at dawn, while the fog was still on the \
                     water, and took the old road to the north.\n",
            after: "Ten bridges in one day\nWe began at dawn, while the fog was still on the water, and took the old \
                    road to the north.\n",
        },
    ],
    keeps: &[
        "# Ten bridges in one day\n\nTen bridges in one day\nare nine too many for me,\nthe ferry takes me all the way\n\
         from here across the sea.\n",
        "# Notes\n\nOne.\n\n# Notes\n\nTwo.\n",
        "# Ten bridges in one day\n\nWe began at dawn.\n\n- Ten bridges in one day\n",
        "We crossed ten bridges that day.\n\nIt rained, and we went on for an hour or two until it was dark, and slept \
         in the mill.\n\nWe crossed ten bridges that day.\n\nThat was all of it, and none of us has ever been back \
         there since then, not even by train.\n",
    ],
    find,
};

/// A shorter title is a word that may stand anywhere.
const SHORTEST: Width = Width(15);
/// A longer line is no title.
const LONGEST: Width = Width(160);
/// Prose is wider than this; lines that are not may be verse.
const WIDE: Width = Width(80);
/// A line of its own is a copy of the first line only near it, in blocks.
const NEAR: usize = 8;

fn find(document: &Document, hits: &mut Hits) {
    let Some(title) = Title::of(document) else { return };
    let mut first = None;
    for (index, block) in document.blocks().iter().enumerate() {
        let is_heading = block.kind() == Kind::Heading;
        if !is_heading && block.kind() != Kind::Paragraph || !title.is(document.block_text(index)) {
            continue;
        }
        match first {
            None => first = Some(index),
            Some(first) => {
                let is_near = title.is_given || index <= first + NEAR;
                if is_heading || is_near && is_before_prose(document, index) {
                    hits.remove_copy(index, first);
                }
            }
        }
    }
}

/// What an article is called.
struct Title {
    /// In lower case.
    words: Vec<String>,
    /// Whether somebody says so: the record, the front matter, or a heading.
    is_given: bool,
}

impl Title {
    fn of(document: &Document) -> Option<Self> {
        let first = usize::from(document.block(0).kind() == Kind::FrontMatter);
        let line = document.block_text(first);
        let is_heading = document.block(first).kind() == Kind::Heading;
        let is_title = is_heading || document.block(first).kind() == Kind::Paragraph && ends_as_title(line);
        let given = document.about().title.as_deref();
        let title = Some(given.or(is_title.then_some(line))?).filter(|title| may_be_title(title))?;
        let words: Vec<String> = words(title).collect();
        let width = Width::of(&words.join(" "));
        let is_given = given.is_some() || is_heading;
        (SHORTEST..=LONGEST).contains(&width).then_some(Self { words, is_given })
    }

    fn is(&self, line: &str) -> bool {
        // most lines begin with another letter
        let first = line.bytes().next().filter(u8::is_ascii_alphanumeric);
        let begins_otherwise = first.is_some_and(|first| {
            let of_title = self.words.first().and_then(|word| word.bytes().next());
            of_title != Some(first.to_ascii_lowercase())
        });
        !begins_otherwise && may_be_title(line) && words(line).eq(self.words.iter().map(String::as_str))
    }
}

/// Whether a line is neither too short nor too long, by its bytes.
fn may_be_title(line: &str) -> bool {
    (SHORTEST.0..=4 * LONGEST.0).contains(&line.len())
}

/// The words of a line without the marks of a heading and of emphasis, in lower case.
fn words(line: &str) -> impl Iterator<Item = String> {
    let bare =
        line.trim_matches(|char: char| char.is_whitespace() || matches!(char, '#' | '*' | '_' | '=' | '-'));
    bare.split_whitespace().map(str::to_lowercase)
}

/// Whether a line ends as a title does, with a word, and is nothing that somebody says or lists.
fn ends_as_title(line: &str) -> bool {
    let last = line.trim_end().trim_end_matches(['"', '”', '’', '»', '*', '_']).chars().next_back();
    last.is_some_and(char::is_alphabetic) && !line.contains([':', '：'])
}

/// Whether one of the next two blocks is prose.
fn is_before_prose(document: &Document, index: usize) -> bool {
    (index + 1..=index + 2).any(|next| {
        document.block(next).kind() == Kind::Paragraph && Width::of(document.block_text(next).trim()) > WIDE
    })
}
