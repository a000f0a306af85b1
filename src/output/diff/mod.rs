//! Edits as a unified diff that says which rule asked for what.
//!
//! No search for differences is needed, and none can take too long or come out differently tomorrow: the edits are the
//! difference. [`changes()`] widens them to whole lines, [`hunks::hunks`] puts context around them.

mod changes;
mod hunks;
mod style;

use super::Lines;
use crate::edit::Edits;
use changes::{Change, changes};
use hunks::Hunk;
use std::fmt;
use style::Part;

pub use style::{Controls, Style};

/// A unified diff from a text to what edits make of it. Its [`Display`](fmt::Display) is the diff; without a change it
/// is empty.
///
/// In its default [`Style`] it can be fed to `patch -p0` (`--binary` if lines end in `\r\n`) and `git apply -p0`. Each hunk names its rules after the second `@@`.
///
/// ```
/// use unscrape::edit::{Edit, Edits, Evidence, Reason, Span};
/// use unscrape::output::Diff;
///
/// let why = Reason::new("empty-image", Evidence::Structure);
/// let edits = Edits::new([Edit::remove(Span::new(4, 10), why)]);
/// let expected = "\
/// --- a.md
/// +++ a.md
/// @@ -1,3 +1,2 @@ empty-image
///  one
/// -![]()
///  two
/// ";
/// assert_eq!(Diff::new("a.md", "one\n![]()\ntwo\n", &edits).to_string(), expected);
/// ```
#[derive(Clone, Debug)]
pub struct Diff<'a> {
    name: &'a str,
    old: Lines<'a>,
    changes: Vec<Change>,
    style: Style,
}

impl<'a> Diff<'a> {
    /// The diff that `edits` make in `old`, a file called `name`.
    ///
    /// # Panics
    /// If an edit reaches beyond `old` or cuts a character: the list then belongs to another text.
    pub fn new(name: &'a str, old: &'a str, edits: &Edits) -> Self {
        let lines = Lines::new(old);
        let changes = changes(old, &lines, edits);
        Self { name, old: lines, changes, style: Style::default() }
    }

    /// The same diff in another style.
    #[must_use]
    pub fn with_style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// Whether no line changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    fn write_hunk(&self, f: &mut fmt::Formatter<'_>, hunk: &Hunk<'_>) -> fmt::Result {
        self.style.write(f, Part::Hunk, &format!("{hunk}\n"))?;
        let mut at = hunk.old.start;
        for change in hunk.changes {
            self.write_old(f, Part::Context, at..change.old.start)?;
            self.write_old(f, Part::Removed, change.old.clone())?;
            for line in change.new_lines() {
                self.style.write(f, Part::Added, line)?;
            }
            at = change.old.end;
        }
        self.write_old(f, Part::Context, at..hunk.old.end)
    }

    fn write_old(
        &self,
        f: &mut fmt::Formatter<'_>,
        part: Part,
        mut lines: std::ops::Range<usize>,
    ) -> fmt::Result {
        lines.try_for_each(|index| self.style.write(f, part, self.old.line(index)))
    }
}

impl fmt::Display for Diff<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return Ok(());
        }
        let name = style::file_name(self.name);
        self.style.write(f, Part::File, &format!("--- {name}\n"))?;
        self.style.write(f, Part::File, &format!("+++ {name}\n"))?;
        hunks::hunks(&self.changes, self.old.count()).try_for_each(|hunk| self.write_hunk(f, &hunk))
    }
}
