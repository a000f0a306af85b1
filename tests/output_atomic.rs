//! Files are replaced whole or not at all, and what is not text of theirs (links, mode, time) stays.

#![allow(clippy::expect_used, clippy::print_stderr)] // the lints know tests, but not their helpers

use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::TempDir;
use unscrape::digest::Digest;
use unscrape::output::{Operation, Replacement, WriteError, is_same_file, sweep};

/// A folder with one file, `a.md`, that holds `old`.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("a.md"), "old").expect("a file");
    folder
}

/// Puts `new` in the place of a file that was read and held `old`.
fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), WriteError> {
    let mut file = Replacement::new(path)?;
    file.write_all(new).expect("room for a few bytes");
    file.commit_over(Digest::of(old))
}

fn names(folder: &Path) -> Vec<OsString> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<OsString> = entries.map(|entry| entry.expect("an entry").file_name()).collect();
    names.sort();
    names
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    let mut file = Replacement::new(path)?;
    file.write_all(text.as_bytes())?;
    Ok(file.commit()?)
}

#[test]
fn what_is_committed_takes_the_place_of_the_old_file() {
    let folder = folder();
    let path = folder.path().join("a.md");
    let mut file = Replacement::new(&path).unwrap();
    file.write_all(b"new").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"old", "nobody sees a half-written file");
    file.commit().unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(names(folder.path()), ["a.md"]);
}

#[test]
fn what_is_dropped_leaves_nothing_behind() {
    let folder = folder();
    let mut file = Replacement::new(&folder.path().join("a.md")).unwrap();
    file.write_all(&vec![b'x'; 100_000]).unwrap();
    if cfg!(target_os = "linux") {
        assert_eq!(names(folder.path()), ["a.md"], "what is not whole has no name");
    }
    drop(file);
    drop(Replacement::new(&folder.path().join("b.md")).unwrap());
    assert_eq!(names(folder.path()), ["a.md"]);
    assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), b"old");
}

#[test]
fn what_a_killed_process_left_is_swept_away_and_nothing_else() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    for name in
        [".unscrape-a1B2c3.tmp", ".unscrape-000000.tmp", ".unscrape-mine.tmp", ".unscrape.tmp", "b.tmp"]
    {
        write(&at(name), "half").unwrap();
    }
    let busy = fs::File::open(at(".unscrape-000000.tmp")).unwrap();
    busy.lock().unwrap();
    sweep(folder.path());
    let left = [".unscrape-000000.tmp", ".unscrape-mine.tmp", ".unscrape.tmp", "a.md", "b.tmp"];
    assert_eq!(names(folder.path()), left, "somebody is still at work on the one that is locked");
    drop(busy);
    sweep(folder.path());
    assert_eq!(names(folder.path()), left[1..]);
    sweep(&at("no such folder"));
}

#[test]
fn a_second_writer_s_work_is_not_thrown_away() {
    let folder = folder();
    let path = folder.path().join("a.md");
    let error = replace(&path, b"what was read before", b"new").unwrap_err();
    assert!(matches!(error, WriteError::Changed { .. }), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["a.md"]);
}

#[test]
fn a_file_that_has_gone_is_not_brought_back() {
    let folder = folder();
    let error = replace(&folder.path().join("gone.md"), b"old", b"new").unwrap_err();
    assert!(matches!(error, WriteError::Io { operation: Operation::ReadAgain, .. }), "{error:?}");
    assert_eq!(names(folder.path()), ["a.md"]);
}

#[test]
fn names_may_hold_spaces_and_begin_with_dashes() {
    let folder = folder();
    for name in ["-w.txt", "--", " a  b ", "ä\n.md"] {
        write(&folder.path().join(name), name).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), name);
    }
    assert_eq!(names(folder.path()).len(), 5);
}

#[test]
fn a_failure_names_the_file_the_step_and_the_reason() {
    let folder = folder();
    let path = folder.path().join("missing/b.md");
    let error = Replacement::new(&path).unwrap_err();
    assert_eq!(error.to_string(), format!("{}: cannot find it", path.display()));
    let source = error.source().and_then(|source| source.downcast_ref::<io::Error>());
    assert_eq!(source.map(io::Error::kind), Some(io::ErrorKind::NotFound));
}

#[test]
fn a_folder_is_not_replaced() {
    let folder = folder();
    let error = Replacement::new(folder.path()).unwrap_err();
    assert_eq!(error.to_string(), format!("{}: is a folder, not a regular file", folder.path().display()));
    let to_be = folder.path().join("missing/");
    assert!(matches!(Replacement::new(&to_be), Err(WriteError::NotAFile { .. })));
    assert_eq!(names(folder.path()), ["a.md"]);
}

