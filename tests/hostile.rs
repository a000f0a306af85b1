//! Text, names, folders and ledgers that somebody made to do harm.

mod command;

use command::{fed, unscrape};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

fn filter(args: &[&str], input: &[u8]) -> Vec<u8> {
    let ran = fed(Path::new("."), args, input);
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
    ran.stdout
}

#[test]
fn json_may_nest_as_deep_as_it_likes() {
    let deep = format!("{}1{}", "{\"a\":[".repeat(50_000), "]}".repeat(50_000));
    for (dirty, clean) in [
        (format!("{{\"text\":\"One.\\n![]()\\nTwo.\",\"a\":{deep}}}\n"), "One.\\nTwo."),
        (format!("{{\"a\":{deep},\"text\":\"One.\\n![]()\\nTwo.\"}}\n"), "One.\\nTwo."),
    ] {
        let cleaned = filter(&["--format", "jsonl"], dirty.as_bytes());
        assert!(String::from_utf8(cleaned).unwrap() == dirty.replace("One.\\n![]()\\nTwo.", clean));
    }
    let ran = fed(Path::new("."), &["--format", "jsonl"], "[".repeat(100_000).as_bytes());
    assert!(ran.status == 2 && ran.stderr.starts_with("error: <stdin>:1: expected JSON"), "{}", ran.stderr);
    let ran = fed(Path::new("."), &["--format", "jsonl"], format!("{{\"text\":{deep}}}").as_bytes());
    assert!(ran.status == 2 && ran.stderr.contains("expected a string"), "{}", ran.stderr);
}

#[test]
fn markdown_may_nest_as_deep_as_it_likes() {
    for text in [
        format!("{}x\n", ">".repeat(300_000)),
        format!("{}x\n", "> - ".repeat(100_000)),
        format!("{}x{}\n", "[".repeat(200_000), "](u)".repeat(200_000)),
        format!("{}x{}\n", "![".repeat(200_000), "]()".repeat(200_000)),
        format!("{}x{}\n", "*_".repeat(200_000), "_*".repeat(200_000)),
        format!("{}x{}\n", "<div>".repeat(100_000), "</div>".repeat(100_000)),
        format!("{}x", "&amp;".repeat(100_000).replace(";&", ";")),
        (0..1500).flat_map(|depth| ["  ".repeat(depth), "- item\n".to_owned()]).collect(),
        "# a\n".repeat(200_000),
        "Ab.".repeat(200_000),
    ] {
        let start = Instant::now();
        filter(&[], text.as_bytes());
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", &text[..20]);
    }
}

#[test]
fn an_article_may_end_with_any_number_of_authors() {
    let prose =
        "The night ferry came in four hours late on Tuesday, and nobody on the quay was surprised by it.";
    for end in ["Bo Li\n".repeat(200_000), "About the author\nx\n".repeat(100_000)] {
        let record = serde_json::json!({ "text": format!("{prose}\n{end}"), "author": "Bo Li" });
        let start = Instant::now();
        filter(&["--format", "jsonl"], record.to_string().as_bytes());
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", &end[..10]);
    }
}

#[test]
fn any_bytes_are_cleaned_or_refused() {
    let mut state = 1_u64;
    for round in 0..150 {
        let bytes: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u8::try_from(state >> 56).unwrap()
        })
        .take(round * 3)
        .collect();
        let args: &[&str] = match round % 6 {
            0 => &[],
            1 => &["--format", "jsonl"],
            2 => &["--encoding", "windows-1252"],
            3 => &["--encoding", "utf-16le"],
            4 => &["--format", "jsonl", "--skip-invalid"],
            _ => &["--encoding", "gb18030", "--format", "jsonl"],
        };
        let ran = fed(Path::new("."), args, &bytes);
        assert!(matches!(ran.status, 0 | 2), "{ran:?}");
        assert!(ran.status == 0 || !ran.stderr.is_empty(), "{args:?}");
        assert!(!ran.stderr.bytes().any(|byte| byte < b' ' && byte != b'\n'), "{}", ran.stderr);
    }
}

#[test]
fn halves_of_characters_nul_bytes_and_turned_text_come_through_or_are_said() {
    let dirty = "{\"text\":\"\\ud83d One.\\n![]()\\n\\ude00\"}\n";
    let cleaned = filter(&["--format", "jsonl"], dirty.as_bytes());
    assert_eq!(String::from_utf8(cleaned).unwrap(), dirty.replace("![]()\\n", ""));
    assert_eq!(filter(&[], b"One\0 two three.\n"), b"One two three.\n");
    let diff = fed(Path::new("."), &["--diff"], "gnp.\u{202e}exe \u{1b}[2J\u{9b}2J\n".as_bytes());
    assert_eq!(diff.status, 1);
    assert!(!diff.text().contains(['\u{202e}', '\u{1b}', '\u{9b}']));
}

#[cfg(unix)]
#[test]
fn a_folder_may_hold_pipes_devices_and_rings_of_links() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(at("pipe.txt")).status().unwrap().success());
    // only root makes devices
    let _ = Command::new("mknod").arg(at("zero.txt")).args(["c", "1", "5"]).output();
    symlink("ring.txt", at("ring.txt")).unwrap();
    symlink(".", at("self")).unwrap();
    symlink("/dev/zero", at("endless.txt")).unwrap();
    fs::write(at("a\u{1b}]0;b\u{7}\r\n.txt"), "One.\n![]()\n").unwrap();
    let ran = unscrape(folder.path(), &["-w", "--ledger", "l.jsonl", "."]);
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
    assert_eq!(ran.text(), "./a\\x1b]0;b\\x07\\x0d\\x0a.txt: empty-image 1\n");
    let ran = unscrape(folder.path(), &["--check", "ring.txt"]);
    assert_eq!(ran.status, 2);
    let ran = unscrape(folder.path(), &["--max-bytes", "64K", "endless.txt"]);
    assert_eq!((ran.status, ran.stdout.len()), (2, 0));
}

