//! The files that are cleaned.

use crate::corpus;
use std::fs;
use std::io;
use std::path::Path;
use tempfile::TempDir;
use unscrape::Options;

/// In bytes, of an article.
const SHORT: usize = 5_000;
/// Clean articles.
const FILES: usize = 1_000;
/// In bytes, of the records.
const LONG: usize = 16 << 20;

/// The name of the file of records.
pub(crate) const RECORDS: &str = "records.jsonl";

/// A folder with all of them.
pub(crate) struct Files {
    folder: TempDir,
    /// The names of the clean articles.
    pub(crate) names: Vec<String>,
    /// An article that is not clean.
    pub(crate) article: String,
}

impl Files {
    pub(crate) fn write() -> io::Result<Self> {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let texts = corpus::texts(LONG);
        let records = texts.iter().enumerate().map(|(number, text)| corpus::record(number, text));
        fs::write(folder.path().join(RECORDS), records.collect::<String>())?;
        let shorts: Vec<String> = texts.iter().map(|text| short(text)).collect();
        let mut names = Vec::new();
        for (number, text) in shorts.iter().cycle().take(FILES).enumerate() {
            let name = format!("articles/of-the-year/{number:04}.md");
            let path = folder.path().join(&name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, &*unscrape::clean(text, &Options::default()).text)?;
            names.push(name);
        }
        Ok(Self { folder, names, article: shorts[0].clone() })
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The first lines of a text.
fn short(text: &str) -> String {
    let mut short = String::new();
    for line in text.split_inclusive('\n') {
        if short.len() + line.len() > SHORT {
            break;
        }
        short.push_str(line);
    }
    short
}
