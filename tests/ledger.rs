//! `--ledger` and `unscrape restore` on real files and pipes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod command;

use command::{Ran, fed, unscrape};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const DIRTY: &str = "One.\n![]()\nTwo.\n";
const CLEAN: &str = "One.\nTwo.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn read(folder: &TempDir, name: &str) -> Vec<u8> {
    fs::read(folder.path().join(name)).unwrap()
}

fn text(folder: &TempDir, name: &str) -> String {
    String::from_utf8(read(folder, name)).unwrap()
}

/// Runs the command and says what it told on standard output, if all went well.
fn ok(folder: &TempDir, args: &[&str]) -> String {
    let ran = unscrape(folder.path(), args);
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{args:?}");
    ran.text()
}

/// Runs the command and says what it complained of.
fn refused(folder: &TempDir, args: &[&str]) -> String {
    let ran = unscrape(folder.path(), args);
    assert_eq!(ran.status, 2, "{args:?}: {ran:?}");
    ran.stderr
}

#[test]
fn a_folder_is_cleaned_and_restored_in_place() {
    let files: [(&str, &[u8]); 5] = [
        ("a/one.txt", DIRTY.as_bytes()),
        ("a/two.md", b"\xef\xbb\xbfOne.\r\n![]()\r\nTwo &amp; three."),
        ("a/clean.txt", b"It was late.\n"),
        ("a/records.jsonl", b"{\"n\":1.0,\"text\":\"One.\\n![]()\\nTw\\u006f\"}\n{\"text\":\"x\"}\r\n"),
        ("a/sub/three.txt", b"![]()"),
    ];
    let folder = folder(&files);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "a"]);
    assert_eq!(read(&folder, "a/two.md"), b"\xef\xbb\xbfOne.\r\nTwo & three.");
    assert_eq!(read(&folder, "a/sub/three.txt"), b"");
    let told = ok(&folder, &["restore", "--ledger", "l.jsonl", "a"]);
    assert_eq!(
        told,
        "a/one.txt: restored, run 1 undone\na/records.jsonl: restored, run 1 undone\n\
         a/sub/three.txt: restored, run 1 undone\na/two.md: restored, run 1 undone\n"
    );
    for (name, bytes) in files {
        assert_eq!(read(&folder, name), bytes, "{name}");
    }
    assert_eq!(ok(&folder, &["restore", "--ledger", "l.jsonl", "a", "a/one.txt"]), "", "originals are left");
}

#[test]
fn what_went_through_a_pipe_comes_back_through_one() {
    let folder = folder(&[]);
    for (format, dirty) in [
        ("text", DIRTY),
        ("text", "It was clean.\n"),
        ("text", ""),
        (
            "jsonl",
            "{\"text\":\"One.\\n![]()\\nTwo.\"}\n{\"text\":\"clean\"}\n{\"text\":\"One.\\n![]()\\nTwo.\"}",
        ),
    ] {
        let filter = |args: &[&str], input: &[u8]| {
            let ran = fed(folder.path(), args, input);
            assert_eq!((ran.status, &*ran.stderr), (0, ""));
            ran.stdout
        };
        let cleaned = filter(&["--format", format, "--ledger", "l.jsonl"], dirty.as_bytes());
        assert_eq!(filter(&["restore", "--ledger", "l.jsonl"], &cleaned), dirty.as_bytes());
        assert_eq!(filter(&["restore", "--ledger", "l.jsonl", "-"], dirty.as_bytes()), dirty.as_bytes());
    }
}

#[test]
fn a_pipe_may_lead_from_cleaning_to_restoring() {
    let folder = folder(&[("a.txt", DIRTY.repeat(100).as_bytes())]);
    let script = "\"$0\" --ledger l.jsonl < a.txt | \"$0\" restore --ledger l.jsonl";
    let mut shell = std::process::Command::new("sh");
    let ran = shell.current_dir(folder.path()).args(["-c", script, env!("CARGO_BIN_EXE_unscrape")]).output();
    assert_eq!(Ran::from(ran.unwrap()).text(), DIRTY.repeat(100));
}

