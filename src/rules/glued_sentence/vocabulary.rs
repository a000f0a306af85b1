//! The document's own words, as evidence that two words are two.

use crate::document::{Document, Kind};
use crate::edit::Span;
use memchr::memmem;
use std::collections::HashSet;

/// What a word may have at its end.
const GENITIVES: [&str; 2] = ["'s", "’s"];

/// How a word stands in the document's prose. `os.Create` is one word here, so neither of its parts is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Use {
    /// It opens a block or follows the end of a sentence.
    Opening,
    /// It stands inside a sentence.
    Inside,
}

/// So many words are looked for one by one, which takes less time than to look at all that the text has.
const FEW: usize = 48;

/// Where the words stand that somebody asks for.
pub(super) struct Vocabulary<'a> {
    uses: Uses<'a>,
}

/// How the words stand that were found.
type Uses<'a> = HashSet<(&'a str, Use)>;

impl<'a> Vocabulary<'a> {
    /// Looks for the words in `asked`, between blanks, without the marks around them.
    pub(super) fn of(document: &Document<'a>, asked: &HashSet<String>) -> Self {
        let find = if asked.len() <= FEW { one_by_one } else { among_all };
        Self { uses: find(document, asked) }
    }

    /// Takes note of a word that stands alone now, and says whether that is news.
    pub(super) fn learn(&mut self, word: &'a str, way: Use) -> bool {
        self.uses.insert((word, way))
    }

    /// Whether it, a word with a capital, opens a sentence somewhere.
    pub(super) fn opens(&self, word: &str) -> bool {
        self.uses.contains(&(word, Use::Opening))
    }

    /// Whether it stands inside a sentence somewhere.
    pub(super) fn is_inside(&self, word: &str) -> bool {
        self.uses.contains(&(word, Use::Inside))
    }

    /// Whether it stands anywhere.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.opens(word) || self.is_inside(word)
    }
}

/// Finds each word where its letters stand.
fn one_by_one<'a>(document: &Document<'a>, asked: &HashSet<String>) -> Uses<'a> {
    let text = document.text();
    let mut uses = HashSet::new();
    for word in asked {
        // of a word in lower case nobody asks whether it opens a sentence
        let mut inside = false;
        let mut opening = !word.starts_with(char::is_uppercase);
        let mut places = memmem::find_iter(text.as_bytes(), word.as_bytes());
        while let Some(place) = (!inside || !opening).then(|| places.next()).flatten() {
            let found = Span::new(place, place + word.len());
            if let Some(way) = way(document, found) {
                uses.insert((found.of(text), way));
                inside |= way == Use::Inside;
                opening |= way == Use::Opening;
            }
        }
    }
    uses
}

/// How a word stands in prose, if it stands there.
fn way(document: &Document, word: Span) -> Option<Use> {
    let before = before_token(document.text(), word)?;
    let block = document.block(document.block_at(word.start()));
    let is_of_prose = is_prose(block.kind()) && block.span().start() <= word.start();
    is_of_prose.then(|| way_behind(&before[block.span().start()..]))
}

/// Finds them among all words of the text.
fn among_all<'a>(document: &Document<'a>, asked: &HashSet<String>) -> Uses<'a> {
    let mut uses = HashSet::new();
    for (index, _) in document.blocks().iter().enumerate().filter(|(_, block)| is_prose(block.kind())) {
        let mut opening = true;
        for token in document.block_text(index).split_whitespace() {
            let word = bare(token);
            if asked.contains(word) {
                uses.insert((word, if opening { Use::Opening } else { Use::Inside }));
            }
            // a bullet or a dash opens nothing and ends nothing
            opening = ends_sentence(token) || (opening && word.is_empty());
        }
    }
    uses
}

fn is_prose(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::ListItem | Kind::Quote)
}

/// What stands before the token of which the word is all but marks and `'s`, if there is such a token.
fn before_token(text: &str, word: Span) -> Option<&str> {
    let is_mark = |char: char| !char.is_alphanumeric() && !char.is_whitespace();
    let is_of_word = |char: char| !char.is_whitespace();
    let (before, behind) = (&text[..word.start()], &text[word.end()..]);
    let before = before.trim_end_matches(is_mark);
    let behind = GENITIVES.iter().find_map(|end| behind.strip_prefix(end)).unwrap_or(behind);
    let behind = behind.trim_start_matches(is_mark);
    let is_token = !before.ends_with(is_of_word) && !behind.starts_with(is_of_word);
    let token = &text[before.len()..text.len() - behind.len()];
    (is_token && bare(token) == word.of(text)).then_some(before)
}

/// How a word stands behind what is `before` it in its block.
fn way_behind(before: &str) -> Use {
    // a bullet or a dash opens nothing and ends nothing
    let mut telling =
        before.split_whitespace().rev().filter(|token| ends_sentence(token) || !bare(token).is_empty());
    if telling.next().is_none_or(ends_sentence) { Use::Opening } else { Use::Inside }
}

/// A word without the marks around it and without `'s`.
pub(super) fn bare(token: &str) -> &str {
    let word = match token.as_bytes() {
        // most words have no marks around them
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => token,
        _ => token.trim_matches(|char: char| !char.is_alphanumeric()),
    };
    GENITIVES.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

/// Whether a sentence ends with this token, closing quotes aside.
fn ends_sentence(token: &str) -> bool {
    // most end with a letter
    if token.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    let closes = |char: char| matches!(char, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*' | '_');
    token.trim_end_matches(closes).ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_by_one_they_are_the_same(
            tokens in prop::collection::vec("[a.\u{301}É]{0,2}['’\"]?[sA-]?[ \n\u{a0}]?", 1..30),
        ) {
            let text = tokens.concat();
            let document = Document::new(&text);
            let asked = ["a", "aa", "É", "s", "A", "as", "a\u{301}", "a\u{301}a", "\u{301}a"];
            let asked: HashSet<String> = asked.map(str::to_owned).into();
            let [few, all] = [one_by_one, among_all].map(|find| Vocabulary { uses: find(&document, &asked) });
            for word in &asked {
                if word.starts_with(char::is_uppercase) {
                    prop_assert_eq!(few.opens(word), all.opens(word), "{} in {}", word, text);
                }
                prop_assert_eq!(few.is_inside(word), all.is_inside(word), "{} in {}", word, text);
                prop_assert_eq!(few.holds(word), all.holds(word), "{} in {}", word, text);
            }
        }
    }
}
