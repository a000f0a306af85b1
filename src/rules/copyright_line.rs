//! Whose it is.

use super::frame::{self, Class};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "copyright-line",
    summary: "Whose the article is: `© 2024 Example Press. All rights reserved.`",
    why: "The foot of a page says whose it is. An archive needs that, and some annotators keep it: so it is taken \
          alone only if that is asked for. In a row with others of its kind `edge-line` takes it. Of the words it \
          took on two sets of real pages, 0.894 of 4508 and 0.996 of 8508 were right.",
    level: Level::OptIn,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example { before: "One.\n\n© 2024 Example Press\n", after: "One.\n" },
        Example { before: "One.\nAll rights reserved.\n", after: "One.\n" },
        Example { before: "Eins.\n\nAlle Rechte vorbehalten\n", after: "Eins.\n" },
    ],
    keeps: &[
        "Copyright is a right of the author.\n",
        "© and ® are signs.\n",
        "All rights reserved for members were given up in 1920.\n",
    ],
    find,
};

fn find(_: &Document, hits: &mut Hits) {
    frame::remove_alone(hits, Class::Copyright, |_, _| true);
}
