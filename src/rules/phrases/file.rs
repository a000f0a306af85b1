//! A file of phrases: one language.

/// A line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'f> {
    /// A phrase of the rule.
    Phrase(&'f str),
    /// A line that looks like a phrase of the rule and stays.
    Keep(&'f str),
}

/// The lines of a file, each with its rule; comments and empty lines are none.
pub(super) fn lines(file: &str) -> impl Iterator<Item = (&str, Line<'_>)> {
    let mut rule = "";
    file.lines().filter_map(move |line| {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(id) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            rule = id;
            return None;
        }
        let keep = line.strip_prefix("keep:").map(|keep| Line::Keep(keep.trim()));
        Some((rule, keep.unwrap_or(Line::Phrase(line))))
    })
}