#[test]
fn bytes_of_other_encodings_come_back() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (encoding, bytes) in [
        ("windows-1252", b"caf\xe9 noir\n![]()\n\x93Two\x94\n".to_vec()),
        ("utf-16le", utf16("\u{feff}One é 😀.\n![]()\nTwo.\n")),
        ("utf-16le", utf16("One é.\n![]()\nTwo.\n")),
        ("shift_jis", b"\x93\xfa\x96{\n![]()\n\x96{\n".to_vec()),
        // NEC's row of a character that the encoder spells in IBM's
        ("shift_jis", b"\x93\xfa\xed\x40\n![]()\nTwo.\xed\x41\n".to_vec()),
        ("iso-2022-jp", b"\x1b$BF|K\\\x1b(J\n![]()\nTwo.\n".to_vec()),
        ("gb18030", b"\x84\x31\x95\x33\xc4\xe3\n![]()\n\xba\xc3\n".to_vec()),
    ] {
        let folder = folder(&[("a.txt", &bytes)]);
        ok(&folder, &["-w", "--ledger", "l.jsonl", "--encoding", encoding, "a.txt"]);
        assert!(!text(&folder, "a.txt").contains("![]()"), "{encoding}");
        // a second run, over what is UTF-8 now
        let more = text(&folder, "a.txt").replace('\n', "\n\n\n\n\n");
        fs::write(folder.path().join("b.txt"), more).unwrap();
        ok(&folder, &["-w", "--ledger", "l.jsonl", "a.txt", "b.txt"]);
        ok(&folder, &["restore", "--ledger", "l.jsonl", "a.txt"]);
        assert_eq!(read(&folder, "a.txt"), bytes, "{encoding}");
    }
}

#[test]
fn records_of_another_encoding_come_back_or_are_refused_before_they_are_written() {
    let bytes = b"{\"text\":\"caf\xe9\\n![]()\\nnoir\"}\n{\"text\":\"\xe9t\xe9\"}\n";
    let files = folder(&[("a.jsonl", bytes)]);
    ok(&files, &["-w", "--ledger", "l.jsonl", "--encoding", "latin1", "a.jsonl"]);
    assert_eq!(text(&files, "a.jsonl"), "{\"text\":\"café\\nnoir\"}\n{\"text\":\"été\"}\n");
    ok(&files, &["restore", "--ledger", "l.jsonl", "a.jsonl"]);
    assert_eq!(read(&files, "a.jsonl"), bytes);

    let bytes = b"{\"text\":\"\x93\xfa\xed\x40\\n![]()\\n\"}\n";
    let files = folder(&[("a.jsonl", bytes)]);
    let told = refused(&files, &["-w", "--ledger", "l.jsonl", "--encoding", "shift_jis", "a.jsonl"]);
    assert!(told.contains("several spellings of what stands at byte 11"), "{told}");
    assert_eq!(read(&files, "a.jsonl"), bytes);
}

#[test]
fn a_file_that_was_changed_since_is_refused_and_left() {
    for (name, dirty) in
        [("a.txt", DIRTY), ("a.jsonl", "{\"n\":1,\"text\":\"One.\\n![]()\\nTwo.\"}\n{\"text\":\"x\"}\n")]
    {
        let folder = folder(&[(name, dirty.as_bytes())]);
        ok(&folder, &["-w", "--ledger", "l.jsonl", name]);
        let changed = format!("{} ", text(&folder, name));
        fs::write(folder.path().join(name), &changed).unwrap();
        for args in [&["restore", "--ledger", "l.jsonl", name][..], &["restore", "--ledger", "l.jsonl", "."]]
        {
            let told = refused(&folder, args);
            assert!(told.contains(&format!("{name}: was changed since run 1 cleaned it")), "{told}");
            assert_eq!(text(&folder, name), changed);
        }
        let ran = fed(folder.path(), &["restore", "--ledger", "l.jsonl"], changed.as_bytes());
        assert_eq!((ran.status, &*ran.stdout), (2, &b""[..]));
        assert!(ran.stderr.contains("no record of it"), "{}", ran.stderr);
    }
}

#[test]
fn one_file_that_fails_does_not_stop_the_others() {
    let folder = folder(&[("a.txt", DIRTY.as_bytes()), ("b.txt", b"Three.\n![]()\n")]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "."]);
    fs::write(folder.path().join("a.txt"), "changed").unwrap();
    refused(&folder, &["restore", "--ledger", "l.jsonl", "a.txt", "b.txt"]);
    assert_eq!((&*text(&folder, "a.txt"), &*text(&folder, "b.txt")), ("changed", "Three.\n![]()\n"));
}

