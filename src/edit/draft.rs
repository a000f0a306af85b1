//! A text on its way from dirty to clean.

use super::{Edits, Origins};
use std::borrow::Cow;

/// A text as it now stands, with the edits that made it what it is: there is no way to change one without the other.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    edits: Edits,
}

impl<'a> Draft<'a> {
    /// `original` before any edit.
    pub fn new(original: &'a str) -> Self {
        Self { original, text: Cow::Borrowed(original), edits: Edits::default() }
    }

    /// The text as it now stands.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Makes `edits`, which are over the text as it now stands.
    ///
    /// # Panics
    /// As [`Edits::apply`].
    pub fn apply(&mut self, edits: Edits) {
        if !edits.is_empty() {
            self.text = Cow::Owned(edits.apply(&self.text));
            self.edits = std::mem::take(&mut self.edits).then(edits);
        }
    }

    /// Leads from the text as it now stands back to the original.
    pub fn origins(&self) -> Origins {
        self.edits.origins()
    }

    /// The text and the edits that turn the original into it.
    pub fn finish(self) -> (Cow<'a, str>, Edits) {
        let edits = self.edits.without_noops(self.original);
        if edits.is_empty() {
            return (Cow::Borrowed(self.original), edits);
        }
        (self.text, edits)
    }
}
