//! Changes with the lines around them.

use super::changes::{Change, add_rules};
use std::fmt;
use std::ops::Range;

/// How many unchanged lines are shown before and after a change.
const CONTEXT: usize = 3;

/// Changes near one another, and where they stand.
#[derive(Debug)]
pub(super) struct Hunk<'a> {
    /// The lines of the old text that it shows, counted from 0.
    pub(super) old: Range<usize>,
    /// The lines of the new text that it shows, counted from 0.
    new: Range<usize>,
    /// What changes in them.
    pub(super) changes: &'a [Change],
}

/// The hunks of a diff, where the old text has `count` lines. Changes whose context would touch share one.
pub(super) fn hunks(changes: &[Change], count: usize) -> impl Iterator<Item = Hunk<'_>> {
    let mut removed = 0; // lines, in all hunks so far
    let mut added = 0;
    changes.chunk_by(|a, b| b.old.start - a.old.end <= 2 * CONTEXT).map(move |changes| {
        let start = changes.first().map_or(0, |first| first.old.start.saturating_sub(CONTEXT));
        let end = changes.last().map_or(0, |last| (last.old.end + CONTEXT).min(count));
        let new_start = start - removed + added;
        removed += changes.iter().map(|change| change.old.len()).sum::<usize>();
        added += changes.iter().map(|change| change.new_lines().count()).sum::<usize>();
        Hunk { old: start..end, new: new_start..end - removed + added, changes }
    })
}

/// The line that begins it, without line end: `@@ -2,3 +2,1 @@ empty-image, edit-link`.
impl fmt::Display for Hunk<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // a range without lines is named by the line before it, and lines count from 1: both are the bare start
        let first = |lines: &Range<usize>| lines.start + usize::from(!lines.is_empty());
        let mut rules = Vec::new();
        for change in self.changes {
            add_rules(&mut rules, &change.rules);
        }
        let (old, new) = (&self.old, &self.new);
        write!(f, "@@ -{},{} +{},{} @@", first(old), old.len(), first(new), new.len())?;
        if rules.is_empty() { Ok(()) } else { write!(f, " {}", rules.join(", ")) }
    }
}