#[test]
fn a_folder_may_hold_files_that_the_ledger_does_not_know() {
    let folder = folder(&[("a.txt", DIRTY.as_bytes())]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "."]);
    fs::write(folder.path().join("new.txt"), "New.\n").unwrap();
    let ran = unscrape(folder.path(), &["restore", "--ledger", "l.jsonl", "."]);
    assert_eq!(
        (ran.status, &*ran.stderr),
        (0, "1 file was left that the ledger does not know; -v names it\n")
    );
    assert_eq!(ran.text(), "./a.txt: restored, run 1 undone\n");
    let told = refused(&folder, &["restore", "--ledger", "l.jsonl", "new.txt"]);
    assert!(told.contains("new.txt: the ledger holds no record of it"), "{told}");
}

#[test]
fn rules_are_put_back_one_by_one_and_runs_too() {
    let dirty = "One.\n![]()\nIt was so for a week.LeFevre blamed the tides.\nAdvertisement\n";
    let folder = folder(&[("a.txt", dirty.as_bytes())]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "--disable", "glued-sentence", "a.txt"]);
    let after_first = text(&folder, "a.txt");
    ok(&folder, &["-w", "--ledger", "l.jsonl", "a.txt"]);
    let after_second = text(&folder, "a.txt");
    let told =
        ok(&folder, &["restore", "--ledger", "l.jsonl", "--only", "advertisement,empty-image", "a.txt"]);
    assert_eq!(told, "a.txt: put back empty-image 1, advertisement 1\n");
    assert_eq!(text(&folder, "a.txt"), dirty.replace("week.Le", "week. Le"));
    ok(&folder, &["restore", "--ledger", "l.jsonl", "--run", "3", "a.txt"]);
    assert_eq!(text(&folder, "a.txt"), after_second, "run 3 put something back");
    ok(&folder, &["restore", "--ledger", "l.jsonl", "--run", "2", "a.txt"]);
    assert_eq!(text(&folder, "a.txt"), after_first);
    ok(&folder, &["restore", "--ledger", "l.jsonl", "a.txt"]);
    assert_eq!(text(&folder, "a.txt"), dirty);
    let told = refused(&folder, &["restore", "--ledger", "l.jsonl", "--run", "9", "a.txt"]);
    assert!(told.contains("there is no run 9, the last one is 3"), "{told}");
    let told = refused(&folder, &["restore", "--ledger", "l.jsonl", "--only", "empty-imag", "a.txt"]);
    assert!(told.contains("did you mean \"empty-image\"?"), "{told}");
}

#[test]
fn a_part_comes_back_in_records_and_through_a_pipe_too() {
    let dirty = "{\"text\":\"One.\\n![]()\\nAdvertisement\"}\n{\"text\":\"Two.\\n![]()\\n\"}\n";
    let folder = folder(&[]);
    let filter = |args: &[&str], input: &[u8]| fed(folder.path(), args, input).text();
    let cleaned = filter(&["--format", "jsonl", "--ledger", "l.jsonl"], dirty.as_bytes());
    let part = filter(&["restore", "--ledger", "l.jsonl", "--only", "empty-image"], cleaned.as_bytes());
    assert_eq!(part, "{\"text\":\"One.\\n![]()\\nAdvertisement\"}\n{\"text\":\"Two.\\n![]()\\n\"}\n");
    let part = filter(&["restore", "--ledger", "l.jsonl", "--only", "advertisement"], cleaned.as_bytes());
    assert_eq!(filter(&["restore", "--ledger", "l.jsonl"], part.as_bytes()), dirty);
}

#[test]
fn records_that_have_left_their_file_are_found_one_by_one() {
    let dirty = [
        "{\"text\":\"One.\\n![]()\\nTwo.\"}\n",
        "{\"text\":\"clean\"}\n",
        "{\"text\":\"One.\\nAdvertisement\\nTwo.\"}\n",
        "{\"text\":\"Three &amp; four\"}\n",
    ];
    let folder = folder(&[("a.jsonl", dirty.concat().as_bytes())]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "a.jsonl"]);
    let cleaned = text(&folder, "a.jsonl");
    let lines: Vec<&str> = cleaned.split_inclusive('\n').collect();
    let restore = |args: &[&str], input: &str| {
        let args = [&["restore", "--ledger", "l.jsonl", "--format", "jsonl"], args].concat();
        fed(folder.path(), &args, input.as_bytes())
    };
    let with_more = lines[3].replace('}', ",\"n\":1}");
    assert_eq!(restore(&[], lines[3]).text(), dirty[3]);
    assert_eq!(restore(&[], dirty[3]).text(), dirty[3], "an original is left");
    assert_eq!(restore(&[], &with_more).text(), dirty[3].replace('}', ",\"n\":1}"));
    // the first and the third were cleaned to the same: the number decides, if the name is the same
    let ran = restore(&[], lines[0]);
    assert_eq!((ran.status, ran.stdout.len()), (2, 0));
    assert!(ran.stderr.contains(
        "different texts were cleaned to this one, and which of them it was is not known (a.jsonl:1, a.jsonl:3)"
    ));
    let named = ["--stdin-filename", "a.jsonl"];
    assert_eq!(restore(&named, lines[0]).text(), dirty[0]);
    // one that cleaning had left is not known by itself
    let ran = restore(&named, &[lines[0], lines[1]].concat());
    assert_eq!((ran.status, ran.stdout.len()), (2, 0));
    assert!(ran.stderr.starts_with("error: a.jsonl:2: the ledger holds no record of it"), "{}", ran.stderr);
    let named = ["--stdin-filename", "a.jsonl", "--skip-unknown"];
    let ran = restore(&named, &lines[..3].concat());
    assert_eq!(ran.stderr, "a.jsonl: 1 records that l.jsonl does not know passed through\n");
    assert_eq!(ran.text(), dirty[..3].concat());
}

