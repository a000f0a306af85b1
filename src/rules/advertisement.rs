//! The label over an advertisement that was dropped.

use super::{Example, Hits, Level, Rule, Stratum, whole_line};
use crate::document::{Block, Document, Kind};

pub(super) const RULE: Rule = Rule {
    id: "advertisement",
    summary: "Labels of advertisements: `Advertisement`, `Anzeige`, `Реклама`",
    why: "The advertisement is gone, its label is left. Only a whole line of a closed list goes, never a heading or \
          the item of a list, and not where it is all that stands under a heading. Of \
          the words it took on two sets of real pages, 1.00 of 291 and 1.00 of 428 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example { before: "One.\n\nAdvertisement\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "Eins.\nANZEIGE\nZwei.\n", after: "Eins.\nZwei.\n" },
        Example { before: "One.\n\nStory continues below advertisement\n\nTwo.\n", after: "One.\n\nTwo.\n" },
    ],
    keeps: &[
        "## Advertising\n\nIt pays for much.\n",
        "* Advertising\n* Printing\n",
        "### Form of payment\n\nAdvertisement\n\n### Term\n",
        "Advertisement was the only trade he knew.\n",
    ],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    whole_line::remove(document, hits, |_| None, |index| !is_all_of_a_section(document, index));
}

/// Whether the line stands alone between a heading and the next one: it is then what the section says.
fn is_all_of_a_section(document: &Document, index: usize) -> bool {
    let kind = |index: usize| document.blocks().get(index).map(Block::kind);
    let headed = index.checked_sub(1).and_then(kind) == Some(Kind::Heading);
    headed && kind(index + 1).is_none_or(|next| next == Kind::Heading)
}
