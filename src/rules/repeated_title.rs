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
        let may_be = is_heading || block.kind() == Kind::Paragraph;
        if !may_be || !title.is(block.span().of(document.text())) {
            continue;
        }
        match first {
            None => first = Some(index),
            Some(first) => {
                let is_near = title.is_given || index <= first + NEAR;
                let is_copy = is_heading || is_near && is_before_prose(document, index);
                if is_copy && title.is_of_length() {
                    hits.remove_copy(index, first);
                }
            }
        }
    }
}

/// What an article is called.
struct Title<'d> {
    line: &'d str,
    /// Its first word, in lower case.
    first: String,
    /// Whether somebody says so: the record, the front matter, or a heading.
    is_given: bool,
}

impl<'d> Title<'d> {
    fn of(document: &'d Document) -> Option<Self> {
        let first = usize::from(document.block(0).kind() == Kind::FrontMatter);
        let line = document.block_text(first);
        let is_heading = document.block(first).kind() == Kind::Heading;
        let is_title = is_heading || document.block(first).kind() == Kind::Paragraph && ends_as_title(line);
        let given = document.about().title.as_deref();
        let line = Some(given.or(is_title.then_some(line))?).filter(|title| may_be_title(title))?;
        Some(Self { line, first: words(line).next()?, is_given: given.is_some() || is_heading })
    }

    /// Whether it is as long as titles are. Few stand anywhere a second time: of the others it need not be known.
    fn is_of_length(&self) -> bool {
        let words: Vec<String> = words(self.line).collect();
        (SHORTEST..=LONGEST).contains(&Width::of(&words.join(" ")))
    }

    fn is(&self, line: &str) -> bool {
        let has_mark = !line.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
        let bare = if has_mark { bare(line) } else { line };
        // most lines begin with another word, and where the title is read from the text it is the same to the letter
        !self.begins_otherwise(bare)
            && may_be_title(line)
            && (line == self.line || have_same_words(bare, self.line))
    }

    /// Whether a line without marks before it begins with another word: a quick look.
    fn begins_otherwise(&self, line: &str) -> bool {
        let mut pairs = line.bytes().zip(self.first.bytes()).take_while(|(one, _)| one.is_ascii());
        pairs.any(|(one, other)| one.to_ascii_lowercase() != other)
            || line.chars().next().is_some_and(|char| char.to_lowercase().next() != self.first.chars().next())
    }
}

/// Whether a line is neither too short nor too long, by its bytes.
fn may_be_title(line: &str) -> bool {
    (SHORTEST.0..=4 * LONGEST.0).contains(&line.len())
}

/// A line without the marks of a heading and of emphasis around it.
fn bare(line: &str) -> &str {
    line.trim_matches(|char: char| char.is_whitespace() || matches!(char, '#' | '*' | '_' | '=' | '-'))
}

/// The words of a line without marks around it, in lower case.
fn words(line: &str) -> impl Iterator<Item = String> {
    bare(line).split_whitespace().map(str::to_lowercase)
}

/// Whether two lines have the same words in any case. Most words are ASCII.
fn have_same_words(one: &str, other: &str) -> bool {
    let are_same = |one: &str, other: &str| {
        one.eq_ignore_ascii_case(other)
            || !(one.is_ascii() && other.is_ascii()) && one.to_lowercase() == other.to_lowercase()
    };
    let (mut one, mut other) = (bare(one).split_whitespace(), bare(other).split_whitespace());
    loop {
        match (one.next(), other.next()) {
            (Some(one), Some(other)) if are_same(one, other) => {}
            (one, other) => return one.is_none() && other.is_none(),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::{Title, bare, have_same_words, words};
    use proptest::proptest;

    proptest! {
        #[test]
        fn no_title_is_overlooked(title in "(# |[*]|a|A|K|\u{212A}|ſ|s|é|É|İ| |-){1,6}", end in "(| |-|[*] |a)") {
            let of = |first| Title { line: &title, first, is_given: true };
            let found = words(&title).next().map(of);
            for line in [title.to_uppercase(), title.to_lowercase(), title.replace('k', "\u{212A}")] {
                let line = line + &end;
                let is_title = words(&line).eq(words(&title));
                assert_eq!(have_same_words(&line, &title), is_title, "{line}");
                let begins_otherwise = found.as_ref().is_some_and(|title| title.begins_otherwise(bare(&line)));
                assert!(!(is_title && begins_otherwise), "{line}");
            }
        }
    }
}
