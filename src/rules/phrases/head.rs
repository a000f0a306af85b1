//! The first characters of a line, by which phrases are found.

/// So many characters tell most lines from all phrases.
pub(super) const LENGTH: usize = 4;

/// The first characters that all lines of some kind have, folded: four at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Head {
    chars: [char; LENGTH],
    length: usize,
    /// Whether the characters after these may be any.
    is_full: bool,
}

impl Head {
    /// The head with more characters, as many as it has room for.
    pub(super) fn with(mut self, more: &[char]) -> Self {
        for char in more {
            if self.is_full {
                break;
            }
            self.chars[self.length] = *char;
            self.length += 1;
            self.is_full = self.length == LENGTH;
        }
        self
    }

    /// The head after which any characters may come.
    pub(super) fn closed(self) -> Self {
        Self { is_full: true, ..self }
    }

    /// Whether nothing can be added.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Its characters.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars[..self.length]
    }
}
