//! Findings: what they say, and that every format says the same places.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::Value;
use unscrape::findings::{Finding, Format, Holder, of_edits, of_notice};
use unscrape::input::jsonl::{FieldPath, Line, Record};
use unscrape::{Options, Policy, clean};

const DIRTY: &str = "Zwölf €uro &amp; 🦀 tea &amp; more.Then it rained.\r\n![]()\r\nShare on Facebook\r\n";

fn found(text: &str, look: impl Fn(&[Finding])) {
    let cleaned = clean(text, &Options::default());
    look(&of_edits(&Holder::text("a,b:c.txt", text), &cleaned));
}

/// Line, column, end line and end column of each finding, as a format has them.
fn places(format: Format, findings: &[Finding]) -> Vec<[u64; 4]> {
    let rendered = format.render(findings);
    let number = |value: &Value| value.as_u64().unwrap();
    match format {
        Format::Text => {
            let mut ends = findings.iter().map(|found| found.place.end);
            let place = |line: &str| {
                let mut parts = line.strip_prefix("a,b:c.txt:").unwrap().split(':');
                let mut start = || parts.next().unwrap().parse().unwrap();
                let end = ends.next().unwrap(); // a line for people has no end
                [start(), start(), end.line as u64, end.column as u64]
            };
            rendered.lines().map(place).collect()
        }
        Format::Json => {
            let place = |line| {
                let object: Value = serde_json::from_str(line).unwrap();
                ["line", "column", "end_line", "end_column"].map(|key| number(&object[key]))
            };
            rendered.lines().map(place).collect()
        }
        Format::Github => {
            let property = |line: &str, key: &str| {
                let rest = line.split_once(&format!(",{key}=")).unwrap().1;
                rest.split([',', ':']).next().unwrap().parse().unwrap()
            };
            let keys = ["line", "col", "endLine", "endColumn"];
            rendered.lines().map(|line| keys.map(|key| property(line, key))).collect()
        }
        Format::Sarif => {
            let keys = ["startLine", "startColumn", "endLine", "endColumn"];
            let region = |result: &Value| {
                let region = &result["locations"][0]["physicalLocation"]["region"];
                keys.map(|key| number(&region[key]))
            };
            results(&rendered).iter().map(region).collect()
        }
    }
}

fn results(rendered: &str) -> Vec<Value> {
    let log = format!("{}{rendered}{}", Format::Sarif.head(), Format::Sarif.tail(true));
    let log: Value = serde_json::from_str(&log).unwrap();
    log["runs"][0]["results"].as_array().unwrap().clone()
}

#[test]
fn all_formats_name_the_same_places_in_characters() {
    found(DIRTY, |findings| {
        let json = places(Format::Json, findings);
        assert_eq!(json[0], [1, 12, 1, 17], "characters, not bytes nor UTF-16");
        assert_eq!(json[1], [1, 24, 1, 29], "a character outside the first plane is one");
        assert_eq!(json[2], [1, 35, 1, 35], "an insertion takes no room");
        assert!(json.len() >= 5);
        for format in [Format::Text, Format::Github, Format::Sarif] {
            assert_eq!(places(format, findings), json, "{format:?}");
        }
    });
}