#[cfg(unix)]
#[test]
fn what_a_folder_ignores_is_read_from_regular_files_only() {
    use std::os::unix::fs::symlink;
    for name in [".ignore", ".gitignore", "sub/.ignore"] {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        fs::write(at("sub/a.txt"), "One.\n![]()\n").unwrap();
        assert!(Command::new("mkfifo").arg(at(name)).status().unwrap().success());
        let ran = unscrape(folder.path(), &["--check", "."]);
        assert!(ran.status == 2 && ran.stderr.contains("says what to ignore"), "{}", ran.stderr);
        fs::remove_file(at(name)).unwrap();
        symlink("/dev/zero", at(name)).unwrap();
        assert_eq!(unscrape(folder.path(), &["--check", "sub"]).status, 2);
        fs::remove_file(at(name)).unwrap();
        fs::write(at(name), "b.txt\n").unwrap();
        assert_eq!(unscrape(folder.path(), &["--check", "."]).status, 1);
    }
}

#[cfg(unix)]
#[test]
fn restore_waits_for_no_pipe_and_reads_no_device_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("a.txt"), "One.\n![]()\n").unwrap();
    unscrape(folder.path(), &["-w", "--ledger", "l", "a.txt"]);
    assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    for path in ["pipe", "/dev/zero"] {
        let ran = unscrape(folder.path(), &["restore", "--ledger", "l", path]);
        assert!(ran.status == 2 && ran.stderr.contains("is no regular file"), "{}", ran.stderr);
    }
}

#[test]
fn a_file_that_grows_while_it_is_read_comes_to_an_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    let record = "{\"text\":\"One.\\n![]()\\nTwo.\"}\n".repeat(100);
    fs::write(&path, &record).unwrap();
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    let ran = std::thread::scope(|scope| {
        let cleaning = scope.spawn(|| unscrape(folder.path(), &["-w", "--ledger", "l.jsonl", "a.jsonl"]));
        while !cleaning.is_finished() {
            file.write_all(record.as_bytes()).unwrap();
            std::thread::sleep(Duration::from_millis(1));
        }
        cleaning.join().unwrap()
    });
    assert!(matches!(ran.status, 0 | 2), "{ran:?}");
    let text = fs::read_to_string(&path).unwrap();
    assert!(ran.status == 0 || text.starts_with(&record), "a second writer's file is left");
}

/// A folder of somebody else's may switch rules, and nothing more.
#[test]
fn a_configuration_names_no_file_and_no_command() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "One.\n![]()\n").unwrap();
    for key in [
        "ledger = \"/tmp/x\"",
        "output = \"/tmp/x\"",
        "run = \"true\"",
        "encoding = \"latin1\"",
        "paths = [\"/\"]",
    ] {
        fs::write(folder.path().join("unscrape.toml"), key).unwrap();
        let ran = unscrape(folder.path(), &["-w", "a.txt"]);
        assert!(ran.status == 2 && ran.stderr.contains("unknown key"), "{}", ran.stderr);
    }
}

/// A ledger may come from a stranger too: it can put in what it likes, but only where its digests fit.
#[test]
fn a_ledger_that_lies_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("a.txt"), "One.\n![]()\nTwo.\n").unwrap();
    unscrape(folder.path(), &["-w", "--ledger", "l.jsonl", "a.txt"]);
    let ledger = fs::read_to_string(at("l.jsonl")).unwrap();
    let lies = [
        ("\"removed\":\"![]()\\n\"", "\"removed\":\"rm -rf\\n\""),
        ("\"at\":5", "\"at\":18446744073709551615"),
        ("\"at\":5", "\"at\":4"),
        ("\"range\":[5,11]", "\"range\":[18446744073709551615,0]"),
        ("\"inserted\":\"\"", "\"inserted\":\"x\""),
        ("\"edits\":1", "\"edits\":18446744073709551615"),
        ("\"edits\":1", "\"edits\":0"),
        ("\"run\":1", "\"run\":99999999999999999999"),
        ("\"reasons\":[{", "\"reasons\":[7,{"),
        ("\"edits\":1", "\"edits\":1,\"decoded\":{\"encoding\":\"no such\"}"),
        (
            "\"edits\":1",
            "\"edits\":1,\"decoded\":{\"encoding\":\"utf-16le\",\"misspelt\":{\"range\":[9,2],\"bytes\":\"f\"}}",
        ),
    ];
    for (truth, lie) in lies {
        assert!(ledger.contains(truth), "{truth}");
        fs::write(at("l.jsonl"), ledger.replace(truth, lie)).unwrap();
        for args in [
            &["restore", "--ledger", "l.jsonl", "a.txt"][..],
            &["restore", "--ledger", "l.jsonl", "--only", "empty-image", "a.txt"],
        ] {
            assert!(matches!(unscrape(folder.path(), args).status, 0 | 2));
            let text = fs::read_to_string(at("a.txt")).unwrap();
            assert!(["One.\nTwo.\n", "One.\n![]()\nTwo.\n"].contains(&&*text), "{lie}: {text}");
            fs::write(at("a.txt"), "One.\nTwo.\n").unwrap();
        }
    }
}
