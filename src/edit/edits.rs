//! One edit, and a list of edits that cannot contradict each other.

use super::reasons::Reasons;
use super::{Copy, Origins, Reason, Span};

/// A span of a text, what takes its place, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    span: Span,
    insert: String,
    reasons: Reasons,
}

impl Edit {
    /// Puts `insert` in the place of `span`.
    pub fn replace(span: Span, insert: impl Into<String>, reason: Reason) -> Self {
        Self { span, insert: insert.into(), reasons: Reasons::One(reason.at(span)) }
    }

    /// Takes `span` away.
    pub fn remove(span: Span, reason: Reason) -> Self {
        Self::replace(span, String::new(), reason)
    }

    /// Puts `insert` in before byte `at`.
    pub fn insert(at: usize, insert: impl Into<String>, reason: Reason) -> Self {
        Self::replace(Span::empty(at), insert, reason)
    }

    /// Takes `span` away for several reasons at once, all of which speak of `place` in it: the rest goes along.
    pub fn remove_for(span: Span, place: Span, reasons: impl IntoIterator<Item = Reason>) -> Self {
        let reasons = reasons.into_iter().map(|reason| reason.at(place)).collect();
        Self { span, insert: String::new(), reasons }
    }

    /// The bytes it concerns.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What takes their place.
    pub fn inserted(&self) -> &str {
        &self.insert
    }

    /// Why, in the order in which the rules spoke; one entry for each thing a rule saw.
    pub fn reasons(&self) -> &[Reason] {
        self.reasons.as_slice()
    }

    /// Every place in the text that it speaks of: its own, those of its reasons, and those of the copies that stay.
    pub fn places(&self) -> impl Iterator<Item = Span> + '_ {
        std::iter::once(self.span).chain(self.reasons().iter().flat_map(Reason::places))
    }

    /// The same edit told of another text: of the container that holds the text, or of the text before an earlier edit.
    /// `place` leads there from this text; `insert` is what the edit puts in there.
    #[must_use]
    pub fn map(self, place: impl Fn(Span) -> Span, insert: String) -> Self {
        Self { insert, ..self.told_of(place) }
    }

    /// The same edit told of the text before edits that do not touch it.
    pub(super) fn told_of(self, place: impl Fn(Span) -> Span) -> Self {
        let reasons = self.reasons.map(|reason| reason.map(&place));
        Self { span: place(self.span), reasons, ..self }
    }

    /// Puts `insert` in the place of `span`, for reasons that have their places already.
    pub(crate) fn for_reasons(span: Span, insert: String, reasons: impl Iterator<Item = Reason>) -> Self {
        Self::raw(span, insert, reasons.collect())
    }

    pub(super) fn raw(span: Span, insert: String, reasons: Reasons) -> Self {
        Self { span, insert, reasons }
    }

    pub(super) fn into_reasons(self) -> Reasons {
        self.reasons
    }

    /// Makes the edit one of everything up to the end of `span`, which is behind it in `text` and is to become `insert`. It
    /// has a single reason, and that speaks of all of it then.
    pub(crate) fn go_on(&mut self, text: &str, span: Span, insert: &str) {
        self.insert.push_str(Span::new(self.span.end(), span.start()).of(text));
        self.insert.push_str(insert);
        self.span = self.span.cover(span);
        let place = self.span;
        let reasons = std::mem::replace(&mut self.reasons, Reasons::none());
        self.reasons = reasons.map(|reason| reason.at(place));
    }

    /// Takes in an edit that begins no earlier than this one, unless it begins after the end of this one.
    fn take_in(&mut self, next: &mut Self) -> bool {
        if next.span.start() > self.span.end() {
            return false;
        }
        let reasons = std::mem::replace(&mut next.reasons, Reasons::none());
        if next.span.start() == self.span.end() {
            self.span = self.span.cover(next.span);
            self.insert.push_str(&next.insert);
            self.reasons.extend(reasons);
        } else if self.insert.is_empty() && next.insert.is_empty() {
            if next.span.end() > self.span.end() || next.span == self.span {
                self.reasons.extend(reasons);
            }
            self.span = self.span.cover(next.span);
        }
        true
    }
}

