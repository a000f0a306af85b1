//! The titles of other articles after the end of this one.

use super::frame::{self, Line};
use super::phrases::Lists;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind, Width};
use std::borrow::Cow;

pub(super) const RULE: Rule = Rule {
    id: "related-block",
    summary: "Titles of other articles at the end, under `Related articles`, `You may also like` and the like",
    why: "A site ends an article with others. They go if a heading of a closed list stands over them and every line \
          from there to the end of the text is a title: no sentence, not too long, nothing else. Under \u{201c}See \
          also\u{201d} or \u{201c}Further reading\u{201d} such lines are the author's. Of the words it took on two \
          sets of real pages, 0.997 of 314 and 0.989 of 932 were right.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example {
            before: "We began at dawn.\n\nThat was all of it.\n\n## Related articles\n\n- Ten bridges in a day\n- The last \
                     ferry\n",
            after: "We began at dawn.\n\nThat was all of it.\n",
        },
        Example {
            before: "We began at dawn.\nThat was all of it.\nYou may also like\nTen bridges in a day\nThe last ferry leaves \
                     at noon\n3 May 2024\n",
            after: "We began at dawn.\nThat was all of it.\n",
        },
        Example {
            before: "Wir gingen im Morgengrauen los.\n\nDas war alles.\n\nDas könnte Sie auch interessieren\n\nZehn Brücken an \
                     einem Tag\n",
            after: "Wir gingen im Morgengrauen los.\n\nDas war alles.\n",
        },
    ],
    keeps: &[
        "We began at dawn.\n\nThat was all of it.\n\n## Further reading\n\n- Ten bridges in a day\n- The last ferry\n",
        "We began at dawn.\n\nThat was all of it.\n\n## Related articles\n\nArticle 4 is about the ferry. It was never in \
         force.\n",
        "# Most popular\n\n- Ten bridges in a day\n- The last ferry\n",
        "We began at dawn.\n\nNobody was there.\n\n## Most popular\n\n### Ten bridges in a day\n\nIt was read by all.\n",
        "We began at dawn.\n\n## Related work\n\n- Ten bridges in a day\n- The last ferry\n",
    ],
    find,
};

/// A text with fewer lines before the heading has no article before it.
const FEWEST_BEFORE: usize = 2;
/// A title has at most so many words.
const MOST_WORDS: usize = 25;
/// What is wider is no title, in any script.
const LONGEST: Width = Width(200);

fn find(_: &Document, hits: &mut Hits) {
    let (lists, reading) = (hits.lists(), hits.reading());
    if !reading.may_be_in(lists) {
        return;
    }
    // a row goes to the end of the text
    if !reading.lines().next_back().as_ref().is_some_and(is_of_row) {
        return;
    }
    let mut lines = reading.lines();
    lines.by_ref().take(FEWEST_BEFORE).for_each(drop);
    loop {
        // most lines are in no list
        if !lists.have_own() {
            lines.pass_until(|known, _| lists.may_hold(known.listed));
        }
        let Some(line) = lines.next() else { return };
        let Some(heading) = heading(&line, lists) else { continue };
        let mut row = Vec::new();
        while let Some(line) = lines.next_if(is_of_row) {
            row.push(line);
        }
        if lines.peek().is_some() {
            continue;
        }
        let row: Vec<(Found, bool)> = row.iter().filter_map(told).collect();
        if row.iter().any(|(_, is_title)| *is_title) {
            hits.remove_row([heading].into_iter().chain(row.into_iter().map(|(found, _)| found)));
        }
    }
}

/// A block and what tells that it is of the page.
type Found = (usize, Cow<'static, str>);

/// The heading of the list that a line is.
fn heading(line: &Line, lists: Lists) -> Option<Found> {
    let line = Some(line).filter(|line| !line.known.is_long && line.kind != Kind::ListItem)?;
    Some((line.block, lists.find(&line.text(), line.known.listed)?))
}

/// Whether a line may stand under the heading.
fn is_of_row(line: &Line) -> bool {
    is_title(line) || frame::class_of(&line.text(), line.known.listed).is_some()
}

/// What a line under the heading is, and whether it is a title and not another line of the frame.
fn told(line: &Line) -> Option<(Found, bool)> {
    let text = line.text();
    let evidence =
        frame::class_of(&text, line.known.listed).map(|(_, clue)| clue.evidence(&text, line.known.listed));
    let class = evidence.map(|evidence| ((line.block, evidence), false));
    class.or_else(|| is_title(line).then(|| ((line.block, "a title under it".into()), true)))
}

/// Whether a line may be the title of an article.
fn is_title(line: &Line) -> bool {
    let text = &line.text();
    let is_of_words = || (2..=MOST_WORDS).contains(&text.split_whitespace().count());
    let begins = text.trim_start_matches(|char: char| !char.is_alphanumeric()).chars().next();
    !line.known.is_long
        && Width::of(text) <= LONGEST
        && begins.is_some_and(|first| !first.is_lowercase())
        && !ends_sentence(text)
        && (Width::has_wide(text) || is_of_words())
}

/// Whether a sentence ends at the end of the line or in it.
fn ends_sentence(text: &str) -> bool {
    let ends_word = |at: usize| text[..at].chars().rev().take_while(|char| char.is_lowercase()).count() > 3;
    let mut marks = memchr::memchr_iter(b'.', text.as_bytes());
    marks.any(|at| text[at..].starts_with(". ") && ends_word(at))
        || !text.is_ascii() && text.contains(['。', '।', '۔'])
        || text.ends_with(['.', ';', ':', ',']) && !text.ends_with("...")
}
