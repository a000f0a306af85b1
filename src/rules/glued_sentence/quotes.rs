//! Straight quotes: which of them open and which close.

/// Follows the straight quotes of one block from its start on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotes {
    is_open: bool,
    /// What was looked at, in bytes.
    until: usize,
}

impl Quotes {
    /// Those from byte `start` on, where a block begins.
    pub(super) fn from(start: usize) -> Self {
        Self { is_open: false, until: start }
    }

    /// Whether a quotation is open after the first `end` bytes of `text`, which may only grow.
    ///
    /// A quote that stands at one side of a word shows what it does. One between a mark and a word does what its
    /// turn is, so a quotation that was never closed does not turn all others around.
    pub(super) fn is_open_after(&mut self, text: &str, end: usize) -> bool {
        for (at, _) in text[self.until..end].match_indices('"') {
            let (before, after) = (&text[..self.until + at], &text[self.until + at + 1..]);
            let begins = before.chars().next_back().is_none_or(|char| char.is_whitespace() || char == '(');
            let begins = begins || (before.ends_with('"') && after.starts_with(char::is_alphanumeric));
            let ends = !after
                .starts_with(|char: char| char.is_alphanumeric() || matches!(char, '$' | '[' | '(' | '.'));
            self.is_open = match (begins, ends) {
                (true, false) => true,
                (false, true) => false,
                _ => !self.is_open,
            };
        }
        self.until = end;
        self.is_open
    }
}
