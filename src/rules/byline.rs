//! Who wrote it.

use super::frame::{self, Class};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "byline",
    summary: "Who wrote the article, in a line of its own: `By Anna Berg`",
    why: "A line that names the author goes if it is one of the first or the last few, as does an address of mail \
          or of a profile. An archive may want to keep it: so it is taken alone only if that is asked for. In a row \
          with others of its kind `edge-line` takes it. Of the words it took on two sets of real pages, 0.980 of \
          794 and 0.886 of 651 were right.",
    level: Level::OptIn,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example { before: "By Anna Berg\n\nWe began at dawn.\n", after: "We began at dawn.\n" },
        Example { before: "Eins.\n\nVon Anna Berg und Jo Lund\n", after: "Eins.\n" },
        Example { before: "One.\n\nanna.berg@example.org\n", after: "One.\n" },
    ],
    keeps: &[
        "By the sea\n",
        "By Monday we had crossed the Alps.\n",
        "Written by hand\n",
        "> By Anna Berg\n",
        "Anna Berg\n",
    ],
    find,
};

fn find(_: &Document, hits: &mut Hits) {
    frame::remove_alone(hits, Class::Byline, frame::is_near_an_end);
}