/// Edits of one text: sorted, and no two of them overlap or touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// A list from edits of one text in any order.
    ///
    /// Edits that touch merge and keep both reasons. A removal swallows the edits inside it, and two removals that
    /// overlap become one. Of two other edits that overlap the first in the text stays.
    pub fn new(edits: impl IntoIterator<Item = Edit>) -> Self {
        let is_edit = |edit: &Edit| !edit.span.is_empty() || !edit.insert.is_empty();
        let mut list: Vec<Edit> = edits.into_iter().filter(is_edit).collect();
        // at the same place insertions come first, then the longest
        list.sort_by_key(|edit| {
            (edit.span.start(), !edit.span.is_empty(), std::cmp::Reverse(edit.span.end()))
        });
        list.dedup_by(|next, last| last.take_in(next));
        // a million edits that touch are one now
        list.shrink_to_fit();
        Self(list)
    }

    /// None, with room for as many as `edits`.
    pub(super) fn with_capacity(edits: usize) -> Self {
        Self(Vec::with_capacity(edits))
    }

    /// Adds an edit that begins at or after the end of the last one.
    pub(super) fn append(&mut self, mut edit: Edit) {
        debug_assert!(self.0.last().is_none_or(|last| last.span.end() <= edit.span.start()));
        if !self.0.last_mut().is_some_and(|last| last.take_in(&mut edit)) {
            self.0.push(edit);
        }
    }

    /// The edits, first to last.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text with the edits made.
    ///
    /// # Panics
    /// If an edit reaches beyond `text` or cuts a character: the list then belongs to another text.
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in &self.0 {
            out.push_str(&text[at..edit.span.start()]);
            out.push_str(&edit.insert);
            at = edit.span.end();
        }
        out.push_str(&text[at..]);
        out
    }

    /// The edits that turn the result back into `text`, with the same reasons.
    ///
    /// # Panics
    /// As [`Edits::apply`].
    #[must_use]
    pub fn invert(&self, text: &str) -> Self {
        let back = |(edit, result): (&Edit, Span)| {
            Edit::raw(result, edit.span.of(text).to_owned(), edit.reasons.clone())
        };
        Self(self.with_results().map(back).collect())
    }

    /// Where bytes of the result came from, for many questions.
    pub fn origins(&self) -> Origins {
        Origins::new(self.with_results().map(|(edit, result)| (result, edit.span)))
    }

    /// Each edit with the place of its insertion in the text that the list leaves.
    pub fn with_results(&self) -> impl Iterator<Item = (&Edit, Span)> {
        let mut shift = Shift::default();
        self.0.iter().map(move |edit| (edit, shift.result(edit)))
    }

    /// The same for a list that is not needed any more.
    pub(super) fn into_results(self) -> impl Iterator<Item = (Edit, Span)> {
        let mut shift = Shift::default();
        self.0.into_iter().map(move |edit| {
            let result = shift.result(&edit);
            (edit, result)
        })
    }

    /// Leaves out the edits that put in what they take out of `text`.
    pub(crate) fn without_noops(mut self, text: &str) -> Self {
        self.0.retain(|edit| edit.span.of(text) != edit.insert);
        self
    }

    /// The same edits, with what `change` makes of each copy.
    pub(super) fn with_copies(self, change: impl Fn(Copy) -> Copy) -> Self {
        let changed =
            |edit: Edit| Edit { reasons: edit.reasons.map(|reason| reason.with_copy(&change)), ..edit };
        Self(self.0.into_iter().map(changed).collect())
    }
}

impl IntoIterator for Edits {
    type Item = Edit;
    type IntoIter = std::vec::IntoIter<Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Edits {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// The bytes that the edits so far have taken out and put in.
#[derive(Default)]
struct Shift {
    removed: usize,
    inserted: usize,
}

impl Shift {
    /// Where the insertion of `edit`, the next in order, stands in the result.
    fn result(&mut self, edit: &Edit) -> Span {
        let start = edit.span.start() - self.removed + self.inserted;
        self.removed += edit.span.len();
        self.inserted += edit.insert.len();
        Span::new(start, start + edit.insert.len())
    }
}
