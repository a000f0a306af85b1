//! The reasons of one edit.

use super::Reason;

/// Most edits have one reason, and a text may have an edit every few bytes: a single reason takes no room of its own.
#[derive(Clone, Debug)]
pub(super) enum Reasons {
    One(Reason),
    Many(Vec<Reason>),
}

impl Reasons {
    pub(super) fn none() -> Self {
        Self::Many(Vec::new())
    }

    pub(super) fn as_slice(&self) -> &[Reason] {
        match self {
            Self::One(reason) => std::slice::from_ref(reason),
            Self::Many(reasons) => reasons,
        }
    }

    fn push(&mut self, reason: Reason) {
        match std::mem::replace(self, Self::none()) {
            Self::One(first) => *self = Self::Many(vec![first, reason]),
            Self::Many(reasons) if reasons.is_empty() => *self = Self::One(reason),
            Self::Many(mut reasons) => {
                reasons.push(reason);
                *self = Self::Many(reasons);
            }
        }
    }

    /// The reasons as `change` makes them.
    pub(super) fn map(self, change: impl Fn(Reason) -> Reason) -> Self {
        match self {
            Self::One(reason) => Self::One(change(reason)),
            Self::Many(reasons) => Self::Many(reasons.into_iter().map(change).collect()),
        }
    }
}

impl PartialEq for Reasons {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Reasons {}

impl Extend<Reason> for Reasons {
    fn extend<T: IntoIterator<Item = Reason>>(&mut self, reasons: T) {
        reasons.into_iter().for_each(|reason| self.push(reason));
    }
}

impl FromIterator<Reason> for Reasons {
    fn from_iter<T: IntoIterator<Item = Reason>>(reasons: T) -> Self {
        let mut list = Self::none();
        list.extend(reasons);
        list
    }
}

impl IntoIterator for Reasons {
    type Item = Reason;
    type IntoIter = std::iter::Chain<std::option::IntoIter<Reason>, std::vec::IntoIter<Reason>>;

    fn into_iter(self) -> Self::IntoIter {
        let (one, many) = match self {
            Self::One(reason) => (Some(reason), Vec::new()),
            Self::Many(reasons) => (None, reasons),
        };
        one.into_iter().chain(many)
    }
}
