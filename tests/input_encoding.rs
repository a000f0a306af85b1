//! Bytes become text strictly: UTF-8 or the encoding that was named, and an error with an offset for all else.
#![allow(clippy::unwrap_used, reason = "clippy allows it in test functions, but not in what they share")]

use proptest::prelude::*;
use std::io::{self, Read};
use unscrape::input::{Decoding, Encoding, EncodingError, Text, decode};

fn encoding(label: &str) -> Encoding {
    label.parse().unwrap()
}

fn utf8(bytes: &[u8]) -> Result<Text, EncodingError> {
    decode(bytes.to_vec(), None)
}

fn labelled(bytes: &[u8], label: &str) -> Result<Text, EncodingError> {
    decode(bytes.to_vec(), Some(encoding(label)))
}

fn message(result: Result<Text, EncodingError>) -> String {
    result.unwrap_err().to_string()
}

/// UTF-16, which `encoding_rs` decodes but does not encode.
fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn utf8_is_read_as_it_is() {
    let text = utf8("caf\u{e9}\r\n".as_bytes()).unwrap();
    assert_eq!((text.as_str(), text.has_bom(), text.is_reencoded()), ("caf\u{e9}\r\n", false, false));
    assert_eq!(utf8(b"").unwrap().as_str(), "");
}

#[test]
fn a_byte_order_mark_is_kept_apart_from_the_text() {
    for text in [utf8(b"\xef\xbb\xbf* a"), labelled(b"\xef\xbb\xbf* a", "utf-8")] {
        let text = text.unwrap();
        assert_eq!((text.as_str(), text.has_bom(), text.is_reencoded()), ("* a", true, false));
    }
    let twice = utf8(b"\xef\xbb\xbf\xef\xbb\xbfa").unwrap();
    assert_eq!(twice.as_str(), "\u{feff}a", "only the first one is a mark");
}

#[test]
fn the_first_byte_that_is_not_utf8_is_named_with_a_guess_and_the_option_that_helps() {
    let message = message(utf8(b"caf\xe9 au lait, d\xe9j\xe0 vu"));
    assert_eq!(message, "not UTF-8 from byte 3 on; it may be windows-1252: try `--encoding windows-1252`");
}

#[test]
fn a_far_byte_that_is_not_utf8_is_guessed_from_what_stands_around_it() {
    let mut bytes = vec![b'a'; 300_000];
    bytes.extend_from_slice(b"\x83e\x83X\x83g\x82\xcc\x95\xb6\x8f\xcd\x82\xc5\x82\xb7\x81B");
    let message = message(utf8(&bytes));
    assert_eq!(message, "not UTF-8 from byte 300000 on; it may be Shift_JIS: try `--encoding Shift_JIS`");
}

#[test]
fn utf16_is_recognised_by_its_mark() {
    let little = message(utf8(b"\xff\xfeh\0i\0"));
    assert_eq!(little, "not UTF-8 from byte 0 on; it may be UTF-16LE: try `--encoding UTF-16LE`");
    let big = message(utf8(b"\xfe\xff\0h\0i"));
    assert_eq!(big, "not UTF-8 from byte 0 on; it may be UTF-16BE: try `--encoding UTF-16BE`");
}

#[test]
fn utf16_without_a_mark_is_recognised_by_its_nuls_though_it_is_valid_utf8() {
    let little = message(utf8(&utf16("plain", u16::to_le_bytes)));
    assert_eq!(
        little,
        "byte 1 of the text and many others are NUL; it may be UTF-16LE: try `--encoding UTF-16LE`"
    );
    assert!(message(utf8(&utf16("plain", u16::to_be_bytes))).contains("UTF-16BE"));
    assert!(message(utf8(&utf16("d\u{e9}j\u{e0} vu", u16::to_le_bytes))).contains("UTF-16LE"));
}

#[test]
fn binary_data_is_said_to_look_like_no_text() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06";
    assert!(message(utf8(png)).contains("byte 0 on; it looks like no text"), "{}", message(utf8(png)));
    let compressed: Vec<u8> = (0..=255).cycle().take(5000).collect();
    assert!(message(utf8(&compressed)).contains("it looks like no text"));
    assert!(message(utf8(&[0; 512])).contains("it looks like no text"), "valid UTF-8, and still no text");
}

#[test]
fn utf32_read_as_utf16_is_found_out_by_its_nuls() {
    let utf32: Vec<u8> = "plain".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    assert!(message(labelled(&utf32, "utf-16le")).starts_with("byte 1 of the text and many others are NUL"));
}

#[test]
fn a_stray_nul_is_part_of_a_text() {
    assert_eq!(utf8(b"a stray\0 one").unwrap().as_str(), "a stray\0 one");
    assert_eq!(utf8(b"\0").unwrap().as_str(), "\0");
}

