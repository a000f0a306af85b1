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
        evidence => format!(", {}", cut(&evidence.to_string())),
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

/// What the rule did, in words. Of an edit that was merged from several nobody knows which of them put what there: what a
/// part of it became is told of the whole.
fn change(edit: &Edit, reason: &Reason, original: &str) -> String {
    let (removed, whole) = (reason.place().of(original), edit.span().of(original));
    let inserted = edit.inserted();
    if whole.is_empty() {
        format!("added {}", excerpt(inserted))
    } else if removed.is_empty() {
        format!("added to {}, which became {}", excerpt(whole), excerpt(inserted))
    } else if inserted.is_empty() {
        format!("removed {}", excerpt(removed))
    } else if removed.len() == whole.len() {
        format!("{} became {}", excerpt(removed), excerpt(inserted))
    } else {
        format!("{} in {}, which became {}", excerpt(removed), excerpt(whole), excerpt(inserted))
    }
}

/// The beginning of a text in quotes, safe for a terminal; line ends without any text are counted.
fn excerpt(text: &str) -> String {
    let inside = text.trim_matches(['\r', '\n']);
    if inside.is_empty() && !text.is_empty() {
        let count = |end| text.matches(end).count();
        return match count('\n').max(count('\r')) {
            1 => "1 line end".to_owned(),
            n => format!("{n} line ends"),
        };
    }
    format!("\"{}\"", visible(&cut(inside).replace('\n', "↵")))
}

/// The beginning of a text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_EXCERPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
