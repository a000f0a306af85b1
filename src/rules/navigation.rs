//! The menus of a page.

use super::frame::{self, Entries, Line, Link};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind, Width};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    id: "navigation",
    summary: "Menus: `Home`, `About us`, `Privacy Policy` and the like in a row",
    why: "What was scraped whole has the menus of the page over and under the article. They go where several \
          entries of a closed list stand together, two that are more than a word or three of which one is, with the \
          short lines between them. Between two pieces of prose a list goes only if its items are links. One alone \
          may be a heading or an item of the author's. Of the words it took on two sets of real pages, 1.000 of \
          7652 and 1.000 of 43763 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example {
            before: "- [Home](/)\n- [About us](/about)\n- [Contact](/contact)\n\nWe began at dawn.\n",
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
/// A line between two entries is short if it has at most this many words,
const MOST_WORDS: usize = 4;
/// and is not wider than this.
const LONGEST: Width = Width(40);
/// A longer title, in bytes, is none.
const LONGEST_TITLE: usize = 500;

/// A row of entries, with the lines between them.
#[derive(Default)]
struct Menu {
    lines: Vec<(usize, Option<Cow<'static, str>>)>,
    /// The length up to the last entry that is no heading: a heading belongs to what follows.
    end: usize,
    /// Lines since the last entry.
    gap: usize,
    different: HashSet<String>,
    /// Whether there is a line on whose the page is.
    has_rights: bool,
    /// Whether it stands between two pieces of prose.
    is_inside: bool,
    /// Whether the author leads to it.
    is_led_to: bool,
}

fn find(document: &Document, hits: &mut Hits) {
    let title = document.about().title.as_deref().filter(|title| title.len() <= LONGEST_TITLE);
    let title = title.map(str::to_lowercase);
    let lines: Vec<Line> = frame::lines(document, 0..document.blocks().len()).collect();
    let first = lines.iter().position(Line::is_prose).unwrap_or(0);
    let last = lines.iter().rposition(Line::is_prose).unwrap_or(lines.len());
    let heading = lines.iter().position(|line| line.kind == Kind::Heading);
    let lists = hits.lists();
    let mut menu = Menu::default();
    for (place, line) in lines.iter().enumerate() {
        let is_outside = place < first || place > last;
        let may_be_entry = !line.is_long
            && heading != Some(place)
            && line.link != Link::Inner
            && (is_outside || line.kind != Kind::ListItem || line.link == Link::Outer);
        if let Some(entries) = may_be_entry.then(|| frame::entries(&line.text, lists)).flatten() {
            menu.is_led_to |= menu.lines.is_empty() && place > 0 && leads_to_list(&lines[place - 1].text);
            menu.is_inside |= !is_outside;
            menu.add(line, entries);
            continue;
        }
        let is_between = !menu.lines.is_empty()
            && menu.gap < if is_outside { GAP_OUTSIDE } else { GAP }
            && is_short(line)
            && title.as_ref().is_none_or(|title| !is_of_title(&line.text, title));
        if is_between {
            menu.lines.push((line.block, None));
            menu.gap += 1;
        } else {
            menu.close(hits);
        }
    }
    menu.close(hits);
}

impl Menu {
    fn add(&mut self, line: &Line, entries: Entries) {
        self.lines.push((line.block, Some(entries.evidence)));
        self.gap = 0;
        if line.kind != Kind::Heading {
            self.end = self.lines.len();
        }
        self.has_rights |= entries.names.is_empty();
        self.different.extend(entries.names);
    }

    /// Takes the row away if it is a menu, and begins another.
    fn close(&mut self, hits: &mut Hits) {
        let menu = std::mem::take(self);
        let mut lines = menu.lines;
        lines.truncate(menu.end);
        let names = menu.different.len();
        let telling = menu.different.iter().filter(|name| frame::is_telling(name)).count();
        let telling = telling + usize::from(menu.has_rights && names > 0);
        let is_unbroken = lines.iter().all(|(_, evidence)| evidence.is_some());
        let needed = if menu.is_inside && !is_unbroken { TELLING_INSIDE } else { TELLING };
        let is_menu = telling >= needed || is_unbroken && telling > 0 && names >= MANY;
        if is_menu && !menu.is_led_to {
            let between = || Cow::Borrowed("between two entries of a menu");
            hits.remove_row(
                lines.into_iter().map(|(block, evidence)| (block, evidence.unwrap_or_else(between))),
            );
        }
    }
}

/// Whether a line is a sentence that a list ends: the list is the author's. A heading of a menu has a word or two.
fn leads_to_list(line: &str) -> bool {
    line.ends_with([':', '：']) && (line.split_whitespace().count() > 3 || Width::of(line) > LONGEST)
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
