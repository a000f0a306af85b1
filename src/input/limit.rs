//! How large a document may be.

use std::fmt;
use std::io::{self, Read};
use std::str::FromStr;

/// The most bytes that a document may have: a text, or a line of JSON Lines, for these are held in memory whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MaxBytes(u64);

/// The units that a number can be given in, largest first.
const UNITS: [(&str, u64); 3] = [("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)];

impl MaxBytes {
    /// At most `bytes` bytes.
    pub fn new(bytes: u64) -> Self {
        Self(bytes)
    }

    /// The number of bytes.
    pub fn get(self) -> u64 {
        self.0
    }

    /// All bytes of `source`, which has about `length` of them if that is known.
    ///
    /// # Errors
    /// If they cannot be read, and [`TooLarge`] inside an [`io::Error`] if there are more than are allowed. No more than
    /// these are read, however many there are.
    pub fn read(self, source: impl Read, length: Option<u64>) -> io::Result<Vec<u8>> {
        let too_large = || io::Error::new(io::ErrorKind::FileTooLarge, TooLarge { limit: self });
        let expected = length.unwrap_or_default();
        if expected > self.0 {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        // one more than expected, so that the end is seen without growing
        bytes.try_reserve(usize::try_from(expected).unwrap_or_default() + 1)?;
        source.take(self.0.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > self.0 { Err(too_large()) } else { Ok(bytes) }
    }
}

impl Default for MaxBytes {
    /// 256 MiB.
    fn default() -> Self {
        Self(256 << 20)
    }
}

impl fmt::Display for MaxBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match UNITS.iter().find(|(_, unit)| self.0 > 0 && self.0.is_multiple_of(*unit)) {
            Some((name, unit)) => write!(f, "{}{name}", self.0 / unit),
            None => write!(f, "{}", self.0),
        }
    }
}

impl FromStr for MaxBytes {
    type Err = NoNumberOfBytes;

    /// Reads `1000000`, `512K`, `256M` or `1G`; the letters stand for powers of 1024.
    fn from_str(number: &str) -> Result<Self, NoNumberOfBytes> {
        let unit = UNITS.iter().find(|(name, _)| number.to_ascii_uppercase().ends_with(name));
        let digits = unit.map_or(number, |(name, _)| &number[..number.len() - name.len()]);
        let bytes = digits.parse::<u64>().ok().filter(|_| digits.bytes().all(|digit| digit.is_ascii_digit()));
        let bytes = bytes.and_then(|bytes| bytes.checked_mul(unit.map_or(1, |(_, unit)| *unit)));
        bytes.map(Self).ok_or(NoNumberOfBytes)
    }
}

/// What is no [`MaxBytes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a number of bytes, such as 1000000, 512K, 256M or 1G")]
pub struct NoNumberOfBytes;

/// A document with more bytes than are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "larger than a document may be: over {limit} bytes; `--max-bytes` allows more, and cleaning takes up to six times as \
     much memory"
)]
pub struct TooLarge {
    /// The most that is allowed.
    pub limit: MaxBytes,
}