#[test]
fn the_ledger_is_the_same_for_any_number_of_threads() {
    let texts: Vec<(String, String)> =
        (0..150).map(|n| (format!("a/{n}.txt"), format!("Text {n}.\n![]()\nEnd.\n"))).collect();
    let mut files: Vec<(&str, &[u8])> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let records = "{\"text\":\"One.\\n![]()\\nTwo.\"}\n".repeat(3000);
    files.push(("a/r.jsonl", records.as_bytes()));
    let ledger = |threads: &str| {
        let folder = folder(&files);
        ok(&folder, &["-q", "-w", "-j", threads, "--ledger", "l.jsonl", "a"]);
        text(&folder, "l.jsonl")
    };
    let one = ledger("1");
    assert!(one.lines().count() > 6000);
    assert!(one == ledger("2") && one == ledger("7"));
}

#[test]
fn the_ledger_may_stand_in_the_folder_but_is_no_input() {
    let folder = folder(&[("a.txt", DIRTY.as_bytes())]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "."]);
    ok(&folder, &["-w", "--ledger", "./l.jsonl", "."]);
    ok(&folder, &["restore", "--ledger", "l.jsonl", "."]);
    assert_eq!(text(&folder, "a.txt"), DIRTY);
    for args in [
        &["-w", "--ledger", "l.jsonl", "l.jsonl"][..],
        &["restore", "--ledger", "l.jsonl", "l.jsonl"],
        &["--ledger", "l.jsonl", "-o", "l.jsonl", "a.txt"],
        &["-w", "--ledger", "a.txt", "."],
        &["-w", "--ledger", ".", "a.txt"],
        &["-w", "--ledger", "/dev/null", "a.txt"],
        &["--check", "--ledger", "l.jsonl", "a.txt"],
        &["restore", "--ledger", "no.jsonl", "a.txt"],
    ] {
        refused(&folder, args);
        assert_eq!(text(&folder, "a.txt"), DIRTY, "{args:?}");
    }
}

#[test]
fn a_folder_with_options_of_its_own_is_entered_with_them() {
    let folder = folder(&[
        ("a/a.txt", DIRTY.as_bytes()),
        ("b/b.txt", DIRTY.as_bytes()),
        ("b/unscrape.toml", b"[rules]\nempty-image = false\nadvertisement = false\n"),
    ]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "a", "b"]);
    let ledger = text(&folder, "l.jsonl");
    let keys: Vec<&str> = ledger.lines().map(|line| line.split('"').nth(1).unwrap()).collect();
    assert_eq!(keys, ["ledger", "document", "edit", "options", "document"]);
    assert!(!ledger.lines().nth(3).unwrap().contains("empty-image"));
}

#[test]
fn the_fields_that_were_named_are_entered_and_a_ledger_without_them_is_read() {
    let dirty = "{\"text\":\"One.\\n![]()\\nTwo.\",\"h\":{\"l\":\"One\"}}\n";
    let folder = folder(&[("a.jsonl", dirty.as_bytes())]);
    let named = ["--title-field", "h.l", "--author-field", "by"];
    ok(&folder, &[&["-w", "--ledger", "l.jsonl", "a.jsonl"], &named[..]].concat());
    let ledger = text(&folder, "l.jsonl");
    let fields = ",\"fields\":{\"author\":\"by\",\"title\":\"h.l\"}";
    assert!(ledger.lines().next().unwrap().contains(fields), "{ledger}");
    let cleaned = text(&folder, "a.jsonl");
    for ledger in [ledger.clone(), ledger.replace(fields, "")] {
        fs::write(folder.path().join("l.jsonl"), ledger).unwrap();
        fs::write(folder.path().join("a.jsonl"), &cleaned).unwrap();
        ok(&folder, &["restore", "--ledger", "l.jsonl", "a.jsonl"]);
        assert_eq!(text(&folder, "a.jsonl"), dirty);
    }
    ok(&folder, &["-w", "--ledger", "new.jsonl", "a.jsonl"]);
    assert!(!text(&folder, "new.jsonl").contains("fields"), "none was named");
}

