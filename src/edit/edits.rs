//! One edit, and a list of edits that cannot contradict each other.

use super::{Reason, Span};

/// A span of a text, what takes its place, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    span: Span,
    insert: String,
    reasons: Vec<Reason>,
}

impl Edit {
    /// Puts `insert` in the place of `span`.
    pub fn replace(span: Span, insert: impl Into<String>, reason: Reason) -> Self {
        Self { span, insert: insert.into(), reasons: vec![reason.at(span)] }
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
    pub fn remove_for(span: Span, place: Span, reasons: Vec<Reason>) -> Self {
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
        &self.reasons
    }

    /// Every place in the text that it speaks of: its own, those of its reasons, and those of the copies that stay.
    pub fn places(&self) -> impl Iterator<Item = Span> + '_ {
        std::iter::once(self.span).chain(self.reasons.iter().flat_map(Reason::places))
    }

    /// The same edit told of another text: of the container that holds the text, or of the text before an earlier edit.
    /// `place` leads there from this text; `insert` is what the edit puts in there.
    #[must_use]
    pub fn map(self, place: impl Fn(Span) -> Span, insert: String) -> Self {
        let reasons = self.reasons.into_iter().map(|reason| reason.map(&place)).collect();
        Self { span: place(self.span), insert, reasons }
    }

    /// Puts `insert` in the place of `span`, for reasons that have their places already.
    pub(crate) fn raw(span: Span, insert: String, reasons: Vec<Reason>) -> Self {
        Self { span, insert, reasons }
    }

    /// Joins an edit that begins where this one ends.
    pub(super) fn join(&mut self, next: Self) {
        self.span = self.span.cover(next.span);
        self.insert.push_str(&next.insert);
        self.reasons.extend(next.reasons);
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
        let mut sorted: Vec<Edit> = edits.into_iter().filter(is_edit).collect();
        // at the same place insertions come first, then the longest
        sorted.sort_by_key(|edit| {
            (edit.span.start(), !edit.span.is_empty(), std::cmp::Reverse(edit.span.end()))
        });
        let mut list = Self::default();
        for edit in sorted {
            list.push(edit);
        }
        list
    }

    fn push(&mut self, edit: Edit) {
        let Some(last) = self.0.last_mut() else {
            self.0.push(edit);
            return;
        };
        if edit.span.start() > last.span.end() {
            self.0.push(edit);
        } else if edit.span.start() == last.span.end() {
            last.join(edit);
        } else if last.insert.is_empty() && edit.insert.is_empty() {
            if edit.span.end() > last.span.end() || edit.span == last.span {
                last.reasons.extend(edit.reasons);
            }
            last.span = last.span.cover(edit.span);
        }
    }

    /// Adds an edit that begins at or after the end of the last one.
    pub(super) fn append(&mut self, edit: Edit) {
        debug_assert!(self.0.last().is_none_or(|last| last.span.end() <= edit.span.start()));
        self.push(edit);
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
        Origins(self.with_results().map(|(edit, result)| Place { result, text: edit.span }).collect())
    }

    /// Each edit with the place of its insertion in the text that the list leaves.
    pub fn with_results(&self) -> impl Iterator<Item = (&Edit, Span)> {
        let (mut removed, mut inserted) = (0, 0);
        self.0.iter().map(move |edit| {
            let start = edit.span.start() - removed + inserted;
            removed += edit.span.len();
            inserted += edit.insert.len();
            (edit, Span::new(start, start + edit.insert.len()))
        })
    }

    /// Leaves out the edits that put in what they take out of `text`.
    pub(crate) fn without_noops(mut self, text: &str) -> Self {
        self.0.retain(|edit| edit.span.of(text) != edit.insert);
        self
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

/// Leads from a text that edits made back to the text that they were made in.
#[derive(Clone, Debug)]
pub struct Origins(Vec<Place>);

/// One edit: the bytes it put into the result and the bytes it took out of the text.
#[derive(Clone, Copy, Debug)]
struct Place {
    result: Span,
    text: Span,
}

impl Origins {
    /// The smallest span of the text before the edits that holds what `span` of the result was made from. What was
    /// removed right before it or right after it stays outside.
    pub fn of(&self, span: Span) -> Span {
        Span::new(self.of_start(span.start()), self.of_end(span.end()))
    }

    fn of_start(&self, at: usize) -> usize {
        let next = self.0.partition_point(|place| place.result.end() <= at);
        match self.0.get(next) {
            Some(inside) if inside.result.start() <= at => inside.text.start(),
            _ => self.after_place(next.checked_sub(1), at),
        }
    }

    fn of_end(&self, at: usize) -> usize {
        let last = self.0.partition_point(|place| place.result.start() < at).checked_sub(1);
        match last.map(|last| self.0[last]) {
            Some(inside) if at <= inside.result.end() => inside.text.end(),
            _ => self.after_place(last, at),
        }
    }

    fn after_place(&self, place: Option<usize>, at: usize) -> usize {
        place.map_or(at, |place| at - self.0[place].result.end() + self.0[place].text.end())
    }
}
