//! The inputs named on the command line: which files they are, and in which order.
#![allow(clippy::unwrap_used, reason = "clippy allows it in test functions, but not in what they share")]

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use unscrape::input::{Format, Input, PathError, paths::resolve};

/// A folder with these empty files; what ends in `/` is a folder.
fn folder(names: &[&str]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for name in names {
        let path = root.path().join(name);
        if name.ends_with('/') {
            fs::create_dir_all(path).unwrap();
        } else {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
    }
    root
}

/// What `names` inside `root` resolve to, as paths inside `root`.
fn resolved(root: &Path, names: &[&str]) -> Vec<PathBuf> {
    let paths: Vec<PathBuf> = names.iter().map(|name| root.join(name)).collect();
    let file = |input| match input {
        Input::File(path) => path.strip_prefix(root).unwrap().to_owned(),
        Input::Stdin => panic!("no path names standard input"),
    };
    resolve(&paths).unwrap().into_iter().map(file).collect()
}

fn paths(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(PathBuf::from).collect()
}

#[test]
fn no_path_is_no_input() {
    assert_eq!(resolve::<PathBuf>(&[]).unwrap(), []);
}

#[test]
fn a_dash_is_standard_input_and_is_listed_once() {
    assert_eq!(resolve(&["-", "-"]).unwrap(), [Input::Stdin]);
}

#[test]
fn a_file_is_itself_whatever_its_name() {
    let root = folder(&["page.html", ".hidden", "-"]);
    assert_eq!(resolved(root.path(), &["page.html", ".hidden", "-"]), paths(&["page.html", ".hidden", "-"]));
}

#[test]
fn a_folder_is_the_texts_in_it_sorted_by_path() {
    let root = folder(&[
        "b.md",
        "a/z.txt",
        "a/b.JSONL",
        "c.markdown",
        "a.text",
        "d.NdJson",
        "page.html",
        "txt",
        "folder.txt/",
    ]);
    let expected = paths(&["a/b.JSONL", "a/z.txt", "a.text", "b.md", "c.markdown", "d.NdJson"]);
    assert_eq!(resolved(root.path(), &[""]), expected);
}

#[test]
fn paths_keep_the_order_in_which_they_were_named() {
    let root = folder(&["a.txt", "z/b.txt", "z/a.txt"]);
    assert_eq!(resolved(root.path(), &["z", "a.txt"]), paths(&["z/a.txt", "z/b.txt", "a.txt"]));
}

#[test]
fn a_file_named_twice_is_listed_once_at_its_first_place() {
    let root = folder(&["d/a.txt", "d/b.txt"]);
    let named = ["d/b.txt", "d", "d/../d/./a.txt", "d/b.txt"];
    assert_eq!(resolved(root.path(), &named), paths(&["d/b.txt", "d/a.txt"]));
}

#[test]
fn hidden_files_are_left_out_of_a_folder_but_a_hidden_folder_can_be_named() {
    let root = folder(&["a.txt", ".b.txt", ".c/d.txt"]);
    assert_eq!(resolved(root.path(), &[""]), paths(&["a.txt"]));
    assert_eq!(resolved(root.path(), &[".c"]), paths(&[".c/d.txt"]));
}

#[test]
fn gitignore_counts_inside_a_git_repository_alone() {
    let root = folder(&["a.txt", "b.txt"]);
    fs::write(root.path().join(".gitignore"), "b.txt\n").unwrap();
    assert_eq!(resolved(root.path(), &[""]), paths(&["a.txt", "b.txt"]));
    fs::create_dir(root.path().join(".git")).unwrap();
    assert_eq!(resolved(root.path(), &[""]), paths(&["a.txt"]));
    assert_eq!(resolved(root.path(), &["b.txt"]), paths(&["b.txt"]), "a file named itself is meant");
}

#[test]
fn a_missing_path_is_an_error_that_names_it_with_control_characters_escaped() {
    let error = resolve(&["no/such\u{1b}[31m.txt"]).unwrap_err();
    assert!(matches!(&error, PathError::Missing { path, .. } if path == Path::new("no/such\u{1b}[31m.txt")));
    let message = error.to_string();
    assert_eq!(message, r#"cannot find "no/such\u{1b}[31m.txt""#);
}

#[test]
fn the_format_goes_by_the_extension_in_any_case() {
    for name in ["a.jsonl", "a.b.NDJSON", "dir.txt/a.JsonL"] {
        assert_eq!(Format::of(Path::new(name)), Format::JsonLines, "{name}");
    }
    for name in ["a.txt", "jsonl", ".jsonl", "a.jsonl/b", "a.json", "-", ""] {
        assert_eq!(Format::of(Path::new(name)), Format::Text, "{name}");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    #[test]
    fn links_in_a_folder_are_not_followed_but_a_named_one_is() {
        let root = folder(&["d/a.txt", "e/"]);
        symlink(root.path().join("d/a.txt"), root.path().join("e/link.txt")).unwrap();
        symlink(root.path().join("d"), root.path().join("e/folder")).unwrap();
        assert_eq!(resolved(root.path(), &["e"]), paths(&[]));
        assert_eq!(resolved(root.path(), &["e/link.txt"]), paths(&["e/link.txt"]));
        assert_eq!(resolved(root.path(), &["e/folder"]), paths(&["e/folder/a.txt"]));
    }

    #[test]
    fn a_link_and_its_file_are_one_but_hard_links_are_two() {
        let root = folder(&["a.txt"]);
        symlink(root.path().join("a.txt"), root.path().join("link.txt")).unwrap();
        fs::hard_link(root.path().join("a.txt"), root.path().join("hard.txt")).unwrap();
        let named = ["link.txt", "a.txt", "hard.txt"];
        assert_eq!(resolved(root.path(), &named), paths(&["link.txt", "hard.txt"]));
    }

    #[test]
    fn what_is_no_regular_file_is_left_out_of_a_folder() {
        let root = folder(&["a.txt"]);
        let _socket = UnixListener::bind(root.path().join("socket.txt")).unwrap();
        let fifo = root.path().join("fifo.txt");
        assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
        assert_eq!(resolved(root.path(), &[""]), paths(&["a.txt"]));
    }

    #[test]
    fn a_device_can_be_named() {
        assert_eq!(resolve(&["/dev/null"]).unwrap(), [Input::File("/dev/null".into())]);
    }

    #[test]
    fn names_that_are_not_utf8_are_kept_and_told_apart() {
        let root = folder(&[]);
        let names = [OsStr::from_bytes(b"a\xe9.txt"), OsStr::from_bytes(b"a\xff.txt")];
        for name in names {
            fs::write(root.path().join(name), "").unwrap();
        }
        let expected = names.map(|name| Input::File(root.path().join(name)));
        assert_eq!(resolve(&[root.path()]).unwrap(), expected);
    }

    #[test]
    fn an_unreadable_folder_is_an_error_that_names_it_with_control_characters_escaped() {
        let root = folder(&["d/closed\u{1b}/a.txt"]);
        let closed = root.path().join("d/closed\u{1b}");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read_dir(&closed).is_ok() {
            return; // to root no folder is closed
        }
        let error = resolve(&[root.path()]).unwrap_err();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
        assert!(matches!(&error, PathError::Folder { path, .. } if *path == closed), "{error:?}");
        assert!(error.to_string().ends_with(r#"d/closed\u{1b}": permission denied"#), "{error}");
    }
}
