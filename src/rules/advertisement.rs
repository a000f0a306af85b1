//! The label over an advertisement that was dropped.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, phrase};
use crate::document::{Block, Document, Kind};

pub(super) const RULE: Rule = Rule {
    id: "advertisement",
    summary: "Labels of advertisements: `Advertisement`, `Anzeige`, `Реклама`",
    why: "The advertisement is gone, its label is left. Only a whole line of a closed list goes, never a heading or \
          the item of a list, and not where it is all that stands under a heading.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[
        "advert",
        "continue",
        "sponsor",
        "anzeige",
        "werbung",
        "publicit",
        "publicidad",
        "anuncio",
        "pubblicit",
        "publicidade",
        "reklam",
        "реклам",
        "РЕКЛАМ",
        "Реклам",
        "آگهی",
        "إعلان",
        "اعلان",
        "विज्ञापन",
        "广告",
        "廣告",
        "広告",
        "광고",
        "promoted",
    ],
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

static LABEL: Pattern = Pattern::new(concat!(
    r"(?i)^[-–—|:• ]*(?:",
    r"advertise?ments?|promoted content|sponsored content",
    r"|(?:story|article|content) continues (?:below|after) (?:this |the )?ad(?:vertisement)?",
    r"|advertisement ?[-–—|:.]? ?(?:continue reading below|scroll to continue(?: reading)?|skip ad(?:vertisement)?)",
    r"|continue reading (?:below|after) (?:the |this )?ad(?:vertisement)?",
    r"|(?:weiter nach der |nach der )?(?:anzeige|werbung)",
    r"|publicité|la suite après (?:cette|la) publicité|publicidad|anuncio|publicidade|pubblicità",
    r"|reklama?|реклама|на правах рекламы|آگهی|إعلان|اعلان|विज्ञापन|广告|廣告|広告|광고",
    r")[-–—|:. ]*$",
));

fn find(document: &Document, hits: &mut Hits) {
    phrase::remove(document, hits, |line, document, index| {
        (LABEL.is_match(line) && !is_all_of_a_section(document, index)).then_some("label of an advertisement")
    });
}

/// Whether the line stands alone between a heading and the next one: it is then what the section says.
fn is_all_of_a_section(document: &Document, index: usize) -> bool {
    let kind = |index: usize| document.blocks().get(index).map(Block::kind);
    let headed = index.checked_sub(1).and_then(kind) == Some(Kind::Heading);
    headed && kind(index + 1).is_none_or(|next| next == Kind::Heading)
}
