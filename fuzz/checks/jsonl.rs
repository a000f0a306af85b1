//! JSON Lines: what is no word of a document stays, byte for byte.

use super::edits::{fit, lead_there_and_back};
use std::io::{self, BufRead, Read};
use unscrape::input::jsonl::{AboutFields, FieldPath, Line, Lines, Record, RecordError};
use unscrape::input::{Decoding, Encoding, EncodingError, decode};
use unscrape::{Options, Policy, clean_about};

/// Where a document is looked for.
const PATHS: [&str; 3] = ["text", "article.text", "title"];

/// One of each kind of decoder.
const ENCODINGS: [&str; 8] =
    ["utf-8", "windows-1252", "utf-16le", "utf-16be", "shift_jis", "gb18030", "iso-2022-jp", "euc-kr"];

/// What holds for every file. Byte 0 of the input says in which encoding it is read (bits 0 to 2), in how small pieces (3
/// and 4), what is done to copies (5 and 6), and whether the fields are named that say something of an article (7).
pub fn jsonl(input: &[u8]) {
    let Some((&head, file)) = input.split_first() else { return };
    let encoding: Encoding = ENCODINGS[usize::from(head & 7)].parse().expect("a label of the standard");
    decoded_in_pieces(file, encoding, 1 << (head >> 3 & 3));

    let policy = Policy::ALL[usize::from(head >> 5 & 3)];
    let options = Options { duplicates: policy, ..Options::default() };
    let named = |path: &str| Some(field(path)).filter(|_| head & 128 != 0);
    let fields = AboutFields {
        title: named("article.title"),
        description: named("article.text"),
        author: named("article"),
    };
    let mut at = 0;
    for line in Lines::new(file) {
        let line = line.expect("a slice can be read");
        assert_eq!(line.offset, at as u64);
        assert_eq!(line.bytes, file[at..at + line.bytes.len()], "a line is not what is written");
        at += line.bytes.len();
        for path in PATHS {
            record(&line.bytes, &field(path), &fields, &options);
        }
    }
    assert_eq!(at, file.len(), "a line is lost");
}

fn field(path: &str) -> FieldPath {
    path.parse().expect("keys with dots")
}

/// A line and what becomes of it.
fn record(line: &[u8], path: &FieldPath, fields: &AboutFields, options: &Options) {
    let record = match Record::parse(line, path) {
        Ok(Line::Record(record)) => record,
        Ok(Line::Untouched) => return,
        Err(error) => return says_nothing_of_the_input(&error),
    };
    assert_eq!(record.line().as_bytes(), line);
    let literal = format!("\"{}\"", record.span().of(record.line()));
    if let Ok(text) = serde_json::from_str::<String>(&literal) {
        assert_eq!(record.text(), text, "another parser reads something else");
    }

    let (result, text) = cleaned(&record, fields, options);
    let (before, after) = around(&record);
    assert!(result.starts_with(before) && result.ends_with(after), "something else has changed");

    let Ok(Line::Record(again)) = Record::parse(result.as_bytes(), path) else {
        panic!("the cleaned line is no record: {result:?}")
    };
    assert_eq!(again.text(), text, "the line does not hold the cleaned text");
    assert_eq!(again.about(fields), record.about(fields), "what is known of the article has changed");
    assert_eq!(around(&again), (before, after));
    assert_eq!(cleaned(&again, fields, options).0, result, "cleaning again changes something");
}

/// What stands in the line before the document and after it.
fn around<'a>(record: &Record<'a>) -> (&'a str, &'a str) {
    (&record.line()[..record.span().start()], &record.line()[record.span().end()..])
}

/// The line as the command writes it, and the text that should be in it.
fn cleaned(record: &Record, fields: &AboutFields, options: &Options) -> (String, String) {
    let about = record.about(fields);
    let edits = record.without_joined_halves(clean_about(record.text(), &about, options).edits);
    fit(&edits, record.text());
    let spliced = record.splice(&edits);
    let result = spliced.apply(record.line());
    fit(&spliced, record.line());
    lead_there_and_back(&spliced, record.line(), &result);
    assert!(spliced.iter().all(|edit| record.span().contains(edit.span())), "an edit leaves the string");
    if record.span().of(record.line()).is_ascii() {
        assert!(spliced.iter().all(|edit| edit.inserted().is_ascii()), "an ASCII string is no longer ASCII");
    }
    (result, edits.apply(record.text()))
}

/// A message cannot write to a terminal.
fn says_nothing_of_the_input(error: &RecordError) {
    assert!(!error.to_string().contains(char::is_control), "{error:?}");
}

/// A stream gives what [`decode`] gives, in whatever pieces it is read.
fn decoded_in_pieces(file: &[u8], encoding: Encoding, piece: usize) {
    let mut stream = Decoding::new(Pieces { rest: file, piece }, encoding);
    let mut text = Vec::new();
    let end = stream.read_to_end(&mut text);
    let text = String::from_utf8(text).expect("a stream in UTF-8");
    match decode(file.to_vec(), Some(encoding)) {
        Ok(whole) => {
            assert!(end.is_ok(), "a stream is stricter: {end:?}");
            let mark = if whole.has_bom() { "\u{feff}" } else { "" };
            assert_eq!(text, format!("{mark}{}", whole.as_str()), "a stream reads something else");
        }
        // only of the whole can it be said that there are too many
        Err(EncodingError::Nul { .. }) => assert!(end.is_ok(), "a stream is stricter: {end:?}"),
        Err(whole) => {
            assert!(!whole.to_string().contains(char::is_control), "{whole:?}");
            let error = end.expect_err("a stream is less strict");
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
            let error: EncodingError = error.downcast().expect("an error of the decoder");
            if !encoding.is_utf8() {
                assert_eq!(error, whole, "a stream fails for another reason");
            }
            assert!(stream.fill_buf().is_err(), "an error has gone away");
        }
    }
}

/// A reader that gives a few bytes at a time.
struct Pieces<'a> {
    rest: &'a [u8],
    piece: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.piece.min(into.len()).min(self.rest.len());
        let (now, later) = self.rest.split_at(length);
        into[..length].copy_from_slice(now);
        self.rest = later;
        Ok(length)
    }
}
