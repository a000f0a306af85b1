//! The command on real files: bytes that a snapshot of text cannot show, and what happens beside the files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn unscrape(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_unscrape")).current_dir(folder).args(args).output().unwrap()
}

fn filter(args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unscrape"));
    let command = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || {
        // the command may stop reading early
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

#[test]
fn line_ends_byte_order_marks_and_a_missing_last_line_end_are_kept() {
    for (dirty, clean) in [
        ("One.\r\n![]()\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        ("One.\r\n![]()\r\nTwo.", "One.\r\nTwo."),
        ("\u{feff}One.\n![]()\nTwo.", "\u{feff}One.\nTwo."),
        ("\u{feff}", "\u{feff}"),
        ("", ""),
        ("\n", "\n"),
        ("![]()", ""),
    ] {
        let output = filter(&[], dirty.as_bytes());
        assert_eq!(String::from_utf8(output.stdout).unwrap(), clean, "{dirty:?}");
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn every_byte_of_a_record_outside_the_edited_words_stays() {
    let dirty =
        "{ \"n\":1.0,\t\"text\" : \"One\\u002e\\n![]()\\nTw\\/o \\ud83d\\ude00\" ,\"x\":\"\\u00e9\"}\r\n";
    let output = filter(&["--format", "jsonl"], dirty.as_bytes());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), dirty.replace("![]()\\n", ""));
}

#[test]
fn the_sample_of_records_comes_out_as_it_should_byte_for_byte() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let dirty = fs::read(samples.join("records.dirty.jsonl")).unwrap();
    let clean = fs::read(samples.join("records.clean.jsonl")).unwrap();
    let read = |output: Output| String::from_utf8(output.stdout).unwrap();
    let cleaned = read(filter(&["--format", "jsonl"], &dirty));
    for (number, (line, wanted)) in cleaned.lines().zip(str::from_utf8(&clean).unwrap().lines()).enumerate() {
        assert_eq!(line, wanted, "record {}", number + 1);
    }
    assert!(cleaned.as_bytes() == clean);
    assert!(read(filter(&["--format", "jsonl"], &clean)).as_bytes() == clean);
}

#[test]
fn the_diff_of_a_record_shows_its_text_and_not_its_escapes() {
    let records = "{\"text\":\"One.\"}\n{\"text\":\"One.\\n![]()\\nTwo.\\n\"}\n";
    let output = filter(&["--format", "jsonl", "--diff", "--stdin-filename", "a.jsonl"], records.as_bytes());
    let expected = "--- a.jsonl:2\n+++ a.jsonl:2\n@@ -1,3 +1,2 @@ empty-image\n One.\n-![]()\n Two.\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_closed_pipe_is_silent() {
    let text = "Nothing is wrong with this line.\n".repeat(100_000);
    let mut command = Command::new(env!("CARGO_BIN_EXE_unscrape"));
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || {
        let _ = stdin.write_all(text.as_bytes());
    });
    let mut few = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut few).unwrap();
    feeder.join().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{:?}", output.status);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_clean_file_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("a.txt", "All is well.\n"), ("b.jsonl", "{\"text\":\"All is well.\"}\n")] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
        let output = unscrape(folder.path(), &["--write", name]);
        assert!(output.status.success() && output.stdout.is_empty());
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), old);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no other file");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_the_mode_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    fs::write(&file, "One.\n![]()\n").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("a.txt", &link).unwrap();
    assert!(unscrape(folder.path(), &["--write", "b.txt"]).status.success());
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), "One.\n");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn the_result_does_not_depend_on_the_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let mut records = String::new();
    for n in 0..3000 {
        let text =
            format!("Paragraph {n} says that they waited for hours.Then it came &amp; went.\\n![]()\\nDone.");
        writeln!(records, "{{\"text\":\"{text}\",\"n\":{n}}}").unwrap();
        if n < 150 {
            fs::write(folder.path().join(format!("{n}.txt")), text.replace("\\n", "\n")).unwrap();
        }
    }
    let one = filter(&["--format", "jsonl", "-j", "1"], records.as_bytes());
    let three = filter(&["--format", "jsonl", "-j", "3"], records.as_bytes());
    assert!(one.status.success() && one.stdout == three.stdout);
    let one = unscrape(folder.path(), &["--diff", "-j", "1", "."]);
    let three = unscrape(folder.path(), &["--diff", "-j", "3", "."]);
    assert_eq!(one.status.code(), Some(1));
    assert!(one.stdout == three.stdout);
}

