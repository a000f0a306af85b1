//! Which seams part two sentences.

use super::code::shows_code;
use super::names;
use super::seam::{Left, Mark, Seam};
use super::vocabulary::{Use, Vocabulary, bare};
use crate::document::Document;
use std::cell::LazyCell;
use std::collections::HashMap;

/// Those of the `seams` that are proven, in order; all of them [may part](Seam::may_part) two sentences.
///
/// A proven one makes two words of one, and they may be what another one waits for: so the words that are still missing
/// are waited for, and looking again finds nothing more.
pub(super) fn proven(document: &Document, seams: Vec<Seam>) -> Vec<Seam> {
    debug_assert!(seams.iter().all(|seam| seam.may_part));
    let text = document.text();
    let shows_code = LazyCell::new(|| shows_code(document));
    let seams: Vec<Seam> =
        seams.into_iter().filter(|seam| seam.is_no_name_of_code() || !*shows_code).collect();
    let uncertain = seams.iter().enumerate().filter(|(_, seam)| !seam.is_certain(text));
    let words: Vec<(usize, [String; 3])> = uncertain.map(|(index, seam)| (index, seam.words(text))).collect();
    if words.is_empty() {
        return seams;
    }
    let mut vocabulary =
        Vocabulary::of(document, &words.iter().flat_map(|(_, words)| words).cloned().collect());
    let mut waiting: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, words) in &words {
        for word in words {
            waiting.entry(word).or_default().push(*index);
        }
    }
    let mut is_proven = vec![false; seams.len()];
    let mut next: Vec<usize> = (0..seams.len()).collect();
    while let Some(index) = next.pop() {
        if is_proven[index] || !seams[index].is_proven(text, &vocabulary) {
            continue;
        }
        is_proven[index] = true;
        for (word, way) in seams[index].tokens(text) {
            if vocabulary.learn(word, way) {
                next.extend(waiting.get(word).into_iter().flatten());
            }
        }
    }
    let proven = seams.into_iter().zip(is_proven);
    proven.filter(|(_, is_proven)| *is_proven).map(|(seam, _)| seam).collect()
}

impl Seam {
    /// Whether no code has names like it, whatever the document shows.
    fn is_no_name_of_code(&self) -> bool {
        self.kind == Left::Word && self.goes_on && self.mark != Mark::FullStop
    }

    /// Whether nothing that its own words say speaks against it.
    pub(super) fn says_nothing_against(&self, text: &str) -> bool {
        let (left, right) = (self.left.of(text), self.right.of(text));
        if self.is_no_name_of_code() {
            return left.chars().count() >= 2;
        }
        let first = left.to_lowercase();
        if names::goes_on(&first) || names::is_member(&first, right) || names::ends_address(right) {
            return false;
        }
        let length = left.chars().count();
        let is_short = |word: &str| word.chars().nth(1).is_none();
        match self.kind {
            Left::Word => length >= 2 && (self.goes_on || !is_short(right)),
            Left::Number => !is_short(right),
            Left::Name => {
                let least = if left.chars().all(char::is_uppercase) { 2 } else { 3 };
                length >= least
                    && left.chars().all(char::is_alphabetic)
                    && left.starts_with(char::is_uppercase)
                    && !is_short(right)
                    && self.mark != Mark::Exclamation
                    && !names::is_maker(&first)
            }
        }
    }

    /// The words that it asks the vocabulary for.
    fn words(&self, text: &str) -> [String; 3] {
        let right = self.right.of(text);
        [self.left.of(text).to_owned(), right.to_owned(), right.to_lowercase()]
    }

    /// Whether no other words need to be asked for it.
    fn is_certain(&self, text: &str) -> bool {
        let is_long = || self.left.of(text).chars().count() > 2;
        self.is_no_name_of_code()
            || self.kind == Left::Word && self.goes_on && is_long() && is_plain(self.right.of(text))
    }

    /// Whether both words are of a kind that stands at the ends of sentences, as far as the document shows.
    fn is_proven(&self, text: &str, vocabulary: &Vocabulary) -> bool {
        let (left, right) = (self.left.of(text), self.right.of(text));
        let begins = || vocabulary.opens(right) && vocabulary.holds(&right.to_lowercase());
        match self.kind {
            _ if self.is_certain(text) => true,
            Left::Word if self.goes_on => {
                (left.chars().count() > 2 || vocabulary.holds(left))
                    && (is_plain(right) || vocabulary.holds(right))
            }
            Left::Word => {
                (left.chars().count() > 2 && begins())
                    || (vocabulary.is_inside(left) && vocabulary.holds(right))
            }
            Left::Name if self.mark == Mark::Quoted => vocabulary.opens(right),
            Left::Name => vocabulary.is_inside(left) && begins(),
            Left::Number => begins(),
        }
    }

    /// What stands between blanks once it is parted.
    fn tokens<'a>(&self, text: &'a str) -> [(&'a str, Use); 2] {
        let (before, after) = text.split_at(self.at);
        let left = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let right = after.split(char::is_whitespace).next().unwrap_or_default();
        [(bare(left), Use::Inside), (bare(right), Use::Opening)]
    }
}

/// Whether a word holds no inner capital but one that names have; all capitals are plain too.
fn is_plain(word: &str) -> bool {
    let inner_capital = word.char_indices().skip(1).find(|(_, char)| char.is_uppercase());
    match inner_capital {
        Some((at, _)) if word.contains(char::is_lowercase) => names::is_particle(&word[..at]),
        _ => true,
    }
}
