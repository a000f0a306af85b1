//! Places where a blank may be missing.

use super::quotes::Quotes;
use super::shape::{self, Shape, Shapes};
use crate::edit::Span;

/// A clause of fewer words may be a name or a label.
const FEWEST_WORDS: usize = 4;

/// In characters: what stands farther before a mark says nothing more of it.
const LONGEST_LOOK_BACK: usize = 200;

/// The word before a seam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// In lower case.
    Word,
    /// With capitals: a name, more often than not.
    Name,
    /// Of digits alone.
    Number,
}

/// What stands between the two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A full stop alone, which also parts the names of code.
    FullStop,
    /// `!` alone, which some names hold: `Yahoo!`.
    Exclamation,
    /// `?` alone.
    Question,
    /// Any of them with a quote or bracket behind it, as no name has it.
    Quoted,
}

/// A place where a blank may be missing.
pub(super) struct Seam {
    /// Both words and what is between them.
    pub(super) span: Span,
    pub(super) left: Span,
    pub(super) kind: Left,
    pub(super) right: Span,
    /// Where the blank belongs: before the word on the right or the quotes that open it.
    pub(super) at: usize,
    pub(super) mark: Mark,
    /// A word in lower case follows.
    pub(super) goes_on: bool,
    /// It ends a clause of several words, and nothing that its own words say speaks against it. Others only tell which
    /// names are in use.
    pub(super) may_part: bool,
}

/// All of them in the bytes `block` of a text that has these [`marks`](super::marks::marks).
pub(super) fn seams_of(text: &str, block: Span, marks: &[usize]) -> Vec<Seam> {
    let mut found = Vec::new();
    let mut quotes = Quotes::from(block.start());
    for Shape { left, mark, close, open, right, end } in Shapes::of(text, block, marks) {
        let rest = &text[end..block.end()];
        let goes_on = shape::goes_on(rest);
        let opens = close.of(text).ends_with('"') && quotes.is_open_after(text, close.end());
        let kind = kind(left.of(text));
        let seam = Seam {
            span: left.cover(right),
            left,
            kind,
            right,
            at: open.start() - usize::from(opens),
            mark: match mark.of(text) {
                _ if !close.is_empty() || !open.is_empty() => Mark::Quoted,
                "." => Mark::FullStop,
                "!" => Mark::Exclamation,
                _ => Mark::Question,
            },
            goes_on,
            may_part: (goes_on || shape::is_parted(rest)) && ends_clause(text, left, kind),
        };
        found.push(Seam { may_part: seam.may_part && seam.says_nothing_against(text), ..seam });
    }
    found
}

fn kind(left: &str) -> Left {
    if left.chars().all(char::is_numeric) {
        Left::Number
    } else if left.contains(|char: char| char.is_uppercase() || char.is_numeric()) {
        Left::Name
    } else {
        Left::Word
    }
}

/// Whether `left` is a whole word that ends a clause of several words.
fn ends_clause(text: &str, left: Span, kind: Left) -> bool {
    let clause = clause(&text[..left.start()]);
    // an apostrophe or a hyphen joins parts of one word: "didn't", "follow-up"
    let is_part = |char: char| char.is_alphabetic() || matches!(char, '\'' | '’' | '-');
    let before_word = if kind == Left::Number {
        clause.trim_end_matches(['$', '€', '£'])
    } else {
        clause.trim_end_matches(is_part)
    };
    let is_lower = kind != Left::Word || !clause[before_word.len()..].contains(char::is_uppercase);
    let opens =
        |char: char| char.is_whitespace() || matches!(char, '"' | '“' | '‘' | '«' | '(' | '[' | '—' | '–');
    let is_whole = before_word.is_empty() || before_word.ends_with(opens);
    let words = clause.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    is_whole && is_lower && words + 1 >= FEWEST_WORDS
}

/// The end of `text` that belongs to one clause: back to the mark or line end before it, or a few words' length.
fn clause(text: &str) -> &str {
    let ends = |char: char| matches!(char, '.' | '!' | '?' | '\n');
    let near = text.char_indices().rev().take(LONGEST_LOOK_BACK);
    let start = near.take_while(|(_, char)| !ends(*char)).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}
