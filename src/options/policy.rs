//! What becomes of paragraphs that stand there twice.

use crate::suggest::Suggestion;
use crate::visible::visible;
use std::fmt;
use std::str::FromStr;

/// What becomes of paragraphs that stand there twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// A copy goes where the evidence says accident; whatever may be meant stays.
    #[default]
    Safe,
    /// Every copy goes, and what is nearly equal too, unless numbers, names or negations differ.
    All,
    /// Nothing goes; all are reported.
    Report,
    /// Nobody looks.
    Off,
}

impl Policy {
    /// Every policy.
    pub const ALL: [Self; 4] = [Self::Safe, Self::All, Self::Report, Self::Off];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::All => "all",
            Self::Report => "report",
            Self::Off => "off",
        }
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Policy {
    type Err = UnknownPolicy;

    fn from_str(word: &str) -> Result<Self, UnknownPolicy> {
        Self::ALL.into_iter().find(|policy| policy.name() == word).ok_or_else(|| UnknownPolicy {
            word: word.to_owned(),
            suggestion: Suggestion::new(word, Self::ALL.map(Self::name)),
        })
    }
}

/// A word that names no [`Policy`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown policy \"{}\"{suggestion} (known: {})", visible(word), Policy::ALL.map(Policy::name).join(", "))]
pub struct UnknownPolicy {
    word: String,
    suggestion: Suggestion,
}
