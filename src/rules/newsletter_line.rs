//! Calls to subscribe.

use super::pattern::Pattern;
use super::whole_line::{self, Entry};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "newsletter-line",
    summary: "Calls to subscribe: `Sign up for our newsletter`",
    why: "A box in the middle of an article or at its end. A whole line goes if it begins by telling the reader to \
          sign up, subscribe or get something and ends with the newsletter, the inbox or the alerts. An article about \
          newsletters does not speak like that. Of the words it took on two sets of real pages, 0.993 of \
          796 and 0.981 of 2641 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example {
            before: "One.\n\nSign up for our free weekly newsletter.\n\nTwo.\n",
            after: "One.\n\nTwo.\n",
        },
        Example { before: "One.\nGet the best stories in your inbox!\nTwo.\n", after: "One.\nTwo.\n" },
        Example {
            before: "Eins.\n\nAbonnieren Sie unseren Newsletter\n\nZwei.\n",
            after: "Eins.\n\nZwei.\n",
        },
    ],
    keeps: &[
        "Sign up for a Hulu account\n",
        "1. Sign up for our newsletter.\n",
        "The newsletter goes to ten thousand readers.\n",
        "## Subscribe to our newsletter\n",
        "**Get your first letter past the filters and into the inbox**\n",
        "Sign up for the newsletter and wait until the first letter comes, then answer it.\n",
    ],
    find,
};

static CALLS: [Entry; 1] = [Entry {
    name: "asks to subscribe",
    cues: &["newsletter", "inbox", "updates", "alerts", "briefing"],
    pattern: Pattern::new(concat!(
        r"(?i)^(?:click here to |please |enter your e-?mail (?:address )?(?:and|to) )?",
        r"(?:sign[- ]up|subscribe|register|join|get|receive|stay up[- ]to[- ]date)(?: now| today| here)? ",
        r"(?:[^.!?]{0,120}?(?:our|the|your|my|this|free|daily|weekly|[a-z]+['’]s?) [^.!?]{0,40}?|[^.!?]{0,160} )",
        r"(?:newsletters?|(?:your|my) inbox|e-?mail (?:updates|alerts|briefing)|news alerts|morning briefing)",
        r"(?: (?:today|now|here|below|for free))?[.!]?$",
    )),
}];

fn find(document: &Document, hits: &mut Hits) {
    let lists = hits.lists();
    whole_line::remove(document, hits, |line, _| {
        lists.find(line).or_else(|| whole_line::first_match(&CALLS, line))
    });
}
