//! Entries of menus, one a line or many on one.

use super::super::phrases::{self, Listed, Lists, Sought};
use super::class::{begins_as_copyright, copyright, is_mere_copyright};
use super::counts::Counts;
use super::row::Row;
use crate::ascii::trim;
use crate::document::Width;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A longer line is no menu.
const LONGEST: Width = Width(300);
/// No entry is longer.
const LONGEST_ENTRY: Width = Width(80);
/// What stands between entries is as short as they are.
const LONGEST_PART: Width = Width(30);
/// No line of several entries is shorter, in bytes: `a b|c d`, `a b|c|d`, `A b C d`.
const SHORTEST: usize = 7;

/// The names of the entries of menus that `line` consists of, of which is known what may hold it: each in lower case. There
/// may be none: a line on copyright goes with a menu, and makes none.
pub(in super::super) fn names(line: &str, listed: Listed, lists: Lists) -> Option<Vec<String>> {
    let is_one = may_be_one(line) && is_entry(line, listed, lists);
    if is_one { Some(name(line, listed)) } else { several(line, lists) }
}

/// What tells that a line that has such [`names`] has them.
pub(in super::super) fn evidence(line: &str, listed: Listed, lists: Lists) -> Cow<'static, str> {
    let one = may_be_one(line).then(|| entry(line, listed, lists)).flatten();
    one.unwrap_or("a menu on one line".into())
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
    let lists = *ENTRIES;
    may_be_one(line) && is_entry(line, listed, lists)
        || may_be_several(line) && several(line, lists).is_some()
}

/// Bytes first: most lines are prose, and need not be read.
fn may_be_one(line: &str) -> bool {
    line.len() <= 3 * LONGEST_ENTRY.0
}

/// A quick look: whether a line is neither too short nor too long for more than one, and does not end as prose does.
fn may_be_several(line: &str) -> bool {
    (SHORTEST..=3 * LONGEST.0).contains(&line.len()) && !is_prose(line)
}

/// The entries of a line with more than one.
fn several(line: &str, lists: Lists) -> Option<Vec<String>> {
    if !may_be_several(line) || LONGEST.is_exceeded_by(line) {
        return None;
    }
    let counts = Counts::of(line);
    // without wide characters what tells has a blank in it
    if counts.blanks() + counts.others() == 0 {
        return None;
    }
    let row = Row::of(line, counts);
    // one name alone tells nothing, but for that the line is no row
    let fewest = if row.is_some() { 1 } else { 2 };
    let marked = marked(line, counts, fewest, lists);
    let names = marked.or_else(|| row?.entries(lists))?;
    let telling = names.iter().filter(|name| is_telling(name)).count();
    (telling > 1 || telling > 0 && names.len() > 2).then_some(names)
}

/// Whether a line ends as prose does.
fn is_prose(line: &str) -> bool {
    match line.as_bytes().last() {
        Some(last) if last.is_ascii() => matches!(last, b'.' | b'!' | b'?' | b':' | b'"'),
        _ => line.ends_with(['”', '。']),
    }
}

/// What stands between entries on one line.
fn is_mark(char: char) -> bool {
    matches!(char, '|' | '·' | '•' | '>' | '»' | '›' | '/' | ',' | '◦')
}

/// Whether a byte is one of them, of those that are ASCII.
fn is_plain_mark(byte: u8) -> bool {
    matches!(byte, b'|' | b'>' | b'/' | b',')
}

/// Whether a line says whose the page is.
fn is_of_rights(line: &str, listed: Listed) -> bool {
    copyright(line).is_some() || RIGHTS.may_hold(listed) && RIGHTS.hold(&Sought::listed(line, listed))
}

/// What an entry is: the phrase of a list, or what it is in words.
fn entry(line: &str, listed: Listed, lists: Lists) -> Option<Cow<'static, str>> {
    let listed = || {
        if !lists.may_hold(listed) && !listed.may_be_network() {
            return None;
        }
        let sought = Sought::listed(line, listed);
        let network = || phrases::is_network(&sought).then(|| "the name of a network".into());
        lists.find_sought(&sought).or_else(network)
    };
    let mere = || copyright(line).filter(|_| is_mere_copyright(line)).map(Cow::from);
    listed().or_else(mere)
}

/// Whether a line of which is known what may hold it is one.
#[inline]
fn is_entry(line: &str, listed: Listed, lists: Lists) -> bool {
    let may_be_listed = lists.may_hold(listed) || listed.may_be_network();
    may_be_listed && is_named(line, listed, lists) || is_copyright(line)
}

/// Whether `words` may begin with an entry: a quick look, for most words begin none.
#[inline]
pub(super) fn may_begin_entry(words: &str, lists: Lists) -> bool {
    lists.may_open(words) || begins_as_copyright(words)
}

/// Whether a part of a line is one.
pub(super) fn is_part_entry(part: &str, lists: Lists) -> bool {
    is_entry(part, Listed::of(part), lists)
}

/// Whether a line that may be in a list is. Most are in none, and are asked about without a call.
#[inline(never)]
fn is_named(line: &str, listed: Listed, lists: Lists) -> bool {
    let sought = Sought::listed(line, listed);
    lists.hold(&sought) || phrases::is_network(&sought)
}

