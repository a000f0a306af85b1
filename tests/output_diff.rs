//! A diff says what edits change and which rule asked for it, and other programs can apply it.

#![allow(clippy::expect_used, clippy::print_stderr)] // the lints know tests, but not their helpers

use proptest::prelude::*;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use unscrape::edit::{Edit, Edits, Evidence, Reason, Span};
use unscrape::output::{Controls, Diff, Style};

const VISIBLE: Style = Style { controls: Controls::Visible, color: false };

fn why(rule: &'static str) -> Reason {
    Reason::new(rule, Evidence::Structure)
}

/// An edit that puts `new` in the place of the first `old` in `text`.
fn edit(text: &str, old: &str, new: &str, rule: &'static str) -> Edit {
    let start = text.find(old).expect("it is there");
    Edit::replace(Span::new(start, start + old.len()), new, why(rule))
}

/// The hunks, without the two lines that name the file.
fn hunks(text: &str, edits: impl IntoIterator<Item = Edit>) -> String {
    let diff = Diff::new("a.md", text, &Edits::new(edits)).to_string();
    diff.strip_prefix("--- a.md\n+++ a.md\n").expect("the file's name").to_owned()
}

#[test]
fn without_a_change_there_is_no_diff() {
    let noop = Edits::new([Edit::replace(Span::new(0, 1), "a", why("noop"))]);
    for edits in [Edits::default(), noop] {
        let diff = Diff::new("a.md", "a\n", &edits);
        assert!(diff.is_empty());
        assert_eq!(diff.to_string(), "");
    }
}

#[test]
fn a_line_in_which_something_changes_is_shown_before_and_after() {
    let text = "one\ntwo[edit]\nthree\n";
    assert_eq!(
        hunks(text, [edit(text, "[edit]", "", "edit-link")]),
        "@@ -1,3 +1,3 @@ edit-link\n one\n-two[edit]\n+two\n three\n"
    );
}

#[test]
fn a_line_that_goes_takes_no_neighbour_along() {
    let text = "one\n![]()\ntwo\n";
    let expected = "@@ -1,3 +1,2 @@ empty-image\n one\n-![]()\n two\n";
    assert_eq!(hunks(text, [edit(text, "![]()\n", "", "empty-image")]), expected);
    // the same said with the line end before it
    assert_eq!(hunks(text, [edit(text, "\n![]()", "", "empty-image")]), expected);
}

#[test]
fn a_line_that_comes_is_put_between_its_neighbours() {
    let text = "one\ntwo\n";
    assert_eq!(hunks(text, [Edit::insert(4, "new\n", why("a"))]), "@@ -1,2 +1,3 @@ a\n one\n+new\n two\n");
    assert_eq!(
        hunks(text, [Edit::insert(8, "new", why("a"))]).lines().last(),
        Some(r"\ No newline at end of file")
    );
}

#[test]
fn lines_joined_are_two_lines_for_one() {
    let text = "a glued\nline\nend\n";
    assert_eq!(
        hunks(text, [edit(text, "\n", " ", "unwrap")]),
        "@@ -1,3 +1,2 @@ unwrap\n-a glued\n-line\n+a glued line\n end\n"
    );
}

#[test]
fn a_hunk_names_each_of_its_rules_once_in_order() {
    let text = "b\na\nb\nb\n";
    let removals = [(0, "later-named"), (2, "a"), (6, "later-named")];
    let edits = removals.map(|(at, rule)| Edit::remove(Span::new(at, at + 2), why(rule)));
    assert_eq!(hunks(text, edits).lines().next(), Some("@@ -1,4 +1,1 @@ later-named, a"));
}

#[test]
fn three_lines_of_context_and_near_changes_share_a_hunk() {
    let text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n";
    let near = hunks(text, [edit(text, "2\n", "", "a"), edit(text, "9\n", "", "b")]);
    assert_eq!(near, "@@ -1,12 +1,10 @@ a, b\n 1\n-2\n 3\n 4\n 5\n 6\n 7\n 8\n-9\n 10\n 11\n 12\n");
    let far = hunks(text, [edit(text, "2\n", "", "a"), edit(text, "10\n", "", "b")]);
    assert_eq!(
        far,
        "@@ -1,5 +1,4 @@ a\n 1\n-2\n 3\n 4\n 5\n@@ -7,7 +6,6 @@ b\n 7\n 8\n 9\n-10\n 11\n 12\n 13\n"
    );
}

#[test]
fn a_text_of_which_nothing_stays_has_no_lines() {
    let text = "![]()\n";
    assert_eq!(hunks(text, [edit(text, text, "", "empty-image")]), "@@ -1,1 +0,0 @@ empty-image\n-![]()\n");
    assert_eq!(hunks("", [Edit::insert(0, "x\n", why("a"))]), "@@ -0,0 +1,1 @@ a\n+x\n");
}

