//! Lines that are told by what they say: the shape that all such rules ask for.

use super::Hits;
use super::pattern::Pattern;
use crate::document::{Document, Kind};

/// A line with more characters than this says something of its own.
const LONGEST: usize = 200;

/// Asks for the removal of each paragraph that is one line of which `which` names an entry of a closed list. `which`
/// is given the line without emphasis and brackets around it.
pub(super) fn remove(
    document: &Document,
    hits: &mut Hits,
    which: impl Fn(&str, &Document, usize) -> Option<&'static str>,
) {
    for (index, block) in document.blocks().iter().enumerate() {
        if block.kind() != Kind::Paragraph {
            continue;
        }
        let line = document.block_text(index).trim();
        if line.len() > 4 * LONGEST || line.contains('\n') || line.chars().count() > LONGEST {
            continue;
        }
        if let Some(entry) = which(bare(line), document, index) {
            hits.remove_phrase(index, entry);
        }
    }
}

/// The name of the first of `entries` that matches the whole line.
pub(super) fn first_match(entries: &'static [(&str, Pattern)], line: &str) -> Option<&'static str> {
    entries.iter().find(|(_, pattern)| pattern.is_match(line)).map(|(name, _)| *name)
}

/// The line without the emphasis or the brackets that hold all of it.
fn bare(line: &str) -> &str {
    let mut line = line;
    loop {
        let inner =
            [("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"), ("[", "]"), ("(", ")"), ("【", "】")]
                .into_iter()
                .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close));
        match inner {
            Some(inner) if !inner.contains(['[', ']']) => line = inner.trim(),
            _ => return line,
        }
    }
}
