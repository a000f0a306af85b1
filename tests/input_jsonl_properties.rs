//! What holds for every record, however it is written, and for every list of edits.
#![allow(clippy::format_collect, reason = "small strings")]
#![allow(clippy::unwrap_used, reason = "clippy allows it in test functions, but not in what they share")]

use proptest::prelude::*;
use proptest::sample::select;
use unscrape::edit::{Copy, Edit, Edits, Evidence, Reason, Similarity, Span, Verdict};
use unscrape::input::jsonl::{FieldPath, Line, Lines, Record};

/// A record as it is written: `before`, the literal between its quotes, `after`.
#[derive(Clone, Debug)]
struct Written {
    before: String,
    pieces: Vec<Piece>,
    after: String,
}

/// A part of a string literal, and the UTF-16 that it stands for.
#[derive(Clone, Debug)]
struct Piece {
    literal: String,
    units: Vec<u16>,
}

impl Written {
    fn literal(&self) -> String {
        self.pieces.iter().map(|piece| piece.literal.as_str()).collect()
    }

    fn line(&self) -> String {
        format!("{}{}{}", self.before, self.literal(), self.after)
    }

    /// The characters that the literal stands for, or halves of them, by a decoder other than the one under test.
    fn chars(&self) -> Vec<Result<char, u16>> {
        let units = self.pieces.iter().flat_map(|piece| piece.units.clone());
        char::decode_utf16(units).map(|c| c.map_err(|half| half.unpaired_surrogate())).collect()
    }

    fn text(&self) -> String {
        self.chars().into_iter().map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    }

    /// Whether an edit of the text takes away all that stands between the two halves of a pair.
    fn joins_halves(&self, edit: &Edit) -> bool {
        let chars = self.chars();
        let index = |at: usize| self.text()[..at].chars().count();
        let before = index(edit.span().start()).checked_sub(1).map(|last| chars[last]);
        let after = chars.get(index(edit.span().end()));
        edit.inserted().is_empty()
            && matches!(before, Some(Err(0xd800..=0xdbff)))
            && matches!(after, Some(Err(0xdc00..=0xdfff)))
    }
}

