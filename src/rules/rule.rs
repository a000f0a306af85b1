//! What a rule is made of.

use super::Hits;
use crate::document::Document;
use std::fmt;

/// One kind of dirt.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name: the problem, in lower case with hyphens.
    pub id: &'static str,
    /// The problem in one line, without a full stop.
    pub summary: &'static str,
    /// Where the dirt comes from, how the rule knows it, and what was measured.
    pub why: &'static str,
    /// Whether it runs unless it is asked for.
    pub level: Level,
    /// When it runs, and what guards it.
    pub stratum: Stratum,
    /// Literals one of which is in every text that the rule concerns; ASCII letters match in either case. Empty: the
    /// rule concerns every text. A rule that goes by lists of phrases has none: the lists are faster than a search for
    /// their words, which are hundreds, and common ones.
    pub triggers: &'static [&'static str],
    /// Texts with the problem and what becomes of them.
    pub examples: &'static [Example],
    /// Texts that look like the problem and stay as they are.
    pub keeps: &'static [&'static str],
    /// Names what should go or change.
    pub find: fn(&Document, &mut Hits),
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A text before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// With the problem.
    pub before: &'static str,
    /// Without it.
    pub after: &'static str,
}

/// Whether a rule runs unless it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Runs: nothing readable goes, or at least 97 of 100 removals were right on each set of real pages.
    On,
    /// Runs only if it is asked for: people disagree on it.
    OptIn,
}

impl Level {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::OptIn => "opt-in",
        }
    }
}

/// When a rule runs. The lower strata come to rest before a higher one is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stratum {
    /// Mends single characters. Takes no word away.
    Characters,
    /// Mends marks and blanks. Takes no word away.
    Structure,
    /// Takes away blanks at the ends of lines, and blank lines. No lower rule, and none of these that comes before,
    /// finds more in a text because blanks at the end of a block or between two blocks are gone: after such a change they
    /// are not asked again.
    Blanks,
    /// Takes whole lines away, by what they say. Guarded: it acts on all its hits in a document or on none.
    Phrases,
    /// Takes whole lines away that stand there again. Asked when no phrase is left, so that no copy goes against a line
    /// that a rule on phrases takes; guarded likewise.
    Copies,
}
