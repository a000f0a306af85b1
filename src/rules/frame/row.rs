//! Entries of a menu one after the other on one line, with nothing but blanks between them.

use super::super::phrases::Lists;
use super::class::copyright;
use super::counts::Counts;
use super::menu::{is_part_entry, may_begin_entry};
use crate::{ascii, scan};
use std::borrow::Cow;

/// An entry has at most so many words.
const MOST_WORDS: usize = 5;
/// A line with fewer is no row.
const FEWEST_WORDS: usize = 4;

/// A line that may be a row by the look of its words.
pub(super) struct Row<'l> {
    /// With one blank between two words, and none around them.
    words: Cow<'l, str>,
    count: usize,
    may_have_numbers: bool,
}

impl<'l> Row<'l> {
    /// The row that `line` may be: four words need three capitals, and most words one.
    pub(super) fn of(line: &'l str, counts: Counts) -> Option<Self> {
        // most lines have fewer, as one look has told
        let others = counts.others();
        if 1 + counts.blanks() + others < FEWEST_WORDS || counts.capitals() + others / 2 < 3 {
            return None;
        }
        let bytes = line.as_bytes();
        let capitals = ascii::capitals(bytes);
        if capitals < 3 {
            return None;
        }
        let behind_blanks = ascii::words(bytes);
        if 3 * capitals < 2 * behind_blanks {
            return None;
        }
        // each blank stands between two words
        let is_plain = others == 0 && behind_blanks == counts.blanks() && !line.starts_with(' ');
        let (count, capitals, length) =
            if is_plain { (1 + behind_blanks, capitals, line.len()) } else { words_and_capitals(line) };
        if count < FEWEST_WORDS || 3 * capitals < 2 * count {
            return None;
        }
        let is_joined = length == line.len() && counts.blanks() == count - 1;
        let joined = || line.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = if is_joined { Cow::Borrowed(line) } else { Cow::Owned(joined()) };
        let may_have_numbers = !is_plain || scan::count(bytes, |byte| byte.is_ascii_digit()) > 0;
        Some(Self { words, count, may_have_numbers })
    }

    /// The entries, if the line is most of it entries, one after the other.
    pub(super) fn entries(&self, lists: Lists) -> Option<Vec<String>> {
        let (mut names, mut covered, mut left) = (Vec::new(), 0, self.count);
        let mut rest = &*self.words;
        // most lines are no menu, which shows after a few words
        while left > 0 && 4 * (left + covered) >= 3 * self.count {
            let found = first_entry(rest, left, self.may_have_numbers, lists);
            if let Some(length) = found {
                names.push(first_words(rest, length).to_lowercase());
                covered += length;
            }
            let passed = found.unwrap_or(1);
            rest = rest.get(first_words(rest, passed).len() + 1..).unwrap_or_default();
            left -= passed;
        }
        (4 * covered >= 3 * self.count).then_some(names)
    }
}

/// How many words a line has, how many of them begin with a capital, and how long it is with one blank between two words
/// and none around them.
fn words_and_capitals(line: &str) -> (usize, usize, usize) {
    let (words, capitals, length) =
        line.split_whitespace().fold((0, 0, 0), |(words, capitals, length), word| {
            let is_capital = word.starts_with(char::is_uppercase);
            (words + 1, capitals + usize::from(is_capital), length + 1 + word.len())
        });
    (words, capitals, length.saturating_sub(1))
}

/// How many of the first of `count` words are an entry, as many as can be.
fn first_entry(words: &str, count: usize, may_have_numbers: bool, lists: Lists) -> Option<usize> {
    // most words begin none
    if !may_begin_entry(words, lists) {
        return None;
    }
    let letters = lists.reach(words);
    if letters.is_none() && !may_have_numbers {
        return None;
    }
    let mut ends = [words.len(); MOST_WORDS];
    ends.iter_mut().zip(blanks(words)).for_each(|(end, blank)| *end = blank);
    let first = |length: usize| &words[..ends[length - 1]];
    let longest = MOST_WORDS.min(count);
    let reach = if copyright(first(longest)).is_some() { words.len() } else { reach_in(words, letters) };
    let is_entry = |length: &usize| {
        let words = first(*length);
        (words.len() <= reach || may_end_otherwise(words)) && is_part_entry(words, lists)
    };
    (1..=longest).rev().find(is_entry)
}