fn escaped(units: &[u16], upper: bool) -> Piece {
    let one = |unit| if upper { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
    Piece { literal: units.iter().map(one).collect(), units: units.to_vec() }
}

/// Characters as they are, short escapes, `\u` escapes in both cases, and pairs.
fn whole_piece() -> impl Strategy<Value = Piece> {
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    let short = [("\\\"", "\""), ("\\\\", "\\"), ("\\/", "/"), ("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t")];
    let short = [&short[..], &[("\\b", "\u{8}"), ("\\f", "\u{c}")]].concat();
    prop_oneof![
        3 => "[^\"\\\\\0-\x1f]{1,3}".prop_map(move |text| Piece { units: units(&text), literal: text }),
        2 => "[a-z ué/]{1,3}".prop_map(move |text| Piece { units: units(&text), literal: text }),
        2 => select(short).prop_map(move |(literal, text)| Piece { literal: literal.into(), units: units(text) }),
        2 => any::<(char, bool)>().prop_map(|(c, upper)| escaped(c.encode_utf16(&mut [0; 2]), upper)),
        1 => select(vec!['A', 'é', '\u{1f600}', '"', '\0'])
            .prop_map(|c| escaped(c.encode_utf16(&mut [0; 2]), false)),
    ]
}

/// Half of a surrogate pair.
fn half_piece() -> impl Strategy<Value = Piece> {
    (prop_oneof![0xd800..0xe000u16, Just(0xd83d), Just(0xde00)], any::<bool>())
        .prop_map(|(unit, upper)| escaped(&[unit], upper))
}

fn any_piece() -> impl Strategy<Value = Piece> {
    prop_oneof![2 => whole_piece(), 1 => half_piece()]
}

fn spaces() -> impl Strategy<Value = String> {
    "[ \t\r]{0,2}"
}

/// Another field of the record, with a comma.
fn other_field() -> impl Strategy<Value = String> {
    let key = prop::collection::vec(any_piece(), 0..3)
        .prop_map(|pieces| pieces.into_iter().map(|piece| piece.literal).collect::<String>());
    let values =
        vec!["1e400", "-0.10", "null", "[ 1,{\"text\":[]} ]", "{}", "\"text\"", "\"\\ud83d\"", "true"];
    (key, spaces(), select(values))
        .prop_map(|(key, space, value)| format!("\"_{key}\"{space}:{space}{value}"))
}

fn written(piece: impl Strategy<Value = Piece>) -> impl Strategy<Value = Written> {
    let others = || prop::collection::vec(other_field(), 0..3);
    let key = select(vec!["text", "te\\u0078t", "\\u0074ext"]);
    let outside = (select(vec!["", "\u{feff}"]), select(vec!["", "\n", "\r\n"]));
    (others(), key, spaces(), prop::collection::vec(piece, 0..12), others(), outside).prop_map(
        |(first, key, space, pieces, last, (mark, end))| {
            let first: String = first.iter().map(|field| format!("{field},{space}")).collect();
            let last: String = last.iter().map(|field| format!("{space},{field}")).collect();
            Written {
                before: format!("{mark}{space}{{{space}{first}\"{key}\"{space}:{space}\""),
                pieces,
                after: format!("\"{last}{space}}}{end}"),
            }
        },
    )
}

type Seeds = Vec<(usize, usize, String)>;

fn seeds() -> impl Strategy<Value = Seeds> {
    let inserted = prop_oneof![3 => Just(String::new()), 1 => "[a\"\\\\\n\0éu\u{1f600}]{0,3}"];
    prop::collection::vec((0..40usize, 0..4usize, inserted), 0..6)
}

/// Edits at random places of `text`; each names as the copy it keeps what the next one edits.
fn edits_of(text: &str, seeds: &Seeds) -> Edits {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let spans: Vec<Span> = seeds
        .iter()
        .map(|(from, length, _)| {
            let from = from % places.len();
            Span::new(places[from], places[(from + length).min(places.len() - 1)])
        })
        .collect();
    Edits::new(seeds.iter().enumerate().map(|(i, (_, _, inserted))| {
        let kept = spans[(i + 1) % spans.len()];
        let copy = Copy { verdict: Verdict::Same, kept, similarity: Similarity::SAME };
        Edit::replace(spans[i], inserted.clone(), Reason::new("example", Evidence::Copy(copy)))
    }))
}

fn path() -> FieldPath {
    "text".parse().unwrap()
}

fn record(line: &str) -> Record<'_> {
    match Record::parse(line.as_bytes(), &path()) {
        Ok(Line::Record(record)) => record,
        other => panic!("{line:?}: {other:?}"),
    }
}

