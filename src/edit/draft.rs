//! A text on its way from dirty to clean.

use super::{Edits, Origins};
use std::borrow::Cow;

/// A text as it now stands, with the edits that made it what it is: there is no way to change one without the other.
///
/// The lists are composed only when somebody asks: until then each is a step that can be taken back.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    /// Each over the text that those before it leave.
    steps: Vec<Edits>,
}

impl<'a> Draft<'a> {
    /// `original` before any edit.
    pub fn new(original: &'a str) -> Self {
        Self { original, text: Cow::Borrowed(original), steps: Vec::new() }
    }

    /// The text as it now stands.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Makes `edits`, which are over the text as it now stands. Gives the text as it was.
    ///
    /// # Panics
    /// As [`Edits::apply`].
    pub fn apply(&mut self, edits: Edits) -> Cow<'a, str> {
        let text = edits.apply(&self.text);
        self.steps.push(edits);
        std::mem::replace(&mut self.text, Cow::Owned(text))
    }

    /// The edits that were made last, over the text as it was before.
    pub fn last_step(&self) -> Option<&Edits> {
        self.steps.last()
    }

    /// How many steps were made so far.
    pub fn steps(&self) -> usize {
        self.steps.len()
    }

    /// The text as it was after the first `steps`.
    pub fn text_after(&self, steps: usize) -> Cow<'_, str> {
        if steps >= self.steps.len() {
            return Cow::Borrowed(&self.text);
        }
        // so no copy of it has to be kept for a case that is rare
        let first = self.steps[..steps].iter();
        first.fold(Cow::Borrowed(self.original), |text, edits| Cow::Owned(edits.apply(&text)))
    }

    /// Takes back all steps but the first `steps`.
    pub fn back_to(&mut self, steps: usize) {
        if steps < self.steps.len() {
            self.steps.truncate(steps);
            // the text is made anew: so no copy of it has to be kept for a case that is rare
            self.text = Cow::Borrowed(self.original);
            if !self.steps.is_empty() {
                let original = self.original;
                self.text = Cow::Owned(self.compose().apply(original));
            }
        }
    }

    /// Leads from the text as it now stands back to the original. The steps become one.
    pub fn origins(&mut self) -> Origins {
        self.compose().origins()
    }

    /// The text and the edits that turn the original into it.
    pub fn finish(mut self) -> (Cow<'a, str>, Edits) {
        self.compose();
        let edits = self.steps.pop().unwrap_or_default().without_noops(self.original).with_copies_that_stay();
        if edits.is_empty() {
            return (Cow::Borrowed(self.original), edits);
        }
        (self.text, edits)
    }

    /// Makes one list of all steps.
    fn compose(&mut self) -> &Edits {
        let composed = std::mem::take(&mut self.steps).into_iter().reduce(Edits::then);
        self.steps.push(composed.unwrap_or_default());
        &self.steps[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, Evidence, Reason, Span};

    #[test]
    fn the_text_after_each_step_is_known() {
        let mut draft = Draft::new("one two three");
        let texts = ["one two three", "two three", "three"];
        for text in texts {
            assert_eq!(draft.text(), text);
            let remove = Edit::replace(Span::new(0, 4), "", Reason::new("test", Evidence::Structure));
            draft.apply(Edits::new(vec![remove]));
        }
        for (steps, text) in texts.into_iter().enumerate() {
            assert_eq!(draft.text_after(steps), text);
        }
        assert_eq!(draft.text_after(texts.len()), draft.text());
    }
}
