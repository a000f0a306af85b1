//! Cleans scraped articles: takes away what the scraper left behind and what stands there twice, and nothing else.
//!
//! ```
//! let dirty = "The ferry came late.\n![]()\nAdvertisement\nNobody on the quay was surprised.Then it rained &amp; stopped.\n";
//! let cleaned = unscrape::clean(dirty, &unscrape::Options::default());
//! assert_eq!(
//!     cleaned.text,
//!     "The ferry came late.\nNobody on the quay was surprised. Then it rained & stopped.\n"
//! );
//! // every byte that went is in the edits, with the rule that took it
//! let rules: Vec<&str> = cleaned.edits.iter().flat_map(|edit| edit.reasons()).map(|why| &*why.rule).collect();
//! assert_eq!(rules, ["empty-image", "advertisement", "glued-sentence", "html-entity"]);
//! // so the way back is known
//! assert_eq!(cleaned.edits.invert(dirty).apply(&cleaned.text), dirty);
//! ```
//!
//! # The pipeline
//!
//! ```text
//! bytes -> input -> document -> rules -> duplicates -> output -> bytes
//!                      |          |          |           |
//!                   Document    Edits      Edits     text, diff, ledger -> restore -> bytes
//! ```
//!
//! | module | does |
//! |---|---|
//! | [`input`] | from paths and bytes to texts: encodings, folders, JSON Lines |
//! | [`container`] | gzip and Zstandard around a text or JSON Lines |
//! | [`document`] | from a text to its blocks: paragraphs, headings, code, tables |
//! | [`edit`] | a change as data: what goes where, what takes its place, and why |
//! | [`rules`] | what a scraper leaves, one file a rule, one table |
//! | [`normalise`] | runs the rules, with their guards |
//! | [`duplicates`] | paragraphs that stand there twice: fingerprint, similarity, verdict, policy |
//! | [`suspect`] | lines that look like the headline of another article: told, never touched |
//! | [`findings`] | what was found as events, for people and programs: text, JSON, GitHub, SARIF |
//! | [`output`] | back to files, whole or not at all; the diff |
//! | [`ledger`] | what was taken away, kept: written before a file is |
//! | [`restore`] | the way back, by what a ledger says |
//! | [`options`], [`config`] | what is asked for, on the command line and in `unscrape.toml` |
//!
//! [`clean`] is the middle of it. It is pure: the result depends on the text and the [`Options`] and on nothing else.
//!
//! # What it promises
//!
//! - **Nothing lost.** What went stands in the edits, and in the ledger if one is kept. See [`promises`] for this and for
//!   what happens when a run is killed or the disk is full.
//! - **Idempotent.** `clean(clean(x)) == clean(x)` for every text and every choice of options. The text as it is when
//!   the harmless rules have come to rest is where every fallback leads, and cleaning that text again takes the same
//!   way.
//! - **Explained.** Nothing changes but by an [`edit::Edit`], and each names its rule and its evidence.
//! - **Careful.** Code, tables, front matter and addresses are touched only by a rule made for them. A rule on phrases
//!   that would fire often stands back. If the rules on phrases would take over 40% of the text (and more than 300
//!   letters), or if no word would be left, everything that removes words is dropped, and a [`Notice`] says so.

pub mod config;
pub mod container;
pub mod digest;
pub mod document;
pub mod duplicates;
pub mod edit;
pub mod findings;
pub mod input;
pub mod ledger;
pub mod normalise;
pub mod options;
pub mod output;
pub mod restore;
pub mod rules;
pub mod suggest;
pub mod suspect;

mod ascii;
mod composed;
mod notice;
mod prose;
mod scan;
mod visible;

pub use notice::Notice;
pub use options::{Options, Policy, RuleSet, Threshold};

#[doc = include_str!("promises.md")]
pub mod promises {}

/// The README's example in Rust is tested like the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

use document::{About, Before, Document, Removals};
use duplicates::{Meant, Pairs, Paragraphs, Unsearched};
use edit::{Draft, Edits};
use normalise::{Kept, Phrases, Settled, Unsettled};
use prose::Loss;
use rules::{Bytes, Notes, Reading, Rule};
use std::borrow::Cow;
use std::rc::Rc;

/// Removing words can bring others to light, a pass for each time; a text that still changes after this many was made
/// to.
const MOST_PASSES: usize = 16;

/// A cleaned text and how it came about.
#[derive(Clone, Debug)]
pub struct Cleaned<'a> {
    /// The text as it is now.
    pub text: Cow<'a, str>,
    /// What was changed, over the original text. Empty if and only if the text is the original.
    pub edits: Edits,
    /// What was seen and left alone.
    pub notices: Vec<Notice>,
}

/// Cleans a text.
pub fn clean<'a>(text: &'a str, options: &Options) -> Cleaned<'a> {
    clean_about(text, About::none(), options)
}

