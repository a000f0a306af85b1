//! Buttons to share an article, as text.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, phrase};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "share-line",
    summary: "Share buttons as text: `Share on Facebook`, `Facebook Twitter LinkedIn`",
    why: "Buttons keep their labels when a page becomes text. A whole line goes if it tells the reader to share this \
          on a network, or names two networks and nothing else. One network alone, or an item of a list, may be what \
          the article is about.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[
        "share",
        "tweet",
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
        "teilen",
        "partag",
        "compart",
        "condivi",
        "поделиться",
        "Поделиться",
        "ВКонтакте",
        "print",
        "copy",
        "email",
    ],
    examples: &[
        Example { before: "One.\n\nShare on Facebook\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "One.\nFacebook Twitter LinkedIn Email\nTwo.\n", after: "One.\nTwo.\n" },
        Example { before: "Eins.\n\nAuf Facebook teilen\n\nZwei.\n", after: "Eins.\n\nZwei.\n" },
    ],
    keeps: &[
        "- Facebook\n- Twitter\n",
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

static SHARE: [(&str, Pattern); 3] = [
    (
        "asks to share this",
        Pattern::new(concat!(
            r"(?i)^(?:(?:click|tap) (?:here )?to )?(?:share|tweet|pin|post)(?: (?:this|it|the)(?: (?:article|story|page|post|link))?)?",
            r"(?: (?:on|via|to|with|by|through) (?:",
            networks!(),
            r"|x|twitter/x|x \(twitter\)|e-?mail)(?: \(opens in (?:a )?new window\))?)[.:!]?$",
            r"|(?i)^share this (?:article|story|page|post):?$",
        )),
    ),
    (
        "asks to share this, in another language",
        Pattern::new(concat!(
            r"(?i)^(?:(?:auf|über|per|via) ",
            networks!(),
            r" teilen|teilen auf ",
            networks!(),
            r"|(?:diesen )?artikel teilen|partager (?:sur|via) ",
            networks!(),
            r"|partager (?:cet|l['’])(?: )?article|comp?artir (?:en|no|por|via) ",
            networks!(),
            r"|compart(?:ir|e) este (?:artículo|artigo)|condividi (?:su|via) ",
            networks!(),
            r"|поделиться (?:в|на|через) ",
            networks!(),
            r")[.:!]?$",
        )),
    ),
    (
        "names networks only",
        Pattern::new(concat!(
            r"(?i)^(?:(?:share|follow(?: us)?|teilen|partager|compartir)(?: on| via)?[\s:|]*)?",
            networks!(),
            r"(?:[\s|/·•:]+(?:x[\s|/·•]+)?",
            networks!(),
            r")+(?:[\s|/,·•]+(?:x|e-?mail|print|copy(?: link)?|link|sms|more|rss))*$",
        )),
    ),
];

fn find(document: &Document, hits: &mut Hits) {
    phrase::remove(document, hits, |line, _, _| phrase::first_match(&SHARE, line));
}
