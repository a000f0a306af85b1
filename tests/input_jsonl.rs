//! JSON Lines as a container: one string of a record is a document, every other byte stays as it is.
#![allow(clippy::unwrap_used, reason = "clippy allows it in test functions, but not in what they share")]

use std::io::{self, BufReader, Read};
use unscrape::document::About;
use unscrape::edit::{Copy, Edit, Edits, Evidence, Reason, Similarity, Span, Verdict};
use unscrape::input::jsonl::{AboutFields, FieldPath, Line, Lines, RawLine, Record, RecordError};
use unscrape::input::{Decoding, EncodingError};

fn parse<'a>(line: &'a (impl AsRef<[u8]> + ?Sized), path: &str) -> Result<Line<'a>, RecordError> {
    Record::parse(line.as_ref(), &path.parse().unwrap())
}

fn record<'a>(line: &'a str, path: &str) -> Record<'a> {
    match parse(line, path).unwrap() {
        Line::Record(record) => record,
        Line::Untouched => panic!("no record: {line}"),
    }
}

fn message(line: impl AsRef<[u8]>, path: &str) -> String {
    parse(&line, path).unwrap_err().to_string()
}

fn why() -> Reason {
    Reason::new("example", Evidence::Structure)
}

/// The line after one edit of its `text`: the first `from` in it gives way to `to`.
fn edited(line: &str, from: &str, to: &str) -> String {
    let record = record(line, "text");
    let start = record.text().find(from).unwrap();
    let edit = Edit::replace(Span::new(start, start + from.len()), to, why());
    record.splice(&Edits::new([edit])).apply(line)
}

mod field_paths {
    use super::*;

    #[test]
    fn are_keys_with_dots_between_them() {
        let path: FieldPath = "article.body".parse().unwrap();
        assert_eq!(path.keys().collect::<Vec<_>>(), ["article", "body"]);
        assert_eq!((path.as_str(), path.to_string().as_str()), ("article.body", "article.body"));
    }

    #[test]
    fn have_no_empty_key() {
        for path in ["", ".", "a.", ".a", "a..b"] {
            let error = path.parse::<FieldPath>().unwrap_err();
            assert!(error.to_string().ends_with(&format!("found {path:?}")), "{error}");
        }
    }

    #[test]
    fn are_shown_without_control_characters() {
        let path: FieldPath = "a\u{1b}[31m".parse().unwrap();
        assert_eq!(path.to_string(), r"a\u{1b}[31m");
        assert_eq!(message("{}", "a\u{1b}[31m"), r#"expected a field "a\u{1b}[31m", found none"#);
    }
}

mod lines {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<RawLine> {
        Lines::new(bytes).collect::<io::Result<_>>().unwrap()
    }

    #[test]
    fn are_numbered_from_one_and_keep_every_byte() {
        let raw = |number, offset, bytes: &[u8]| RawLine { number, offset, bytes: bytes.to_vec() };
        let expected = [raw(1, 0, b"\xef\xbb\xbf{}\r\n"), raw(2, 7, b"\n"), raw(3, 8, b"\xff\r\0")];
        assert_eq!(lines(b"\xef\xbb\xbf{}\r\n\n\xff\r\0"), expected);
        assert_eq!(lines(b""), []);
    }

    #[test]
    fn end_at_the_first_error() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("broken"))
            }
        }
        let mut lines = Lines::new(BufReader::new((&b"one\ntw"[..]).chain(Broken)));
        assert_eq!(lines.next().unwrap().unwrap().bytes, b"one\n");
        assert!(lines.next().unwrap().is_err());
        assert!(lines.next().is_none());
    }

    #[test]
    fn come_from_another_encoding_too() {
        let bytes: Vec<u8> =
            "\u{feff}{\"text\":\"d\u{e9}j\u{e0}\"}\n{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let decoding = Decoding::new(&*bytes, "utf-16le".parse().unwrap());
        let lines: Vec<RawLine> = Lines::new(decoding).collect::<io::Result<_>>().unwrap();
        assert_eq!(lines[0].bytes, "{\"text\":\"d\u{e9}j\u{e0}\"}\n".as_bytes());
        assert_eq!((lines[1].number, lines[1].bytes.as_slice()), (2, &b"{}"[..]));
    }

    #[test]
    fn in_another_encoding_end_where_it_does_not_decode() {
        let mut lines = Lines::new(Decoding::new(&b"{}\n\x81"[..], "shift_jis".parse().unwrap()));
        assert_eq!(lines.next().unwrap().unwrap().bytes, b"{}\n");
        let error = lines.next().unwrap().unwrap_err();
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<EncodingError>());
        assert!(matches!(inner, Some(EncodingError::Malformed { offset: 3, .. })), "{error}");
    }
}

