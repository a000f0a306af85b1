//! What stands in a line after the words of a phrase.

use super::fold::{fold, is_digit};
use super::tail::Tail;
use super::{date, name, title};
use std::cell::OnceCell;

/// A label, and what stands after it.
#[derive(Clone, Debug)]
pub(super) struct Split<'l> {
    pub(super) label: &'l str,
    folded: OnceCell<Vec<char>>,
    pub(super) rest: &'l str,
}

impl<'l> Split<'l> {
    fn of((label, rest): (&'l str, &'l str)) -> Self {
        Self { label, folded: OnceCell::new(), rest }
    }

    /// The label as it is compared with phrases.
    pub(super) fn folded(&self) -> &[char] {
        self.folded.get_or_init(|| fold(self.label))
    }
}

/// After so many blanks nobody looks for a name or a date: labels are short.
const MOST_BLANKS: usize = 6;
/// The marks that part a label from a name where no blank does, and how many are tried.
const MARKS: [char; 9] = [':', '：', '|', '｜', '丨', '/', '／', '=', '＝'];
const MOST_MARKS: usize = 3;

impl Tail {
    /// The ways in which `line` is a label and something after it.
    pub(super) fn splits(self, line: &str) -> Vec<Split<'_>> {
        let at_mark = title::split(line);
        let most = if self == Self::Title { 0 } else { MOST_BLANKS };
        let blanks =
            line.match_indices(' ').take(most).map(|(at, blank)| (&line[..at], &line[at + blank.len()..]));
        // scripts without blanks have none after a mark or before a date either
        let marks = if self == Self::Title { 0 } else { MOST_MARKS };
        let after_mark =
            line.match_indices(MARKS).take(marks).map(|(at, mark)| line.split_at(at + mark.len()));
        let number = line.find(is_digit).filter(|_| self == Self::Date);
        let at_number = number.map(|at| line.split_at(at));
        let mut splits = Vec::with_capacity(1 + most + marks + 1);
        splits.extend(at_mark.into_iter().chain(blanks).chain(after_mark).chain(at_number).map(Split::of));
        splits
    }

    /// Whether `rest` is such a thing.
    pub(super) fn is(self, rest: &str) -> bool {
        match self {
            Self::Title => title::is_title(rest),
            Self::Name => name::are_names(rest),
            Self::Date => date::is_date(rest),
        }
    }
}