#[inline]
fn is_copyright(line: &str) -> bool {
    begins_as_copyright(line) && copyright(line).is_some() && is_mere_copyright(line)
}

/// The entries of a line with marks between them. At most half of its parts may be others, if these are as short, and at
/// most all but `fewest`.
fn marked(line: &str, counts: Counts, fewest: usize, lists: Lists) -> Option<Vec<String>> {
    // no line has more, and most have as many: what is counted by this only ends early what can be no menu
    let most_parts = counts.marks() + 1;
    let most_others = (most_parts / 2).min(most_parts.saturating_sub(fewest));
    let (mut others, mut names) = (0, Vec::new());
    let mut rest = line;
    while counts.marks() > 0 {
        rest = rest.trim_start_matches(|char| is_mark(char) || char.is_whitespace());
        if rest.is_empty() {
            break;
        }
        let may_be_entry = may_begin_entry(rest, lists);
        // most lines have one part too many that begins as no entry does
        if !may_be_entry && others == most_others {
            return None;
        }
        let end = end_of_part(rest, counts);
        let part = trim(&rest[..end]);
        if may_be_entry && is_part_entry(part, lists) {
            names.push(part.to_lowercase());
        } else {
            others += 1;
            if others > most_others || LONGEST_PART.is_exceeded_by(part) {
                return None;
            }
        }
        rest = &rest[end..];
    }
    (names.len() + others > 1 && names.len() >= others).then_some(names)
}

/// Where the next mark of a line is, or its end. Of most lines the bytes are the characters.
fn end_of_part(line: &str, counts: Counts) -> usize {
    let is_plain = counts.others() == 0;
    let mark = if is_plain { line.bytes().position(is_plain_mark) } else { line.find(is_mark) };
    mark.unwrap_or(line.len())
}

/// Whether an entry is more than a word that may mean anything.
pub(in super::super) fn is_telling(name: &str) -> bool {
    name.contains(' ') || Width::has_wide(name) && Width::of(name) >= Width(8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Option<Vec<String>> {
        super::names(line, Listed::of(line), Lists::new("navigation", None))
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
            assert_eq!(names(line).map(|names| names.len()), Some(count), "{line}");
        }
        for line in [
            "",
            "Home | Harbour | Ferries | Fares",
            "Home and Away",
            "News, Events",
            "The Privacy Policy of the Ferry Company Was Read by Nobody",
            "He asked about us, and we told him of the privacy policy.",
        ] {
            assert!(names(line).is_none(), "{line}");
        }
    }

    /// The same, with no short look at a line: each part is asked.
    fn several_slowly(line: &str, lists: Lists) -> Option<Vec<String>> {
        let parts: Vec<_> = line.split(is_mark).map(trim).filter(|part| !part.is_empty()).collect();
        let (entries, others): (Vec<_>, _) =
            parts.iter().copied().partition::<Vec<_>, _>(|part| is_part_entry(part, lists));
        let are_short = !others.iter().any(|part| LONGEST_PART.is_exceeded_by(part));
        let is_marked = parts.len() > 1 && are_short && 2 * entries.len() >= parts.len();
        let marked = is_marked.then(|| entries.iter().map(|name| name.to_lowercase()).collect());
        let names: Vec<_> = marked.or_else(|| Row::of(line, Counts::of(line))?.entries(lists))?;
        let telling = names.iter().filter(|name| is_telling(name)).count();
        (telling > 1 || telling > 0 && names.len() > 2).then_some(names)
    }

    #[test]
    fn no_menu_is_overlooked() {
        const PARTS: [&str; 7] = [
            "Privacy Policy",
            "About us",
            "News",
            "Ferries",
            "",
            "The last ferry of the whole long day",
            "关于我们",
        ];
        const BETWEEN: [&str; 3] = [" ", ",", " · "];
        let (lists, mut menus) = (Lists::new("navigation", None), 0);
        for number in 0..PARTS.len().pow(4) * BETWEEN.len().pow(3) {
            let [one, two, three, four] =
                [0, 1, 2, 3].map(|place| PARTS[number / PARTS.len().pow(place) % PARTS.len()]);
            let rest = number / PARTS.len().pow(4);
            let [first, second, third] =
                [0, 1, 2].map(|place| BETWEEN[rest / BETWEEN.len().pow(place) % BETWEEN.len()]);
            let line = format!("{one}{first}{two}{second}{three}{third}{four}");
            let found = several(&line, lists);
            assert_eq!(found, several_slowly(&line, lists), "{line}");
            menus += usize::from(found.is_some());
        }
        assert!(menus > 1000, "{menus}");
    }

    #[test]
    fn no_mark_is_overlooked() {
        for mark in ('\0'..=char::MAX).filter(|char| is_mark(*char)) {
            let line = mark.to_string();
            assert_eq!(Counts::of(&line).marks(), 1, "{mark}");
        }
        for byte in (0..=0x7f).map(char::from).filter(|char| !is_mark(*char)) {
            let line = byte.to_string();
            assert_eq!(Counts::of(&line).marks(), 0, "{byte:?}");
        }
    }
}
