//! Which words of two paragraphs differ.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::fmt;
use unicode_segmentation::UnicodeSegmentation;

/// More are counted, not told.
const MOST_TOLD: usize = 6;

/// More characters of one are not told.
const LONGEST_TOLD: usize = 120;

/// So many words and signs around a difference show where it is.
const CONTEXT: usize = 4;

/// The words that differ between two paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The first of them, in order.
    pub list: Vec<Difference>,
    /// How many there are beside those.
    pub more: usize,
}

/// A place where two paragraphs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whether words that both have are left out before it.
    pub is_apart: bool,
    /// Words before it, which both have; fewer where another difference is near.
    pub before: String,
    /// What only the first has.
    pub first: String,
    /// What only the second has.
    pub second: String,
    /// Words after it, which both have.
    pub after: String,
}

impl Differences {
    /// The differences of two texts.
    pub(super) fn between(first: &str, second: &str) -> Self {
        let [one, two]: [Vec<&str>; 2] = [first, second].map(|text| text.split_word_bounds().collect());
        let ops = capture_diff_slices(Algorithm::Myers, &one, &two);
        let mut differences = Self::default();
        let mut told_to = 0;
        for (number, op) in ops.iter().enumerate() {
            let (old, new) = (op.old_range(), op.new_range());
            if matches!(op, DiffOp::Equal { .. }) {
                continue;
            }
            if differences.list.len() == MOST_TOLD {
                differences.more += 1;
                continue;
            }
            let start = old.start.saturating_sub(CONTEXT).max(told_to);
            let is_apart = start > told_to;
            let equal_after = ops.get(number + 1).map_or(0, |next| next.old_range().len());
            told_to = old.end + equal_after.min(CONTEXT);
            differences.list.push(Difference {
                is_apart,
                before: one[start..old.start].concat(),
                first: told(&one[old.clone()]),
                second: told(&two[new]),
                after: one[old.end..told_to].concat(),
            });
        }
        differences
    }
}

/// The words, as far as they can be read at a glance.
fn told(words: &[&str]) -> String {
    let words = words.concat();
    match words.char_indices().nth(LONGEST_TOLD) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// As `wdiff` writes them: `four hours [-late-]{+early+} on Tuesday`.
impl fmt::Display for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, difference) in self.list.iter().enumerate() {
            if number > 0 && difference.is_apart {
                f.write_str(" … ")?;
            }
            let is_first = number == 0 || difference.is_apart;
            f.write_str(if is_first { difference.before.trim_start() } else { &difference.before })?;
            if !difference.first.is_empty() {
                write!(f, "[-{}-]", difference.first)?;
            }
            if !difference.second.is_empty() {
                write!(f, "{{+{}+}}", difference.second)?;
            }
            let is_last = self.list.get(number + 1).is_none_or(|next| next.is_apart);
            f.write_str(if is_last { difference.after.trim_end() } else { &difference.after })?;
        }
        match self.more {
            0 => Ok(()),
            1 => f.write_str(" … and 1 more"),
            more => write!(f, " … and {more} more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(one: &str, two: &str) -> String {
        Differences::between(one, two).to_string()
    }

    #[test]
    fn words_that_differ_stand_side_by_side() {
        assert_eq!(
            shown(
                "It came in four hours late on Tuesday.",
                "It came in five hours late on Tuesday, they said."
            ),
            "came in [-four-]{+five+} hours late on Tuesday{+, they said+}."
        );
    }

    #[test]
    fn words_far_apart_are_told_apart() {
        let between = " and then it went on for a very long time indeed";
        let (one, two) = (format!("one{between} three.{between}"), format!("two{between} four.{between}"));
        assert_eq!(shown(&one, &two), "[-one-]{+two+} and then … time indeed [-three-]{+four+}. and");
    }

    #[test]
    fn scripts_without_blanks_are_compared_by_characters() {
        assert_eq!(shown("他说他昨天来过了。", "他说他今天来过了。"), "他说他[-昨-]{+今+}天来过了");
    }

    #[test]
    fn many_are_counted() {
        let words = |mark: &str| {
            (0..20).map(|n| format!("{mark}{n} and more words follow ")).collect::<Vec<_>>().concat()
        };
        let differences = Differences::between(&words("a"), &words("b"));
        assert_eq!((differences.list.len(), differences.more), (MOST_TOLD, 20 - MOST_TOLD));
        assert!(differences.to_string().ends_with(" … and 14 more"));
    }
}
