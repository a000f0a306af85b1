//! Calls to subscribe.

use super::entry::{Entry, Usual, first_match, last_sentence};
use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, whole_line};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "newsletter-line",
    summary: "Calls to subscribe: `Sign up for our newsletter`",
    why: "A box in the middle of an article or at its end. A whole line goes if it begins by telling the reader to \
          sign up, subscribe or get something and ends with the newsletter, the inbox or the alerts. An article \
          about newsletters does not speak like that. A few sentences may lead to the call. Of the words it took on \
          two sets of real pages, 0.994 of 1656 and 0.988 of 3610 were right.",
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
            before: "One.\n\nWant more of the sea? We write every week. Sign up for our newsletter.\n\nTwo.\n",
            after: "One.\n\nTwo.\n",
        },
        Example {
            before: "One.\n\nGet the Harbour Monthly delivered through your letterbox. Six issues for £9.99.\n\nTwo.\n",
            after: "One.\n\nTwo.\n",
        },
        Example {
            before: "Eins.\n\nAbonnieren Sie unseren Newsletter\n\nZwei.\n",
            after: "Eins.\n\nZwei.\n",
        },
    ],
    keeps: &[
        "Sign up for a Hulu account\n",
        "1. Sign up for our newsletter.\n",
        "Get your readers to subscribe to your newsletter.\n",
        "Get rid of the newsletters.\n",
        "Join forces with an editor and launch a newsletter.\n",
        "Register the address of the newsletter.\n",
        "The newsletter goes to ten thousand readers.\n",
        "## Subscribe to our newsletter\n",
        "**Get your first letter past the filters and into the inbox**\n",
        "Get your parcel delivered to your door, she said, and see what is left of it.\n",
        "The ferry left at noon. It was never seen again. Sign up for our newsletter.\n",
        "Sign up for the newsletter and wait until the first letter comes, then answer it.\n",
    ],
    find,
};

/// A pattern for a call, with what may stand between what the reader is to do and what he is to get.
macro_rules! asks {
    ($between:literal) => {
        concat!(
            r"(?i)^(?:click here to |please |enter your e-?mail (?:address )?(?:and|to) )?",
            r"(?:sign[- ]up|subscribe|register|join|get|receive|stay up[- ]to[- ]date)(?: now| today| here)? ",
            $between,
            r"(?:newsletters?|(?:your|my) inbox|e-?mail (?:updates|alerts|briefing)|news alerts|morning briefing)",
            r"(?: (?:today|now|here|below|for free|daily|weekly|every (?:day|week|month|morning)))?[.!]?$",
        )
    };
}

/// A pattern for a call to which others lead, with how much may stand before and behind what the reader is to get.
macro_rules! leads {
    ($before:literal, $behind:literal) => {
        concat!(
            r"(?i)^(?:please |just |simply )?(?:sign[- ]up|subscribe|register|join|click here|get)\b[^.!?]",
            $before,
            r"\b(?:newsletters?|inbox|mailing list)\b[^.!?]",
            $behind,
            "[.!]?$",
        )
    };
}

pub(super) static CALLS: [Entry; 2] = [
    Entry {
        name: "asks to subscribe",
        starts: &[&[
            "click here",
            "please",
            "enter your",
            "sign",
            "subscribe",
            "register",
            "join",
            "get",
            "receive",
            "stay up",
        ]],
        cues: &["newsletter", "inbox", "updates", "alerts", "briefing"],
        ends: &[
            &["newsletter", "newsletters", "inbox", "updates", "alerts", "briefing"],
            &["today", "now", "here", "below", "free", "daily", "weekly", "day", "week", "month", "morning"],
        ],
        pattern: Pattern::new(asks!(
            r"(?:[^.!?]{0,120}?(?:our|the|your|my|this|free|daily|weekly|[a-z]+['’]s?) [^.!?]{0,40}?|[^.!?]{0,160} )"
        )),
        usual: Some(Usual { most: 160, pattern: Pattern::new(asks!("[^.!?]* ")) }),
    },
    Entry {
        name: "offers to deliver",
        starts: &[&["get", "receive"]],
        cues: &["inbox", "letterbox", "mailbox"],
        ends: &[],
        pattern: Pattern::new(concat!(
            r"(?i)^(?:get|receive) [^.!?]{3,80} (?:delivered|sent|dropped)(?: \pL+){0,2} (?:to|through|in|into) ",
            r"your (?:inbox|letterbox|mailbox)\b[^.,!?]{0,40}[.!]?(?: [^!?]{1,60}[.!]){0,2}$",
        )),
        usual: None,
    },
];

/// A call to which others lead may go on a little: with the name of the letter, or what is good about it.
pub(super) static LED_TO: [Entry; 1] = [Entry {
    name: "leads to a call to subscribe",
    starts: &[&["please", "just", "simply", "sign", "subscribe", "register", "join", "click here", "get"]],
    cues: &["newsletter", "inbox", "mailing list"],
    ends: &[],
    pattern: Pattern::new(leads!("{0,80}", "{0,50}")),
    // besides what is counted at least `get` and `inbox`
    usual: Some(Usual { most: 50 + 8, pattern: Pattern::new(leads!("*", "*")) }),
}];

/// Sentences that lead to a call speak to the reader: the first has one of these words, or asks.
static ADDRESS: Pattern =
    Pattern::new(r"(?i)\?|\b(?:you|your|we|our|us|want|more|love|enjoy(?:ed)?|miss|liked?)\b");
/// So many sentences may lead to a call.
const MOST_LEADING: usize = 3;
/// A call is not longer than this, in characters.
const LONGEST: usize = 400;

fn find(document: &Document, hits: &mut Hits) {
    let call = |line: &str| {
        let led_to = || first_match(&LED_TO, led_to(line)?);
        first_match(&CALLS, line).or_else(led_to).filter(|_| !is_advice(line))
    };
    whole_line::remove_up_to(LONGEST, document, hits, call, |_| true);
}

/// Whether a line tells the reader something else to do with newsletters than to read one.
fn is_advice(line: &str) -> bool {
    const ADVICE: [&str; 10] = [
        "your newsletter",
        "a newsletter",
        "first newsletter",
        "register the ",
        " rid of ",
        " out of your inbox",
        "off your mailing list",
        "join forces",
        "join the team",
        "subscribe people",
    ];
    let line = line.to_lowercase();
    ADVICE.iter().any(|advice| line.contains(advice))
}

/// The last sentence of a line, if a few that speak to the reader lead to it.
fn led_to(line: &str) -> Option<&str> {
    let last = last_sentence(line)?;
    let ends = line.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let mut ends = ends.filter(|end| line[*end..].starts_with(' '));
    let first = ends.next()?;
    (ends.count() < MOST_LEADING && ADDRESS.is_match(&line[..first])).then_some(last)
}
