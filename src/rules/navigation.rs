//! The menus of a page.

use super::frame::{self, Entries, Line, Link};
use super::phrases::Lists;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind, Width};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    id: "navigation",
    summary: "Menus: `Home`, `About us`, `Privacy Policy` and the like in a row",
    why: "What was scraped whole has the menus of the page over and under the article. They go where several entries \
          of a closed list stand together, two that are more than a word or three of which one is, with the short \
          lines between them. Where lines are nothing but links, all of them in a row go if a few are entries. Between \
          two pieces of prose a list goes only if its items are links. One alone may be a heading or an item of the \
          author's, and a list that a sentence leads to is the author's too. Of the words it took on two sets of real \
          pages, 1.000 of 11344 and 0.999 of 70812 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example {
            before: "- [Home](/)\n- [About us](/about)\n- [Contact](/contact)\n\nWe began at dawn.\n",
            after: "We began at dawn.\n",
        },
        Example {
            before: "- [Home](/)\n- [Ferries](/f)\n- [Fares](/p)\n- [Contact us](/contact)\n\nWe began at dawn.\n",
            after: "We began at dawn.\n",
        },
        Example {
            before: "[Home](/)[Ferries](/f)[Contact us](/contact)\n\nWe began at dawn.\n",
            after: "We began at dawn.\n",
        },
        Example {
            before: "We began at dawn.\n\nPrivacy Policy | Terms of Use | Ferries\n",
            after: "We began at dawn.\n",
        },
        Example { before: "We began at dawn.\nPrivacy Policy\nTerms of Use\n", after: "We began at dawn.\n" },
        Example {
            before: "Wir gingen im Morgengrauen los.\n\nImpressum\n\nDatenschutzerklärung\n\nÜber uns\n",
            after: "Wir gingen im Morgengrauen los.\n",
        },
    ],
    keeps: &[
        "## Home\n\nWe began at dawn.\n",
        "- Home\n- Away\n- Draw\n",
        "About us\n\nWe began at dawn.\n\nContact us\n",
        "Privacy Policy\n\nNobody had read it, and nobody ever will.\n",
        "- Products\n- Services\n",
        "# Docs\n\n- [Getting started](#a)\n- [About us](#b)\n- [Contact us](#c)\n\nWe began at dawn.\n",
        "# License\n\nCopyright (c) 2013-2024, Anna Berg.\n\nAll rights reserved.\n",
        "Our town has all that a town needs, and more than most have of it by now:\n\n- Community\n- Services\n\
         - Jobs\n- Schools\n\nNobody has ever complained of it, as far as the oldest of us can remember that today.\n",
        "We began at dawn.\n\n- [The old bridge](/1)\n- [The new bridge](/2)\n- [Contact us](/3)\n",
        "# Bridge\n\nWe began at dawn.\n\n## Links\n\n- [Manual](/m)\n- [Blog](/b)\n- [Source](/s)\n- [Contact us](/c)\n",
        "- [Who we are](who.md)\n- [What we value](values.md)\n- [Careers](careers.md)\n\nWe began at dawn.\n",
        "We have templates of all these, and nobody has ever paid a penny for one of them, as far as anybody knows.\n\n\
         ## Laws of the harbour\n\n- [Privacy policy](/1)\n- [Cookie policy](/2)\n- [Ethics policy](/3)\n\nNobody \
         has ever complained of them, as far as the oldest of us can remember that today.\n",
        "These pages tell more of the bridges:\n\n- [Home](/)\n- [Ferries](/f)\n- [Contact us](/c)\n",
        "Home\nThe sea is wide\nSearch\nThe night is long\nClose\n",
        "Every site has these pages:\n\n- Home\n- About us\n- Contact us\n- Blog\n\nHome comes first.\n",
    ],
    find,
};

