//! A walk through a text past the edits that made it.

use crate::edit::{Edit, Edits};
use std::slice::Iter;

/// The edits of a step that a walk through the text has passed, and how far it has moved what follows them.
pub(super) struct Passed<'a> {
    ahead: Iter<'a, Edit>,
    /// How many bytes they took away.
    gone: usize,
    /// How many they put in.
    added: usize,
}

impl<'a> Passed<'a> {
    pub(super) fn none(step: &'a Edits) -> Self {
        Self { ahead: step.iter(), gone: 0, added: 0 }
    }

    /// The first edit that is not passed.
    pub(super) fn next(&self) -> Option<&'a Edit> {
        self.ahead.as_slice().first()
    }

    /// Passes the edits that end before byte `at` of the text as it is now. Whether there are any.
    pub(super) fn pass(&mut self, at: usize) -> bool {
        let before = self.ahead.len();
        while self.next().is_some_and(|edit| self.is_at(edit.span().start()) + edit.inserted().len() <= at) {
            self.pass_next();
        }
        self.ahead.len() < before
    }

    /// Passes the next edit.
    pub(super) fn pass_next(&mut self) {
        if let Some(edit) = self.ahead.next() {
            self.gone += edit.span().len();
            self.added += edit.inserted().len();
        }
    }

    /// How many bytes further on is now what follows them.
    pub(super) fn shift(&self) -> isize {
        self.added.cast_signed() - self.gone.cast_signed()
    }

    /// Where a byte of the text as it was is now, if it is between the last edit that was passed and the next.
    pub(super) fn is_at(&self, was_at: usize) -> usize {
        was_at + self.added - self.gone
    }

    /// Where a byte of the text as it is now was before.
    pub(super) fn was_at(&self, is_at: usize) -> usize {
        is_at + self.gone - self.added
    }
}