#[test]
fn a_cut_in_the_ledger_is_named() {
    let folder = folder(&[("a.txt", DIRTY.as_bytes()), ("b.txt", b"Three.\n![]()\nFour.\n")]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "a.txt"]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "b.txt"]);
    let ledger = read(&folder, "l.jsonl");
    fs::write(folder.path().join("l.jsonl"), &ledger[..ledger.len() - 20]).unwrap();
    let ran = unscrape(folder.path(), &["restore", "--ledger", "l.jsonl", "a.txt", "b.txt"]);
    assert_eq!(ran.status, 2);
    assert_eq!(
        ran.stderr,
        "l.jsonl:6: not whole, so left out; the rest is used\n\
         error: b.txt: its record in the ledger, from line 5 on, is cut, so not all of it can be put back; left as it is\n"
    );
    assert_eq!((&*text(&folder, "a.txt"), &*text(&folder, "b.txt")), (DIRTY, "Three.\nFour.\n"));
}

#[test]
fn nothing_is_written_when_the_ledger_cannot_be() {
    let folder = folder(&[("a.txt", DIRTY.as_bytes())]);
    for ledger in ["no/such/folder/l.jsonl", ""] {
        refused(&folder, &["-w", "--ledger", ledger, "a.txt"]);
        let ran = fed(folder.path(), &["--ledger", ledger], DIRTY.as_bytes());
        assert_eq!((ran.status, &*ran.stdout), (2, &b""[..]));
    }
    assert_eq!(text(&folder, "a.txt"), DIRTY);
}

#[test]
fn names_are_told_apart_and_never_told_raw() {
    let folder =
        folder(&[("a\u{1b}[2J\n.txt", DIRTY.as_bytes()), ("-w.txt", b"One.\nAdvertisement\nTwo.\n")]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "."]);
    let told = ok(&folder, &["restore", "-v", "--ledger", "l.jsonl", "."]);
    assert!(!told.contains('\u{1b}') && told.lines().count() == 2, "{told}");
    assert_eq!(text(&folder, "a\u{1b}[2J\n.txt"), DIRTY);
    let ran =
        fed(folder.path(), &["restore", "--ledger", "l.jsonl", "--stdin-filename=-w.txt"], CLEAN.as_bytes());
    assert_eq!(ran.text(), "One.\nAdvertisement\nTwo.\n");
    let Ran { status, stderr, .. } =
        fed(folder.path(), &["restore", "--ledger", "l.jsonl"], CLEAN.as_bytes());
    assert_eq!(status, 2);
    assert!(
        stderr.contains("different texts were cleaned to this one") && !stderr.contains('\u{1b}'),
        "{stderr}"
    );
}

#[test]
fn a_document_beyond_the_limit_is_refused() {
    let folder = folder(&[
        ("a.txt", &[b'a'; 1025]),
        ("b.txt", &[b'b'; 1024]),
        ("c.jsonl", format!("{{\"text\":\"x\"}}\n{{\"text\":\"{}\"}}\n", "y".repeat(1024)).as_bytes()),
    ]);
    let told = refused(&folder, &["--check", "--max-bytes", "1K", "a.txt", "b.txt"]);
    assert!(told.starts_with("error: a.txt: larger than a document may be: over 1K bytes"), "{told}");
    assert_eq!(told.lines().count(), 1);
    let told = refused(&folder, &["--check", "--max-bytes", "1024", "c.jsonl"]);
    assert!(told.starts_with("error: c.jsonl:2: larger than a document may be"), "{told}");
    let ran = fed(folder.path(), &["--max-bytes", "1024"], &[b'a'; 5000]);
    assert_eq!((ran.status, &*ran.stdout), (2, &b""[..]));
    refused(&folder, &["--check", "--max-bytes", "many", "a.txt"]);
    if Path::new("/dev/zero").exists() {
        refused(&folder, &["--max-bytes", "1M", "/dev/zero"]);
    }
}