#[test]
fn a_terminal_escape_in_a_name_or_a_text_is_never_told_raw() {
    let folder = tempfile::tempdir().unwrap();
    let name = "a\u{1b}[2J\n.txt";
    fs::write(folder.path().join(name), "One \u{1b}[31mred\u{7} word.\n").unwrap();
    let told = unscrape(folder.path(), &["--check", "-v", name]);
    assert_eq!(told.status.code(), Some(1));
    let told = [told.stdout, told.stderr].concat();
    assert!(!told.contains(&0x1b) && !told.contains(&7), "{}", String::from_utf8_lossy(&told));
    let told = unscrape(folder.path(), &["--diff", name]);
    assert_eq!(told.status.code(), Some(1));
    assert!(!told.stdout.contains(&0x1b), "the log of a hook ends up on a terminal");
    let told = unscrape(folder.path(), &["--check", "no\u{1b}[2Jwhere"]);
    assert!(!told.stderr.contains(&0x1b));
}

#[test]
fn files_are_written_and_statuses_kept_when_nobody_reads_what_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..600 {
        fs::write(folder.path().join(format!("{n}-{}.txt", "long".repeat(40))), "One.\n![]()\nTwo.\n")
            .unwrap();
    }
    let closed = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unscrape"));
        let command = command.current_dir(folder.path()).args(args).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        child.wait().unwrap().code()
    };
    assert_eq!(closed(&["--check", "."]), Some(1));
    assert_eq!(closed(&["--write", "."]), Some(0));
    let dirty = fs::read_dir(folder.path())
        .unwrap()
        .filter(|entry| fs::read_to_string(entry.as_ref().unwrap().path()).unwrap().contains("![]()"));
    assert_eq!(dirty.count(), 0);
}

#[test]
fn a_text_is_not_decoded_twice() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("a.txt", &b"caf\xe9 noir\n"[..]), ("b.jsonl", b"{\"text\":\"caf\xe9 noir\"}\n")] {
        fs::write(folder.path().join(name), bytes).unwrap();
        let args = ["--write", "--encoding", "windows-1252", name];
        assert!(unscrape(folder.path(), &args).status.success());
        let once = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(once.contains("café noir"), "{once}");
        assert_eq!(unscrape(folder.path(), &args).status.code(), Some(2), "refused: it is UTF-8 already");
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), once);
    }
}

#[test]
fn ascii_is_the_same_in_most_encodings_and_not_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), "{\"text\":\"plain\"}\n").unwrap();
    let output = unscrape(folder.path(), &["--check", "--encoding", "latin1", "a.jsonl"]);
    assert_eq!((output.status.code(), output.stdout), (Some(0), Vec::new()));
}

#[test]
fn a_diff_says_so_where_only_the_encoding_changes() {
    let output = filter(&["--diff", "--encoding", "windows-1252"], b"caf\xe9 noir\n");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "<stdin>: re-encoded as UTF-8\n");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_diff_of_a_file_with_a_byte_order_mark_shows_the_mark() {
    let output = filter(&["--diff"], "\u{feff}One.\n![]()\n".as_bytes());
    let expected = "--- <stdin>\n+++ <stdin>\n@@ -1,2 +1,1 @@ empty-image\n \\u{feff}One.\n-![]()\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn an_edit_that_json_cannot_hold_is_told_nowhere() {
    let output = filter(&["--format", "jsonl", "--check", "-v"], br#"{"text":"One \ud83d![]()\ude00 two"}"#);
    assert_eq!((output.status.code(), output.stdout, output.stderr), (Some(0), Vec::new(), Vec::new()));
}

#[test]
fn the_output_is_never_the_file_that_is_piped_in() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "One.\n![]()\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_unscrape"));
    let command = command.current_dir(folder.path()).args(["-o", "a.txt"]);
    let output = command.stdin(fs::File::open(folder.path().join("a.txt")).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    for device in ["-", "/dev/stdout"] {
        assert_eq!(unscrape(folder.path(), &["a.txt", "-o", device]).status.code(), Some(2), "{device}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("a.txt")).unwrap(), "One.\n![]()\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_removed_copy_is_told_where_it_stands() {
    let copy = "The night ferry to Orsund came in four hours late on Tuesday.";
    let output = filter(&["-v"], format!("{copy}\n\n{copy}\n").as_bytes());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("<stdin>:3:1: duplicate-paragraph: removed"), "{told}");
}
