//! Layout by no-break spaces.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;
use memchr::memmem;

pub(super) const RULE: Rule = Rule {
    id: "blank-run",
    summary: "Runs of blanks with no-break spaces among them, between two words",
    why: "Pages are laid out with `&nbsp;`, and editors put it beside a blank that is there already. One blank parts two \
          words as well. A no-break space alone may be meant, as before a French question mark, and stays; so do \
          runs of plain blanks and what indents a line.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &["\u{a0}\u{a0}", "\u{a0} ", " \u{a0}"],
    examples: &[Example { before: "One\u{a0} \u{a0}two,\u{a0}\u{a0}three.\n", after: "One two, three.\n" }],
    keeps: &[
        "Vraiment\u{a0}?\n",
        "10\u{a0}km\n",
        "\u{a0}\u{a0}\u{a0}indented\n",
        "two  blanks\n",
        "`a\u{a0}\u{a0}b`\n",
    ],
    find,
};

static RUN: Pattern = Pattern::new(r"\S(?P<run> *\u{a0}[ \u{a0}]+| +\u{a0})[^\s\u{a0}]");

fn find(document: &Document, hits: &mut Hits) {
    let places = memmem::find_iter(document.text().as_bytes(), "\u{a0}");
    for span in document.open_text(places) {
        for found in RUN.captures_iter(span.of(document.text())) {
            if let Some(run) = found.name("run") {
                hits.replace(span.part(run.range()), " ");
            }
        }
    }
}