/// So many short lines may stand between two entries over the first prose of a text and under its last,
const GAP_OUTSIDE: usize = 30;
/// and so many between two pieces of prose, where lists of the author's are.
const GAP: usize = 4;
/// So many different entries are a menu, if one of them is more than a word,
const MANY: usize = 3;
/// or so many that are more than a word; with other lines between them it needs these,
const TELLING: usize = 2;
/// and so many between two pieces of prose.
const TELLING_INSIDE: usize = 3;
/// In a run of links so many entries are enough, if one tells,
const ENTRIES_OF_LINKS: usize = 2;
/// but not among more than so many links to an entry: a long list of links may have some of the site's own.
const LINKS_TO_AN_ENTRY: usize = 20;
/// Between two pieces of prose there are more of the author's.
const LINKS_TO_AN_ENTRY_INSIDE: usize = 8;
/// A line between two entries is short if it has at most this many words,
const MOST_WORDS: usize = 4;
/// and is not wider than this.
const LONGEST: Width = Width(40);
/// A longer title, in bytes, is none.
const LONGEST_TITLE: usize = 500;

/// One line of a menu.
struct Row {
    block: usize,
    /// What tells that it is an entry. What stands between entries has nothing.
    evidence: Option<Cow<'static, str>>,
    /// Whether it is in a run of links that is a menu by itself.
    is_of_links: bool,
}

/// A row of entries, with the lines between them.
#[derive(Default)]
struct Menu {
    rows: Vec<Row>,
    /// The length up to the last entry that is no heading: a heading belongs to what follows.
    end: usize,
    /// Lines since the last entry.
    gap: usize,
    different: HashSet<String>,
    /// Lines on whose the page is.
    rights: usize,
    /// Whether it stands between two pieces of prose.
    is_inside: bool,
    /// Whether a heading stands over it that may be the author's.
    is_under_heading: bool,
    /// Whether the author leads to it, or it begins in the middle of a list between two pieces of prose.
    is_authors: bool,
}

fn find(document: &Document, hits: &mut Hits) {
    let title = document.about().title.as_deref().filter(|title| title.len() <= LONGEST_TITLE);
    let title = title.map(str::to_lowercase);
    let lines: Vec<Line> = frame::lines(document, 0..document.blocks().len()).collect();
    let first = lines.iter().position(Line::is_prose).unwrap_or(0);
    let last = lines.iter().rposition(Line::is_prose).unwrap_or(lines.len());
    let is_outside = |place: usize| place < first || place > last;
    let heading = lines.iter().position(|line| line.kind == Kind::Heading);
    let lists = hits.lists();
    let of_links = menus_of_links(&lines, lists, is_outside);
    let mut menu = Menu::default();
    for (place, line) in lines.iter().enumerate() {
        let is_outside = is_outside(place);
        let may_be_entry = !line.is_long
            && heading != Some(place)
            && line.link != Link::Inner
            && (is_outside || line.kind != Kind::ListItem || line.link == Link::Outer);
        let entries = may_be_entry.then(|| frame::entries(&line.text, lists)).flatten();
        if entries.is_some() || of_links[place] {
            if menu.rows.is_empty() {
                let is_item = |line: &Line| line.kind == Kind::ListItem;
                let is_of_list =
                    !is_outside && !of_links[place] && lines[..=place].iter().rev().take(2).all(is_item);
                menu.is_authors = is_of_list || is_led_to(&lines, place);
                menu.is_under_heading = is_under_heading(&lines, place, lists);
            }
            menu.is_inside |= !is_outside;
            menu.add(line, entries, of_links[place]);
            continue;
        }
        let is_between = !menu.rows.is_empty()
            && menu.gap < if is_outside { GAP_OUTSIDE } else { GAP }
            && is_short(line)
            && title.as_ref().is_none_or(|title| !is_of_title(&line.text, title));
        if is_between {
            menu.rows.push(Row { block: line.block, evidence: None, is_of_links: false });
            menu.gap += 1;
        } else {
            menu.close(hits);
        }
    }
    menu.close(hits);
}

