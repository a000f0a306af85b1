//! Two lists of edits, one after the other, as one list over the first text.

use super::reasons::Reasons;
use super::{Edit, Edits, Origins, Reason, Span};
use std::iter::Peekable;

impl Edits {
    /// The edits that do what `self` and then `later` do, where `later` is over the text that `self` leaves.
    ///
    /// The law: `a.then(b).apply(x) == b.apply(&a.apply(x))`. Edits that come to touch merge and keep both reasons; a
    /// removal swallows the edits inside it, reasons included.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        if self.is_empty() {
            return later;
        }
        if later.is_empty() {
            return self;
        }
        let origins = self.origins();
        let mut list = Self::with_capacity(self.len() + later.len());
        let mut earlier = self.into_results().map(|(edit, middle)| Placed { edit, middle }).peekable();
        let mut later = later.into_iter().peekable();
        let mut moved = 0; // bytes that the earlier edits so far have added; negative if they took some away
        loop {
            // most stand apart from all of the other list, and are what they were
            let next = later.peek().map(Edit::span);
            let is_apart = |placed: &Placed| next.is_none_or(|next| placed.middle.end() < next.start());
            while let Some(placed) = earlier.next_if(is_apart) {
                moved += placed.growth();
                list.append(placed.edit);
            }
            let next = earlier.peek().map(|placed| placed.middle);
            let is_apart = |edit: &Edit| next.is_none_or(|next| edit.span().end() < next.start());
            if let Some(edit) = later.next_if(is_apart) {
                list.append(edit.told_of(|place| origins.of(place)));
                continue;
            }
            let Some(group) = Group::next(&mut earlier, &mut later) else { break };
            let start = before(group.middle.start(), moved);
            moved += group.earlier.iter().map(Placed::growth).sum::<isize>();
            let span = Span::new(start, before(group.middle.end(), moved));
            list.append(group.merged(span, &origins));
        }
        list
    }
}

/// An earlier edit and the bytes it put into the text between the two lists.
struct Placed {
    edit: Edit,
    middle: Span,
}

impl Placed {
    fn growth(&self) -> isize {
        self.edit.inserted().len().cast_signed() - self.edit.span().len().cast_signed()
    }

    /// Whether a removal that means `place` takes all of it away: what it put in, or the place it took something from.
    /// What stands beside that place, in a gap that merely goes along, has its own reason to be gone.
    fn is_swallowed_by(&self, place: Span) -> bool {
        let strictly = place.start() < self.middle.start() && self.middle.end() < place.end();
        place.contains(self.middle) && (strictly || !self.middle.is_empty())
    }
}

fn before(position: usize, moved: isize) -> usize {
    position.saturating_add_signed(-moved)
}

/// Edits of both lists that hang together by touching. Nearly always it is one edit of one list, for edits of the same
/// list never touch.
struct Group {
    earlier: Vec<Placed>,
    later: Vec<Edit>,
    /// What they cover in the text between the two lists.
    middle: Span,
}

impl Group {
    /// Takes the next group from the two lists.
    fn next(
        earlier: &mut Peekable<impl Iterator<Item = Placed>>,
        later: &mut Peekable<impl Iterator<Item = Edit>>,
    ) -> Option<Self> {
        let mut group: Option<Self> = None;
        loop {
            let next_earlier = earlier.peek().map(|placed| placed.middle);
            let next_later = later.peek().map(Edit::span);
            let takes_earlier =
                next_earlier.is_some_and(|one| next_later.is_none_or(|other| one.start() <= other.start()));
            let Some(next) = (if takes_earlier { next_earlier } else { next_later }) else { break };
            let group =
                group.get_or_insert_with(|| Self { earlier: Vec::new(), later: Vec::new(), middle: next });
            if next.start() > group.middle.end() {
                break;
            }
            group.middle = group.middle.cover(next);
            if takes_earlier {
                group.earlier.extend(earlier.next());
            } else {
                group.later.extend(later.next());
            }
        }
        group
    }

    /// One edit for all. Every byte of `middle` was either put in by the earlier edits or is replaced by the later ones,
    /// so the text itself is not needed.
    fn merged(self, span: Span, origins: &Origins) -> Edit {
        let mut insert = String::new();
        let mut put = self.earlier.iter().peekable();
        let mut at = self.middle.start();
        for edit in &self.later {
            copy(&mut put, Span::new(at, edit.span().start()), &mut insert);
            insert.push_str(edit.inserted());
            at = edit.span().end();
        }
        copy(&mut put, Span::new(at, self.middle.end()), &mut insert);

        let mut reasons = Reasons::none();
        let removals = self.later.iter().filter(|edit| edit.inserted().is_empty());
        let mut swallowers = removals.flat_map(Edit::reasons).map(Reason::place).peekable();
        for placed in self.earlier {
            while swallowers.next_if(|place| place.end() < placed.middle.start()).is_some() {}
            if !swallowers.peek().is_some_and(|place| placed.is_swallowed_by(*place)) {
                reasons.extend(placed.edit.into_reasons());
            }
        }
        for edit in self.later {
            reasons.extend(edit.into_reasons().map(|reason| reason.map(&|place| origins.of(place))));
        }
        Edit::raw(span, insert, reasons)
    }
}

/// Appends what the earlier edits put into `part` of the text between the lists.
fn copy<'a>(put: &mut Peekable<impl Iterator<Item = &'a Placed>>, part: Span, insert: &mut String) {
    while let Some(placed) = put.peek() {
        let start = part.start().max(placed.middle.start());
        let end = part.end().min(placed.middle.end());
        if start < end {
            let base = placed.middle.start();
            insert.push_str(&placed.edit.inserted()[start - base..end - base]);
        }
        if placed.middle.end() > part.end() {
            break;
        }
        put.next();
    }
}