#[test]
fn utf8_with_a_broken_byte_is_not_taken_for_another_encoding() {
    let message =
        message(utf8("D\u{e9}j\u{e0} vu\u{2026} caf\u{e9}\u{2019}".as_bytes().split_last().unwrap().1));
    assert!(message.contains("byte 18 on; most of it is UTF-8"), "{message}");
    assert!(message.contains("--encoding LABEL"));
}

#[test]
fn any_label_of_the_standard_names_an_encoding() {
    for (label, name) in [("latin1", "windows-1252"), (" Utf-16 ", "UTF-16LE"), ("sjis", "Shift_JIS")] {
        assert_eq!(encoding(label).name(), name);
        assert_eq!(encoding(encoding(label).name()), encoding(label), "a name is a label");
    }
}

#[test]
fn an_unknown_label_is_an_error_that_escapes_it_and_gives_examples() {
    let message = "utf-\u{1b}[31m9".parse::<Encoding>().unwrap_err().to_string();
    assert_eq!(
        message,
        r#"no encoding is called "utf-\u{1b}[31m9"; labels are for example windows-1252, utf-16le, shift_jis and gb18030"#
    );
    assert!("hz-gb-2312".parse::<Encoding>().is_err(), "a label that stands for no decoding at all");
}

#[test]
fn the_named_encoding_is_decoded_and_that_is_recorded() {
    let text = labelled(b"caf\xe9 \x80", "latin1").unwrap();
    assert_eq!((text.as_str(), text.has_bom(), text.is_reencoded()), ("caf\u{e9} \u{20ac}", false, true));
}

#[test]
fn the_mark_of_the_named_encoding_is_dropped() {
    let gb18030 = b"\x84\x31\x95\x33a";
    for (bytes, label) in
        [(&b"\xff\xfea\0"[..], "utf-16le"), (b"\xfe\xff\0a", "utf-16be"), (gb18030, "gb18030")]
    {
        let text = labelled(bytes, label).unwrap();
        assert_eq!((text.as_str(), text.has_bom()), ("a", false), "{label}");
    }
}

#[test]
fn the_mark_of_another_encoding_is_an_error_since_all_bytes_might_still_decode() {
    let message = message(labelled(b"\xfe\xff\0h\0i", "utf-16"));
    assert_eq!(
        message,
        "expected UTF-16LE, but byte 0 begins the byte order mark of UTF-16BE: try `--encoding UTF-16BE`"
    );
    assert!(labelled(b"\xef\xbb\xbfa", "windows-1252").is_err());
}

#[test]
fn bytes_that_the_named_encoding_does_not_know_are_an_error_with_their_offset() {
    let cases: [(&str, &[u8], u64); 6] = [
        ("shift_jis", b"ab\x81", 2),
        ("shift_jis", b"a\x81 b", 1),
        ("utf-16le", b"a\0\x3d\xd8b\0", 2),
        ("utf-16be", b"\0a\0", 2),
        ("euc-kr", b"abc\xff", 3),
        ("gb18030", b"abcd\x81\x30\x81x", 4),
    ];
    for (label, bytes, expected) in cases {
        match labelled(bytes, label) {
            Err(EncodingError::Malformed { offset, .. }) => assert_eq!(offset, expected, "{label}"),
            other => panic!("{label}: {other:?}"),
        }
    }
    assert_eq!(
        message(labelled(b"ab\x81", "shift_jis")),
        "not Shift_JIS from byte 2 on; another `--encoding LABEL` may fit"
    );
}

/// Gives its bytes in pieces of the lengths named, over and over.
struct Pieces<'a> {
    bytes: &'a [u8],
    lengths: &'a [usize],
    turn: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.turn += 1;
        let length = self.lengths[self.turn % self.lengths.len()].min(into.len());
        self.bytes.read(&mut into[..length])
    }
}

/// All that a stream gives before it ends, and the error it ends with.
fn drain(mut stream: impl Read) -> (Vec<u8>, Option<EncodingError>) {
    let mut all = Vec::new();
    let error = stream.read_to_end(&mut all).err();
    let inner = |error: io::Error| {
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        error.into_inner().unwrap().downcast::<EncodingError>().map(|error| *error).unwrap()
    };
    (all, error.map(inner))
}

#[test]
fn a_stream_gives_all_text_before_the_byte_that_does_not_decode_and_then_the_error_again_and_again() {
    let mut stream = Decoding::new(&b"one\ntwo\x81"[..], encoding("shift_jis"));
    let (text, error) = drain(&mut stream);
    let expected = EncodingError::Malformed { encoding: encoding("shift_jis"), offset: 7 };
    assert_eq!((text.as_slice(), error), (&b"one\ntwo"[..], Some(expected.clone())));
    assert_eq!(drain(&mut stream), (Vec::new(), Some(expected)));
}