#[test]
fn two_names_of_one_file_are_the_same() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("b.md"), "old").unwrap();
    fs::hard_link(at("a.md"), at("hard.md")).unwrap();
    assert!(is_same_file(&at("a.md"), &at("./a.md")).unwrap());
    assert!(is_same_file(&at("a.md"), &at("hard.md")).unwrap());
    assert!(!is_same_file(&at("a.md"), &at("b.md")).unwrap());
    assert!(!is_same_file(&at("a.md"), &at("missing.md")).unwrap());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::process::Command;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").permissions().mode() & 0o7777
    }

    #[test]
    fn a_link_stays_and_its_target_is_replaced() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("links")).unwrap();
        symlink("../a.md", at("links/one")).unwrap();
        symlink("one", at("links/two")).unwrap();
        write(&at("links/two"), "new").unwrap();
        assert_eq!(fs::read_link(at("links/two")).unwrap(), Path::new("one"));
        assert!(fs::symlink_metadata(at("a.md")).unwrap().is_file());
        assert_eq!(fs::read(at("a.md")).unwrap(), b"new");
        assert!(is_same_file(&at("links/two"), &at("a.md")).unwrap());
    }

    #[test]
    fn a_link_that_leads_nowhere_yet_is_written_through() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("out")).unwrap();
        symlink("out/second", at("first")).unwrap();
        symlink("b.md", at("out/second")).unwrap();
        write(&at("first"), "new").unwrap();
        assert_eq!(fs::read(at("out/b.md")).unwrap(), b"new");
        assert!(fs::symlink_metadata(at("first")).unwrap().is_symlink());
    }

    #[test]
    fn links_in_a_ring_are_an_error() {
        let folder = folder();
        symlink("ring", folder.path().join("ring")).unwrap();
        let error = Replacement::new(&folder.path().join("ring")).unwrap_err();
        assert!(matches!(error, WriteError::Io { operation: Operation::Find, .. }), "{error:?}");
    }

    #[test]
    fn the_mode_is_kept() {
        let folder = folder();
        let path = folder.path().join("a.md");
        for kept in [0o600, 0o640, 0o755, 0o666] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            write(&path, "new").unwrap();
            assert_eq!(mode(&path), kept);
        }
    }

    #[test]
    fn a_new_file_has_the_mode_of_any_new_file() {
        let folder = folder();
        write(&folder.path().join("new.md"), "new").unwrap();
        fs::write(folder.path().join("any"), "any").unwrap();
        assert_eq!(mode(&folder.path().join("new.md")), mode(&folder.path().join("any")));
    }

    #[test]
    fn the_owner_is_kept_where_the_system_lets_us() {
        let folder = folder();
        let path = folder.path().join("a.md");
        if std::os::unix::fs::chown(&path, Some(1234), Some(4321)).is_err() {
            eprintln!("not tested: only root can give files away");
            return;
        }
        write(&path, "new").unwrap();
        let new = fs::metadata(&path).unwrap();
        assert_eq!((new.uid(), new.gid()), (1234, 4321));
    }

    #[test]
    fn other_hard_links_keep_the_old_bytes() {
        let folder = folder();
        fs::hard_link(folder.path().join("a.md"), folder.path().join("snapshot")).unwrap();
        write(&folder.path().join("a.md"), "new").unwrap();
        assert_eq!(fs::read(folder.path().join("snapshot")).unwrap(), b"old");
    }

    #[test]
    fn devices_and_pipes_are_not_replaced_nor_waited_for() {
        let folder = folder();
        let pipe = folder.path().join("pipe");
        let error = Replacement::new(Path::new("/dev/null")).unwrap_err();
        assert_eq!(error.to_string(), "/dev/null: is a device, not a regular file");
        if !Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
            eprintln!("not tested: no mkfifo here");
            return;
        }
        let error = Replacement::new(&pipe).unwrap_err();
        assert_eq!(error.to_string(), format!("{}: is a pipe, not a regular file", pipe.display()));
        assert!(!is_same_file(&pipe, &pipe).unwrap());
    }

    /// Takes the right to write away from `path`; whether that means anything to us (it does not to root).
    fn forbid_writing(path: &Path, mode: u32) -> bool {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a file of ours");
        let root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
        if root {
            eprintln!("not tested: root may write everywhere");
        }
        !root
    }

    #[test]
    fn a_folder_that_may_not_be_written_keeps_what_it_has() {
        let folder = folder();
        if !forbid_writing(folder.path(), 0o555) {
            return;
        }
        let error = replace(&folder.path().join("a.md"), b"old", b"new").unwrap_err();
        assert!(matches!(error, WriteError::Io { operation: Operation::Create, .. }), "{error:?}");
        assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.md"]);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_file_that_may_not_be_written_is_not_replaced() {
        let folder = folder();
        let path = folder.path().join("a.md");
        if !forbid_writing(&path, 0o444) {
            return;
        }
        let error = replace(&path, b"old", b"new").unwrap_err();
        assert!(matches!(error, WriteError::Io { operation: Operation::Open, .. }), "{error:?}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    #[test]
    fn a_full_disk_leaves_the_old_file() {
        // the kernel counts what a process writes: with a limit of 0 blocks every write fails, as on a full disk
        let folder = folder();
        let path = folder.path().join("a.md");
        let program = std::env::current_exe().unwrap();
        let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" --exact unix::writes_what_it_is_told --nocapture >/dev/null 2>&1";
        let status =
            Command::new("sh").args(["-c", script]).arg(program).env("UNSCRAPE_TEST_TARGET", &path).status();
        assert_eq!(status.unwrap().code(), Some(101), "the write fails in the other process");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    /// The other process of the test before this one.
    #[test]
    fn writes_what_it_is_told() {
        if let Some(path) = std::env::var_os("UNSCRAPE_TEST_TARGET") {
            write(Path::new(&path), "new").unwrap();
        }
    }
}
