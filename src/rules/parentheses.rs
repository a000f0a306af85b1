//! Which parenthesis closes which, where links are looked for.

/// The parentheses of a block, for questions in the order of the text.
pub(super) struct Parentheses<'a> {
    bytes: &'a [u8],
    /// The opening ones behind a `]` that nothing closes, last to first. To look for their ends would be to read the rest
    /// of the block for each.
    unclosed: Vec<usize>,
}

impl<'a> Parentheses<'a> {
    /// Those of `bytes` from byte `from` on.
    pub(super) fn of(bytes: &'a [u8], from: usize) -> Self {
        let mut unclosed = Vec::new();
        let mut to_be_opened = 0_usize;
        for at in memchr::memchr2_iter(b'(', b')', &bytes[from..]).rev().map(|found| from + found) {
            if is_escaped(&bytes[from..at]) {
                continue;
            }
            if bytes[at] == b')' {
                to_be_opened += 1;
            } else if to_be_opened > 0 {
                to_be_opened -= 1;
            } else if bytes[from..at].ends_with(b"]") {
                unclosed.push(at);
            }
        }
        Self { bytes, unclosed }
    }

    /// For an opening parenthesis at byte `at`, behind a `]`: where it is closed. No question may be asked about a byte
    /// before one that was asked about.
    pub(super) fn closing(&mut self, at: usize) -> Option<usize> {
        while self.unclosed.pop_if(|unclosed| *unclosed < at).is_some() {}
        if self.bytes.get(at) != Some(&b'(') || self.unclosed.last() == Some(&at) {
            return None;
        }
        let mut depth = 0_usize;
        let mut next = at;
        loop {
            match self.bytes.get(next)? {
                b'\\' => next += 1,
                b'(' => depth += 1,
                b')' if depth == 1 => return Some(next),
                b')' => depth -= 1,
                _ => {}
            }
            next += 1;
        }
    }
}

/// Whether a backslash before it takes away what the next byte means: an odd number of them does.
fn is_escaped(before: &[u8]) -> bool {
    before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}