#[test]
fn a_line_says_what_went_where_and_why() {
    let copy = "The ferry that left the island at noon came late, and nobody was surprised.\n";
    let folder = folder(&[
        ("a.txt", format!("\u{feff}{copy}\n{copy}\nThe end.\n").as_bytes()),
        ("b.jsonl", b"{\"text\":\"clean\"}\n{\"text\":\"One &amp; two\\u002e\"}\n"),
    ]);
    ok(&folder, &["-w", "--ledger", "l.jsonl", "--only", "html-entity,advertisement", "a.txt", "b.jsonl"]);
    let ledger = text(&folder, "l.jsonl");
    let lines: Vec<&str> = ledger.lines().collect();
    assert_eq!(
        lines[0],
        "{\"ledger\":1,\"run\":1,\"unscrape\":\"0.1.0\",\"options\":{\"rules\":[\"html-entity\",\"advertisement\"],\
         \"duplicates\":\"safe\",\"threshold\":0.9}}"
    );
    assert!(lines[1].starts_with("{\"document\":\"a.txt\",\"run\":1,\"input\":\""), "{}", lines[1]);
    assert!(lines[1].ends_with(",\"edits\":1}"), "{}", lines[1]);
    assert_eq!(
        lines[2],
        "{\"edit\":1,\"document\":\"a.txt\",\"run\":1,\"range\":[80,157],\"at\":80,\"removed\":\"The ferry that left \
         the island at noon came late, and nobody was surprised.\\n\\n\",\"inserted\":\"\",\"reasons\":[{\"rule\":\
         \"duplicate-paragraph\",\"place\":[80,155],\"evidence\":\"copy\",\"verdict\":\"same\",\"similarity\":1.0,\
         \"kept\":[3,78]}]}"
    );
    // as it is found, should the run be killed before it comes to write it
    assert!(lines[3].starts_with("{\"container\":\"b.jsonl\",\"run\":1,"), "{}", lines[3]);
    assert!(lines[3].ends_with(",\"documents\":0}"), "{}", lines[3]);
    assert!(lines[4].starts_with("{\"document\":\"b.jsonl\",\"record\":2,\"run\":1,"), "{}", lines[4]);
    assert!(lines[4].ends_with(",\"edits\":1,\"begins\":[26,26]}"), "{}", lines[4]);
    assert_eq!(
        lines[5],
        "{\"edit\":1,\"document\":\"b.jsonl\",\"record\":2,\"run\":1,\"range\":[30,35],\"at\":30,\"removed\":\"&amp;\",\
         \"inserted\":\"&\",\"reasons\":[{\"rule\":\"html-entity\",\"place\":[30,35],\"evidence\":\"structure\"}]}"
    );
    assert!(lines[6].starts_with("{\"container\":\"b.jsonl\",\"run\":1,"), "{}", lines[6]);
    assert!(lines[6].ends_with(",\"documents\":1}"), "{}", lines[6]);
}

/// A file is known by where it is. What is cleaned to the same as another is not taken for it.
#[test]
fn no_text_is_put_back_into_another_file() {
    let other = "One.\nAdvertisement\nTwo.\n";
    let files: [(&str, &[u8]); 4] = [
        ("a/x.txt", DIRTY.as_bytes()),
        ("x.txt", CLEAN.as_bytes()),
        ("b/x.txt", other.as_bytes()),
        ("b/a/x.txt", b"One.\n![]()\n![]()\nTwo.\n"),
    ];
    let archive = folder(&files);
    ok(&archive, &["-w", "--ledger", "l.jsonl", "."]);
    assert!(files.iter().all(|(name, _)| text(&archive, name) == CLEAN));
    // from other folders, by other names
    let below = |folder: &str, args: &[&str]| {
        let ran = unscrape(&archive.path().join(folder), args);
        assert_eq!((ran.status, &*ran.stderr), (0, ""), "{folder} {args:?}");
    };
    below("b", &["restore", "--ledger", "../l.jsonl", "x.txt"]);
    assert_eq!(text(&archive, "b/x.txt"), other);
    below("b/a", &["restore", "--ledger", "../../l.jsonl", "../../a/x.txt", "../../x.txt"]);
    assert_eq!((text(&archive, "a/x.txt"), text(&archive, "x.txt")), (DIRTY.to_owned(), CLEAN.to_owned()));
    below("", &["restore", "--ledger", "l.jsonl", "."]);
    assert!(files.iter().all(|(name, bytes)| read(&archive, name) == *bytes));
}

