//! Menus of which each line is nothing but links.

use super::super::frame::{self, Line, authors};
use super::super::phrases::{Listed, Lists};
use super::menu::{MANY, TELLING};
use crate::document::Kind;
use std::collections::HashSet;

/// In a run of links so many entries are enough, if one tells.
const ENTRIES_OF_LINKS: usize = 2;
/// A menu has no more links to an entry than this: a long list of links may have some of the site's own.
const LINKS_TO_AN_ENTRY: usize = 20;
/// Between two pieces of prose, where lists of the author's are, it has no more than this.
const LINKS_TO_AN_ENTRY_INSIDE: usize = 8;

/// Which of the lines are in a run of links that is a menu, whatever stands around it.
pub(super) fn menus(lines: &[Line], lists: Lists, is_outside: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut of_links = Vec::with_capacity(lines.len());
    let is_links = |line: &Line| line.kind != Kind::Heading && !line.links.is_empty();
    for run in lines.chunk_by(|one, next| is_links(one) && is_links(next)) {
        let place = of_links.len();
        if !is_links(&run[0]) {
            of_links.push(false);
            continue;
        }
        let links: Vec<&str> = run.iter().flat_map(|line| &line.links).copied().collect();
        if links.len() < MANY {
            of_links.extend(run.iter().map(|_| false));
            continue;
        }
        let entries = links.iter().filter_map(|link| frame::entries(link, Listed::of(link), lists));
        let names: HashSet<String> = entries.flat_map(|entries| entries.names).collect();
        let (is_outside, is_headed) = (is_outside(place), authors::heads(lines, place, lists));
        let telling = if is_headed { TELLING } else { 1 };
        let to_an_entry = if is_outside { LINKS_TO_AN_ENTRY } else { LINKS_TO_AN_ENTRY_INSIDE };
        let is_menu = names.len() >= ENTRIES_OF_LINKS.max(links.len().div_ceil(to_an_entry))
            && names.iter().filter(|name| frame::is_telling(name)).count() >= telling
            && !authors::leads_to(lines, place)
            && (is_outside || !is_headed);
        of_links.extend(std::iter::repeat_n(is_menu, run.len()));
    }
    of_links
}
