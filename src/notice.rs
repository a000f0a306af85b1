//! What was seen and left alone.

use crate::edit::{Similarity, Span, Verdict};
use std::fmt;

/// Something that a reader of the result may want to know, beside the edits. Spans are bytes of the original text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// A rule hit so many different lines that it may be what the article is about; it took none of them.
    StoodBack {
        /// The rule's id.
        rule: &'static str,
        /// How many different lines it hit.
        lines: usize,
    },
    /// Two paragraphs are alike and both stay.
    Alike {
        /// How they compare.
        verdict: Verdict,
        /// The first, or the longer one where one contains the other.
        first: Span,
        /// The other one.
        second: Span,
        /// How alike they are.
        similarity: Similarity,
    },
    /// The document is too large for a search for nearly equal paragraphs; equal ones were found all the same.
    NearNotSearched,
    /// The rules on phrases would have taken more than 40% of the prose; nothing that removes words was done.
    TooMuch,
    /// No word would have been left; nothing that removes words was done.
    NothingLeft,
    /// The text did not come to rest; nothing that removes words was done, or nothing at all.
    Restless,
}

impl Notice {
    /// Tells it of another text, to which `place` leads.
    pub(crate) fn map(&mut self, place: impl Fn(Span) -> Span) {
        if let Self::Alike { first, second, .. } = self {
            (*first, *second) = (place(*first), place(*second));
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StoodBack { rule, lines } => {
                write!(f, "{rule} stood back: it fits {lines} different lines, so the text may be about them")
            }
            Self::Alike { verdict, similarity, .. } => write!(f, "{verdict} ({similarity})"),
            Self::NearNotSearched => {
                f.write_str("nearly equal paragraphs were not all looked for: the document is too large")
            }
            Self::TooMuch => f.write_str("the rules would take over 40% of the prose: no words were removed"),
            Self::NothingLeft => f.write_str("the rules would leave no word: no words were removed"),
            Self::Restless => {
                f.write_str("the text does not come to rest under the rules: no words were removed")
            }
        }
    }
}
