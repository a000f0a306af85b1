//! Compressed files: cleaned inside and packed as they were, or refused in words by a build that cannot.

#![allow(clippy::unwrap_used)] // the lints know tests, but not their helpers

mod command;

use command::{fed, unscrape};
use std::fs;
use tempfile::TempDir;

/// `One.\n![]()\nTwo.\n`, as `gzip -n` packs it.
const GZIP: &[u8] = &[
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xf3, 0xcf, 0x4b, 0xd5, 0xe3, 0x52, 0x8c,
    0x8e, 0xd5, 0xd0, 0xe4, 0x0a, 0x29, 0xcf, 0xd7, 0xe3, 0x02, 0x00, 0x21, 0xf9, 0x47, 0x8f, 0x10, 0x00,
    0x00, 0x00,
];

#[cfg(not(feature = "compression"))]
#[test]
fn without_the_feature_it_is_refused_and_stays() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt.gz"), GZIP).unwrap();
    let ran = unscrape(folder.path(), &["--write", "a.txt.gz"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("is gzip, which this build cannot read or write"), "{}", ran.stderr);
    assert_eq!(fs::read(folder.path().join("a.txt.gz")).unwrap(), GZIP);
    // where a folder is named, it is passed over
    assert_eq!(unscrape(folder.path(), &["--write", "."]).status, 0);
    // by its first bytes, whatever it is called
    assert_eq!(fed(folder.path(), &[], GZIP).status, 2);
    let ran = fed(folder.path(), &["-o", "b.txt.zst"], b"One.\n");
    assert_eq!(ran.status, 2);
    assert!(!folder.path().join("b.txt.zst").exists());
}

#[cfg(feature = "compression")]
mod with_the_feature {
    use super::*;
    use std::fmt::Write;
    use std::io::Read;
    use std::path::Path;
    use unscrape::container::{Container, unpack};

    /// Records with something to clean in each.
    fn records(count: usize) -> String {
        (0..count).fold(String::new(), |mut all, number| {
            let _ = writeln!(all, r#"{{"id":{number},"text":"One {number}.\n![]()\nTwo."}}"#);
            all
        })
    }

    /// What is in a file, and what is around it.
    fn content(path: &Path) -> (Container, String) {
        let (container, mut read) = unpack(Box::new(fs::File::open(path).unwrap())).unwrap();
        let mut text = String::new();
        read.read_to_string(&mut text).unwrap();
        (container, text)
    }

    #[test]
    fn what_another_tool_packed_is_read() {
        let folder = TempDir::new().unwrap();
        assert_eq!(fed(folder.path(), &[], GZIP).text(), "One.\nTwo.\n");
        assert_eq!(fed(folder.path(), &[], &[GZIP, GZIP].concat()).text(), "One.\nTwo.\nOne.\nTwo.\n");
    }

    #[test]
    fn a_file_is_cleaned_in_place_and_packed_as_it_was() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("a.jsonl"), records(3000)).unwrap();
        for (name, container) in [("a.jsonl.gz", Container::Gzip), ("a.jsonl.zst", Container::Zstd)] {
            let path = folder.path().join(name);
            // packed, without a change
            assert_eq!(
                unscrape(folder.path(), &["a.jsonl", "--only", "none", "--duplicates", "off", "-o", name])
                    .status,
                0
            );
            assert_eq!(content(&path), (container, records(3000)));
            assert_eq!(unscrape(folder.path(), &["--check", name]).status, 1);
            assert_eq!(unscrape(folder.path(), &["--write", name]).status, 0);
            assert_eq!(content(&path), (container, records(3000).replace("![]()\\n", "")));
            assert_eq!(unscrape(folder.path(), &["--check", name]).status, 0);
        }
        let [plain, gzip] =
            [&["a.jsonl"][..], &["a.jsonl.gz"]].map(|args| unscrape(folder.path(), args).stdout);
        assert_eq!(plain, gzip, "to a pipe goes what is in it");
    }

    #[test]
    fn a_change_far_down_keeps_what_is_before_it() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a.jsonl.zst");
        let clean = records(2000).replace("![]()\\n", "");
        let args = ["--format", "jsonl", "-o", "a.jsonl.zst", "--only", "none", "--duplicates", "off"];
        assert_eq!(fed(folder.path(), &args, format!("{clean}{}", records(1)).as_bytes()).status, 0);
        assert_eq!(unscrape(folder.path(), &["--write", "a.jsonl.zst"]).status, 0);
        assert_eq!(content(&path).1, clean + &records(1).replace("![]()\\n", ""));
    }

    #[test]
    fn what_is_cut_or_broken_is_an_error_and_stays() {
        let folder = TempDir::new().unwrap();
        for name in ["a.jsonl.gz", "a.jsonl.zst", "a.txt.gz", "a.txt.zst"] {
            let args = ["--format", "jsonl", "-o", name, "--only", "none", "--duplicates", "off"];
            assert_eq!(fed(folder.path(), &args, records(1000).as_bytes()).status, 0);
            let path = folder.path().join(name);
            let whole = fs::read(&path).unwrap();
            let mut broken = whole.clone();
            broken[whole.len() / 2] ^= 0x55;
            for bytes in [whole[..whole.len() / 2].to_vec(), whole[..5].to_vec(), broken] {
                fs::write(&path, &bytes).unwrap();
                let ran = unscrape(folder.path(), &["--write", name]);
                assert_eq!(ran.status, 2, "{name}: {}", ran.stderr);
                assert_eq!(fs::read(&path).unwrap(), bytes);
                let is_cut = bytes.len() < whole.len();
                assert!(!is_cut || ran.stderr.contains("it is cut off"), "{name}: {}", ran.stderr);
            }
        }
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let folder = TempDir::new().unwrap();
        let args = ["-o", "a.txt.gz", "--only", "none"];
        assert_eq!(fed(folder.path(), &args, &vec![b'a'; 3 << 20]).status, 0);
        let ran = unscrape(folder.path(), &["--max-bytes", "1M", "a.txt.gz"]);
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains("1M"), "{}", ran.stderr);
    }

    #[test]
    fn a_ledger_keeps_no_compressed_file() {
        let folder = TempDir::new().unwrap();
        for (name, format) in [("a.txt.gz", "text"), ("a.jsonl.gz", "jsonl")] {
            let args = ["--format", format, "-o", name, "--only", "none"];
            assert_eq!(fed(folder.path(), &args, records(1).as_bytes()).status, 0);
            let before = fs::read(folder.path().join(name)).unwrap();
            let ran = unscrape(folder.path(), &["--write", "--ledger", "l.jsonl", name]);
            assert_eq!(ran.status, 2);
            assert!(ran.stderr.contains("a ledger does not lead back to that"), "{}", ran.stderr);
            assert_eq!(fs::read(folder.path().join(name)).unwrap(), before);
        }
    }
}
