//! Whatever ends a run, each file is the old one or the new one, and each new one can be restored.
//!
//! `UNSCRAPE_KILLS=300 cargo test --release --test faults -- --ignored --nocapture` kills more often.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod command;

use command::{Ran, unscrape};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_unscrape");

/// Each file is forced to the disk when it is written: more of them would make the tests slow.
const TEXTS: u64 = 16;

/// A folder of texts and records, and what they are before and after.
struct Archive {
    folder: TempDir,
    old: BTreeMap<String, Vec<u8>>,
    new: BTreeMap<String, Vec<u8>>,
}

impl Archive {
    fn new() -> Self {
        let mut archive =
            Self { folder: tempfile::tempdir().unwrap(), old: BTreeMap::new(), new: BTreeMap::new() };
        let prose = "The night ferry came in late, and nobody on the quay was surprised by it.\n".repeat(40);
        for number in 0..TEXTS {
            let (dirty, clean) = (format!("{number}\n![]()\n{prose}"), format!("{number}\n{prose}"));
            archive.add(&format!("a/{number}.txt"), dirty, clean);
        }
        for number in 0..2 {
            let (mut dirty, mut clean) = (String::new(), String::new());
            for record in 0..600 {
                writeln!(dirty, "{{\"n\":{record},\"text\":\"Of {number}.\\n![]()\\nAll.\"}}").unwrap();
                writeln!(clean, "{{\"n\":{record},\"text\":\"Of {number}.\\nAll.\"}}").unwrap();
            }
            archive.add(&format!("a/{number}.jsonl"), dirty, clean);
        }
        archive.add("a/clean.txt", prose.clone(), prose);
        archive
    }

