//! What the site earns with it.

use super::frame::{self, Class};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "disclosure-line",
    summary: "What the site earns with the article: `We may earn a commission`",
    why: "A site must say that it earns with what it links to, and asks those who liked an article to pay for it. \
          People disagree on whether that belongs to the article: so it is taken alone only if that is asked for. \
          In a row with other lines of the page at one end `edge-line` takes it. Of the words it took on two sets \
          of real pages, 1.000 of 808 and 0.806 of 3821 were right.",
    level: Level::OptIn,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example {
            before: "We may earn a commission if you buy through our links.\n\nOne.\n",
            after: "One.\n",
        },
        Example { before: "One.\n\nThis post contains affiliate links.\n", after: "One.\n" },
        Example {
            before: "One.\n\nIf you enjoyed this article, please consider a donation.\n",
            after: "One.\n",
        },
    ],
    keeps: &[
        "The agent may earn a commission of ten percent.\n",
        "If you enjoyed this ride, wait for the next.\n",
        "Affiliate links pay for most of what you read there.\n",
    ],
    find,
};

fn find(_: &Document, hits: &mut Hits) {
    frame::remove_alone(hits, Class::Disclosure, |_, _| true);
}
