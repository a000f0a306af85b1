//! Entries of menus, one a line or many on one.

use super::super::phrases::{self, Listed, Lists, Sought};
use super::class::{copyright, is_mere_copyright};
use crate::ascii;
use crate::document::Width;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A longer line is no menu.
const LONGEST: Width = Width(300);
/// No entry is longer.
const LONGEST_ENTRY: Width = Width(80);
/// One among others has at most so many words.
const MOST_WORDS: usize = 5;
/// What stands between entries is as short as they are.
const LONGEST_PART: Width = Width(30);

/// The entries of a menu that a line is, each in lower case.
pub(in super::super) struct Entries {
    pub(in super::super) names: Vec<String>,
    /// What tells. There may be no names: a line on copyright goes with a menu, and makes none.
    pub(in super::super) evidence: Cow<'static, str>,
}

/// The entries of menus that `line` consists of, of which is known what may hold it.
pub(in super::super) fn entries(line: &str, listed: Listed, lists: Lists) -> Option<Entries> {
    if may_be_one(line)
        && let Some(evidence) = entry(line, listed, lists)
    {
        return Some(Entries { names: name(line, listed), evidence });
    }
    several(line, lists).map(|names| Entries { names, evidence: "a menu on one line".into() })
}

/// The names of those entries. What tells takes longer to find.
pub(in super::super) fn names(line: &str, listed: Listed, lists: Lists) -> Option<Vec<String>> {
    let is_one = may_be_one(line) && is_entry(line, listed, lists);
    if is_one { Some(name(line, listed)) } else { several(line, lists) }
}

/// The name of the entry that `line` is, if it has one.
fn name(line: &str, listed: Listed) -> Vec<String> {
    // whose the page is stands under a menu, and under an article that has none
    if is_of_rights(line, listed) { Vec::new() } else { vec![line.to_lowercase()] }
}

/// The lists of the table: for entries, and for whose the page is.
static ENTRIES: LazyLock<Lists> = LazyLock::new(|| Lists::new("navigation", None));
static RIGHTS: LazyLock<Lists> = LazyLock::new(|| Lists::new("copyright-line", None));

/// Whether a line that may be in the lists `listed` holds entries, by the lists of the table.
pub(super) fn is_menu(line: &str, listed: Listed) -> bool {
    may_be_one(line) && is_entry(line, listed, *ENTRIES) || several(line, *ENTRIES).is_some()
}

/// Bytes first: most lines are prose, and need not be read.
fn may_be_one(line: &str) -> bool {
    line.len() <= 3 * LONGEST_ENTRY.0
}

/// The entries of a line with more than one.
fn several(line: &str, lists: Lists) -> Option<Vec<String>> {
    let is_prose = line.ends_with(['.', '!', '?', ':', '"', '”', '。']);
    if line.len() > 3 * LONGEST.0 || is_prose || LONGEST.is_exceeded_by(line) {
        return None;
    }
    let names = marked(line, lists).or_else(|| in_a_row(line, lists))?;
    let telling = names.iter().filter(|name| is_telling(name)).count();
    (telling > 1 || telling > 0 && names.len() > 2).then_some(names)
}

/// What stands between entries on one line.
fn is_mark(char: char) -> bool {
    matches!(char, '|' | '·' | '•' | '>' | '»' | '›' | '/' | ',' | '◦')
}

/// Whether a mark stands in a line. Four of them are ASCII, as most lines are.
fn has_mark(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr::memchr3(b',', b'|', b'/', bytes).is_some()
        || memchr::memchr(b'>', bytes).is_some()
        || !line.is_ascii() && line.contains(is_mark)
}

/// Whether a line says whose the page is.
fn is_of_rights(line: &str, listed: Listed) -> bool {
    copyright(line).is_some() || RIGHTS.may_hold(listed) && RIGHTS.hold(&Sought::new(line))
}

/// What an entry is: the phrase of a list, or what it is in words.
fn entry(line: &str, listed: Listed, lists: Lists) -> Option<Cow<'static, str>> {
    let listed = || {
        if !lists.may_hold(listed) && !listed.may_be_network() {
            return None;
        }
        let sought = Sought::new(line);
        let network = || phrases::is_network(&sought).then(|| "the name of a network".into());
        lists.find_sought(&sought).or_else(network)
    };
    let mere = || copyright(line).filter(|_| is_mere_copyright(line)).map(|(_, evidence)| evidence);
    listed().or_else(mere)
}

/// Whether a line of which is known what may hold it is one.
fn is_entry(line: &str, listed: Listed, lists: Lists) -> bool {
    let may_be_listed = lists.may_hold(listed) || listed.may_be_network();
    may_be_listed && is_named(&Sought::new(line), lists) || is_copyright(line)
}

/// Whether a part of a line is one.
fn is_part_entry(part: &str, lists: Lists) -> bool {
    is_named(&Sought::new(part), lists) || is_copyright(part)
}

fn is_named(sought: &Sought, lists: Lists) -> bool {
    lists.hold(sought) || phrases::is_network(sought)
}

