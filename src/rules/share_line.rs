//! Buttons to share an article, as text.

use super::entry::{Entry, first_match};
use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, button_list, whole_line};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "share-line",
    summary: "Share buttons as text: `Share on Facebook`, `Facebook Twitter LinkedIn`",
    why: "Buttons keep their labels when a page becomes text. A whole line goes if it tells the reader to share this \
          on a network, or names two networks and nothing else. One network alone may be what the article is \
          about. A list goes if all its items are such links; an empty one or a single word such as \u{201c}More\u{201d} goes along. Of the words it took on \
          two sets of real pages, 0.998 of 888 and 1.000 of 2912 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example { before: "One.\n\nShare on Facebook\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "One.\nFacebook Twitter LinkedIn Email\nTwo.\n", after: "One.\nTwo.\n" },
        Example {
            before: "One.\n\n- [Click to share on X (Opens in new window) X](https://example.org/a?share=x)\n",
            after: "One.\n",
        },
        Example {
            before: "One.\n\n### Share this:\n\n* [Share on X](https://example.org/a?share=x)\n* [Share on \
                     Facebook](https://example.org/a?share=f)\n* [Share on Reddit](https://example.org/a?share=r)\n* More\n*\n\nTwo.\n",
            after: "One.\n\nTwo.\n",
        },
        Example { before: "Eins.\n\nAuf Facebook teilen\n\nZwei.\n", after: "Eins.\n\nZwei.\n" },
    ],
    keeps: &[
        "- [Copy link](/c)\n- My own script does the same and\n  keeps the date.\n",
        "## Plugins\n\nAll mine:\n\n- [Share on Mastodon](/m)\n- [Share on X](/x)\n",
        "- Plugins for the blog\n  - [Share on Mastodon](/m)\n  - [Share on X](/x)\n",
        "- [Facebook Messenger](/m)\n",
        "### Share this:\n\n- [Share on X](https://example.org/a?share=x)\n- [The old bridge](/b)\n",
        "### Share this:\n\nThe bridge is old.\n",
        "- Facebook\n- Twitter\n",
        "The companies that paid:\n\n- [Facebook Messenger](/1)\n- [Amazon](/2)\n",
        "Facebook.\n",
        "Share it with friends.\n",
        "Share this information, please?\n",
        "Share on Facebook what you think, she said, and see who answers.\n",
        "Facebook and Twitter have lost readers.\n",
        "Instagram and Facebook\n",
    ],
    find,
};

macro_rules! networks {
    () => {
        r"(?:facebook|twitter|linkedin|whatsapp|pinterest|reddit|telegram|tumblr|flipboard|instagram|mastodon|bluesky|threads|messenger|vkontakte|вконтакте|viber|weibo|xing|pocket)"
    };
}

/// The same, one by one.
static NETWORKS: [&str; 20] = [
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "pinterest",
    "reddit",
    "telegram",
    "tumblr",
    "flipboard",
    "instagram",
    "mastodon",
    "bluesky",
    "threads",
    "messenger",
    "vkontakte",
    "viber",
    "weibo",
    "xing",
    "pocket",
    "вконтакте",
];

/// Two networks at least: one alone may be what the article is about, and `x` may be anything.
pub(super) static BAR: [Entry; 1] = [Entry {
    name: "names networks only",
    starts: &[
        &["share", "follow", "teilen", "partager", "compartir", "compartilhar", "condividi", "delen"],
        &NETWORKS,
    ],
    cues: &NETWORKS,
    ends: &[&["x", "email", "e-mail", "print", "copy", "link", "sms", "more", "rss"], &NETWORKS],
    usual: None,
    pattern: Pattern::new(concat!(
        r"(?i)^(?:(?:share|follow(?: us)?|teilen|partager|compartir|compartilhar|condividi|delen)(?: on| via)?[\s:|]*)?",
        networks!(),
        r"(?:[\s|/·•:]+(?:x[\s|/·•]+)?",
        networks!(),
        r")+(?:[\s|/,·•]+(?:x|e-?mail|print|copy(?: link)?|link|sms|more|rss))*$",
    )),
}];

fn find(document: &Document, hits: &mut Hits) {
    whole_line::remove(document, hits, |line| first_match(&BAR, line), |_| true);
    button_list::remove(hits, &BAR);
}
