//! A finding in words.

use super::{Finding, Holder};
use crate::Notice;
use crate::duplicates::Detail;
use crate::edit::{Edit, Evidence, Reason, Span};
use crate::output::visible;

/// More characters than this of a text are not repeated in a report.
const LONGEST_EXCERPT: usize = 60;

/// More passages that two paragraphs share are counted.
const MOST_PASSAGES: usize = 6;

impl Finding<'_> {
    /// `path:line:column: what`, safe for a terminal.
    pub fn line(&self) -> String {
        let Self { place, rule, message, .. } = self;
        let path = visible(self.path);
        match self.fix {
            Some(_) => format!("{path}:{place}: {rule}: {message}"),
            None => format!("{path}:{place}: {message}"),
        }
    }
}

/// What a rule did and why.
pub(super) fn of_reason(holder: &Holder, edit: &Edit, reason: &Reason) -> String {
    let evidence = match &reason.evidence {
        Evidence::Structure => String::new(),
        Evidence::Copy(copy) => format!(", {} as {}", reason.evidence, named(holder, copy.kept)),
        evidence => format!(", {evidence}"),
    };
    visible(&(change(edit, reason, holder.document()) + &evidence)).into_owned()
}

/// That a paragraph is like the one at `first`.
pub(super) fn of_alike(holder: &Holder, notice: &Notice, first: Span, detail: &Detail) -> String {
    format!("{notice} {}, stays: {}", named(holder, first), alike(holder, first, detail))
}

/// That a line is suspect.
pub(super) fn of_suspect(notice: &Notice, line: &str) -> String {
    format!("{} {notice}", excerpt(line))
}

/// A place with the name of the file.
fn named(holder: &Holder, span: Span) -> String {
    format!("{}:{}", visible(holder.path()), holder.region(span))
}

/// What is to be seen of two paragraphs that are alike.
fn alike(holder: &Holder, first: Span, detail: &Detail) -> String {
    let text = holder.document();
    let range = |span: Span| {
        let region = holder.region(to_last(span, text));
        format!("{}-{}", region.start, region.end)
    };
    match detail {
        Detail::Equal => excerpt(first.of(text)),
        Detail::Differ(differences) => visible(&differences.to_string()).into_owned(),
        Detail::Share(passages) => {
            let told = passages.iter().take(MOST_PASSAGES).map(|(in_first, in_second)| {
                format!("{} is {} {}", range(*in_second), range(*in_first), excerpt(in_second.of(text)))
            });
            let more = passages.len().saturating_sub(MOST_PASSAGES);
            let more = (more > 0).then(|| format!("and {more} more"));
            told.chain(more).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The span up to where its last character begins: people count to the last one.
pub(super) fn to_last(span: Span, text: &str) -> Span {
    let last = span.of(text).char_indices().next_back().map_or(0, |(at, _)| at);
    Span::new(span.start(), span.start() + last)
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
