//! Where a file is, in a form that stays the same wherever the command is called from.

use crate::digest::Hex;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The folder of a ledger: the places of files are told from there, so that ledger and files can move together.
#[derive(Clone, Debug)]
pub struct Home(PathBuf);

impl Home {
    /// The folder of the ledger `ledger`, which need not be there yet.
    pub fn of(ledger: &Path) -> Self {
        let real = real(ledger);
        Self(real.parent().unwrap_or(Path::new("")).to_owned())
    }

    /// The place of the file `path`, links followed. Two files never have the same.
    pub fn place_of(&self, path: &Path) -> String {
        let real = real(path);
        let (mut home, mut file) = (self.0.components().peekable(), real.components().peekable());
        while home.peek().is_some() && home.peek() == file.peek() {
            home.next();
            file.next();
        }
        let up = home.map(|_| Component::ParentDir);
        name_of(&up.chain(file).collect::<PathBuf>())
    }
}

/// Whether two paths lead to one place, be there a file or not.
pub fn is_same_place(one: &Path, two: &Path) -> bool {
    real(one) == real(two)
}

/// The path from the root, links followed as far as there is something.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let parent = || Some(fs::canonicalize(whole.parent()?).ok()?.join(whole.file_name()?));
    fs::canonicalize(&whole).ok().or_else(parent).unwrap_or(whole)
}

/// A path as text. What is no UTF-8 in it is spelled out after a NUL, which no path can hold, so that no two paths
/// become one.
pub fn name_of(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            name.push('\0');
            name.push_str(&Hex(&[*byte]).to_string());
        }
    }
    name
}
