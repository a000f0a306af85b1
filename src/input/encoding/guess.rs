//! What bytes that are not UTF-8 may be. A guess goes into a message and nowhere else.

use super::Encoding;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use std::fmt;

/// How many bytes a guess looks at: enough to tell encodings apart, and no wait for a large file.
const SAMPLE: usize = 1 << 16;
/// Fewer NULs than this are taken for stray ones.
const FEW_NULS: usize = 4;

/// What bytes seem to be that are not the UTF-8 they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Guess {
    /// Text in this encoding.
    Encoding(Encoding),
    /// UTF-8 in which a few bytes are broken: any other encoding would garble the rest.
    BrokenUtf8,
    /// No text.
    Binary,
}

impl Guess {
    /// A guess at `bytes` whose first `valid` bytes are UTF-8, and the next is not.
    pub(in crate::input) fn of(bytes: &[u8], valid: usize) -> Self {
        if let Some(encoding) = Encoding::of_mark(bytes).filter(|encoding| !encoding.is_utf8()) {
            return Self::Encoding(encoding);
        }
        if let Some(guess) = Self::by_nuls(bytes) {
            return guess;
        }
        // a little before the byte that does not fit, since a large file may be ASCII up to there
        let sample = window(bytes, valid.saturating_sub(SAMPLE / 4));
        if is_full_of_controls(sample) {
            Self::Binary
        } else if is_mostly_utf8(sample) {
            Self::BrokenUtf8
        } else {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
            detector.feed(sample, true);
            Self::Encoding(Encoding(detector.guess(None, Utf8Detection::Deny)))
        }
    }

    /// A guess at `bytes` by their NULs alone: none if there are few.
    pub(in crate::input) fn by_nuls(bytes: &[u8]) -> Option<Self> {
        let sample = window(bytes, 0);
        if let Some(encoding) = utf16_by_nuls(sample) {
            return Some(Self::Encoding(encoding));
        }
        let nuls = memchr::memchr_iter(0, bytes).count();
        (nuls >= FEW_NULS && nuls >= bytes.len() / 10).then_some(Self::Binary)
    }
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(encoding) => write!(f, "it may be {encoding}: try `--encoding {encoding}`"),
            Self::BrokenUtf8 => f.write_str(
                "most of it is UTF-8, so single bytes seem broken: mend them, or name an encoding with `--encoding LABEL`",
            ),
            Self::Binary => f.write_str("it looks like no text (if it is one: `--encoding LABEL`)"),
        }
    }
}

fn window(bytes: &[u8], from: usize) -> &[u8] {
    let rest = bytes.get(from..).unwrap_or_default();
    &rest[..rest.len().min(SAMPLE)]
}

/// UTF-16 without a mark: where most characters are ASCII, every other byte is NUL.
fn utf16_by_nuls(sample: &[u8]) -> Option<Encoding> {
    let pairs = sample.chunks_exact(2);
    let half = pairs.len().div_ceil(2);
    let (mut first, mut second) = (0, 0);
    for pair in pairs {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    if first + second < FEW_NULS {
        None
    } else if second >= half && first <= second / 10 {
        Some(Encoding(encoding_rs::UTF_16LE))
    } else if first >= half && second <= first / 10 {
        Some(Encoding(encoding_rs::UTF_16BE))
    } else {
        None
    }
}

/// Compressed and other random bytes hold a control character in every ten bytes, text in any encoding next to none
/// (ESC is left out: ISO-2022-JP lives on it).
fn is_full_of_controls(sample: &[u8]) -> bool {
    let is_control = |byte: &u8| byte.is_ascii_control() && !b"\t\n\r\x0c\x1b\x7f".contains(byte);
    let controls = sample.iter().filter(|byte| is_control(byte)).count();
    controls >= FEW_NULS && controls >= sample.len() / 20
}

/// In other encodings bytes hardly ever form a valid sequence of several bytes by chance.
fn is_mostly_utf8(sample: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}
