//! Cookie banners.

use super::entry::{Entry, first_match};
use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, whole_line};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "consent-line",
    summary: "Cookie banners: `We use cookies to improve your experience`",
    why: "The banner over the page was scraped with it. A whole line goes if it speaks as the site, of its own use of \
          cookies, to the visitor. An article about cookies, of either kind, speaks of somebody else's. Of the words it \
          took on two sets of real pages, 1.00 of 292 and 1.00 of 1919 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example {
            before: "We use cookies to give you the best experience on our website.\n\nOne.\n",
            after: "One.\n",
        },
        Example { before: "One.\n\nAccept all cookies\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example {
            before: "Eins.\nDiese Website verwendet Cookies, um Ihnen mehr zu bieten.\nZwei.\n",
            after: "Eins.\nZwei.\n",
        },
    ],
    keeps: &[
        "The bakery uses cookies to win back its guests.\n",
        "A site that uses cookies must say so.\n",
        "Bake the cookies until they are brown.\n",
        "## We use cookies\n",
        "We use cookies for the base of the cheesecake, never biscuits.\n",
    ],
    find,
};

pub(super) static BANNERS: [Entry; 2] = [
    Entry {
        name: "speaks of its own cookies",
        starts: &[&["we ", "this ", "our "]],
        cues: &["cookie"],
        ends: &[],
        pattern: Pattern::new(concat!(
            r"(?i)^(?:we|(?:this|our) (?:web)?site|this page)(?: and (?:our|selected) (?:partners|third parties))? (?:uses?|stores?) ",
            r"(?:(?:first[- ]party|third[- ]party|necessary|essential|functional|our own|your) )?cookies? ",
            r"(?:and (?:other|similar|related) (?:tracking )?technolog(?:y|ies) )?(?:to|for|on|in order to|that|so that) ",
            r".*(?:experience|web ?site|site|pages?|visit|analy[sz]|traffic|personali[sz]|advert| ads? |content|services?|settings|browsing|functional|serve you).*$",
        )),
        usual: None,
    },
    Entry {
        name: "asks for consent",
        starts: &[&["by "]],
        cues: &["cookie"],
        ends: &[],
        pattern: Pattern::new(concat!(
            r"(?i)^by (?:continuing to (?:use|browse|visit)|using|browsing|clicking) .{0,80}",
            r"(?:you|accept).{0,40}(?:agree|consent|accept).{0,60}cookies?.{0,60}[.!]?$",
        )),
        usual: None,
    },
];

fn find(document: &Document, hits: &mut Hits) {
    whole_line::remove(document, hits, |line| first_match(&BANNERS, line), |_| true);
}