/// Cleans a text of which more is known than it says itself.
pub fn clean_about<'a>(text: &'a str, about: &About, options: &Options) -> Cleaned<'a> {
    let mut draft = Draft::new(text);
    let mut bytes = Bytes::of(text);
    let unsettled = Unsettled::new(text, &options.protect);
    let at_rest = normalise::settle(&mut draft, unsettled, &mut bytes, &options.rules, &options.protect);
    let Some(at_rest) = at_rest else {
        return finish(Draft::new(text), vec![Notice::Restless]);
    };
    let settled = draft.steps();
    let mut notices = take_away(&mut draft, &mut bytes, at_rest, about, options).unwrap_or_else(|notice| {
        draft.back_to(settled);
        vec![notice]
    });
    if options.suspect {
        let found = suspect::headlines(&Document::protecting(draft.text(), About::none(), &options.protect));
        let found =
            found.into_iter().map(|(place, suspicion)| Notice::Suspect { place, suspicion }).collect();
        notices.extend(told_of_original(found, &mut draft));
    }
    finish(draft, notices)
}

/// The passes that may remove words, until one finds nothing more. On an error nothing of it is to be done.
fn take_away(
    draft: &mut Draft,
    bytes: &mut Bytes,
    mut at_rest: Settled,
    about: &About,
    options: &Options,
) -> Result<Vec<Notice>, Notice> {
    let mut loss = Loss::default();
    let mut noted = None;
    for _ in 0..MOST_PASSES {
        let Settled { layout, looked_beyond, .. } = at_rest;
        let document = Document::laid_out(draft.text(), layout, about);
        let reading = Reading::after(noted, &document);
        let (edits, notes) = match pass(reading, options, &mut loss)? {
            Found::Removals(edits, notes) => (edits, notes),
            Found::Nothing(notices) => return Ok(told_of_original(notices, draft)),
        };
        let layout = document.into_layout();
        let before = Before::of(draft.apply(edits), layout);
        let unsettled = Unsettled::after(before.as_ref(), looked_beyond, draft, &options.protect);
        at_rest = normalise::settle(draft, unsettled, bytes, &options.rules, &options.protect)
            .ok_or(Notice::Restless)?;
        noted = at_rest.is_of_blocks.then_some(notes);
    }
    Err(Notice::Restless)
}

/// What a pass finds in a text.
enum Found {
    /// Words to remove, and what was noted of the text with them.
    Removals(Edits, Notes),
    /// No such words; what is to be said of the text.
    Nothing(Vec<Notice>),
}

/// One pass over a text at rest. `loss` is what those before it took away.
fn pass(reading: Reading, options: &Options, loss: &mut Loss) -> Result<Found, Notice> {
    let document = reading.document();
    let paragraphs = Paragraphs::of(document);
    let reading = Rc::new(reading);
    let Phrases { removals, kept, stood_back } = normalise::phrases(&reading, &options.rules);
    // copies only when no phrases are left: so no copy goes against one that a phrase rule takes
    let (removals, meant) =
        if removals.is_empty() { copies(&paragraphs, &kept, options) } else { (removals, Meant::new()) };
    if removals.is_empty() {
        return Ok(Found::Nothing(notices(&paragraphs, &stood_back, &meant, options)));
    }
    loss.add(document, &removals)?;
    let edits = Edits::new(document.without(&removals));
    Ok(Found::Removals(edits, reading.notes(removals, |block| kept.contains(block))))
}

/// The copies that go, and those that stay because they are meant.
fn copies(paragraphs: &Paragraphs, kept: &Kept, options: &Options) -> (Removals, Meant) {
    match options.duplicates {
        Policy::Safe => duplicates::safe(paragraphs, kept),
        Policy::All => (duplicates::all(paragraphs, options.threshold, kept), Meant::new()),
        Policy::Report | Policy::Off => (Removals::new(), Meant::new()),
    }
}

/// What is to be said of a text that has come to rest.
fn notices(
    paragraphs: &Paragraphs,
    stood_back: &[(&Rule, usize)],
    meant: &Meant,
    options: &Options,
) -> Vec<Notice> {
    let mut notices: Vec<Notice> =
        stood_back.iter().map(|(rule, lines)| Notice::StoodBack { rule: rule.id, lines: *lines }).collect();
    notices.extend(meant.iter().map(|(&structure, &copies)| Notice::Meant { structure, copies }));
    if options.duplicates == Policy::Off || !(options.report || options.duplicates == Policy::Report) {
        return notices;
    }
    let pairs = Pairs::of(paragraphs, options.threshold);
    let place = |block: usize| paragraphs.document().block(block).span();
    notices.extend(pairs.list.into_iter().map(|pair| Notice::Alike {
        verdict: pair.verdict,
        first: place(pair.first),
        second: place(pair.second),
        similarity: pair.similarity,
        detail: pair.detail,
    }));
    if pairs.unlisted.total() > 0 {
        notices.push(Notice::MoreAlike(pairs.unlisted));
    }
    if pairs.unsearched != Unsearched::default() {
        notices.push(Notice::NearNotSearched(pairs.unsearched));
    }
    notices
}

/// Notices of the text as it now stands, told of the original.
fn told_of_original(mut notices: Vec<Notice>, draft: &mut Draft) -> Vec<Notice> {
    if !notices.is_empty() {
        let origins = draft.origins();
        for notice in &mut notices {
            notice.map(|span| origins.of(span));
        }
    }
    notices
}

fn finish(draft: Draft, notices: Vec<Notice>) -> Cleaned {
    let (text, edits) = draft.finish();
    Cleaned { text, edits, notices }
}
