//! Menus of which each line is nothing but links.

use super::super::frame::{self, Line, Link, authors};
use super::super::phrases::{Listed, Lists};
use super::super::reading::Lines;
use super::Outside;
use super::menu::{MANY, TELLING};
use crate::document::Kind;
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
    let mut links = Vec::new();
    loop {
        before = lines.pass_until(|known| known.link == Link::Outer).or(before);
        let Some(line) = lines.next() else { return menus };
        let mut last = line;
        links.clear();
        if add_links(&line, &mut links) {
            while let Some(next) = lines.next_if(|next| add_links(next, &mut links)) {
                last = next;
            }
            if links.len() >= MANY && is_menu(&links, before.as_ref(), outside.holds(&line), lists) {
                menus.push(line.block..=last.block);
            }
        }
        before = Some(last);
    }
}

/// Adds what the links of a line say that may be of such a run, and tells whether it may be.
fn add_links<'d>(line: &Line<'d>, links: &mut Vec<&'d str>) -> bool {
    line.kind != Kind::Heading && line.add_links(links)
}

/// Whether a run of `links` behind the line `before` is a menu.
fn is_menu(links: &[&str], before: Option<&Line>, is_outside: bool, lists: Lists) -> bool {
    let is_headed = before.is_some_and(|before| authors::is_heading(before, lists));
    if before.is_some_and(authors::is_lead_in) || is_headed && !is_outside {
        return false;
    }
    let least_telling = if is_headed { TELLING } else { 1 };
    let to_an_entry = if is_outside { LINKS_TO_AN_ENTRY } else { LINKS_TO_AN_ENTRY_INSIDE };
    let least = ENTRIES_OF_LINKS.max(links.len().div_ceil(to_an_entry));
    let (mut names, mut telling) = (HashSet::new(), 0);
    let found = links.iter().filter_map(|link| frame::names(link, Listed::of(link), lists));
    // the first few tell it of most menus
    found.flatten().any(|name| {
        let is_telling = frame::is_telling(&name);
        telling += usize::from(names.insert(name) && is_telling);
        names.len() >= least && telling >= least_telling
    })
}
