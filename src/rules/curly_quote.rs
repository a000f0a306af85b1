//! Quotes and apostrophes as printers set them.

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "curly-quote",
    summary: "Curly quotes and apostrophes to straight ones: `“it’s”` to `\"it's\"`",
    why: "They are correct typography and no dirt, so the rule is opt-in: it is for people whose tools search, compare \
          or print straight ones only. Guillemets and the corner brackets of East Asia have no straight form and stay; \
          so do primes, which count feet and minutes, and the letters of Hawaiian and Ukrainian that look like an \
          apostrophe. Code, tables, addresses and tags keep theirs.",
    level: Level::OptIn,
    stratum: Stratum::Characters,
    triggers: &["‘", "’", "‚", "‛", "“", "”", "„", "‟"],
    examples: &[
        Example {
            before: "“It’s late,” she said. ‘So?’\n", after: "\"It's late,\" she said. 'So?'\n"
        },
        Example {
            before: "„Es ist spät“, sagte sie. ‚Na und?‘\n",
            after: "\"Es ist spät\", sagte sie. 'Na und?'\n",
        },
    ],
    keeps: &[
        "`“it’s”`\n",
        "    “it’s”\n",
        "```\n“it’s”\n```\n",
        "| “it’s” |\n",
        "https://example.org/it’s\n",
        "[a](https://example.org/it’s) and <b title=“it’s”> there.\n",
        "« Il est tard », dit-elle, et ‹ quoi ›.\n",
        "「遅い」と彼女は言った。\n",
        "It is 6′2″ tall, at 52° 30′ N.\n",
        "Hawaiʻi and об\u{2bc}єкт\n",
        "\"It's late,\" she said.\n",
    ],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    let places = document.text().match_indices(is_curly).map(|(at, _)| at);
    for span in document.open_text(places) {
        for (at, quote) in span.of(document.text()).match_indices(is_curly) {
            hits.replace(span.part(at..at + quote.len()), straight(quote));
        }
    }
}

fn is_curly(char: char) -> bool {
    matches!(char, '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟')
}

fn straight(quote: &str) -> &'static str {
    if matches!(quote, "‘" | "’" | "‚" | "‛") { "'" } else { "\"" }
}
