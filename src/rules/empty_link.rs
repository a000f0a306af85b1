//! Links that nobody can click.

use super::empty_syntax::{self, Which};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "empty-link",
    summary: "Links without text: `[](https://…)`",
    why: "A link around an icon or an image that was dropped. No reader sees it. A link to a fragment, `[](#part)`, \
          marks a place that others point to, and stays. Nothing readable goes.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &["]("],
    examples: &[
        Example { before: "Read on. [](https://example.org/a)\n", after: "Read on.\n" },
        Example { before: "* [](https://example.org/share)\n* One\n", after: "* One\n" },
        Example { before: "Read[ ](https://example.org/a)[on](/b).\n", after: "Read [on](/b).\n" },
    ],
    keeps: &[
        "[](#part)\n",
        "[text](https://example.org/)\n",
        "sort(first, last, [](int x, int y) { return x < y; })\n",
        "[][reference]\n",
        "- [ ] (a task)\n",
        "`[](https://example.org)`\n",
    ],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    empty_syntax::remove(document, hits, Which::Links);
}
