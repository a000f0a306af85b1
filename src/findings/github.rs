//! Findings as workflow commands, which GitHub shows beside the lines that they name.

use super::Finding;
use crate::output::visible;

/// The command, on one line and without its end.
pub(super) fn command(finding: &Finding) -> String {
    let level = if finding.fix.is_some() { "warning" } else { "notice" };
    let (start, end) = (finding.place.start, finding.place.end);
    format!(
        "::{level} title=unscrape ({}),file={},line={},col={},endLine={},endColumn={}::{}",
        property(finding.rule),
        property(&visible(finding.path)),
        start.line,
        start.column,
        end.line,
        end.column,
        data(&finding.message),
    )
}

/// A text behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text before it, where colons and commas have a meaning.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_ends_a_command_or_a_property_is_escaped() {
        assert_eq!(data("50% off: a, b\r\n"), "50%25 off: a, b%0D%0A");
        assert_eq!(property("50% off: a, b\r\n"), "50%25 off%3A a%2C b%0D%0A");
        // once, and not what an escape is made of
        assert_eq!(data("%0A"), "%250A");
    }
}
