//! Cookie banners.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, phrase};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "consent-line",
    summary: "Cookie banners: `We use cookies to improve your experience`",
    why: "The banner over the page was scraped with it. A whole line goes if it speaks as the site, of its own use of \
          cookies, to the visitor. An article about cookies, of either kind, speaks of somebody else's.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &["cookie", "куки", "файлы"],
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

static BANNERS: [(&str, Pattern); 3] = [
    (
        "speaks of its own cookies",
        Pattern::new(concat!(
            r"(?i)^(?:we|(?:this|our) (?:web)?site|this page)(?: and (?:our|selected) (?:partners|third parties))? (?:uses?|stores?) ",
            r"(?:(?:first[- ]party|third[- ]party|necessary|essential|functional|our own|your) )?cookies? ",
            r"(?:and (?:other|similar|related) (?:tracking )?technolog(?:y|ies) )?(?:to|for|on|in order to|that|so that) ",
            r".*(?:experience|web ?site|site|pages?|visit|analy[sz]|traffic|personali[sz]|advert| ads? |content|services?|settings|browsing|functional|serve you).*$",
        )),
    ),
    (
        "asks for consent",
        Pattern::new(concat!(
            r"(?i)^(?:by (?:continuing to (?:use|browse|visit)|using|browsing|clicking) .{0,80}",
            r"(?:you|accept).{0,40}(?:agree|consent|accept).{0,60}cookies?.{0,60}",
            r"|(?:accept|reject|manage|allow)(?: all)? cookies|cookie (?:settings|preferences|policy))[.!]?$",
        )),
    ),
    (
        "speaks of its own cookies, in another language",
        Pattern::new(concat!(
            r"(?i)^(?:(?:diese|unsere) (?:web)?(?:site|seite) (?:verwendet|nutzt|benutzt) cookies|wir (?:verwenden|nutzen) cookies",
            r"|(?:ce|notre) site utilise des cookies|nous utilisons des cookies",
            r"|(?:este|nuestro) sitio (?:web )?(?:utiliza|usa) cookies|utilizamos cookies (?:propias|para)",
            r"|(?:questo|il nostro) sito (?:web )?(?:utilizza|usa) (?:i )?cookies?",
            r"|(?:наш|этот) сайт использует (?:файлы )?(?:cookies?|куки))(?:[ ,.].*)?$",
        )),
    ),
];

fn find(document: &Document, hits: &mut Hits) {
    phrase::remove(document, hits, |line, _, _| phrase::first_match(&BANNERS, line));
}
