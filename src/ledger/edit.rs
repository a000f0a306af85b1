//! What a ledger says of an edit.

use crate::edit::{Copy, Edit, Evidence, Reason, Similarity, Span, Verdict};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One edit of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditLine<'a> {
    /// The number of the edit in its document, from 1.
    pub edit: u64,
    /// The file, as in the line of the document.
    #[serde(borrow)]
    pub document: Cow<'a, str>,
    /// The record, as in the line of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
    /// The run.
    pub run: u64,
    /// The bytes of the file as it was read that were taken out.
    pub range: [u64; 2],
    /// The byte of the file as it was written at which that was, and where what was put in begins.
    pub at: u64,
    /// What was taken out.
    #[serde(borrow)]
    pub removed: Cow<'a, str>,
    /// What was put in.
    #[serde(borrow)]
    pub inserted: Cow<'a, str>,
    /// Why: one entry for each thing a rule saw.
    pub reasons: Vec<ReasonLine>,
}

/// Why an edit was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReasonLine {
    /// The rule's id.
    pub rule: Cow<'static, str>,
    /// The bytes of the file as it was read that the rule meant.
    pub place: [u64; 2],
    /// What entitled it.
    #[serde(flatten)]
    pub evidence: EvidenceLine,
}

/// What entitled a rule to an edit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "evidence", rename_all = "kebab-case")]
pub enum EvidenceLine {
    /// Nothing readable went.
    Structure,
    /// The line matches a closed list.
    Phrase {
        /// Which part of it.
        phrase: Cow<'static, str>,
    },
    /// A copy stays.
    Copy {
        /// How the two compare.
        verdict: Verdict,
        /// How alike they are, from 0 to 1.
        similarity: f64,
        /// The bytes of the file as it was read that stay.
        kept: [u64; 2],
    },
}

impl ReasonLine {
    /// A reason of an edit of a text that begins at byte `from` of its file.
    pub(super) fn new(reason: &Reason, from: u64) -> Self {
        let evidence = match &reason.evidence {
            Evidence::Structure => EvidenceLine::Structure,
            Evidence::Phrase(which) => EvidenceLine::Phrase { phrase: which.clone() },
            Evidence::Copy(copy) => EvidenceLine::Copy {
                verdict: copy.verdict,
                similarity: f64::from(copy.similarity.as_thousandths()) / 1000.0,
                kept: range(copy.kept, from),
            },
        };
        Self { rule: reason.rule.clone(), place: range(reason.place(), from), evidence }
    }

    fn read(&self) -> Reason {
        let evidence = match &self.evidence {
            EvidenceLine::Structure => Evidence::Structure,
            EvidenceLine::Phrase { phrase } => Evidence::Phrase(phrase.clone()),
            EvidenceLine::Copy { verdict, similarity, kept } => Evidence::Copy(Copy {
                verdict: *verdict,
                similarity: Similarity::of_share(*similarity),
                kept: span(*kept),
            }),
        };
        Reason::new(self.rule.clone(), evidence).at(span(self.place))
    }
}

impl EditLine<'_> {
    /// The edit, over the file as it was read.
    pub(crate) fn edit(self) -> Edit {
        let reasons = self.reasons.iter().map(ReasonLine::read);
        Edit::for_reasons(span(self.range), self.inserted.into_owned(), reasons)
    }
}

pub(super) fn range(span: Span, from: u64) -> [u64; 2] {
    [span.start() as u64 + from, span.end() as u64 + from]
}

/// A range that is beyond what this machine can address lies beyond every text.
fn span(range: [u64; 2]) -> Span {
    let [start, end] = range.map(|at| usize::try_from(at).unwrap_or(usize::MAX));
    Span::new(start, end)
}
