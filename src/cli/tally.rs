//! What was done to one input, counted and told.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use unscrape::Cleaned;
use unscrape::Notice;
use unscrape::duplicates::Detail;
use unscrape::edit::{Edit, Edits, Evidence, Reason, Span};
use unscrape::options::Options;
use unscrape::output::{Lines, visible};
use unscrape::rules;

/// More characters than this of a text are not repeated in a report.
const LONGEST_EXCERPT: usize = 60;

/// More passages that two paragraphs share are counted.
const MOST_PASSAGES: usize = 6;

/// How often each rule acted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally(BTreeMap<(usize, Cow<'static, str>), usize>);

impl Tally {
    pub(crate) fn add(&mut self, edits: &Edits) {
        for reason in edits.iter().flat_map(Edit::reasons) {
            // rules in the order of their table, duplicates behind them
            let order = rules::position(&reason.rule).unwrap_or(usize::MAX);
            *self.0.entry((order, reason.rule.clone())).or_default() += 1;
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (rule, count) in other.0 {
            *self.0.entry(rule).or_default() += count;
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, ((_, rule), count)) in self.0.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{rule} {count}")?;
        }
        Ok(())
    }
}

/// What was asked to be told of a document, a line each: every edit and every notice, or the suspicions alone.
pub(crate) fn told(name: &str, original: &str, cleaned: &Cleaned, options: &Options) -> Vec<String> {
    if options.report {
        return details(name, original, cleaned);
    }
    let suspicions: Vec<&Notice> =
        cleaned.notices.iter().filter(|notice| matches!(notice, Notice::Suspect { .. })).collect();
    if suspicions.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(original);
    suspicions.into_iter().map(|notice| noticed(name, notice, original, &lines)).collect()
}

/// Every edit and every notice of a document, in the order of the text.
fn details(name: &str, original: &str, cleaned: &Cleaned) -> Vec<String> {
    let lines = Lines::new(original);
    let place = |span: Span| format!("{name}:{}", lines.position(span.start()));
    let reasons =
        cleaned.edits.iter().flat_map(|edit| edit.reasons().iter().map(move |reason| (edit, reason)));
    let edits = reasons.map(|(edit, reason)| {
        let evidence = match &reason.evidence {
            Evidence::Structure => String::new(),
            Evidence::Copy(copy) => format!(", {} as {}", reason.evidence, place(copy.kept)),
            evidence => format!(", {evidence}"),
        };
        let what = change(edit, reason, original);
        format!("{}: {}: {what}{evidence}", place(reason.place()), reason.rule)
    });
    let mut told: Vec<String> = edits.collect();
    told.extend(cleaned.notices.iter().map(|notice| noticed(name, notice, original, &lines)));
    told
}

/// A notice, with its place if it has one.
fn noticed(name: &str, notice: &Notice, original: &str, lines: &Lines) -> String {
    let place = |span: Span| format!("{name}:{}", lines.position(span.start()));
    match notice {
        Notice::Alike { first, second, detail, .. } => {
            let what = alike(*first, detail, original, lines);
            format!("{}: {notice} {}, stays: {what}", place(*second), place(*first))
        }
        Notice::Suspect { place: line, .. } => {
            format!("{}: {} {notice}", place(*line), excerpt(line.of(original)))
        }
        _ => format!("{name}: {notice}"),
    }
}

/// What is to be seen of two paragraphs that are alike.
fn alike(first: Span, detail: &Detail, original: &str, lines: &Lines) -> String {
    let range = |span: Span| {
        let last = span.of(original).char_indices().next_back().map_or(0, |(at, _)| at);
        format!("{}-{}", lines.position(span.start()), lines.position(span.start() + last))
    };
    match detail {
        Detail::Equal => excerpt(first.of(original)),
        Detail::Differ(differences) => visible(&differences.to_string()).into_owned(),
        Detail::Share(passages) => {
            let told = passages.iter().take(MOST_PASSAGES).map(|(in_first, in_second)| {
                format!("{} is {} {}", range(*in_second), range(*in_first), excerpt(in_second.of(original)))
            });
            let more = passages.len().saturating_sub(MOST_PASSAGES);
            let more = (more > 0).then(|| format!("and {more} more"));
            told.chain(more).collect::<Vec<_>>().join(", ")
        }
    }
}

/// What the rule did, in words.
fn change(edit: &Edit, reason: &Reason, original: &str) -> String {
    let removed = reason.place().of(original);
    match (removed.is_empty(), edit.inserted().is_empty()) {
        (true, _) => format!("added {}", excerpt(edit.inserted())),
        (false, true) => format!("removed {}", excerpt(removed)),
        (false, false) => format!("{} became {}", excerpt(removed), excerpt(edit.inserted())),
    }
}

/// The beginning of a text in quotes, safe for a terminal.
fn excerpt(text: &str) -> String {
    let text = text.trim_matches(['\r', '\n']);
    let short: String = text.chars().take(LONGEST_EXCERPT).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    let short = short.replace('\n', "↵");
    format!("\"{}{more}\"", visible(&short))
}