/// Which of the lines are in a run of links that is a menu, whatever stands around it.
fn menus_of_links(lines: &[Line], lists: Lists, is_outside: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut of_links = Vec::with_capacity(lines.len());
    let is_links = |line: &Line| line.kind != Kind::Heading && !line.links.is_empty();
    for run in lines.chunk_by(|one, next| is_links(one) && is_links(next)) {
        let place = of_links.len();
        let links: Vec<&str> =
            run.iter().filter(|line| is_links(line)).flat_map(|line| &line.links).copied().collect();
        let entries = links.iter().filter_map(|link| frame::entries(link, lists));
        let names: HashSet<String> = entries.flat_map(|entries| entries.names).collect();
        let telling = if is_under_heading(lines, place, lists) { TELLING } else { 1 };
        let to_an_entry = if is_outside(place) { LINKS_TO_AN_ENTRY } else { LINKS_TO_AN_ENTRY_INSIDE };
        let is_menu = links.len() >= MANY
            && names.len() >= ENTRIES_OF_LINKS.max(links.len().div_ceil(to_an_entry))
            && names.iter().filter(|name| frame::is_telling(name)).count() >= telling
            && !is_led_to(lines, place)
            && (is_outside(place) || !is_under_heading(lines, place, lists));
        of_links.extend(std::iter::repeat_n(is_menu, run.len()));
    }
    of_links
}

impl Menu {
    fn add(&mut self, line: &Line, entries: Option<Entries>, is_of_links: bool) {
        let (names, evidence) = match entries {
            Some(entries) => (entries.names, entries.evidence),
            None => (Vec::new(), "a link beside entries of a menu".into()),
        };
        self.rights += usize::from(names.is_empty() && !is_of_links);
        self.different.extend(names);
        self.rows.push(Row { block: line.block, evidence: Some(evidence), is_of_links });
        self.gap = 0;
        if line.kind != Kind::Heading {
            self.end = self.rows.len();
        }
    }

    /// Takes the row away if it is a menu, and begins another. If it is none, what is a menu by itself goes.
    fn close(&mut self, hits: &mut Hits) {
        let mut menu = std::mem::take(self);
        menu.rows.truncate(menu.end);
        let is_menu = menu.is_menu();
        let between = || Cow::Borrowed("between two entries of a menu");
        let gone = menu.rows.into_iter().filter(|row| is_menu || row.is_of_links);
        hits.remove_row(gone.map(|row| (row.block, row.evidence.unwrap_or_else(between))));
    }

    fn is_menu(&self) -> bool {
        let names = self.different.len();
        let telling = self.different.iter().filter(|name| frame::is_telling(name)).count();
        let telling = telling + usize::from(self.rights > 0 && names > 0);
        let is_unbroken = self.rows.iter().all(|row| row.evidence.is_some());
        let needed = if self.is_inside && !is_unbroken { TELLING_INSIDE } else { TELLING };
        let are_many =
            telling > 0 && names >= MANY && !self.is_under_heading && (is_unbroken || !self.is_inside);
        (telling >= needed || are_many) && !self.is_authors && !(self.is_inside && self.is_under_heading)
    }
}

/// Whether the line before the one at `place` is a sentence that a list ends: the list is the author's. A heading of a
/// menu has a word or two.
fn is_led_to(lines: &[Line], place: usize) -> bool {
    let Some(before) = place.checked_sub(1).map(|before| &lines[before]) else { return false };
    let text = &before.text;
    let is_sentence =
        text.split_whitespace().count() > 2 || Width::of(text) > LONGEST || Width::has_wide(text);
    before.kind == Kind::Quote || text.ends_with([':', '：']) && is_sentence
}

/// Whether the line before the one at `place` is a heading that is no entry of a menu.
fn is_under_heading(lines: &[Line], place: usize, lists: Lists) -> bool {
    let before = place.checked_sub(1).map(|before| &lines[before]);
    before.is_some_and(|line| line.kind == Kind::Heading && frame::entries(&line.text, lists).is_none())
}

/// Whether a line is the title of the article, which may have the name of the site behind it.
fn is_of_title(line: &str, title: &str) -> bool {
    Width::of(line) >= Width(12) && title.contains(&line.to_lowercase())
}

/// Whether a line may be an entry that no list has. Numbers are in no menu: they are of what the article lists.
fn is_short(line: &Line) -> bool {
    let text = &line.text;
    !line.is_long
        && line.kind != Kind::Heading
        && Width::of(text) <= LONGEST
        && text.split_whitespace().count() <= MOST_WORDS
        && !text.contains(char::is_numeric)
        && !text.ends_with(['.', '!', '?', ';', ':', ',', '。', '！', '？', '।', '؟', '۔'])
}