fn is_copyright(line: &str) -> bool {
    copyright(line).is_some() && is_mere_copyright(line)
}

/// The entries of a line with marks between them. There may be others beside them that are as short.
fn marked(line: &str, lists: Lists) -> Option<Vec<String>> {
    if !has_mark(line) {
        return None;
    }
    let (mut parts, mut names) = (0, Vec::new());
    for part in line.split(is_mark).map(str::trim).filter(|part| !part.is_empty()) {
        parts += 1;
        if is_part_entry(part, lists) {
            names.push(part.to_lowercase());
        } else if LONGEST_PART.is_exceeded_by(part) {
            return None;
        }
    }
    (parts > 1 && 2 * names.len() >= parts).then_some(names)
}

/// The entries of a line that is most of it entries, one after the other with blanks between them.
fn in_a_row(line: &str, lists: Lists) -> Option<Vec<String>> {
    // bytes first: four words need three capitals, most words one, and most lines have fewer
    let capitals = ascii::capitals(line.as_bytes());
    if capitals < 3 || 3 * capitals < 2 * ascii::words(line.as_bytes()) {
        return None;
    }
    if !may_begin_soon(line, lists) {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    if words.len() < 4 || 3 * capitals < 2 * words.len() {
        return None;
    }
    // most lines have one blank between words anyway
    let joined = words.join(" ");
    let (line, words) =
        if joined == line { (line, words) } else { (joined.as_str(), joined.split(' ').collect()) };
    let (mut names, mut covered, mut at) = (Vec::new(), 0, 0);
    // most lines are no menu, which shows after a few words
    while at < words.len() && 4 * (words.len() - at + covered) >= 3 * words.len() {
        let longest = MOST_WORDS.min(words.len() - at);
        let part = |length: usize| together(line, &words[at..at + length]);
        let found = may_begin_entry(part(longest), lists)
            .then(|| (1..=longest).rev().find(|length| is_part_entry(part(*length), lists)))
            .flatten();
        if let Some(length) = found {
            names.push(part(length).to_lowercase());
            covered += length;
        }
        at += found.unwrap_or(1);
    }
    (4 * covered >= 3 * words.len()).then_some(names)
}

/// The part of `line` that is these of its words.
fn together<'l>(line: &'l str, words: &[&str]) -> &'l str {
    let ([first, .., last] | [first @ last]) = words else { return "" };
    let place = |word: &str| word.as_ptr().addr() - line.as_ptr().addr();
    &line[place(first)..place(last) + last.len()]
}

/// Whether an entry may begin in the first quarter of a line: a quick look, for most lines are no menu.
fn may_begin_soon(line: &str, lists: Lists) -> bool {
    let is_other = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_control() || !byte.is_ascii();
    if line.bytes().any(is_other) {
        return true;
    }
    let most = 1 + memchr::memchr_iter(b' ', line.as_bytes()).count();
    let behind = |word: &str| &line[word.as_ptr().addr() - line.as_ptr().addr()..];
    let words = line.split(' ').filter(|word| !word.is_empty());
    words.take(1 + most / 4).any(|word| may_begin_name(behind(word), lists))
}

/// Whether `words` may begin with the name of an entry.
fn may_begin_name(words: &str, lists: Lists) -> bool {
    let listed = Listed::of_starts(words);
    lists.may_hold(listed) || listed.may_be_network()
}

/// Whether they may begin with an entry.
fn may_begin_entry(words: &str, lists: Lists) -> bool {
    // how a number is folded depends on what follows; and a year may be that of a copyright
    may_begin_name(words, lists) || words.contains(char::is_numeric)
}

/// Whether an entry is more than a word that may mean anything.
pub(in super::super) fn is_telling(name: &str) -> bool {
    name.contains(' ') || Width::has_wide(name) && Width::of(name) >= Width(8)
}

#[cfg(test)]
mod tests {
    use super::{Entries, Listed, Lists};

    fn entries(line: &str) -> Option<Entries> {
        super::entries(line, Listed::of(line), Lists::new("navigation", None))
    }

    #[test]
    fn menus_on_one_line() {
        for (line, count) in [
            ("Privacy Policy", 1),
            ("Privacy Policy | Terms of Use | Ferries", 2),
            ("Terms of Service, Privacy Policy, Cookie Policy", 3),
            ("Home > Blog > About us", 3),
            ("Privacy Policy Terms of Use Cookie Policy", 3),
            ("About Us Careers Advertise With Us Editorial Policy", 4),
        ] {
            assert_eq!(entries(line).map(|entries| entries.names.len()), Some(count), "{line}");
        }
        for line in [
            "",
            "Home | Harbour | Ferries | Fares",
            "Home and Away",
            "News, Events",
            "The Privacy Policy of the Ferry Company Was Read by Nobody",
            "He asked about us, and we told him of the privacy policy.",
        ] {
            assert!(entries(line).is_none(), "{line}");
        }
    }
}