/// Where the blanks between words are.
fn blanks(words: &str) -> impl Iterator<Item = usize> {
    words.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at)
}

/// The first `count` of `words`.
fn first_words(words: &str, count: usize) -> &str {
    blanks(words).nth(count - 1).map_or(words, |end| &words[..end])
}

/// Whether `words` may be folded to what they are not where more follows: a mark behind a number is a part of the number
/// if it goes on.
fn may_end_otherwise(words: &str) -> bool {
    words.as_bytes().last().is_some_and(|last| matches!(last, b'.' | b',' | b'\'' | b'`') || !last.is_ascii())
}

/// How far into `words` a name goes at most that has so many letters of ASCII.
fn reach_in(words: &str, letters: Option<usize>) -> usize {
    let Some(letters) = letters else { return 0 };
    let mut places = words.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_alphabetic());
    places.nth(letters).map_or(words.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::super::phrases::Listed;
    use super::*;

    const WORDS: [&str; 10] =
        ["Privacy", "Policy", "About", "us", "2024", "©", "Über", "Neu!\u{a0}", "Top", "5,"];

    /// The same without a quick look.
    fn in_a_row_slowly(line: &str, lists: Lists) -> Option<Vec<String>> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
        let (mut names, mut covered, mut at) = (Vec::new(), 0, 0);
        while at < words.len() {
            let part = |length: usize| words[at..at + length].join(" ");
            let longest = MOST_WORDS.min(words.len() - at);
            let found = (1..=longest).rev().find(|length| is_part_entry(&part(*length), lists));
            names.extend(found.map(|length| part(length).to_lowercase()));
            covered += found.unwrap_or(0);
            at += found.unwrap_or(1);
        }
        let is_row = words.len() >= FEWEST_WORDS && 3 * capitals >= 2 * words.len();
        (is_row && 4 * covered >= 3 * words.len()).then_some(names)
    }

    #[test]
    fn a_row_is_what_it_is_word_by_word() {
        let (lists, mut rows) = (Lists::new("navigation", None), 0);
        let count = WORDS.len();
        for number in 0..count.pow(4) {
            let words = [0, 1, 2, 3].map(|place| WORDS[number / count.pow(place) % count]);
            let blanks = ["", "  ", " \t"][number % 3];
            for line in [words.join(" "), words.join(blanks), format!("{blanks}{}", words.join(" "))] {
                let found = Row::of(&line, Counts::of(&line)).and_then(|row| row.entries(lists));
                assert_eq!(found, in_a_row_slowly(&line, lists), "{line}");
                rows += usize::from(found.is_some());
            }
        }
        assert!(rows > 10, "{rows}");
    }

    #[test]
    fn what_begins_no_entry_is_none_but_for_its_last_mark() {
        const WORDS: [&str; 12] =
            ["12", "Comments", "5", "min", "read", "2,", "(3)", "3.", "Privacy", "Policy", "4’", "x"];
        let (lists, mut listed) =
            (["navigation", "edge-line", "date-line"].map(|rule| Lists::new(rule, None)), 0);
        for number in 0..WORDS.len().pow(3) {
            let line = [0, 1, 2].map(|place| WORDS[number / WORDS.len().pow(place) % WORDS.len()]).join(" ");
            for part in (1..=3).map(|count| first_words(&line, count)).filter(|part| !may_end_otherwise(part))
            {
                let of_part = Listed::of(part);
                for lists in lists.iter().filter(|lists| lists.may_hold(of_part)) {
                    assert!(part.len() <= reach_in(&line, lists.reach(&line)), "{part} of {line}");
                    listed += 1;
                }
            }
        }
        assert!(listed > 100, "{listed}");
    }
}
