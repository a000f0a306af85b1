//! An object as its members, one after the other.

use crate::scan;
use serde::Deserialize;
use serde_json::value::RawValue;

/// Reads the members of an object.
///
/// A record is little but one long string, which is passed over many bytes at a time here. Values of other kinds are left
/// to `serde_json`, and so is to say what is wrong with what is no JSON.
pub(super) struct Members<'a> {
    json: &'a str,
    at: usize,
}

impl<'a> Members<'a> {
    /// Shows each key, with its quotes, and its value to `member`. Nothing if `object` is not one object, with or without
    /// spaces around it, that is JSON to its end. Values are skipped without recursion, so their depth does not matter.
    pub(super) fn each(object: &'a str, mut member: impl FnMut(&'a str, &'a str)) -> Option<()> {
        let mut members = Self { json: object, at: 0 };
        members.pass(b'{')?;
        if members.pass(b'}').is_none() {
            loop {
                let key = members.string()?;
                members.pass(b':')?;
                member(key, members.value()?);
                if members.pass(b',').is_none() {
                    break members.pass(b'}')?;
                }
            }
        }
        members.peek().is_none().then_some(())
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.json.as_bytes()[self.at..];
        let spaces = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.at += spaces;
        rest.get(spaces).copied()
    }

    /// Passes over `sign`, if it comes next.
    fn pass(&mut self, sign: u8) -> Option<()> {
        (self.peek()? == sign).then(|| self.at += 1)
    }

    fn value(&mut self) -> Option<&'a str> {
        if self.peek()? == b'"' {
            return self.string();
        }
        let mut reader = serde_json::Deserializer::from_str(&self.json[self.at..]);
        let value = <&RawValue>::deserialize(&mut reader).ok()?.get();
        self.at += value.len();
        Some(value)
    }

    /// The string that comes next, with its quotes.
    fn string(&mut self) -> Option<&'a str> {
        self.pass(b'"')?;
        let bytes = self.json.as_bytes();
        let start = self.at - 1;
        loop {
            let rest = &bytes[self.at..];
            match rest.first()? {
                b'"' => break,
                b'\\' => self.at += escape(rest)?,
                _ => self.at += memchr::memchr2(b'"', b'\\', rest)?,
            }
        }
        self.at += 1;
        let string = &self.json[start..self.at];
        scan::first(string.as_bytes(), |byte| byte < b' ').is_none().then_some(string)
    }
}

/// How long the escape is with which `rest` begins. Whether it is half of a surrogate pair does not matter here.
fn escape(rest: &[u8]) -> Option<usize> {
    match rest.get(1)? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(2),
        b'u' => rest.get(2..6)?.iter().all(u8::is_ascii_hexdigit).then_some(6),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserializer;
    use serde::de::{MapAccess, Visitor};
    use std::fmt;

    const OBJECTS: [&str; 7] = [
        r#"{"a":"b\n\u00e9\"","c":[1,-2.5e3,{"d":null}],"":true}"#,
        r#" { "one" : "two" , "\ud83d" : "\/\\" } "#,
        "{}",
        r#"{"a":0}"#,
        r#"{"é":"日本","b":"long enough for more than one question at once: thirty-two bytes"}"#,
        r#"{"a":"\uD83D\uDE00","b":{"a":"x"},"c":"]}"}"#,
        r#"[{"a":"b"}]"#,
    ];

    /// All members, as `serde_json` reads them: raw, for a key may hold half of a surrogate pair.
    struct Raw<'a>(Vec<(&'a str, &'a str)>);

    impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Self(Vec::new()))
        }
    }

    impl<'de: 'a, 'a> Visitor<'de> for Raw<'a> {
        type Value = Self;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
            while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
                self.0.push((key.get(), value.get()));
            }
            Ok(self)
        }
    }

    #[track_caller]
    fn assert_same(json: &str) {
        let mut members = Vec::new();
        let read = Members::each(json, |key, value| members.push((key, value)));
        let expected = serde_json::from_str::<Raw>(json).ok();
        assert_eq!(read.map(|()| members), expected.map(|raw| raw.0), "{json:?}");
    }

    #[test]
    fn the_same_is_found_as_by_serde_json() {
        let signs = [
            "\"", "\\", "\\u", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", " ", "\n", "\u{1}", "x",
            "null",
        ];
        for object in OBJECTS {
            assert_same(object);
            for (at, char) in object.char_indices() {
                let (before, after) = (&object[..at], &object[at + char.len_utf8()..]);
                assert_same(before);
                assert_same(&format!("{before}{after}"));
                for sign in signs {
                    assert_same(&format!("{before}{sign}{after}"));
                    assert_same(&format!("{before}{sign}{char}{after}"));
                }
            }
        }
    }

    #[test]
    fn depth_does_not_matter() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(Members::each(&deep, |_, _| ()).is_some());
    }
}
