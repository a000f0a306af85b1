//! Compressed files: gzip and Zstandard around a text or around JSON Lines.
//!
//! Reading goes by the first bytes, for no text begins with them: they are no UTF-8. Writing goes by the name of the
//! file. Both are there with the feature `compression`; without it, what is compressed is refused in words.

#[cfg(feature = "compression")]
mod frames;
mod pack;
mod unpack;

pub use pack::Packing;
pub use unpack::unpack;

use std::ffi::OsStr;
use std::io;
use std::path::Path;

/// What is around a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Container {
    /// Nothing.
    #[default]
    None,
    /// gzip (RFC 1952), of one member or many.
    Gzip,
    /// Zstandard (RFC 8878), of one frame or many.
    Zstd,
}

impl Container {
    /// By the extension of a file's name, in any case: `.gz` and `.zst`.
    pub fn of(path: &Path) -> Self {
        let extension = path.extension().unwrap_or(OsStr::new(""));
        match extension.to_ascii_lowercase().to_str() {
            Some("gz") => Self::Gzip,
            Some("zst") => Self::Zstd,
            _ => Self::None,
        }
    }

    /// By the first bytes.
    pub fn by_magic(start: &[u8]) -> Self {
        if start.starts_with(&[0x1f, 0x8b]) {
            Self::Gzip
        } else if start.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
            Self::Zstd
        } else {
            Self::None
        }
    }

    /// The name of what is in a file: `a.jsonl` for `a.jsonl.gz`.
    pub fn content(path: &Path) -> &Path {
        let stem = path.file_stem().map(Path::new);
        stem.filter(|_| Self::of(path) != Self::None).unwrap_or(path)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "not compressed",
            Self::Gzip => "gzip",
            Self::Zstd => "Zstandard",
        }
    }
}

/// What is compressed, in a build without the feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is {}, which this build cannot read or write: unpack it, or install with `--features compression`", .0.name())]
pub struct NotBuiltIn(pub Container);

impl From<NotBuiltIn> for io::Error {
    fn from(error: NotBuiltIn) -> Self {
        Self::new(io::ErrorKind::Unsupported, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_what_is_in_it() {
        for (path, container, content) in [
            ("a/b.jsonl.gz", Container::Gzip, "b.jsonl"),
            ("b.txt.ZST", Container::Zstd, "b.txt"),
            ("a/b.jsonl", Container::None, "a/b.jsonl"),
            (".gz", Container::None, ".gz"),
        ] {
            assert_eq!(
                (Container::of(Path::new(path)), Container::content(Path::new(path))),
                (container, Path::new(content))
            );
        }
    }

    #[test]
    fn no_text_begins_as_what_is_compressed() {
        for magic in [&[0x1f, 0x8b][..], &[0x28, 0xb5, 0x2f, 0xfd]] {
            assert_ne!(Container::by_magic(magic), Container::None);
            assert!(str::from_utf8(magic).is_err());
        }
    }
}
