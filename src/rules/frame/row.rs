//! Entries of a menu one after the other on one line, with nothing but blanks between them.

use super::super::phrases::{Listed, Lists};
use super::class::copyright;
use super::menu::is_part_entry;
use crate::{ascii, scan};
use std::borrow::Cow;

/// An entry has at most so many words.
const MOST_WORDS: usize = 5;
/// A line with fewer is no row.
const FEWEST_WORDS: usize = 4;

/// The entries of a line that is most of it entries, one after the other with blanks between them.
pub(super) fn in_a_row(line: &str, lists: Lists) -> Option<Vec<String>> {
    // bytes first: four words need three capitals, most words one, and most lines have fewer
    if line.len() < 2 * FEWEST_WORDS - 1 {
        return None;
    }
    let capitals = ascii::capitals(line.as_bytes());
    if capitals < 3 {
        return None;
    }
    let behind_blanks = ascii::words(line.as_bytes());
    if 3 * capitals < 2 * behind_blanks {
        return None;
    }
    let is_plain = is_plain(line);
    let (count, capitals) = if is_plain { (1 + behind_blanks, capitals) } else { words_and_capitals(line) };
    if count < FEWEST_WORDS || 3 * capitals < 2 * count {
        return None;
    }
    let joined = || line.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = if is_plain { Cow::Borrowed(line) } else { Cow::Owned(joined()) };
    let may_have_numbers = !is_plain || scan::count(line.as_bytes(), |byte| byte.is_ascii_digit()) > 0;
    let (mut names, mut covered, mut left) = (Vec::new(), 0, count);
    let mut rest = &*line;
    // most lines are no menu, which shows after a few words
    while left > 0 && 4 * (left + covered) >= 3 * count {
        let found = first_entry(rest, left, may_have_numbers, lists);
        if let Some(length) = found {
            names.push(first_words(rest, length).to_lowercase());
            covered += length;
        }
        let passed = found.unwrap_or(1);
        rest = rest.get(first_words(rest, passed).len() + 1..).unwrap_or_default();
        left -= passed;
    }
    (4 * covered >= 3 * count).then_some(names)
}

/// Whether a line is ASCII with one blank between two words, and none around them, as most lines are.
fn is_plain(line: &str) -> bool {
    let is_other = |before: u8, byte: u8| before == b' ' && byte == b' ' || !(b' '..=b'~').contains(&byte);
    let bytes = line.as_bytes();
    matches!(bytes, [b'!'..=b'~', .., b'!'..=b'~']) && scan::count_pairs(bytes, is_other) == 0
}

/// How many words a line has, and how many of them begin with a capital.
fn words_and_capitals(line: &str) -> (usize, usize) {
    line.split_whitespace().fold((0, 0), |(words, capitals), word| {
        (words + 1, capitals + usize::from(word.starts_with(char::is_uppercase)))
    })
}

/// How many of the first of `count` words are an entry, as many as can be.
fn first_entry(words: &str, count: usize, may_have_numbers: bool, lists: Lists) -> Option<usize> {
    let may_begin = may_begin_name(words, lists);
    // most words begin none
    if !may_begin && !may_have_numbers {
        return None;
    }
    let mut ends = [words.len(); MOST_WORDS];
    ends.iter_mut().zip(blanks(words)).for_each(|(end, blank)| *end = blank);
    let first = |length: usize| &words[..ends[length - 1]];
    let longest = MOST_WORDS.min(count);
    // how a number at the end is folded depends on what follows, and a year may be that of a copyright
    let may_begin = may_begin || copyright(first(longest)).is_some();
    let may_be_entry =
        |words: &str| may_begin || !words.as_bytes().last().is_some_and(u8::is_ascii_alphabetic);
    let is_entry = |length: &usize| {
        let words = first(*length);
        may_be_entry(words) && is_part_entry(words, lists)
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

/// Whether `words` may begin with the name of an entry.
fn may_begin_name(words: &str, lists: Lists) -> bool {
    let listed = Listed::of_starts(words);
    lists.may_hold(listed) || listed.may_be_network()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 10] =
        ["Privacy", "Policy", "About", "us", "2024", "©", "Über", "Neu!\u{a0}", "Top", "5,"];

    #[test]
    fn plain_lines_are_counted_by_bytes() {
        for text in
            ["", " ", "a B", "A b ", " A b", "A  b", "A\tb C", "É d", "A\u{1}B c", "A-B c D", "\u{7f}A b"]
        {
            let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_ascii = text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
            assert_eq!(is_plain(text), is_ascii && text == joined && text.len() > 1, "{text:?}");
            if is_plain(text) {
                let counted = (1 + ascii::words(text.as_bytes()), ascii::capitals(text.as_bytes()));
                assert_eq!(counted, words_and_capitals(text), "{text:?}");
            }
        }
    }

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
            let line = words.join(" ");
            let found = in_a_row(&line, lists);
            assert_eq!(found, in_a_row_slowly(&line, lists), "{line}");
            rows += usize::from(found.is_some());
        }
        assert!(rows > 10, "{rows}");
    }
}
