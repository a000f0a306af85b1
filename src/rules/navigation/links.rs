//! Menus of which each line is nothing but links.

use super::super::frame::{self, Line, Link, authors};
use super::super::phrases::{Listed, Lists};
use super::super::reading::Lines;
use super::Outside;
use super::menu::{MANY, TELLING};
use crate::document::Kind;
use foldhash::fast::RandomState;
use std::collections::HashSet;
use std::ops::RangeInclusive;

/// In a run of links so many entries are enough, if one tells.
const ENTRIES_OF_LINKS: usize = 2;
/// A menu has no more links to an entry than this: a long list of links may have some of the site's own.
const LINKS_TO_AN_ENTRY: usize = 20;
/// Between two pieces of prose, where lists of the author's are, it has no more than this.
const LINKS_TO_AN_ENTRY_INSIDE: usize = 8;

/// The runs of links that are a menu, whatever stands around them: their first and last blocks.
pub(super) fn menus(lines: &Lines, lists: Lists, outside: &Outside) -> Vec<RangeInclusive<usize>> {
    let mut menus = Vec::new();
    let mut lines = lines.clone();
    let mut before: Option<Line> = None;
    let mut run = Run::default();
    loop {
        before = lines.pass_until(|known| known.link == Link::Outer).or(before);
        let Some(line) = lines.next() else { return menus };
        let mut last = line;
        run.clear();
        if run.add(&line, lists) {
            while let Some(next) = lines.next_if(|next| run.add(next, lists)) {
                last = next;
            }
            if run.may_be_menu() && run.is_menu(before.as_ref(), || outside.holds(&line), lists) {
                menus.push(line.block..=last.block);
            }
        }
        before = Some(last);
    }
}

/// Lines in a row that are nothing but links.
#[derive(Default)]
struct Run<'d> {
    /// How many links they have.
    count: usize,
    /// What those say that may be entries.
    links: Vec<&'d str>,
}

impl<'d> Run<'d> {
    fn clear(&mut self) {
        self.count = 0;
        self.links.clear();
    }

    /// Adds a line, and tells whether it may be of such a run.
    fn add(&mut self, line: &Line<'d>, lists: Lists) -> bool {
        let before = self.links.len();
        if line.kind == Kind::Heading || !line.add_links(&mut self.links) {
            return false;
        }
        let links = &self.links[before..];
        self.count += links.len();
        // most lines are one link, and no entry
        if let [link] = links
            && !line.is_menu
            && !lists.have_own()
            && is_all_of(link, line)
        {
            self.links.truncate(before);
        }
        true
    }

    /// Whether it may be a menu: a quick look.
    fn may_be_menu(&self) -> bool {
        self.count >= MANY && !self.links.is_empty()
    }

    /// Whether it is a menu behind the line `before`.
    fn is_menu(&self, before: Option<&Line>, is_outside: impl Fn() -> bool, lists: Lists) -> bool {
        let is_headed = before.is_some_and(|before| authors::is_heading(before, lists));
        let is_outside = is_outside();
        if before.is_some_and(authors::is_lead_in) || is_headed && !is_outside {
            return false;
        }
        let least_telling = if is_headed { TELLING } else { 1 };
        let to_an_entry = if is_outside { LINKS_TO_AN_ENTRY } else { LINKS_TO_AN_ENTRY_INSIDE };
        let least = ENTRIES_OF_LINKS.max(self.count.div_ceil(to_an_entry));
        // whoever writes the text does not know the seed
        let (mut names, mut telling) = (HashSet::with_hasher(RandomState::default()), 0);
        let found = self.links.iter().filter_map(|link| frame::names(link, Listed::of(link), lists));
        // the first few tell it of most menus
        found.flatten().any(|name| {
            let is_telling = frame::is_telling(&name);
            telling += usize::from(names.insert(name) && is_telling);
            names.len() >= least && telling >= least_telling
        })
    }
}

/// Whether the only link of a line is all that it says, to the letter: a quick look.
fn is_all_of(link: &str, line: &Line) -> bool {
    // marks would be left out of what the line says, or stand in it behind the link
    let is_all = link.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
        && memchr::memchr3(b'[', b']', b'!', link.as_bytes()).is_none()
        && line.raw().is_some_and(|raw| raw.ends_with(')'));
    debug_assert!(!is_all || line.text() == link, "{line:?}");
    is_all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::rules::Reading;

    #[test]
    fn a_link_that_is_all_of_a_line_is_an_entry_if_the_line_is() {
        const TEXTS: [&str; 9] = [
            "Home",
            "About us ",
            "*Home*",
            "[Home]",
            "Home!",
            "Über uns",
            "About ![us]",
            "(Home)",
            "Ferries",
        ];
        const ADDRESSES: [&str; 6] = ["/h", "/h_(x)", "/h [x]", "/h](/i)", "", "(a](b)"];
        let (lists, mut found) = (Lists::new("navigation", None), [0; 2]);
        for (text, address) in TEXTS.into_iter().flat_map(|text| ADDRESSES.map(|address| (text, address))) {
            for line in [
                format!("[{text}]({address})"),
                format!("- [{text}]({address})"),
                format!("[{text}]({address}) |"),
                format!("[{text}]({address}) ›)"),
            ] {
                let document = Document::new(&line);
                let reading = Reading::of(&document);
                let read = reading.lines().next().unwrap();
                let mut links = Vec::new();
                read.add_links(&mut links);
                if let [link] = links[..]
                    && is_all_of(link, &read)
                {
                    let names = frame::names(link, Listed::of(link), lists);
                    assert_eq!(names.is_some(), read.is_menu, "{line}");
                    found[usize::from(read.is_menu)] += 1;
                }
            }
        }
        assert!(found.iter().all(|count| *count > 5), "{found:?}");
    }
}