#[test]
fn a_missing_last_line_end_is_said() {
    let marker = r"\ No newline at end of file";
    assert_eq!(
        hunks("a\nb", [Edit::remove(Span::new(1, 3), why("r"))]),
        format!("@@ -1,2 +1,1 @@ r\n-a\n-b\n{marker}\n+a\n{marker}\n")
    );
    assert_eq!(
        hunks("a\nb", [Edit::remove(Span::new(0, 2), why("r"))]),
        format!("@@ -1,2 +1,1 @@ r\n-a\n b\n{marker}\n")
    );
}

#[test]
fn line_ends_stay_as_they_are() {
    let text = "one\r\ntwo!\r\n";
    let edits = Edits::new([edit(text, "!", "", "a")]);
    let expected = "--- a\n+++ a\n@@ -1,2 +1,2 @@ a\n one\r\n-two!\r\n+two\r\n";
    assert_eq!(Diff::new("a", text, &edits).to_string(), expected);
    assert_eq!(Diff::new("a", text, &edits).with_style(VISIBLE).to_string(), expected);
}

#[test]
fn for_a_terminal_nothing_is_left_that_it_would_obey() {
    let text = "safe\n\x1b[2Jx\u{200b}\r!\n";
    let edits = Edits::new([edit(text, "!", "\u{9b}", "control")]);
    let diff = Diff::new("a\x1b.md", text, &edits);
    let shown = diff.clone().with_style(VISIBLE).to_string();
    assert!(shown.ends_with("\n-\\x1b[2Jx\\u{200b}\\x0d!\n+\\x1b[2Jx\\u{200b}\\x0d\\x9b\n"), "{shown:?}");
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
    assert!(diff.to_string().contains("\n-\x1b[2Jx\u{200b}\r!\n"), "the exact diff hides nothing");
}

#[test]
fn colour_is_only_put_around_lines() {
    let text = "one\r\ntwo\r\n";
    let diff = Diff::new("a", text, &Edits::new([edit(text, "two", "2", "a")]));
    let colored = diff.clone().with_style(Style { color: true, ..Style::default() }).to_string();
    assert!(
        colored.starts_with(
            "\x1b[1m--- a\x1b[0m\n\x1b[1m+++ a\x1b[0m\n\x1b[36m@@ -1,2 +1,2 @@ a\x1b[0m\n one\r\n"
        )
    );
    assert!(colored.ends_with("\x1b[31m-two\x1b[0m\r\n\x1b[32m+2\x1b[0m\r\n"), "{colored:?}");
    let plain = ["\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[36m"];
    assert_eq!(plain.iter().fold(colored, |text, code| text.replace(code, "")), diff.to_string());
}

