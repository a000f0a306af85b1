//! Real articles, which are not in the repository: they belong to those who wrote them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Of a larger folder every so many-th record is taken, so that about so many bytes remain.
const MOST: usize = 16 << 20;

/// The lines of all JSON Lines below the folder that `UNSCRAPE_CORPUS` names, if it names one.
pub(crate) fn named() -> Option<String> {
    let folder = PathBuf::from(std::env::var_os("UNSCRAPE_CORPUS")?);
    let mut files = Vec::new();
    find(&folder, &mut files);
    files.sort();
    let lines: String = files.iter().map(|file| read(file)).collect();
    assert!(!lines.is_empty(), "{}: no *.jsonl and no *.jsonl.gz in it", folder.display());
    let step = lines.len().div_ceil(MOST);
    Some(lines.split_inclusive('\n').step_by(step).collect())
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten()
    {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if path.is_dir() {
            find(&path, files);
        } else if name.ends_with(".jsonl") || name.ends_with(".jsonl.gz") {
            files.push(path);
        }
    }
}

/// `gzip -dcf` unpacks what is packed and gives out the rest as it is.
fn read(file: &Path) -> String {
    let output = Command::new("gzip").arg("-dcf").arg(file).output();
    let output = output.unwrap_or_else(|error| panic!("gzip: {error}"));
    assert!(output.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