#[test]
fn runs_in_two_folders_may_share_a_ledger() {
    let other = "One.\nAdvertisement\nTwo.\n";
    let archive = folder(&[("a/x.txt", DIRTY.as_bytes()), ("b/x.txt", other.as_bytes())]);
    for folder in ["a", "b"] {
        assert_eq!(unscrape(&archive.path().join(folder), &["-w", "--ledger", "../l", "x.txt"]).status, 0);
    }
    for folder in ["a", "b"] {
        assert_eq!(
            unscrape(&archive.path().join(folder), &["restore", "--ledger", "../l", "x.txt"]).status,
            0
        );
    }
    assert_eq!((&*text(&archive, "a/x.txt"), &*text(&archive, "b/x.txt")), (DIRTY, other));
}

#[test]
fn ledger_and_files_may_move_together_and_a_file_alone() {
    let archive = folder(&[("a/x.txt", DIRTY.as_bytes()), ("a/y.txt", b"One.\nAdvertisement\nTwo.\n")]);
    ok(&archive, &["-w", "--ledger", "a/l", "a"]);
    fs::rename(archive.path().join("a"), archive.path().join("moved")).unwrap();
    ok(&archive, &["restore", "--ledger", "moved/l", "moved"]);
    assert_eq!(
        (&*text(&archive, "moved/x.txt"), &*text(&archive, "moved/y.txt")),
        (DIRTY, "One.\nAdvertisement\nTwo.\n")
    );

    let archive = folder(&[("a/x.txt", DIRTY.as_bytes()), ("a/y.txt", b"Three.\n![]()\n")]);
    ok(&archive, &["-w", "--ledger", "l", "a"]);
    fs::rename(archive.path().join("a/x.txt"), archive.path().join("z.txt")).unwrap();
    fs::rename(archive.path().join("a"), archive.path().join("b")).unwrap();
    ok(&archive, &["restore", "--ledger", "l", "z.txt"]);
    ok(&archive, &["restore", "--ledger", "l", "b"]);
    assert_eq!((&*text(&archive, "z.txt"), &*text(&archive, "b/y.txt")), (DIRTY, "Three.\n![]()\n"));
}