#[test]
fn names_are_written_as_patch_reads_them() {
    let first_line = |name: &str| {
        let edits = Edits::new([Edit::insert(0, "x", why("a"))]);
        Diff::new(name, "", &edits).to_string().lines().next().map(str::to_owned)
    };
    assert_eq!(first_line("-w.txt").as_deref(), Some("--- -w.txt"));
    assert_eq!(first_line("zwölf.md").as_deref(), Some("--- zwölf.md"));
    assert_eq!(first_line("a b.md").as_deref(), Some("--- a b.md\t"));
    assert_eq!(first_line("a\n\"b\"\\.md").as_deref(), Some(r#"--- "a\012\"b\"\\.md""#));
}

/// Applies a diff, believing its numbers and checking every line that it shows of the old text.
fn patched(old: &str, diff: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    // the marker belongs to the line before it, whose line end it takes back
    let diff = diff.replace("\n\\ No newline at end of file\n", "\u{0}");
    let mut lines =
        diff.split_inclusive(['\n', '\u{0}']).map(|line| line.trim_end_matches('\u{0}')).skip(2).peekable();
    let (mut new, mut at) = (Vec::new(), 0);
    while let Some(header) = lines.next() {
        let numbers: Vec<usize> =
            header.split(['-', '+', ',', ' ']).filter_map(|number| number.parse().ok()).take(4).collect();
        let [start, old_count, new_start, new_count] = numbers[..] else { panic!("{header}") };
        let start = start - usize::from(old_count > 0);
        new.extend_from_slice(&old[at..start]);
        assert_eq!(new.len(), new_start - usize::from(new_count > 0), "{header}");
        at = start;
        let new_end = new.len() + new_count;
        while let Some(line) = lines.next_if(|line| !line.starts_with("@@")) {
            let (sign, line) = line.split_at(1);
            if sign != "+" {
                assert_eq!(old[at], line);
                at += 1;
            }
            if sign != "-" {
                new.push(line);
            }
        }
        assert_eq!((at, new.len()), (start + old_count, new_end), "{header}");
    }
    new.extend_from_slice(&old[at..]);
    new.concat()
}

/// Edits of `text` at random places, on character boundaries.
fn edits_of(text: &str, seeds: &[(usize, usize, String)]) -> Edits {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    Edits::new(seeds.iter().map(|(from, length, insert)| {
        let from = from % places.len();
        let to = (from + length).min(places.len() - 1);
        Edit::replace(Span::new(places[from], places[to]), insert.clone(), why("rule"))
    }))
}

fn seeds() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    proptest::collection::vec((0..200usize, 0..9usize, "[a\r\n]{0,3}"), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_diff_does_what_its_edits_do(text in "[aü\r\n]{0,120}", seeds in seeds()) {
        let edits = edits_of(&text, &seeds);
        let diff = Diff::new("a", &text, &edits);
        prop_assert_eq!(patched(&text, &diff.to_string()), edits.apply(&text));
    }

    #[test]
    fn no_change_begins_or_ends_with_a_line_that_stays(text in "[ab\n]{0,60}", seeds in seeds()) {
        let edits = edits_of(&text, &seeds);
        let diff = Diff::new("a", &text, &edits).to_string().replace("\n\\ No newline at end of file\n", "\u{0}\n");
        let is_change = |line: &str| line.starts_with(['-', '+']);
        let lines: Vec<&str> = diff.split_terminator('\n').skip(2).collect();
        for run in lines.chunk_by(|a, b| is_change(a) == is_change(b)).filter(|run| is_change(run[0])) {
            let (old, new): (Vec<&str>, Vec<&str>) = run.iter().partition(|line| line.starts_with('-'));
            if let (Some(old_first), Some(new_first), Some(old_last), Some(new_last)) = (old.first(), new.first(), old.last(), new.last()) {
                prop_assert_ne!(&old_first[1..], &new_first[1..]);
                prop_assert_ne!(&old_last[1..], &new_last[1..]);
            }
        }
    }
}

/// What `patch` makes of the file `name` with `old` in it when it is given `diff`; `None` where there is no `patch`.
fn patch(name: &str, old: &str, diff: &str) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(name), old).expect("a file");
    let mut command = Command::new("patch");
    command.args(["-p0", "--binary", "--silent", "--posix"]).current_dir(&folder);
    let Ok(mut child) = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() else {
        eprintln!("not tested: no `patch` here");
        return None;
    };
    child.stdin.take().expect("a pipe").write_all(diff.as_bytes()).expect("patch reads");
    let output = child.wait_with_output().expect("patch ends");
    assert!(output.status.success(), "{}\n{diff}", String::from_utf8_lossy(&output.stdout));
    // a file of which nothing stays is removed
    Some(fs::read_to_string(folder.path().join(name)).unwrap_or_default())
}

#[test]
fn patch_accepts_it() {
    let text = "1\n2\r\n3 \x1b[31m\n\n5\n6\n7\n8\n9\n10\n11\n12\nlast";
    let insert = |at, new| Edit::insert(at, new, why("insert"));
    let cases: [&[Edit]; 6] = [
        &[edit(text, "2", "", "a"), edit(text, "11", "eleven\nand a half", "b")],
        &[edit(text, "1\n2\r\n", "", "a"), edit(text, "\nlast", "", "b")],
        &[insert(0, "0\n"), insert(text.len(), "\n")],
        &[insert(text.len(), "ing\nmore")],
        &[edit(text, "\x1b", "", "a"), edit(text, "last", "", "b")],
        &[edit(text, text, "", "all")],
    ];
    for edits in cases {
        let edits = Edits::new(edits.iter().cloned());
        let diff = Diff::new("a.md", text, &edits).to_string();
        let Some(made) = patch("a.md", text, &diff) else { return };
        assert_eq!(made, edits.apply(text), "{diff}");
    }
}

#[test]
fn patch_finds_files_with_odd_names() {
    let edits = Edits::new([Edit::insert(0, "x", why("a"))]);
    for name in ["a b.md", "-w.txt", "zwölf \"q\".md", "back\\slash", "tab\there"] {
        let diff = Diff::new(name, "old\n", &edits).to_string();
        let Some(made) = patch(name, "old\n", &diff) else { return };
        assert_eq!(made, "xold\n", "{diff}");
    }
}

#[test]
fn many_edits_cost_no_more_than_their_text() {
    let text = "a line of text!\n".repeat(200_000);
    let edits = Edits::new(
        (0..200_000).map(|line| Edit::remove(Span::new(line * 16 + 14, line * 16 + 15), why("a"))),
    );
    let diff = Diff::new("a", &text, &edits).to_string();
    assert_eq!(diff.lines().count(), 400_003);
}
