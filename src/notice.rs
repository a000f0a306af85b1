//! What was seen and left alone.

use crate::duplicates::{Counts, Detail, LONGEST, MOST_PARAGRAPHS, Structure, Unsearched};
use crate::edit::{Similarity, Span, Verdict};
use crate::suspect::Suspicion;
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
        /// How alike they are; of a passage that both hold, how much of the second it is.
        similarity: Similarity,
        /// What is to be seen of them.
        detail: Detail,
    },
    /// More pairs are alike than are told.
    MoreAlike(Counts),
    /// The document is too large for a search for nearly equal paragraphs. Equal ones, those that differ in numbers only
    /// and shared passages were found all the same.
    NearNotSearched(Unsearched),
    /// Copies beside each other stay, for the text seems to mean them.
    Meant {
        /// What the text was seen to be there.
        structure: Structure,
        /// How many copies stay.
        copies: usize,
    },
    /// A line looks like the headline of another article; it stays.
    Suspect {
        /// The line.
        place: Span,
        /// Why it looks so.
        suspicion: Suspicion,
    },
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
        match self {
            Self::Alike { first, second, detail, .. } => {
                (*first, *second) = (place(*first), place(*second));
                if let Detail::Share(passages) = detail {
                    for (one, two) in passages {
                        (*one, *two) = (place(*one), place(*two));
                    }
                }
            }
            Self::Suspect { place: line, .. } => *line = place(*line),
            _ => {}
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StoodBack { rule, lines } => {
                write!(f, "{rule} stood back: it fits {lines} different lines, so the text may be about them")
            }
            Self::Alike { verdict, similarity, .. } => {
                let relation = match verdict {
                    Verdict::Same => "as",
                    Verdict::Near => "to",
                    Verdict::Contained => "in",
                    Verdict::WordsDiffer | Verdict::NumbersDiffer => "from",
                };
                write!(f, "{verdict} ({similarity}) {relation}")
            }
            Self::MoreAlike(counts) => write!(f, "more pairs are alike than are told here: {counts}"),
            Self::NearNotSearched(Unsearched { paragraphs: 0, long }) => write!(
                f,
                "nearly equal paragraphs were not looked for where they have over {LONGEST} characters (here {long}): those \
                 that are equal, differ in numbers only or share a passage were found"
            ),
            Self::NearNotSearched(Unsearched { paragraphs, .. }) => write!(
                f,
                "nearly equal paragraphs were not looked for among {paragraphs} different ones (the limit is \
                 {MOST_PARAGRAPHS}): those that are equal, differ in numbers only or share a passage were found"
            ),
            Self::Meant { structure, copies: 1 } => {
                write!(f, "a copy stays, for it seems to be meant: it is {structure}")
            }
            Self::Meant { structure, copies } => {
                write!(f, "{copies} copies stay, for they seem to be meant: they are {structure}")
            }
            Self::Suspect { suspicion, .. } => {
                write!(f, "may be the headline of another article: {suspicion}")
            }
            Self::TooMuch => f.write_str("the rules would take over 40% of the prose: no words were removed"),
            Self::NothingLeft => f.write_str("the rules would leave no word: no words were removed"),
            Self::Restless => {
                f.write_str("the text does not come to rest under the rules: no words were removed")
            }
        }
    }
}
