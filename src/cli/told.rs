//! What is told of one document while it is at hand: it is kept as text until its turn comes.

use super::outcome::Outcome;
use super::settings::Job;
use unscrape::Cleaned;
use unscrape::findings::{Finding, Format, Holder, of_edits, of_notice};
use unscrape::output::{Style, visible};

/// What is to be shown of each document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    /// What would change, in which style.
    pub(crate) diff: Option<Style>,
    /// The findings, in which format.
    pub(crate) findings: Option<Format>,
}

/// How places are named.
#[derive(Clone, Copy, Debug)]
pub(crate) enum View {
    /// In the file, for programs.
    File,
    /// In the document, for people: a record has its number and then lines of its own.
    Document,
}

/// Adds what was asked to be told of a document, named by the `holder` of a view. What is a finding is not told twice.
pub(crate) fn told<'a>(
    outcome: &mut Outcome,
    job: &Job,
    cleaned: &'a Cleaned,
    shown: Shown,
    holder: impl Fn(View) -> Holder<'a>,
) {
    // most texts are clean: then their lines are not counted
    if cleaned.edits.is_empty() && cleaned.notices.is_empty() {
        return;
    }
    let all = job.options.report;
    if let Some(format) = shown.findings {
        outcome.findings = findings(&holder(View::File), cleaned, format);
    } else if all {
        let holder = holder(View::Document);
        let mut found = of_edits(&holder, cleaned);
        found.sort_by_key(|finding| finding.place);
        outcome.details.extend(found.iter().map(Finding::line));
    }
    if !cleaned.notices.is_empty() {
        let holder = holder(View::Document);
        let line = |notice| match of_notice(&holder, notice) {
            Some(finding) => shown.findings.is_none().then(|| finding.line()),
            None => all.then(|| format!("{}: {notice}", visible(holder.path()))),
        };
        outcome.details.extend(cleaned.notices.iter().filter_map(line));
    }
}

/// All findings, in the order of their places.
fn findings<'a>(holder: &Holder<'a>, cleaned: &'a Cleaned, format: Format) -> String {
    let mut found = of_edits(holder, cleaned);
    found.extend(cleaned.notices.iter().filter_map(|notice| of_notice(holder, notice)));
    found.sort_by_key(|finding| finding.place);
    format.render(&found)
}
