//! The inputs named on the command line, as a list in a fixed order.

use crate::container::Container;
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use thiserror::Error;

const TEXT: [&str; 4] = ["txt", "text", "md", "markdown"];
const JSON_LINES: [&str; 2] = ["jsonl", "ndjson"];

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file: one that a folder holds, or anything that can be read if it was named itself.
    File(PathBuf),
}

/// How documents stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The file is one document: plain text or Markdown.
    Text,
    /// Each line is a JSON object, and one string in it is a document.
    JsonLines,
}

impl Format {
    /// The format by the extension of the name, in any case: JSON Lines for `.jsonl` and `.ndjson`, text for all others;
    /// what is in it counts where it is compressed.
    pub fn of(path: &Path) -> Self {
        if has_extension(Container::content(path), &JSON_LINES) { Self::JsonLines } else { Self::Text }
    }
}

/// A named path that gives no input. The message holds the path with control characters escaped.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PathError {
    /// There is no such file or folder, or it may not be looked at.
    #[error("cannot find {path:?}")]
    Missing {
        /// As it was named.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file that says what to ignore in a folder is no regular file, or much too large to be one.
    #[error("{path:?} says what to ignore, but is no regular file of at most 4 MiB")]
    IgnoreFile {
        /// The file.
        path: PathBuf,
    },
    /// A folder, or something in it, cannot be read.
    #[error("cannot read the folder {path:?}")]
    Folder {
        /// The folder or what is in it, as far as known.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// The inputs that `paths` name, in the order of `paths`.
///
/// - `-` is standard input (a file of that name is `./-`);
/// - a file is itself, whatever its name; so is a pipe or a device, since naming it means it;
/// - a folder is all regular files in it and below whose extension is that of a text or of JSON Lines, in any case,
///   sorted by path. Hidden files are left out, so is what `.ignore` files and, inside a git repository, `.gitignore`
///   files name (not those that a user named for all of a machine: the list must not depend on it); symbolic links in a
///   folder are not followed.
///
/// What is named twice, be it by another spelling or by a link, is listed once, at its first place. Hard links are files
/// of their own: they are written one by one.
///
/// # Errors
/// The first path that does not exist or cannot be read: nothing is then read at all, so nothing is half done.
pub fn resolve<P: AsRef<Path>>(paths: &[P]) -> Result<Vec<Input>, PathError> {
    let mut list = List::default();
    for path in paths.iter().map(AsRef::as_ref) {
        if path.as_os_str() == "-" {
            list.push_stdin();
            continue;
        }
        let metadata =
            fs::metadata(path).map_err(|source| PathError::Missing { path: path.to_owned(), source })?;
        if metadata.is_dir() {
            walk(path)?.into_iter().for_each(|file| list.push_file(file));
        } else {
            list.push_file(path.to_owned());
        }
    }
    Ok(list.inputs)
}

/// Inputs without repetitions.
#[derive(Default)]
struct List {
    inputs: Vec<Input>,
    has_stdin: bool,
    seen: HashSet<PathBuf>,
}

impl List {
    fn push_stdin(&mut self) {
        if !std::mem::replace(&mut self.has_stdin, true) {
            self.inputs.push(Input::Stdin);
        }
    }

    fn push_file(&mut self, path: PathBuf) {
        // A pipe from `<(command)` has a path that leads nowhere: it stands for itself.
        let identity = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        if self.seen.insert(identity) {
            self.inputs.push(Input::File(path));
        }
    }
}

/// The files of a folder that hold text, sorted by path.
fn walk(folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let mut files = Vec::new();
    let mut builder = WalkBuilder::new(folder);
    builder.follow_links(false).git_global(false);
    // an ignore file is read whole: a pipe would wait for a writer, and a device may have no end
    let above = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let odd = Arc::new(Mutex::new(above.ancestors().find_map(odd_ignore_file)));
    let found = Arc::clone(&odd);
    builder.filter_entry(move |entry| {
        let inside = entry.file_type().filter(FileType::is_dir).and_then(|_| odd_ignore_file(entry.path()));
        let is_fine = inside.is_none();
        if let (Some(inside), Ok(mut odd)) = (inside, found.lock()) {
            odd.get_or_insert(inside);
        }
        is_fine
    });
    let check = || match odd.lock().ok().and_then(|odd| odd.clone()) {
        Some(path) => Err(PathError::IgnoreFile { path }),
        None => Ok(()),
    };
    check()?;
    for entry in builder.build() {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        let content = Container::content(entry.path());
        let is_readable = cfg!(feature = "compression") || content == entry.path();
        if is_file && is_readable && (has_extension(content, &TEXT) || has_extension(content, &JSON_LINES)) {
            files.push(entry.into_path());
        }
    }
    check()?;
    files.sort();
    Ok(files)
}

/// More bytes than this no ignore file has, in all sense.
const LARGEST_IGNORE_FILE: u64 = 4 << 20;

/// An ignore file of `folder` that is better not read.
fn odd_ignore_file(folder: &Path) -> Option<PathBuf> {
    let files = [".ignore", ".gitignore", ".git/info/exclude"].map(|name| folder.join(name));
    let is_odd =
        |found: fs::Metadata| !found.is_dir() && (!found.is_file() || found.len() > LARGEST_IGNORE_FILE);
    files.into_iter().find(|path| fs::metadata(path).is_ok_and(is_odd))
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().unwrap_or(OsStr::new(""));
    extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// Takes an error of the walk apart: its own message, and that of the system error in it, hold the path unescaped.
fn unreadable(folder: &Path, error: &ignore::Error) -> PathError {
    let path = path_of(error).unwrap_or(folder).to_owned();
    let kind = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
    PathError::Folder { path, source: kind.into() }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