    fn add(&mut self, name: &str, old: String, new: String) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &old).unwrap();
        self.old.insert(name.to_owned(), old.into_bytes());
        self.new.insert(name.to_owned(), new.into_bytes());
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn is_new(&self, name: &str) -> bool {
        let found = fs::read(self.path(name)).unwrap();
        assert!(
            found == self.old[name] || found == self.new[name],
            "{name} is neither the old file nor the new one"
        );
        found == self.new[name] && found != self.old[name]
    }

    fn count_new(&self) -> usize {
        self.old.keys().filter(|name| self.is_new(name)).count()
    }

    /// What is in the folder and was not there before.
    fn strays(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("a")).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| !self.old.keys().any(|name| self.path(name) == *path)).collect()
    }

    /// Every file can be restored, and nothing is left over.
    fn restore(&self) {
        if self.path("l.jsonl").exists() {
            let ran = unscrape(self.folder.path(), &["restore", "-q", "--ledger", "l.jsonl", "a"]);
            assert_eq!(ran.status, 0, "{}", ran.stderr);
        }
        for (name, old) in &self.old {
            assert!(fs::read(self.path(name)).unwrap() == *old, "{name} is not restored");
        }
    }

    /// What is left over of a killed run is swept away by the next one that writes.
    fn finish(&self) {
        let ran = unscrape(self.folder.path(), &["-q", "-w", "--ledger", "l.jsonl", "a"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert_eq!(self.strays(), Vec::<PathBuf>::new());
        assert_eq!(self.count_new() + 1, self.old.len());
        self.restore();
        assert_eq!(self.strays(), Vec::<PathBuf>::new());
    }

    /// Whether no line of the ledger is cut.
    fn ledger_is_whole(&self) -> bool {
        let ledger = fs::read_to_string(self.path("l.jsonl")).unwrap_or_default();
        ledger.is_empty() || ledger.ends_with('\n') && ledger.lines().all(|line| line.ends_with('}'))
    }

    fn start(&self) -> Child {
        let mut command = Command::new(PROGRAM);
        command.current_dir(self.folder.path()).args(["-w", "--ledger", "l.jsonl", "a"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
}

/// Kills runs at moments spread over the length of one, and says what came of it.
fn kill(times: u32) -> String {
    let whole = Archive::new();
    let start = Instant::now();
    assert!(whole.start().wait().unwrap().success());
    let length = u64::try_from(start.elapsed().as_micros()).unwrap() + 1;
    let mut dice = Dice(1);
    let (mut new, mut some, mut strays) = (0, 0, 0);
    for _ in 0..times {
        let archive = Archive::new();
        let mut child = archive.start();
        std::thread::sleep(Duration::from_micros(dice.roll() % length));
        child.kill().unwrap();
        child.wait().unwrap();
        let count = archive.count_new();
        new += count;
        some += u32::from(count > 0 && count + 1 < archive.old.len());
        strays += archive.strays().len();
        archive.restore();
        if !archive.strays().is_empty() {
            archive.finish();
        }
    }
    assert!(some > 0, "no kill hit the middle: that shows nothing");
    format!(
        "{times} kills: {some} in the middle, {new} new files, all restored; {strays} left over, all swept"
    )
}

#[test]
fn a_killed_run_leaves_old_files_and_new_ones_that_can_be_restored() {
    println!("{}", kill(20));
}

#[test]
#[ignore = "takes a few minutes; UNSCRAPE_KILLS says how often"]
fn many_killed_runs_leave_old_files_and_new_ones_that_can_be_restored() {
    let times = std::env::var("UNSCRAPE_KILLS").ok().and_then(|times| times.parse().ok());
    println!("{}", kill(times.unwrap_or(300)));
}

#[test]
fn an_interrupted_run_leaves_nothing_over() {
    let archive = Archive::new();
    let mut child = archive.start();
    std::thread::sleep(Duration::from_millis(20));
    let interrupt = format!("kill -INT {}", child.id());
    assert!(Command::new("sh").args(["-c", &interrupt]).status().unwrap().success());
    child.wait().unwrap();
    archive.restore();
    archive.finish();
}

/// With a limit on the size of files every write beyond it fails, as on a full disk.
fn with_full_disk(archive: &Archive, blocks: u32, args: &str) -> Ran {
    let script = format!("ulimit -f {blocks}; exec \"$0\" {args}");
    let mut command = Command::new("sh");
    command.current_dir(archive.folder.path()).args(["-c", &script, PROGRAM]);
    command.output().unwrap().into()
}

#[test]
fn a_full_disk_is_an_error_and_nothing_is_half_done() {
    let mut stopped = 0;
    for blocks in [0, 1, 2, 3, 4, 6, 8, 12, 24, 64, 4096] {
        let archive = Archive::new();
        let ran = with_full_disk(&archive, blocks, "-w --ledger l.jsonl a");
        assert!(archive.ledger_is_whole(), "{blocks}");
        assert_eq!(archive.strays(), Vec::<PathBuf>::new());
        if ran.status == 2 {
            stopped += 1;
            assert!(ran.stderr.contains("File too large"), "{blocks}: {}", ran.stderr);
        } else {
            assert_eq!((ran.status, archive.count_new() + 1), (0, archive.old.len()));
        }
        let before = archive.count_new();
        let ran = with_full_disk(&archive, 1, "restore -q --ledger l.jsonl a");
        assert!(ran.status == 2 || before == 0, "{blocks}: {}", ran.stderr);
        assert_eq!((archive.count_new(), archive.strays()), (before, Vec::new()));
        archive.restore();
    }
    assert!((4..11).contains(&stopped), "{stopped} of the disks were full: that shows little");
}

/// The command as somebody who may not do everything; `None` where there is nobody else to be.
fn as_nobody(archive: &Archive, args: &[&str]) -> Option<Command> {
    const NOBODY: u32 = 65534;
    let mut command = Command::new(PROGRAM);
    let folder = archive.folder.path();
    if chown(folder, Some(NOBODY), Some(NOBODY)).is_ok() {
        let names = archive.old.keys().map(String::as_str).chain(["a"]);
        names.for_each(|name| chown(archive.path(name), Some(NOBODY), Some(NOBODY)).unwrap());
        let program = archive.path("unscrape");
        fs::copy(PROGRAM, &program).unwrap();
        fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
        command = Command::new(program);
        command.uid(NOBODY).gid(NOBODY);
    }
    command.current_dir(folder).args(args);
    // a folder for temporary files that nobody may enter, or the like
    command.output().is_ok().then_some(command)
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_may_not_be_written_is_left_and_named() {
    let archive = Archive::new();
    let Some(mut command) = as_nobody(&archive, &["-w", "--ledger", "l.jsonl", "a"]) else { return };
    let restored = |archive: &Archive| archive.restore();
    restored(&archive);

    mode(&archive.path("a"), 0o555);
    let ran = Ran::from(command.output().unwrap());
    assert_eq!((ran.status, archive.count_new()), (2, 0));
    assert!(
        ran.stderr.contains("a/0.txt: cannot create a new file in its folder: Permission denied"),
        "{}",
        ran.stderr
    );
    mode(&archive.path("a"), 0o755);

    mode(&archive.path("a/7.txt"), 0o444);
    let ran = Ran::from(command.output().unwrap());
    assert_eq!((ran.status, archive.is_new("a/7.txt"), archive.is_new("a/8.txt")), (2, false, true));
    assert!(ran.stderr.contains("a/7.txt: cannot open it for writing: Permission denied"), "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1);
    restored(&archive);

    mode(&archive.path("a/7.txt"), 0o000);
    let ran = Ran::from(command.output().unwrap());
    assert!(ran.status == 2 && ran.stderr.contains("a/7.txt: Permission denied"), "{}", ran.stderr);
    mode(&archive.path("a/7.txt"), 0o644);
    restored(&archive);

    mode(&archive.path("l.jsonl"), 0o444);
    let ran = Ran::from(command.output().unwrap());
    assert_eq!((ran.status, archive.count_new()), (2, 0));
    assert!(ran.stderr.contains("l.jsonl: cannot open the ledger: Permission denied"), "{}", ran.stderr);
    assert_eq!(archive.strays(), Vec::<PathBuf>::new());
}

#[test]
fn a_permission_may_be_revoked_at_any_moment() {
    let mut dice = Dice(7);
    for _ in 0..3 {
        let archive = Archive::new();
        let Some(mut command) = as_nobody(&archive, &["-q", "-w", "--ledger", "l.jsonl", "a"]) else {
            return;
        };
        archive.restore();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() {
            let name = format!("a/{}.txt", dice.roll() % TEXTS);
            mode(&archive.path("a"), 0o555);
            // the file may be on its way to another's place
            let _ = fs::set_permissions(archive.path(&name), Permissions::from_mode(0o444));
            std::thread::sleep(Duration::from_micros(dice.roll() % 300));
            mode(&archive.path("a"), 0o755);
        }
        for name in archive.old.keys() {
            mode(&archive.path(name), 0o644);
        }
        assert!(archive.ledger_is_whole());
        archive.restore();
        archive.finish();
    }
}

#[test]
fn of_two_runs_over_the_same_files_one_wins_each() {
    for _ in 0..3 {
        let archive = Archive::new();
        let mut runs: Vec<Child> = (0..4).map(|_| archive.start()).collect();
        for run in &mut runs {
            assert!(
                matches!(run.wait().unwrap().code(), Some(0 | 2)),
                "a second writer is refused, not a crash"
            );
        }
        assert!(archive.ledger_is_whole());
        assert_eq!(archive.count_new() + 1, archive.old.len(), "what one run refuses another one has done");
        assert_eq!(archive.strays(), Vec::<PathBuf>::new());
        archive.restore();
    }
}
