//! The document's own words, as evidence that two words are two.

use crate::document::{Document, Kind};
use std::collections::HashSet;

/// How a word stands in the document's prose. `os.Create` is one word here, so neither of its parts is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Use {
    /// It opens a block or follows the end of a sentence.
    Opening,
    /// It stands inside a sentence.
    Inside,
}

/// Where the words stand that somebody asks for.
pub(super) struct Vocabulary<'a> {
    uses: HashSet<(&'a str, Use)>,
}

impl<'a> Vocabulary<'a> {
    /// Looks for the words in `asked`, between blanks, without the marks around them.
    pub(super) fn of(document: &Document<'a>, asked: &HashSet<String>) -> Self {
        let mut uses = HashSet::new();
        let mut begins = [false; 256];
        asked.iter().filter_map(|word| word.bytes().next()).for_each(|byte| begins[usize::from(byte)] = true);
        // most words begin with another letter
        let may_be_asked = |first: u8| begins[usize::from(first)] || !first.is_ascii_alphanumeric();
        for (index, block) in document.blocks().iter().enumerate() {
            if !matches!(block.kind(), Kind::Paragraph | Kind::ListItem | Kind::Quote) {
                continue;
            }
            let mut opening = true;
            for token in document.block_text(index).split_whitespace() {
                let mut is_sign = false;
                if token.bytes().next().is_some_and(may_be_asked) {
                    let word = bare(token);
                    if asked.contains(word) {
                        uses.insert((word, if opening { Use::Opening } else { Use::Inside }));
                    }
                    is_sign = word.is_empty();
                }
                // a bullet or a dash opens nothing and ends nothing
                opening = ends_sentence(token) || (opening && is_sign);
            }
        }
        Self { uses }
    }

    /// Takes note of a word that stands alone now, and says whether that is news.
    pub(super) fn learn(&mut self, word: &'a str, way: Use) -> bool {
        self.uses.insert((word, way))
    }

    /// Whether it opens a sentence somewhere.
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

/// A word without the marks around it and without `'s`.
pub(super) fn bare(token: &str) -> &str {
    let word = match token.as_bytes() {
        // most words have no marks around them
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => token,
        _ => token.trim_matches(|char: char| !char.is_alphanumeric()),
    };
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
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