fn kept(edits: &Edits) -> Vec<Span> {
    let reasons = edits.iter().flat_map(Edit::reasons);
    let span = |reason: &Reason| match reason.evidence {
        Evidence::Copy(copy) => copy.kept,
        _ => panic!("all edits here keep a copy"),
    };
    reasons.map(span).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_document_is_found_and_decoded(written in written(any_piece())) {
        let line = written.line();
        let record = record(&line);
        prop_assert_eq!(record.text(), written.text());
        prop_assert_eq!(record.span(), Span::new(written.before.len(), line.len() - written.after.len()));
    }

    #[test]
    fn decoding_agrees_with_serde_json_where_that_accepts_the_string(written in written(any_piece())) {
        let line = written.line();
        if let Ok(text) = serde_json::from_str::<String>(&format!("\"{}\"", written.literal())) {
            let record = record(&line);
            prop_assert_eq!(record.text(), text);
        }
    }

    #[test]
    fn no_edit_changes_no_byte(written in written(any_piece())) {
        let line = written.line();
        prop_assert_eq!(record(&line).splice(&Edits::default()).apply(&line), line);
    }

    #[test]
    fn the_edited_line_holds_the_edited_text_and_nothing_else_changed(
        written in written(any_piece()), seeds in seeds(),
    ) {
        let line = written.line();
        let before = record(&line);
        let edits = edits_of(before.text(), &seeds);
        let result = before.splice(&edits).apply(&line);
        prop_assert_eq!(before.apply(&edits), &*result);
        prop_assert!(result.starts_with(&written.before) && result.ends_with(&written.after));
        let after = record(&result);
        let expected = Edits::new(edits.into_iter().filter(|edit| !written.joins_halves(edit)));
        prop_assert_eq!(after.text(), expected.apply(before.text()));
    }

    #[test]
    fn spans_in_the_line_decode_to_the_spans_in_the_text(written in written(whole_piece()), seeds in seeds()) {
        let line = written.line();
        let record = record(&line);
        let edits = edits_of(record.text(), &seeds);
        let spliced = record.splice(&edits);
        let spans = |edits: &Edits| [edits.iter().map(Edit::span).collect(), kept(edits)].concat();
        for (in_text, in_line) in spans(&edits).into_iter().zip(spans(&spliced)) {
            let literal = format!("\"{}\"", in_line.of(&line));
            let decoded: String = serde_json::from_str(&literal).unwrap();
            prop_assert_eq!(decoded, in_text.of(record.text()));
        }
    }

    #[test]
    fn a_document_written_in_ascii_stays_so(text in "[ -~]{0,20}", seeds in seeds()) {
        let literal = serde_json::to_string(&text).unwrap();
        let line = format!("{{\"text\": {literal}}}");
        let record = record(&line);
        prop_assert!(record.splice(&edits_of(record.text(), &seeds)).apply(&line).is_ascii());
    }

    #[test]
    fn no_bytes_are_a_panic_and_no_message_repeats_them(bytes: Vec<u8>) {
        if let Err(error) = Record::parse(&bytes, &path()) {
            prop_assert!(!error.to_string().contains(char::is_control));
        }
    }

    #[test]
    fn no_broken_record_is_a_panic(written in written(any_piece()), at: prop::sample::Index, byte: u8, cut: bool) {
        let mut bytes = written.line().into_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        match Record::parse(&bytes, &path()) {
            Err(error) => prop_assert!(!error.to_string().contains(char::is_control)),
            Ok(Line::Untouched) => {}
            Ok(Line::Record(record)) => prop_assert_eq!(record.line().as_bytes(), &bytes),
        }
    }

    #[test]
    fn edits_of_another_text_cut_no_escape_and_stay_in_the_string(
        text in "[a-zé😀]{0,20}", from in 0..40usize, length in 0..40usize,
    ) {
        let literal: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        let line = format!("{{\"text\": \"{literal}\", \"k\": 1}}");
        let edit = Edit::remove(Span::new(from, from + length), Reason::new("example", Evidence::Structure));
        let result = record(&line).splice(&Edits::new([edit])).apply(&line);
        let after = record(&result);
        prop_assert!(!after.text().contains(char::REPLACEMENT_CHARACTER), "half a pair is left");
    }

    #[test]
    fn lines_are_all_of_the_file(bytes in prop::collection::vec(prop_oneof![Just(b'\n'), any::<u8>()], 0..60)) {
        let mut all = Vec::new();
        for (index, line) in Lines::new(&*bytes).enumerate() {
            let line = line.unwrap();
            prop_assert_eq!((line.number, line.offset), (index as u64 + 1, all.len() as u64));
            prop_assert!(!line.bytes[..line.bytes.len() - 1].contains(&b'\n'));
            all.extend(line.bytes);
        }
        prop_assert_eq!(all, bytes);
    }
}
