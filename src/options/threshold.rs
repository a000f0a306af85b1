//! How alike is nearly equal.

use crate::edit::Similarity;
use crate::visible::visible;
use std::fmt;
use std::str::FromStr;

/// How alike two paragraphs must be to count as copies: 0.750 to 1.000, in thousandths, so that comparing is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Threshold(u16);

impl Threshold {
    /// The lowest. Below it the filters that make an exact search possible let everything through.
    pub const LOWEST: Self = Self(750);

    /// Equal only.
    pub const HIGHEST: Self = Self(1000);

    /// A threshold of `thousandths` / 1000; `None` if it is not between 750 and 1000.
    pub fn thousandths(thousandths: u16) -> Option<Self> {
        (Self::LOWEST.0..=Self::HIGHEST.0).contains(&thousandths).then_some(Self(thousandths))
    }

    /// The number of thousandths, 750 to 1000.
    pub fn as_thousandths(self) -> u16 {
        self.0
    }

    /// So many edits at most part two texts that are similar enough, of which the longer has `longest` characters. In
    /// whole numbers: as a float, 7 edits in 100 are more than 0.93 allows.
    pub fn most_edits(self, longest: usize) -> usize {
        let differing = usize::from(Self::HIGHEST.0 - self.0);
        longest.saturating_mul(differing) / 1000
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self(900)
    }
}

impl From<Threshold> for Similarity {
    fn from(threshold: Threshold) -> Self {
        Self::thousandths(threshold.0)
    }
}

/// As it is written: `0.9`, `0.875`, `1.0`.
impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:03}", self.0 % 1000);
        let short = digits.trim_end_matches('0');
        write!(f, "{}.{}", self.0 / 1000, if short.is_empty() { "0" } else { short })
    }
}

impl FromStr for Threshold {
    type Err = ThresholdError;

    /// Reads a decimal number digit by digit: a float would round, and 0.7499999 is not 0.75.
    fn from_str(number: &str) -> Result<Self, ThresholdError> {
        let not_a_number = || ThresholdError::NotANumber(number.to_owned());
        let unsigned = number.strip_prefix(['+', '-']).unwrap_or(number);
        let (whole, digits) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(digits) {
            return Err(not_a_number());
        }
        let digits = digits.trim_end_matches('0');
        let thousandths = match whole.trim_start_matches('0') {
            "" if digits.len() <= 3 => format!("{digits:0<3}").parse().map_err(|_| not_a_number())?,
            "" => return Err(ThresholdError::TooFine(number.to_owned())),
            "1" if digits.is_empty() => 1000,
            _ => return Err(ThresholdError::OutOfRange(number.to_owned())),
        };
        let threshold = Self(thousandths);
        if number.starts_with('-') {
            return Err(ThresholdError::OutOfRange(number.to_owned()));
        }
        if threshold < Self::LOWEST {
            return Err(ThresholdError::TooLow(number.to_owned()));
        }
        Ok(threshold)
    }
}

/// What is no [`Threshold`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ThresholdError {
    /// It is not written as one.
    #[error("the threshold is a number such as 0.90, not \"{}\"", visible(.0))]
    NotANumber(String),
    /// So much may differ that the search would not be exact any more.
    #[error(
        "the threshold is a number from {} to {}, not {}: what differs in more than a quarter of its characters is no copy, \
         and could not be searched for exactly",
        Threshold::LOWEST, Threshold::HIGHEST, visible(.0)
    )]
    TooLow(String),
    /// It is no share at all.
    #[error("the threshold is a number from {} to {}, not {}", Threshold::LOWEST, Threshold::HIGHEST, visible(.0))]
    OutOfRange(String),
    /// It has more digits than are looked at.
    #[error("the threshold has at most three decimals, not those of {}", visible(.0))]
    TooFine(String),
}
