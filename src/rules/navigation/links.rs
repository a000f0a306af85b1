//! Menus of which each line is nothing but links.

use super::super::frame::{self, Known, Line, Link, authors};
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
        // most lines are one link, and no entry: where all in a row are, nobody needs to read them
        let mut passed = lines.passed_until(|known, _| may_hold_entry(known, lists));
        let Some(line) = lines.next() else { return menus };
        let (mut first, mut last) = (line, line);
        run.clear();
        if run.add(&line, lists) {
            let mut over = passed.next_back();
            while let Some(one) = over.filter(|one| run.add(one, lists)) {
                first = one;
                over = passed.next_back();
            }
            while let Some(next) = lines.next_if(|next| run.add(next, lists)) {
                last = next;
            }
            let before = over.or(before);
            if run.may_be_menu() && run.is_menu(before.as_ref(), || outside.holds(&first), lists) {
                menus.push(first.block..=last.block);
            }
        }
        // what was passed before that is in no run with what follows
        before = Some(last);
    }
}

/// Whether a link of a line that is nothing but links may be an entry.
fn may_hold_entry(known: Known, lists: Lists) -> bool {
    known.may_link_entry() || lists.have_own() && known.link == Link::Outer
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
        self.count += self.links.len() - before;
        if !may_hold_entry(line.into_known(), lists) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::rules::Reading;

    #[test]
    fn where_a_link_says_all_that_a_line_says_it_is_an_entry_if_the_line_is() {
        const TEXTS: [&str; 10] = [
            "Home",
            "About us ",
            "*Home*",
            "[Home",
            "[Home]",
            "Home!",
            "Über uns",
            "About ![us]",
            "(Home)",
            "Ferries",
        ];
        const ADDRESSES: [&str; 7] = ["/h", "/h_(x)", "/h [x]", "/h](/i)", "", "(a](b)", "/h)[](/i"];
        let (lists, mut found) = (Lists::new("navigation", None), [0; 2]);
        for (text, address) in TEXTS.into_iter().flat_map(|text| ADDRESSES.map(|address| (text, address))) {
            for line in [
                format!("[{text}]({address})"),
                format!("- [{text}]({address})"),
                format!("[{text}]({address}) |"),
                format!("[{text}]({address}) ›)"),
                format!("[{text}]({address}) | [Contact us](/c)"),
                format!("[{text}]({address}) [!](/c)"),
            ] {
                let document = Document::new(&line);
                let reading = Reading::of(&document);
                let read = reading.lines().next().unwrap();
                let mut links = Vec::new();
                read.add_links(&mut links);
                let mut names = links.iter().map(|link| frame::names(link, Listed::of(link), lists));
                let holds_entry = names.any(|names| names.is_some());
                let may_hold = may_hold_entry(read.into_known(), lists);
                assert!(may_hold || !holds_entry, "{line}");
                found[usize::from(may_hold)] += usize::from(!links.is_empty());
            }
        }
        assert!(found.iter().all(|count| *count > 5), "{found:?}");
    }

    /// The same, for each run is read from its first line on.
    fn menus_slowly(reading: &Reading, lists: Lists, outside: &Outside) -> Vec<RangeInclusive<usize>> {
        let (mut menus, mut lines) = (Vec::new(), reading.lines().peekable());
        let mut before: Option<Line> = None;
        while let Some(line) = lines.next() {
            let (mut run, mut last) = (Run::default(), line);
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
        menus
    }

    #[test]
    fn a_run_is_found_from_any_of_its_lines() {
        const LINES: [&str; 7] = [
            "[Ferries](/f)",
            "[About us](/a)",
            "[Über uns](/u)[Fares](/p)",
            "## [Home](/)",
            "We read them all:",
            "It rained on the quay all day, and nobody who had come to see the ships stayed until the evening.",
            "[Fares](/p) and more",
        ];
        let (lists, mut found) = (Lists::new("navigation", None), 0);
        for number in (0..LINES.len().pow(6)).step_by(5) {
            let lines: Vec<&str> =
                (0..6).map(|place| LINES[number / LINES.len().pow(place) % LINES.len()]).collect();
            let text = lines.join("\n\n");
            let document = Document::new(&text);
            let reading = Reading::of(&document);
            let outside = Outside(&reading);
            let menus = menus(&reading.lines(), lists, &outside);
            assert_eq!(menus, menus_slowly(&reading, lists, &outside), "{text}");
            found += menus.len();
        }
        assert!(found > 1000, "{found}");
    }
}
