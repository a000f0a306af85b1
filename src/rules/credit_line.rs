//! Who made a picture.

use super::frame::{self, Class};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "credit-line",
    summary: "Who made a picture: `Photo: Anna Berg`, `Anna Berg/Reuters`",
    why: "Under a picture stands who made it, and what it shows. The picture is gone, the line is left. To name the \
          author is good custom, and often a duty: so it is taken alone only if that is asked for. In a row with \
          others of its kind `edge-line` takes it. Of the words it took on two sets of real pages, 0.934 of 8665 \
          and 0.908 of 6455 were right.",
    level: Level::OptIn,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example { before: "One.\n\nPhoto: Anna Berg\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "One.\nThe pier at noon. (Anna Berg/Reuters)\nTwo.\n", after: "One.\nTwo.\n" },
        Example { before: "Eins.\n\nBild: Anna Berg / dpa\n", after: "Eins.\n" },
    ],
    keeps: &[
        "Photo albums of the harbour\n",
        "He gave credit where it was due.\n",
        "Reuters\n",
        "He took it from the pier (with a borrowed camera).\n",
    ],
    find,
};

fn find(_: &Document, hits: &mut Hits) {
    frame::remove_alone(hits, Class::Credit, |_, _| true);
}
