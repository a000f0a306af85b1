//! One phrase of a list.

use super::head::{self, Head, have_start};
use super::parse;
use super::part::{Part, chars_of, ends, has_word, longest, may_begin, needed, shortest};
use super::tail::Tail;
use crate::visible::visible;
use std::str::FromStr;

/// More characters than this are no phrase.
const LONGEST: usize = 300;

/// A match seldom can end at more places.
const PLACES: usize = 16;

/// A line that scrapers leave, or the label before the title of another article. It is written as it stands on a page:
/// `(a|b)` is one of several words, `(a)?` may be missing, `<network>` is the name of a social network, a number stands for
/// any number, `…` for a few words, and at the end `<rest>` for whatever else the line holds, `: <title>` for a mark and a
/// title, `<name>` for names of people, and `<date>` for a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    written: String,
    pub(super) parts: Vec<Part>,
    tail: Option<Tail>,
    /// What matches it has so many characters at least, folded.
    shortest: usize,
    /// So many at most, but for marks behind it.
    longest: usize,
    /// And these characters.
    needed: u64,
}

impl Phrase {
    /// The phrase as it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether nothing but these words is in a line that matches.
    pub fn is_closed(&self) -> bool {
        self.tail.is_none() && !self.parts.iter().any(|part| matches!(part, Part::Few | Part::Rest))
    }

    /// What follows the words.
    pub(super) fn tail(&self) -> Option<Tail> {
        self.tail
    }

    /// How lines begin that match it, in `length` characters; in fewer if it can begin in more ways than `most`.
    pub(super) fn heads(&self, length: usize, most: usize) -> Vec<Head> {
        let mut heads = head::heads(&self.parts, length, most);
        if self.tail.is_some() {
            // after the words a digit may come, which makes the mark a part of the number
            heads.iter_mut().for_each(Head::drop_mark_of_number);
        }
        heads
    }

    /// Whether a line that has these characters may be this phrase: most lack a letter of what it ends with.
    pub(super) fn may_have(&self, chars: u64) -> bool {
        self.needed & !chars == 0
    }

    /// Whether `line`, not folded yet, is short enough to be this phrase: each letter of ASCII in it is one character when
    /// it is folded, and no mark.
    pub(super) fn may_be(&self, line: &str) -> bool {
        line.len() <= self.longest || line.bytes().filter(u8::is_ascii_alphabetic).count() <= self.longest
    }

    /// Whether `line`, folded, is this phrase and nothing more but marks.
    pub(super) fn is(&self, line: &[char]) -> bool {
        // many a line is no more than what a phrase begins with
        if line.len() < self.shortest || !may_begin(&self.parts, line) {
            return false;
        }
        let mut places = Vec::with_capacity(PLACES);
        places.push(0);
        ends(&self.parts, line, &mut places, 0);
        let is_it = places.into_iter().any(|end| line[end..].iter().all(|char| is_end_mark(*char)));
        debug_assert!(!is_it || self.may_have(chars_of(line)), "{}", self.written);
        debug_assert!(!is_it || self.may_be(&line.iter().collect::<String>()), "{}", self.written);
        is_it
    }
}

/// What may stand behind a phrase, folded.
pub(super) fn is_end_mark(char: char) -> bool {
    // most lines end with a letter
    !char.is_ascii_alphabetic() && ".,:!|-»›→>▶►*_•".contains(char)
}

impl FromStr for Phrase {
    type Err = PhraseError;

    fn from_str(written: &str) -> Result<Self, PhraseError> {
        let written = written.trim();
        if written.chars().count() > LONGEST {
            return Err(PhraseError::Long);
        }
        let (label, tail) = Tail::split(written)?;
        let parts = parse::parts(label)?;
        // what follows "By" says what it is
        if !matches!(tail, Some(Tail::Name | Tail::Date)) && !has_word(&parts) {
            return Err(PhraseError::NoWord);
        }
        if !have_start(&parts) {
            return Err(PhraseError::NoStart);
        }
        let (shortest, longest, needed) = (shortest(&parts), longest(&parts), needed(&parts));
        Ok(Self { written: written.to_owned(), parts, tail, shortest, longest, needed })
    }
}

/// What is no [`Phrase`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhraseError {
    /// A bracket that is not closed, or one that was not opened.
    #[error("\"{0}\" has no counterpart: alternatives are written (a|b), a bracket of its own \\(")]
    Bracket(char),
    /// Nothing where an alternative should be.
    #[error("an alternative is empty: what may be missing is written (a)?")]
    Empty,
    /// Too many brackets in brackets.
    #[error("alternatives stand in alternatives at most {} deep", super::parse::DEEPEST)]
    Deep,
    /// Nothing after the last backslash.
    #[error("nothing follows the backslash")]
    Backslash,
    /// No such placeholder.
    #[error("unknown placeholder \"<{}>\" (known: <network>, <title>, <name>, <date>, <rest>)", visible(.0))]
    Placeholder(String),
    /// A title where none can be told from other words.
    #[error("<title> stands at the end, after a label and a colon: \"Read more: <title>\"")]
    Title,
    /// Something after what takes all the rest of a line.
    #[error("<rest>, <name> and <date> stand at the end")]
    Rest,
    /// It would match any line.
    #[error("a phrase has a word of at least three letters that is always there")]
    NoWord,
    /// It could match in the middle of a sentence.
    #[error("a phrase begins with a word, not with what may be anything")]
    NoStart,
    /// It is too long to be one.
    #[error("a phrase has at most {LONGEST} characters")]
    Long,
}