mod documents {
    use super::*;

    #[test]
    fn are_found_by_key_and_decoded() {
        let line = "{\"id\": 1, \"text\" : \"a\\tb \\u00e9\\ud83d\\ude00\\/\\\"\"}\r\n";
        let record = record(line, "text");
        assert_eq!(record.text(), "a\tb \u{e9}\u{1f600}/\"");
        assert_eq!(record.span().of(line), r#"a\tb \u00e9\ud83d\ude00\/\""#);
        assert_eq!(record.line(), line);
    }

    #[test]
    fn are_found_in_nested_objects() {
        let line = r#"{"text": 1, "a": {"text": 2, "b": {"text": "here"}}}"#;
        assert_eq!(record(line, "a.b.text").text(), "here");
        let deep = format!("{}\"x\"{}", "{\"a\":".repeat(300), "}".repeat(300));
        assert_eq!(record(&deep, &["a"; 300].join(".")).text(), "x");
    }

    #[test]
    fn are_found_by_what_a_key_means_not_by_how_it_is_written() {
        assert_eq!(record(r#"{"te\u0078t": "x"}"#, "text").text(), "x");
        assert_eq!(record(r#"{"\ud83d\ude00": "x"}"#, "\u{1f600}").text(), "x");
    }

    #[test]
    fn are_found_beside_keys_with_half_a_surrogate_pair() {
        assert_eq!(record(r#"{"\ud83d": 1, "\ude00": 2, "text\ud83d": 3, "text": "x"}"#, "text").text(), "x");
    }

    #[test]
    fn may_hold_half_a_surrogate_pair_which_is_read_as_a_replacement_character() {
        let text = record(r#"{"text": "a\ud83d b\ude00 \ud83d\ud83d\ude00"}"#, "text").text().to_owned();
        assert_eq!(text, "a\u{fffd} b\u{fffd} \u{fffd}\u{1f600}");
        assert_eq!(record(r#"{"text": "\\ud83d"}"#, "text").text(), r"\ud83d", "this is no escape of one");
    }

    #[test]
    fn may_stand_beside_any_depth_and_any_number() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let line = format!(r#"{{"deep": {deep}, "n": -1.50e+9999, "text": "x", "again": {deep}}}"#);
        assert_eq!(record(&line, "text").text(), "x");
    }

    #[test]
    fn may_follow_a_byte_order_mark() {
        let line = "\u{feff}{\"text\": \"x\"}\n";
        let record = record(line, "text");
        assert_eq!((record.text(), record.span().of(line)), ("x", "x"));
    }

    #[test]
    fn are_absent_from_a_blank_line_and_where_null_stands() {
        for line in ["", "\n", "\r\n", " \t\r\n", "\u{feff}\n"] {
            assert_eq!(parse(line, "text").unwrap(), Line::Untouched, "{line:?}");
        }
        assert_eq!(parse(r#"{"text": null}"#, "text").unwrap(), Line::Untouched);
        assert_eq!(parse(r#"{"a": null}"#, "a.text").unwrap(), Line::Untouched);
    }
}

mod what_is_known_beside_a_document {
    use super::*;

    /// What the record `line` says of the article at `path`, when these fields are named.
    fn about(line: &str, path: &str, named: [&str; 3]) -> About {
        let [title, description, author] = named.map(|path| path.parse().ok());
        record(line, path).about(&AboutFields { title, description, author })
    }

    fn usual(line: &str) -> About {
        about(line, "text", ["", "", ""])
    }

    fn authors(value: &str) -> Vec<String> {
        usual(&format!(r#"{{"text": "x", "author": {value}}}"#)).authors
    }

    #[test]
    fn is_read_from_the_usual_fields() {
        let line =
            r#"{"title": "A\u0301 \ud83d", "text": "x", "description": "\"d\"", "auth\u006fr": "b\u00e9"}"#;
        let known = About {
            title: Some("A\u{301} \u{fffd}".to_owned()),
            description: Some("\"d\"".to_owned()),
            authors: vec!["b\u{e9}".to_owned()],
        };
        assert_eq!(usual(line), known);
        assert_eq!(usual(r#"{"text": "x", "a": {"title": "t", "author": "a"}}"#), About::default());
    }

    #[test]
    fn is_what_the_first_of_them_says_whatever_their_order() {
        let fields = [
            r#""authors": ["w"]"#,
            r#""byline": "v""#,
            r#""author": "u""#,
            r#""excerpt": "e""#,
            r#""summary": "s""#,
            r#""description": "d""#,
            r#""headline": "h""#,
            r#""title": "t""#,
        ];
        let told = |count: usize| {
            let About { title, description, authors } =
                usual(&format!(r#"{{{}, "text": "x"}}"#, fields[..count].join(", ")));
            [authors.into_iter().next(), description, title].map(Option::unwrap_or_default)
        };
        let expected = [
            ["w", "", ""],
            ["v", "", ""],
            ["u", "", ""],
            ["u", "e", ""],
            ["u", "s", ""],
            ["u", "d", ""],
            ["u", "d", "h"],
            ["u", "d", "t"],
        ];
        for (expected, count) in expected.into_iter().zip(1..) {
            assert_eq!(told(count), expected, "{count}");
        }
    }

    #[test]
    fn is_not_what_cannot_be_understood_or_says_nothing() {
        for title in ["7", "null", "true", r#"["a"]"#, r#"{"name": "a"}"#, r#""""#, r#"" \n""#] {
            let line = format!(r#"{{"title": {title}, "headline": "h", "text": "x"}}"#);
            assert_eq!(usual(&line).title.as_deref(), Some("h"), "{title}");
            let line = format!(r#"{{"title": {title}, "text": "x"}}"#);
            assert_eq!(usual(&line), About::default(), "{title}");
        }
        assert_eq!(usual(r#"{"title": "a", "text": "x", "title": "b"}"#), About::default());
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(
            usual(&format!(r#"{{"title": {deep}, "author": {deep}, "text": "x"}}"#)),
            About::default()
        );
    }

    #[test]
    fn is_read_from_the_named_fields_alone() {
        let line =
            r#"{"text": "x", "title": "t", "head": {"line": "h", "by": ["a", "b"]}, "description": "d"}"#;
        let known = about(line, "text", ["head.line", "head.deck", "head.by"]);
        assert_eq!((known.title.as_deref(), known.description), (Some("h"), None));
        assert_eq!(known.authors, ["a", "b"]);
        for path in ["head", "head.by", "head.line.more", "text.more", "nowhere", "head.no.where"] {
            assert_eq!(about(line, "text", [path, path, ""]), About::default(), "{path}");
        }
        let twice = r#"{"text": "x", "a": {"b": "t", "b": "u"}, "c": null}"#;
        assert_eq!(about(twice, "text", ["a.b", "c", "c.d"]), About::default());
    }

    #[test]
    fn is_never_the_document_itself() {
        assert_eq!(usual(r#"{"text": "x"}"#), About::default());
        let own = |path| about(r#"{"title": "t", "a": {"name": "n"}, "authors": ["w"]}"#, path, ["", "", ""]);
        assert_eq!(own("title"), About { authors: vec!["w".to_owned()], ..About::default() });
        assert_eq!(own("a.name").title.as_deref(), Some("t"));
        let line = r#"{"author": {"name": "n"}, "headline": "h"}"#;
        assert_eq!(about(line, "headline", ["headline", "", "author.name"]).title, None);
        assert_eq!(about(line, "author.name", ["", "", ""]).authors, [""; 0]);
        assert_eq!(about(line, "author.name", ["author.name", "headline", "author"]).title, None);
    }

    #[test]
    fn names_authors_in_a_string_an_object_or_a_list() {
        assert_eq!(authors(r#""Anna Berg and Carl""#), ["Anna Berg and Carl"]);
        assert_eq!(authors(r#"{"@type": "Person", "n\u0061me": "Anna"}"#), ["Anna"]);
        assert_eq!(authors(r#"["Anna", {"name": "C\u00e9cile", "id": 7}]"#), ["Anna", "C\u{e9}cile"]);
        assert_eq!(
            authors(r#"[7, "Anna", null, "", ["Carl"], {"name": ["x"]}, {"name": "a", "name": "b"}, {}]"#),
            ["Anna"]
        );
        for nothing in ["7", "null", "[]", "{}", r#"[[""]]"#, r#"{"name": 7}"#] {
            assert_eq!(authors(nothing), [""; 0], "{nothing}");
        }
        assert_eq!(authors(&format!("[{}\"b\"]", "\"a\", ".repeat(200_000))).len(), 100);
    }
}

mod errors {
    use super::*;

    #[test]
    fn name_the_byte_of_the_line_that_is_not_utf8() {
        assert_eq!(
            message(b"{\"text\": \"caf\xe9 au lait\"}", "text"),
            "expected UTF-8, found other bytes from byte 13 of the line on; it may be windows-1252: try `--encoding windows-1252`"
        );
    }

    #[test]
    fn recognise_utf16() {
        let with_mark = message(b"\xff\xfe{\0}\0\n", "text");
        assert!(with_mark.contains("byte 0") && with_mark.contains("--encoding UTF-16LE"), "{with_mark}");
        let without: Vec<u8> = "{\"text\": \"x\"}".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(message(&without, "text").contains("--encoding UTF-16BE"));
    }

    #[test]
    fn name_the_column_at_which_a_line_stops_being_json() {
        let cases = [
            (
                "{\"text\": \"x\"",
                "expected JSON, found at column 12 of the line: EOF while parsing an object",
            ),
            ("{\"\u{e9}\u{e9}\": x}", "expected JSON, found at column 8 of the line: expected value"),
            ("{} {}", "expected JSON, found at column 4 of the line: trailing characters"),
            ("\u{feff}\u{feff}{}", "expected JSON, found at column 1 of the line: expected value"),
        ];
        for (line, expected) in cases {
            assert_eq!(message(line, "text"), expected);
        }
    }

    #[test]
    fn are_strict_in_every_part_of_the_line() {
        for line in [
            "{\"k\tk\": 1, \"text\": \"x\"}",
            "{\"k\": \"\u{1b}\", \"text\": \"x\"}",
            r#"{"k": "\x", "text": "x"}"#,
            r#"{"text": "\u12g4"}"#,
            r#"{"text": "x",}"#,
            r#"{"n": 01, "text": "x"}"#,
            r#"{"n": NaN, "text": "x"}"#,
        ] {
            assert!(matches!(parse(line, "text"), Err(RecordError::NotJson { .. })), "{line}");
            assert!(!message(line, "text").contains(char::is_control));
        }
    }

    #[test]
    fn say_what_was_expected_and_what_was_found() {
        let cases = [
            ("[1]", "text", "expected a JSON object, found an array"),
            ("\"text\"", "text", "expected a JSON object, found a string"),
            ("null", "text", "expected a JSON object, found null"),
            ("{}", "text", r#"expected a field "text", found none"#),
            (r#"{"a": {}}"#, "a.b.c", r#"expected a field "a.b", found none"#),
            (r#"{"text": -1}"#, "text", r#"expected a string in the field "text", found a number"#),
            (r#"{"text": true}"#, "text", r#"expected a string in the field "text", found a boolean"#),
            (r#"{"a": {"b": ["x"]}}"#, "a.b", r#"expected a string in the field "a.b", found an array"#),
            (r#"{"text": {}}"#, "text", r#"expected a string in the field "text", found an object"#),
            (r#"{"a": "x"}"#, "a.b", r#"expected an object in the field "a", found a string"#),
            (
                r#"{"text": "a", "text": "a"}"#,
                "text",
                r#"expected one field "text", found it more than once"#,
            ),
            (
                r#"{"text": "a", "t\u0065xt": null}"#,
                "text",
                r#"expected one field "text", found it more than once"#,
            ),
            (r#"{"a": {"b": "x"}, "a": 1}"#, "a.b", r#"expected one field "a", found it more than once"#),
            (r#"{"a": {"b": "x", "b": 1}}"#, "a.b", r#"expected one field "a.b", found it more than once"#),
        ];
        for (line, path, expected) in cases {
            assert_eq!(message(line, path), expected, "{line}");
        }
    }
}

mod splicing {
    use super::*;

    #[test]
    fn touches_nothing_but_what_is_edited() {
        let line = "{ \"n\":1.0e0,\"text\" :\"a \\u0026amp; b\\/\\u00E9\" ,\"k\":\"\\u0026amp;\" }\r\n";
        let expected = "{ \"n\":1.0e0,\"text\" :\"a & b\\/\\u00E9\" ,\"k\":\"\\u0026amp;\" }\r\n";
        assert_eq!(edited(line, "&amp;", "&"), expected);
    }

    #[test]
    fn escapes_what_json_cannot_hold() {
        let expected = r#"{"text": "a\"\\\n\r\t\u0000\u001b\u0008/z"}"#;
        assert_eq!(edited(r#"{"text": "a-z"}"#, "-", "\"\\\n\r\t\0\u{1b}\u{8}/"), expected);
    }

    #[test]
    fn keeps_an_ascii_document_ascii() {
        let inserted = "\u{e9}\u{2019}\u{1f600}";
        let ascii = r#"{"k": "é", "text": "a\u00e9-"}"#;
        assert_eq!(edited(ascii, "-", inserted), r#"{"k": "é", "text": "a\u00e9\u00e9\u2019\ud83d\ude00"}"#);
        assert_eq!(edited(r#"{"text": "é-"}"#, "-", inserted), "{\"text\": \"éé\u{2019}\u{1f600}\"}");
    }

    #[test]
    fn keeps_reasons_and_names_the_kept_copy_where_it_stands_in_the_line() {
        let line = r#"{"text": "\u00e9t\u00e9 ! \u00e9t\u00e9 !"}"#;
        let record = record(line, "text");
        let half = record.text().find("! ").unwrap() + 2;
        let copy =
            Copy { verdict: Verdict::Same, kept: Span::new(0, half - 1), similarity: Similarity::SAME };
        let reasons = vec![Reason::new("copies", Evidence::Copy(copy)), why()];
        let second = Span::new(half, record.text().len());
        let edits = Edits::new([Edit::remove_for(second, second, reasons)]);
        let spliced: Vec<Edit> = record.splice(&edits).into_iter().collect();
        assert_eq!(spliced[0].span().of(line), r"\u00e9t\u00e9 !");
        let Evidence::Copy(copy) = spliced[0].reasons()[0].evidence else { panic!() };
        assert_eq!((copy.kept.of(line), copy.kept.start()), (r"\u00e9t\u00e9 !", record.span().start()));
        assert_eq!(
            (&*spliced[0].reasons()[1].rule, spliced[0].reasons()[1].place()),
            (&*why().rule, spliced[0].span())
        );
    }

    #[test]
    fn leaves_out_a_removal_that_would_join_two_halves_to_a_character_nobody_wrote() {
        let joined = r#"{"text": "\ud83d-\ude00 - \ud83d-x"}"#;
        assert_eq!(edited(joined, "-", ""), joined);
        assert_eq!(edited(joined, "-", "+"), r#"{"text": "\ud83d+\ude00 - \ud83d-x"}"#);
        assert_eq!(edited(joined, "-x", "x"), r#"{"text": "\ud83d-\ude00 - \ud83dx"}"#);
        assert_eq!(edited(r#"{"text": "\\ud83d-\ude00"}"#, "-", ""), r#"{"text": "\\ud83d\ude00"}"#);
        assert_eq!(edited(r#"{"text": "\ude00-\ud83d"}"#, "-", ""), r#"{"text": "\ude00\ud83d"}"#);
        let pair = r#"{"text": "\ud83d\ud83d\ude00\ude00"}"#;
        assert_eq!(edited(pair, "\u{1f600}", ""), pair);
    }

    #[test]
    fn takes_linear_time() {
        // 100,000 edits in 6 MB of escapes: were each edit looked for from the start, this would take hours
        let count = 100_000;
        let line =
            format!("{{\"text\": \"{}\"}}", r"\u00e9 \n\u2014xyz ".repeat(count) + &"x".repeat(4_000_000));
        let record = record(&line, "text");
        let unit = "\u{e9} \n\u{2014}xyz ".len();
        let edits =
            Edits::new((0..count).map(|i| Edit::remove(Span::new(i * unit + 3, i * unit + 4), why())));
        let result = record.splice(&edits).apply(&line);
        assert_eq!(result.len(), line.len() - 2 * count);
        assert!(result.starts_with(r#"{"text": "\u00e9 \u2014xyz \u00e9 \u2014xyz "#));
    }
}
