//! The menus of a page.

use super::frame::{self, Entries, Line};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind, Width};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    id: "navigation",
    summary: "Menus: `Home`, `About us`, `Privacy Policy` and the like in a row",
    why: "What was scraped whole has the menus of the page over and under the article. They go where several \
          entries of a closed list stand together, at least two that are more than a word each or three different \
          ones, with the short lines between them. One alone may be a heading or an item of the author's. Of the \
          words it took on two sets of real pages, 1.000 of 14089 and 1.000 of 67041 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example {
            before: "- Home\n- Harbour\n- About us\n- Contact\n\nWe began at dawn.\n",
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
        "Every site has these pages:\n\n- Home\n- About us\n- Contact us\n- Blog\n\nHome comes first.\n",
    ],
    find,
};

/// So many short lines may stand between two entries,
const GAP: usize = 4;
/// and so many over the first prose of a text and under its last: there are no lists of the author's there.
const GAP_OUTSIDE: usize = 30;
/// So many different entries are a menu,
const MANY: usize = 3;
/// or so many that are more than a word.
const TELLING: usize = 2;
/// A line between two entries is short if it has at most this many words,
const MOST_WORDS: usize = 4;
/// and is not wider than this.
const LONGEST: Width = Width(40);

/// A row of entries, with the lines between them.
#[derive(Default)]
struct Menu {
    lines: Vec<(usize, Option<Cow<'static, str>>)>,
    /// The length up to the last entry.
    end: usize,
    different: HashSet<String>,
    /// Whether the author leads to it.
    is_led_to: bool,
}

fn find(document: &Document, hits: &mut Hits) {
    let title = document.about().title.as_deref().map(str::to_lowercase);
    let lines: Vec<Line> = frame::lines(document, 0..document.blocks().len()).collect();
    let first = lines.iter().position(Line::is_prose).unwrap_or(0);
    let last = lines.iter().rposition(Line::is_prose).unwrap_or(lines.len());
    let lists = hits.lists();
    let mut menu = Menu::default();
    for (place, line) in lines.iter().enumerate() {
        menu.is_led_to |= menu.lines.is_empty() && place > 0 && leads_to_list(&lines[place - 1].text);
        if let Some(entries) =
            Some(line).filter(|line| !line.is_long).and_then(|line| frame::entries(&line.text, lists))
        {
            menu.add(line, entries);
            continue;
        }
        let is_outside = place < first || place > last;
        let gap = if is_outside { GAP_OUTSIDE } else { GAP };
        let is_title = title.as_ref().is_some_and(|title| is_of_title(&line.text, title));
        if menu.end == 0 || menu.lines.len() - menu.end == gap || is_title || !is_short(line) {
            menu.close(hits);
        } else {
            menu.lines.push((line.block, None));
        }
    }
    menu.close(hits);
}

impl Menu {
    fn add(&mut self, line: &Line, entries: Entries) {
        self.lines.push((line.block, Some(entries.evidence)));
        self.end = self.lines.len();
        self.different.extend(entries.names);
    }

    /// Takes the row away if it is a menu, and begins another.
    fn close(&mut self, hits: &mut Hits) {
        let Self { mut lines, end, different, is_led_to } = std::mem::take(self);
        let telling = different.iter().filter(|name| frame::is_telling(name)).count();
        if !is_led_to && (different.len() >= MANY || telling >= TELLING) {
            lines.truncate(end);
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