#[test]
fn nothing_that_a_terminal_obeys_is_written() {
    let text = "a\u{1b}[2Jb \u{9b}c &amp; d.\nx\u{202e}y\n";
    let cleaned = clean(text, &Options::default());
    let findings = of_edits(&Holder::text("\u{1b}[2J\n.txt", text), &cleaned);
    assert!(findings.len() > 2);
    for format in [Format::Text, Format::Json, Format::Github, Format::Sarif] {
        let rendered = format.render(&findings);
        assert!(!rendered.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{rendered}");
        let lines = rendered.lines().count();
        assert_eq!(lines, findings.len(), "a line each");
    }
}

/// Fixes made in a text as lines and characters tell them, each once.
fn fixed(lines: &[&str], findings: &[Finding]) -> String {
    let mut fixes: Vec<_> = findings.iter().filter_map(|found| found.fix.as_ref()).collect();
    fixes.dedup_by_key(|fix| fix.place);
    let byte = |place: unscrape::output::Position| {
        let before: usize = lines[..place.line - 1].iter().map(|line| line.len()).sum();
        let line = lines.get(place.line - 1).unwrap_or(&"");
        before + line.chars().take(place.column - 1).map(char::len_utf8).sum::<usize>()
    };
    let mut text = lines.concat();
    for fix in fixes.iter().rev() {
        text.replace_range(byte(fix.place.start)..byte(fix.place.end), &fix.written);
    }
    text
}

#[test]
fn the_fixes_clean_a_text() {
    let lines: Vec<&str> = DIRTY.split_inclusive('\n').collect();
    found(DIRTY, |findings| {
        assert_eq!(fixed(&lines, findings), clean(DIRTY, &Options::default()).text);
    });
}

#[test]
fn the_fixes_clean_a_record_in_its_line() {
    let field: FieldPath = "a.text".parse().unwrap();
    for line in [
        "{\"é\":1,\"a\":{\"text\":\"Zw\\u00f6lf &quot;\\ud83e\\udd80&quot;.One\\n![]()\\nTwo.\"}}\n",
        "\u{feff}{\"a\":{\"text\":\"é &#8217; \\t\\n![]()\\n\"}}\n",
    ] {
        let Line::Record(record) = Record::parse(line.as_bytes(), &field).unwrap() else {
            panic!("a record")
        };
        let cleaned = clean(record.text(), &Options::default());
        let findings = of_edits(&Holder::record("a.jsonl", &record, &field, 3, &cleaned), &cleaned);
        assert!(findings.iter().all(|found| found.place.start.line == 3));
        assert!(findings.iter().all(|found| found.record.unwrap().field == "a.text"));
        let shown = line.trim_start_matches('\u{feff}');
        let at = ["\n", "\n", shown]; // it is the third line of its file
        let wanted = record.splice(&cleaned.edits).apply(line);
        assert_eq!(fixed(&at, &findings), format!("\n\n{}", wanted.trim_start_matches('\u{feff}')));
    }
}

#[test]
fn a_notice_has_a_place_and_no_fix() {
    let text = include_str!("../samples/suspect.txt");
    let cleaned = clean(text, &Options { suspect: true, ..Options::default() });
    let holder = Holder::text("s.txt", text);
    let found: Vec<Finding> =
        cleaned.notices.iter().filter_map(|notice| of_notice(&holder, notice)).collect();
    let [suspect] = &found[..] else { panic!("one line is named") };
    assert_eq!((suspect.rule, suspect.fix.as_ref()), ("suspect", None));
    let json: Value = serde_json::from_str(&Format::Json.render(&found)).unwrap();
    assert_eq!((&json["kind"], json.get("fix")), (&"note".into(), None));
    assert!(
        Format::Github
            .render(&found)
            .starts_with("::notice title=unscrape (suspect),file=s.txt,line=5,col=1,")
    );
    assert_eq!(results(&Format::Sarif.render(&found))[0]["level"], "note");
}

#[test]
fn a_copy_names_the_one_that_stays() {
    let paragraph = "The night ferry came in four hours late on Tuesday, and nobody was surprised.\n";
    let text = format!("{paragraph}\n{paragraph}");
    let cleaned = clean(&text, &Options { duplicates: Policy::All, ..Options::default() });
    let findings = of_edits(&Holder::text("a.txt", &text), &cleaned);
    let json: Value = serde_json::from_str(&Format::Json.render(&findings)).unwrap();
    assert_eq!((json["line"].as_u64(), json["other"]["line"].as_u64()), (Some(3), Some(1)));
    let result = &results(&Format::Sarif.render(&findings))[0];
    let related = &result["relatedLocations"][0]["physicalLocation"]["region"];
    assert_eq!((&result["ruleId"], related["startLine"].as_u64()), (&"duplicate-paragraph".into(), Some(1)));
}

#[test]
fn a_log_without_results_is_one() {
    assert!(results("").is_empty());
}