#[test]
fn what_was_piped_in_twice_is_not_guessed() {
    let archive = folder(&[]);
    for dirty in [DIRTY, "One.\nAdvertisement\nTwo.\n"] {
        assert_eq!(fed(archive.path(), &["--ledger", "l"], dirty.as_bytes()).text(), CLEAN);
    }
    let ran = fed(archive.path(), &["restore", "--ledger", "l"], CLEAN.as_bytes());
    assert_eq!((ran.status, ran.stdout.len()), (2, 0));
    assert!(ran.stderr.contains("different texts were cleaned to this one"), "{}", ran.stderr);
    // a name tells them apart
    for (name, dirty) in [("one", DIRTY), ("two", "One.\nAdvertisement\nTwo.\n")] {
        fed(archive.path(), &["--ledger", "l", "--stdin-filename", name], dirty.as_bytes());
        let ran =
            fed(archive.path(), &["restore", "--ledger", "l", "--stdin-filename", name], CLEAN.as_bytes());
        assert_eq!(ran.text(), dirty);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_text_are_told_apart() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let archive = folder(&[]);
    let at = |name: &[u8]| archive.path().join(OsStr::from_bytes(name));
    fs::write(at(b"\xff.txt"), DIRTY).unwrap();
    fs::write(at(b"\xfe.txt"), "One.\nAdvertisement\nTwo.\n").unwrap();
    ok(&archive, &["-q", "-w", "--ledger", "l", "."]);
    ok(&archive, &["restore", "-q", "--ledger", "l", "."]);
    assert_eq!(fs::read_to_string(at(b"\xff.txt")).unwrap(), DIRTY);
    assert_eq!(fs::read_to_string(at(b"\xfe.txt")).unwrap(), "One.\nAdvertisement\nTwo.\n");
}

#[test]
fn a_file_that_was_only_met_in_a_folder_is_not_known_by_its_text_alone() {
    let archive = folder(&[("a/a.txt", b"![]()\n"), ("a/b.txt", DIRTY.as_bytes())]);
    ok(&archive, &["-w", "--ledger", "l", "a"]);
    fs::write(archive.path().join("a/new.txt"), "").unwrap();
    fs::write(archive.path().join("a/too.txt"), CLEAN).unwrap();
    assert_eq!(unscrape(archive.path(), &["restore", "-q", "--ledger", "l", "a"]).status, 0);
    assert_eq!((&*text(&archive, "a/new.txt"), &*text(&archive, "a/too.txt")), ("", CLEAN));
    // over a file that the ledger knows, the text of another one is a change
    ok(&archive, &["-q", "-w", "--ledger", "l", "a"]);
    fs::write(archive.path().join("a/a.txt"), CLEAN).unwrap();
    let told = refused(&archive, &["restore", "--ledger", "l", "a/a.txt"]);
    assert!(told.contains("was changed since run") && told.contains("--stdin-filename a/b.txt"), "{told}");
}

#[test]
fn an_original_that_came_back_bit_by_bit_is_left() {
    let archive = folder(&[("a.txt", DIRTY.as_bytes())]);
    ok(&archive, &["-w", "--ledger", "l", "a.txt"]);
    ok(&archive, &["restore", "--ledger", "l", "--only", "empty-image", "a.txt"]);
    assert_eq!(ok(&archive, &["restore", "--ledger", "l", "a.txt"]), "");
}

#[test]
fn a_ledger_cut_anywhere_can_be_gone_on_with() {
    let archive = folder(&[("a.txt", DIRTY.as_bytes())]);
    ok(&archive, &["-q", "-w", "--ledger", "l", "a.txt"]);
    let whole = read(&archive, "l");
    for cut in (0..30).chain([100, 200, 300, whole.len() - 1]) {
        fs::write(archive.path().join("l"), &whole[..cut]).unwrap();
        fs::write(archive.path().join("a.txt"), DIRTY).unwrap();
        ok(&archive, &["-q", "-w", "--ledger", "l", "a.txt"]);
        let ran = unscrape(archive.path(), &["restore", "-q", "--ledger", "l", "a.txt"]);
        assert_eq!((ran.status, &*text(&archive, "a.txt")), (0, DIRTY), "{cut}: {}", ran.stderr);
    }
}

/// A run that is killed in the middle of a file has entered some of its records, and not the file.
#[test]
fn a_file_that_a_run_did_not_come_to_write_is_an_original() {
    let records = "{\"text\":\"One.\\n![]()\"}\n".repeat(3000) + "no record\n";
    let archive = folder(&[("a.jsonl", records.as_bytes())]);
    refused(&archive, &["-w", "--ledger", "l", "a.jsonl"]);
    assert!(text(&archive, "l").lines().count() > 1000);
    assert_eq!(ok(&archive, &["restore", "--ledger", "l", "a.jsonl"]), "");
    assert_eq!(text(&archive, "a.jsonl"), records);
}

#[test]
fn nobody_reads_what_is_printed_and_files_are_restored_all_the_same() {
    let names: Vec<String> = (0..400).map(|n| format!("a/{n}-{}.txt", "x".repeat(200))).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), DIRTY.as_bytes())).collect();
    let archive = folder(&files);
    ok(&archive, &["-q", "-w", "--ledger", "l", "a"]);
    let script = "\"$0\" restore --ledger l a | true; exit 0";
    let mut shell = std::process::Command::new("sh");
    let ran = shell.current_dir(archive.path()).args(["-c", script, env!("CARGO_BIN_EXE_unscrape")]).output();
    assert_eq!(Ran::from(ran.unwrap()).status, 0);
    assert!(names.iter().all(|name| text(&archive, name) == DIRTY));
}

#[test]
fn what_cannot_be_meant_is_said_before_anything_is_written() {
    let archive = folder(&[("a.txt", DIRTY.as_bytes())]);
    ok(&archive, &["-w", "--ledger", "l", "a.txt"]);
    let told = refused(&archive, &["restore", "--ledger", "l", "--only", "empty-image,nope", "a.txt"]);
    assert!(told.contains("unknown rule \"nope\"") && text(&archive, "a.txt") == CLEAN, "{told}");
    let told = refused(&archive, &["-q", "restore", "--ledger", "l", "a.txt"]);
    assert!(told.contains("options stand behind the command: unscrape restore"), "{told}");
    refused(&archive, &["-w", "--enable", "nope", "--ledger", "new", "a.txt"]);
    refused(&archive, &["--ledger", "new.txt", "-o", "new.txt", "a.txt"]);
    assert!(!archive.path().join("new").exists() && !archive.path().join("new.txt").exists());
    // other ledgers that a folder holds are no articles
    fs::copy(archive.path().join("l"), archive.path().join("old.jsonl")).unwrap();
    assert_eq!(ok(&archive, &["--check", "."]), "");
}
