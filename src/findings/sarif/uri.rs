//! Names of files as URIs.

use std::fmt::Write;
use std::path::{Component, Path};

/// A relative URI for a relative path, `file:` for an absolute one.
pub(super) fn of(path: &str) -> String {
    let mut parts = Vec::new();
    let mut root = "";
    for part in Path::new(path).components() {
        match part {
            Component::RootDir => root = "file:///",
            Component::CurDir => {}
            Component::ParentDir => parts.push("..".to_owned()),
            Component::Prefix(prefix) => parts.push(encode(&prefix.as_os_str().to_string_lossy())),
            Component::Normal(name) => parts.push(encode(&name.to_string_lossy())),
        }
    }
    format!("{root}{}", parts.join("/"))
}

/// Everything but what stands for itself in every part of a URI.
fn encode(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        // writing to a String does not fail
        let _ = match byte {
            b'-' | b'.' | b'_' | b'~' => encoded.write_char(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => encoded.write_char(char::from(byte)),
            byte => write!(encoded, "%{byte:02X}"),
        };
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn names_are_percent_encoded() {
        assert_eq!(of("a b/é%.txt"), "a%20b/%C3%A9%25.txt");
        assert_eq!(of("c:d#1?.txt"), "c%3Ad%231%3F.txt");
        assert_eq!(of("<stdin>"), "%3Cstdin%3E");
    }

    #[test]
    fn relative_stays_relative() {
        assert_eq!(of("./a/./b.txt"), "a/b.txt");
        assert_eq!(of(".//a.txt"), "a.txt");
        assert_eq!(of("../a.txt"), "../a.txt");
        assert_eq!(of("/tmp/a.txt"), "file:///tmp/a.txt");
    }
}
