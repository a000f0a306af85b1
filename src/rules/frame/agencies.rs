//! Credits of pictures: who made them, or who sold them.

use super::super::phrases::{self, Sought};

/// The names of agencies and of stocks of pictures, in lower case.
const AGENCIES: [&str; 40] = [
    "ap",
    "ap photo",
    "associated press",
    "the associated press",
    "afp",
    "reuters",
    "getty",
    "getty images",
    "epa",
    "epa-efe",
    "efe",
    "shutterstock",
    "istock",
    "istockphoto",
    "unsplash",
    "pexels",
    "pixabay",
    "alamy",
    "alamy stock photo",
    "dpa",
    "picture alliance",
    "picture-alliance",
    "imago",
    "imago images",
    "ansa",
    "tass",
    "xinhua",
    "pti",
    "ani",
    "yonhap",
    "kyodo",
    "anadolu",
    "anadolu agency",
    "bloomberg",
    "adobe stock",
    "depositphotos",
    "dreamstime",
    "wikimedia commons",
    "keystone",
    "ritzau scanpix",
];

/// A longer line says more than who made a picture, in words.
const MOST_WORDS: usize = 14;
/// A longer bracket, in bytes, is no credit.
const LONGEST: usize = 80;

/// What stands before the name of an agency.
const MARKS: [char; 4] = ['/', '|', '©', ':'];
const VIA: &str = " via ";

/// Whether a line is a credit that ends with an agency: `Anna Berg/Reuters`, `(Anna Berg / Getty Images)`.
pub(super) fn is_credit(line: &str) -> bool {
    let line = line.trim_matches(|char: char| matches!(char, '(' | ')' | '[' | ']' | '*' | '_' | ' ' | '.'));
    ends_with_agency(line) && line.split_whitespace().count() <= MOST_WORDS
}

/// Whether a line ends with a credit in brackets: `The pier at noon. (Photo: Anna Berg)`.
pub(super) fn is_caption(line: &str) -> bool {
    let inner =
        line.trim_end_matches(['*', '_', ' ', '.']).strip_suffix(')').and_then(|line| line.rsplit_once('('));
    inner.is_some_and(|(before, credit)| {
        let credit = credit.trim();
        !before.trim().is_empty()
            && credit.len() <= LONGEST
            && (ends_with_agency(credit) || phrases::find("credit-line", &Sought::new(credit)).is_some())
    })
}

fn ends_with_agency(line: &str) -> bool {
    // most lines have none of them
    let bytes = line.as_bytes();
    let is_via = |at: usize| {
        let word = at.checked_sub(1).and_then(|start| bytes.get(start..start + VIA.len()));
        word.is_some_and(|word| word.eq_ignore_ascii_case(VIA.as_bytes()))
    };
    if !line.contains(MARKS) && !memchr::memchr2_iter(b'v', b'V', bytes).any(is_via) {
        return false;
    }
    let lower = line.to_lowercase();
    let is_agency = |name: &str| AGENCIES.contains(&name.trim());
    let after = lower.rsplit(MARKS).next().filter(|name| name.len() < lower.len());
    let via = lower.rsplit_once(VIA).map(|(_, name)| name);
    let photo = lower.strip_prefix("ap photo/");
    after.is_some_and(is_agency) || via.is_some_and(is_agency) || photo.is_some()
}
