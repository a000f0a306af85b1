//! What was found, as one kind of event for people and for programs: each [`Finding`] is one reason of one edit, or
//! something that was seen and left alone.
//!
//! [`of_edits`] and [`of_notice`] make them of a [`Cleaned`](crate::Cleaned) text, with their places in the file that a
//! [`Holder`] knows; a [`Format`] writes them down. All formats name the same places: lines and columns from 1, columns
//! in characters, and the end is that of the first character after. A byte order mark is no character of its line.
//! Nothing here prints.
//!
//! ```
//! use unscrape::findings::{Format, Holder, of_edits};
//!
//! let text = "One.\n![]()\nTwo.\n";
//! let cleaned = unscrape::clean(text, &unscrape::Options::default());
//! let findings = of_edits(&Holder::text("a.txt", text), &cleaned);
//! assert_eq!(Format::Text.render(&findings), "a.txt:2:1: empty-image: removed \"![]()\"\n");
//! ```

mod collect;
mod finding;
mod github;
mod holder;
mod json;
mod sarif;
mod text;

pub use collect::{of_edits, of_notice};
pub use finding::{Finding, Fix, InRecord, Region};
pub use holder::Holder;

use std::fmt::Write;

/// How findings are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A line each, for people: `a.txt:2:1: empty-image: removed "![]()"`.
    Text,
    /// JSON Lines, an object each: see [`json`].
    Json,
    /// Workflow commands of GitHub, which show them beside the lines of a pull request.
    Github,
    /// One log in SARIF 2.1.0 for all: see [`sarif`].
    Sarif,
}

impl Format {
    /// What stands before the first finding of a run.
    pub fn head(self) -> String {
        if self == Self::Sarif { sarif::head() } else { String::new() }
    }

    /// The findings, in this order.
    pub fn render(self, findings: &[Finding]) -> String {
        let mut all = String::new();
        for (index, finding) in findings.iter().enumerate() {
            let one = match self {
                Self::Text => finding.line(),
                Self::Json => json::object(finding),
                Self::Github => github::command(finding),
                Self::Sarif => sarif::result(finding),
            };
            let between = if index > 0 { self.between() } else { "" };
            let end = if self == Self::Sarif { "" } else { "\n" };
            // writing to a String does not fail
            let _ = write!(all, "{between}{one}{end}");
        }
        all
    }

    /// What stands between what was rendered of two texts, if neither is empty.
    pub fn between(self) -> &'static str {
        if self == Self::Sarif { ",\n" } else { "" }
    }

    /// What stands behind the last finding; `whole`: everything that was asked for could be looked at.
    pub fn tail(self, whole: bool) -> String {
        if self == Self::Sarif { sarif::tail(whole) } else { String::new() }
    }
}
