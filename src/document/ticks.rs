//! Runs of backticks, which open and close code.

use std::collections::HashMap;

/// What is known of the runs of backticks in a text. A run opens code if another one of the same length follows.
pub(super) struct Ticks {
    /// Where the first run begins.
    from: usize,
    /// For each length of a run: where the last one begins. There are few lengths, for they add up to the text.
    last: HashMap<usize, usize>,
}

impl Ticks {
    /// The runs from byte `from` on.
    pub(super) fn of(text: &str, from: usize) -> Self {
        Self { from, last: runs(text, from).map(|(start, length)| (length, start)).collect() }
    }

    /// Where the run ends that closes code which opens at byte `at`; `None` if no run begins there or none closes it.
    ///
    /// It reads up to there and no farther: who goes on behind the code has read nothing twice.
    pub(super) fn closing(&self, text: &str, at: usize) -> Option<usize> {
        let inside_run = at != self.from && text.as_bytes()[..at].ends_with(b"`");
        let length = run(&text.as_bytes()[at..]);
        if inside_run || self.last.get(&length).is_none_or(|last| *last <= at) {
            return None;
        }
        let (start, length) = runs(text, at + length).find(|(_, other)| *other == length)?;
        Some(start + length)
    }
}

/// The number of backticks at the beginning.
pub(super) fn run(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&byte| byte == b'`').count()
}

/// The runs from byte `from` on: where each begins, and its length.
fn runs(text: &str, from: usize) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    std::iter::from_fn(move || {
        let start = at + memchr::memchr(b'`', &bytes[at..])?;
        let length = run(&bytes[start..]);
        at = start + length;
        Some((start, length))
    })
}
