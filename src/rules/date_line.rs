//! When it was published.

use super::frame::{self, Class};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "date-line",
    summary: "When the article was published, and how long it takes to read, in a line of its own",
    why: "A line that is a date, or a label of a closed list with one, goes if it is one of the first or the last \
          few. A letter and a diary have such lines too, and an archive may want to keep them: so it is taken alone \
          only if that is asked for. In a row with others of its kind `edge-line` takes it. Of the words it took on \
          two sets of real pages, 0.980 of 1579 and 0.900 of 1278 were right.",
    level: Level::OptIn,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example { before: "Published 3 May 2024\n\nWe began at dawn.\n", after: "We began at dawn.\n" },
        Example { before: "One.\n\n5 min read\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "18. November 2019, 7:08 Uhr\nEins.\n", after: "Eins.\n" },
    ],
    keeps: &["On 3 May 2024 we began at dawn.\n", "May 2024\n", "1.2.3\n", "2019\n"],
    find,
};

fn find(_: &Document, hits: &mut Hits) {
    frame::remove_alone(hits, Class::Date, frame::is_near_an_end);
}
