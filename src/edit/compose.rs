//! Two lists of edits, one after the other, as one list over the first text.

use super::{Edit, Edits, Origins, Reason, Span};
use std::ops::Range;

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
        let earlier: Vec<Placed> =
            self.with_results().map(|(edit, middle)| Placed { edit, middle }).collect();
        let later: Vec<&Edit> = later.iter().collect();
        let mut list = Self::default();
        let (mut a, mut b) = (0, 0);
        let mut moved = 0; // bytes that the earlier edits so far have added; negative if they took some away
        while a < earlier.len() || b < later.len() {
            let (group_a, group_b, middle) = touching(&earlier, &later, a, b);
            let start = before(middle.start(), moved);
            moved += earlier[group_a.clone()].iter().map(Placed::growth).sum::<isize>();
            let span = Span::new(start, before(middle.end(), moved));
            (a, b) = (group_a.end, group_b.end);
            list.append(merged(span, middle, &earlier[group_a], &later[group_b], &origins));
        }
        list
    }
}

/// An earlier edit and the bytes it put into the text between the two lists.
#[derive(Clone, Copy)]
struct Placed<'a> {
    edit: &'a Edit,
    middle: Span,
}

impl Placed<'_> {
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

/// The next earlier edits from `a` and later edits from `b` that hang together by touching, and the span they cover in
/// the text between the two lists.
fn touching(
    earlier: &[Placed],
    later: &[&Edit],
    mut a: usize,
    mut b: usize,
) -> (Range<usize>, Range<usize>, Span) {
    let (first_a, first_b) = (a, b);
    let mut group: Option<Span> = None;
    loop {
        let next_a = earlier.get(a).map(|placed| placed.middle);
        let next_b = later.get(b).map(|edit| edit.span());
        let takes_a = next_a.is_some_and(|one| next_b.is_none_or(|other| one.start() <= other.start()));
        let Some(next) = (if takes_a { next_a } else { next_b }) else { break };
        match group {
            Some(span) if next.start() > span.end() => break,
            Some(span) => group = Some(span.cover(next)),
            None => group = Some(next),
        }
        if takes_a {
            a += 1;
        } else {
            b += 1;
        }
    }
    (first_a..a, first_b..b, group.unwrap_or_default())
}

/// One edit for a group. All of `middle` was either put in by the earlier edits or is replaced by the later ones, so
/// the text itself is not needed.
fn merged(span: Span, middle: Span, earlier: &[Placed], later: &[&Edit], origins: &Origins) -> Edit {
    let mut insert = String::new();
    let mut reasons: Vec<Reason> = Vec::new();
    let removals = later.iter().filter(|edit| edit.inserted().is_empty());
    let mut swallowers = removals.flat_map(|edit| edit.reasons()).map(Reason::place).peekable();
    for placed in earlier {
        while swallowers.next_if(|place| place.end() < placed.middle.start()).is_some() {}
        if !swallowers.peek().is_some_and(|place| placed.is_swallowed_by(*place)) {
            reasons.extend_from_slice(placed.edit.reasons());
        }
    }
    let mut put = earlier.iter().copied().peekable();
    let mut at = middle.start();
    for edit in later {
        copy(&mut put, Span::new(at, edit.span().start()), &mut insert);
        insert.push_str(edit.inserted());
        let seen_before = |reason: &Reason| reason.clone().map(&|place| origins.of(place));
        reasons.extend(edit.reasons().iter().map(seen_before));
        at = edit.span().end();
    }
    copy(&mut put, Span::new(at, middle.end()), &mut insert);
    Edit::raw(span, insert, reasons)
}

/// Appends what the earlier edits put into `part` of the text between the lists.
fn copy<'a>(
    put: &mut std::iter::Peekable<impl Iterator<Item = Placed<'a>>>,
    part: Span,
    insert: &mut String,
) {
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
