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
    after_mark(line).is_some_and(|name| is_agency(name) || begins_with(line, "ap photo/"))
        || after_via(line).is_some_and(is_agency)
}

fn is_agency(name: &str) -> bool {
    let name = name.trim();
    if name.is_ascii() {
        return AGENCIES.iter().any(|agency| agency.eq_ignore_ascii_case(name));
    }
    AGENCIES.contains(&&*name.to_lowercase())
}

/// What stands after the last of [`MARKS`]. Three of them are ASCII, as most lines are.
fn after_mark(line: &str) -> Option<&str> {
    if line.is_ascii() {
        return memchr::memrchr3(b'/', b'|', b':', line.as_bytes()).map(|mark| &line[mark + 1..]);
    }
    line.rsplit_once(MARKS).map(|(_, name)| name)
}

/// What stands after the last [`VIA`], in whatever case.
fn after_via(line: &str) -> Option<&str> {
    // the letter stands behind a blank
    let vias = memchr::memchr2_iter(b'v', b'V', line.as_bytes()).rev();
    let mut vias = vias.filter_map(|at| line.get(at.checked_sub(1)?..));
    vias.find(|from| begins_with(from, VIA)).map(|from| &from[VIA.len()..])
}

/// Whether `text` begins with `start`, which is ASCII, in whatever case.
fn begins_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::proptest;

    /// What [`ends_with_agency`] tells, of the whole line in lower case.
    fn ends_so(line: &str) -> bool {
        let lower = line.to_lowercase();
        let is_agency = |(_, name): (&str, &str)| AGENCIES.contains(&name.trim());
        lower.rsplit_once(MARKS).is_some_and(is_agency)
            || lower.rsplit_once(VIA).is_some_and(is_agency)
            || lower.starts_with("ap photo/")
    }

    proptest! {
        #[test]
        fn no_agency_is_overlooked(line in "(/|:|\\||©|/|v| via | VIA |via|AP|ap photo|AP Photo| Reuters|Anna|é| ){0,6}") {
            assert_eq!(ends_with_agency(&line), ends_so(&line), "{line}");
        }
    }
}
