//! Findings as workflow commands, which GitHub shows beside the lines that they name.

use super::Finding;
use crate::output::visible;

/// The command, on one line and without its end.
pub(super) fn command(finding: &Finding) -> String {
    let level = if finding.fix.is_some() { "warning" } else { "notice" };
    let (start, end) = (finding.place.start, finding.place.end);
    // annotations go by the paths of the repository
    let path = finding.path.strip_prefix("./").unwrap_or(finding.path);
    // columns are taken within one line only
    let columns = if start.line == end.line {
        format!(",col={},endLine={},endColumn={}", start.column, end.line, end.column)
    } else {
        format!(",endLine={}", end.line)
    };
    format!(
        "::{level} title=unscrape ({}),file={},line={}{columns}::{}",
        property(finding.rule),
        visible(&property(path)),
        start.line,
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
    use super::{command, data, property};
    use crate::findings::{Finding, Region};
    use crate::output::Position;

    #[test]
    fn a_place_is_one_that_github_shows() {
        let at = |line, column| Position { line, column };
        let command = |path, end| {
            command(&Finding {
                path,
                place: Region { start: at(2, 3), end },
                record: None,
                rule: "suspect",
                evidence: "".into(),
                text: "",
                source: "",
                other: None,
                fix: None,
                message: "seen".to_owned(),
            })
        };
        let start = "::notice title=unscrape (suspect),file=a%0Ab.md,line=2";
        assert_eq!(command("./a\nb.md", at(2, 9)), format!("{start},col=3,endLine=2,endColumn=9::seen"));
        assert_eq!(command("a\nb.md", at(4, 1)), format!("{start},endLine=4::seen"));
    }

    #[test]
    fn what_ends_a_command_or_a_property_is_escaped() {
        assert_eq!(data("50% off: a, b\r\n"), "50%25 off: a, b%0D%0A");
        assert_eq!(property("50% off: a, b\r\n"), "50%25 off%3A a%2C b%0D%0A");
        // once, and not what an escape is made of
        assert_eq!(data("%0A"), "%250A");
    }
}