#[test]
fn the_mark_of_a_stream_is_dropped_though_it_comes_in_pieces() {
    let bytes = b"\x84\x31\x95\x33a\x84\x31\x95\x33";
    let (text, error) =
        drain(Decoding::new(Pieces { bytes, lengths: &[3, 1], turn: 1 }, encoding("gb18030")));
    assert_eq!((String::from_utf8(text).unwrap().as_str(), error), ("a\u{feff}", None));
}

#[test]
fn a_utf8_stream_keeps_its_mark() {
    let (text, error) = drain(Decoding::new(&b"\xef\xbb\xbfa"[..], encoding("utf-8")));
    assert_eq!((text.as_slice(), error), (&b"\xef\xbb\xbfa"[..], None));
}

#[test]
fn a_stream_longer_than_any_buffer_comes_through() {
    let text = "d\u{e9}j\u{e0} \u{1f600}\n".repeat(50_000);
    let (decoded, error) = drain(Decoding::new(&*utf16(&text, u16::to_le_bytes), encoding("utf-16le")));
    assert_eq!(error, None);
    assert!(decoded == text.as_bytes());
}

proptest! {
    #[test]
    fn any_text_with_few_nuls_comes_through_utf8(text in "[^\0]*") {
        let (bom, rest) = text.strip_prefix('\u{feff}').map_or((false, text.as_str()), |rest| (true, rest));
        let read = utf8(text.as_bytes()).unwrap();
        prop_assert_eq!((read.has_bom(), read.as_str()), (bom, rest));
    }

    #[test]
    fn any_text_comes_through_utf16(text in "[^\0\u{feff}]*", mark: bool) {
        let marked = if mark { format!("\u{feff}{text}") } else { text.clone() };
        let little = labelled(&utf16(&marked, u16::to_le_bytes), "utf-16le").unwrap();
        prop_assert_eq!(little.as_str(), &text);
        let big = labelled(&utf16(&marked, u16::to_be_bytes), "utf-16be").unwrap();
        prop_assert_eq!(big.as_str(), &text);
    }

    #[test]
    fn any_bytes_decode_or_are_an_error_that_repeats_none_of_them(bytes: Vec<u8>, label in labels()) {
        for error in [utf8(&bytes).err(), labelled(&bytes, label).err()].into_iter().flatten() {
            prop_assert!(!error.to_string().contains(char::is_control));
        }
    }

    #[test]
    fn nothing_is_replaced_in_silence(bytes: Vec<u8>) {
        for label in ["shift_jis", "euc-kr", "big5", "iso-2022-jp", "windows-1253"] {
            if let Ok(text) = labelled(&bytes, label) {
                prop_assert!(!text.as_str().contains('\u{fffd}'), "{}", label);
            }
        }
    }

    #[test]
    fn a_stream_is_the_whole_in_whatever_pieces_it_comes(
        bytes in byte_strings(), lengths in prop::collection::vec(1..9usize, 1..4), label in labels(),
    ) {
        let stream = Decoding::new(Pieces { bytes: &bytes, lengths: &lengths, turn: 0 }, encoding(label));
        let (text, error) = drain(stream);
        match labelled(&bytes, label) {
            Ok(whole) => {
                prop_assert_eq!(error, None);
                let text = String::from_utf8(text).unwrap();
                let mark = if whole.has_bom() { "\u{feff}" } else { "" };
                prop_assert_eq!(text, format!("{mark}{}", whole.as_str()));
            }
            // a stream does not look for what only the whole tells
            Err(EncodingError::Nul { .. }) => prop_assert_eq!(error, None),
            Err(EncodingError::NotUtf8 { offset, .. }) => {
                let at = match error {
                    Some(EncodingError::Malformed { offset, .. }) => Some(offset),
                    Some(EncodingError::OtherMark { .. }) => Some(0),
                    _ => None,
                };
                prop_assert_eq!(at, Some(offset));
            }
            Err(whole) => prop_assert_eq!(error, Some(whole)),
        }
    }
}

fn labels() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "utf-8",
        "utf-16le",
        "utf-16be",
        "windows-1252",
        "shift_jis",
        "gb18030",
        "euc-kr",
        "iso-2022-jp",
        "big5",
    ])
}

/// Bytes that often begin with a mark and often decode.
fn byte_strings() -> impl Strategy<Value = Vec<u8>> {
    let marks: Vec<&[u8]> =
        vec![b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x84\x31\x95\x33", b"\x1b$B"];
    let rest = prop_oneof![
        any::<Vec<u8>>(),
        ".*".prop_map(String::into_bytes),
        prop::collection::vec(0x20..0x7fu8, 0..60)
    ];
    (prop::sample::select(marks), rest).prop_map(|(mark, rest)| [mark, &rest].concat())
}
