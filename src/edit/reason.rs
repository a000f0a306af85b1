//! Why an edit is made.

use super::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// The rule that asked for an edit, and the evidence it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule's id, such as `empty-image`. Borrowed but for what is read from a ledger: another version may have
    /// written it, with rules that this one does not know.
    pub rule: Cow<'static, str>,
    /// What the rule saw.
    pub evidence: Evidence,
    /// What the rule asked to edit. In an edit that was merged from several it is a part of the edit's span.
    place: Span,
}

impl Reason {
    /// A reason of the rule `rule`, which has no place until it is given to an edit.
    pub fn new(rule: impl Into<Cow<'static, str>>, evidence: Evidence) -> Self {
        Self { rule: rule.into(), evidence, place: Span::default() }
    }

    /// The bytes that the rule asked to edit, in the text that the edit is over.
    pub fn place(&self) -> Span {
        self.place
    }

    /// Every place in the text that it speaks of.
    pub(super) fn places(&self) -> impl Iterator<Item = Span> {
        let kept = match self.evidence {
            Evidence::Copy(copy) => Some(copy.kept),
            _ => None,
        };
        std::iter::once(self.place).chain(kept)
    }

    pub(crate) fn at(self, place: Span) -> Self {
        Self { place, ..self }
    }

    /// The same reason, told of another text.
    pub(super) fn map(self, place: &impl Fn(Span) -> Span) -> Self {
        Self { place: place(self.place), ..self.with_copy(&|copy| Copy { kept: place(copy.kept), ..copy }) }
    }

    /// The same reason; if it is that of a copy, with what `change` makes of it.
    pub(super) fn with_copy(self, change: &impl Fn(Copy) -> Copy) -> Self {
        let evidence = match self.evidence {
            Evidence::Copy(copy) => Evidence::Copy(change(copy)),
            evidence => evidence,
        };
        Self { evidence, ..self }
    }
}

/// What entitles a rule to an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Evidence {
    /// Nothing readable goes: empty syntax, invalid characters, a blank between two sentences.
    Structure,
    /// A copy of it stays in this document.
    Copy(Copy),
    /// The whole line matches a closed, anchored list: which part of it.
    Phrase(Cow<'static, str>),
}

impl Evidence {
    /// Whether what goes is still there to read: nothing readable was taken, or a copy of it stays.
    pub fn loses_nothing(&self) -> bool {
        !matches!(self, Self::Phrase(_))
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Structure => f.write_str("nothing readable"),
            Self::Copy(copy) => write!(f, "{} ({})", copy.verdict, copy.similarity),
            Self::Phrase(which) => f.write_str(which),
        }
    }
}

/// The copy that stays, and how like it the removed one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy {
    /// How the two compare.
    pub verdict: Verdict,
    /// Where the copy that stays stands, in the text that the edits are over.
    pub kept: Span,
    /// How alike the two are.
    pub similarity: Similarity,
}

/// How two paragraphs compare, those that are most alike first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Equal in canonical form.
    Same,
    /// At least as similar as the threshold asks, and no digit, name or negation differs.
    Near,
    /// A passage of it, or all of it, stands in another paragraph.
    Contained,
    /// At least as similar as the threshold asks, but a capitalised word or a negation differs.
    WordsDiffer,
    /// At least as similar as the threshold asks, but numbers differ: two facts.
    NumbersDiffer,
}

impl Verdict {
    /// All, in their order.
    pub const ALL: [Self; 5] =
        [Self::Same, Self::Near, Self::Contained, Self::WordsDiffer, Self::NumbersDiffer];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Near => "near",
            Self::NumbersDiffer => "numbers-differ",
            Self::WordsDiffer => "words-differ",
            Self::Contained => "contained",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A similarity from 0 to 1 in thousandths, so that comparing it with a threshold is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Similarity(u16);

impl Similarity {
    /// Equal.
    pub const SAME: Self = Self(1000);

    /// A similarity of `thousandths` / 1000; more than 1000 counts as 1000.
    pub const fn thousandths(thousandths: u16) -> Self {
        if thousandths > 1000 { Self(1000) } else { Self(thousandths) }
    }

    /// What `distance` edits in `longest` characters leave alike, rounded down.
    pub fn of_distance(distance: usize, longest: usize) -> Self {
        let alike = longest.saturating_sub(distance).saturating_mul(1000);
        let share = alike.checked_div(longest).unwrap_or(1000);
        u16::try_from(share).map_or(Self::SAME, Self::thousandths)
    }

    /// The similarity nearest to `share`, from 0 to 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "is cut to the range first")]
    pub fn of_share(share: f64) -> Self {
        Self((share.clamp(0.0, 1.0) * 1000.0).round() as u16)
    }

    /// The number of thousandths, 0 to 1000.
    pub fn as_thousandths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Similarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}
