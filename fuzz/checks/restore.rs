//! The way back: what was cleaned comes back, and a ledger that is damaged or made up never gives a wrong text.

use super::input::Asked;
use std::fs;
use std::io::Write;
use std::path::Path;
use unscrape::clean;
use unscrape::digest::Digest;
use unscrape::edit::Edits;
use unscrape::ledger::{Asked as AskedRun, Edited, Entry, Ledger, What};
use unscrape::restore::{Index, Name, RestoreError};

const NAME: Name = Name { place: Some("a.txt"), record: None, is_found: false };

/// The input is options, a text, and behind the last `\xff` bytes that damage the ledger: each three of them are a place
/// and a byte to put there. What begins with `{` is a ledger itself.
pub fn restore(input: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let ledger = folder.path().join("l");
    if input.starts_with(b"{") {
        fs::write(&ledger, [&b"{\"ledger\":1,"[..], &input[1..]].concat()).expect("a ledger");
        // the text that the made up ledger is most likely to speak of
        ask(&ledger, "One.\n");
        return;
    }
    let (asked, rest) = Asked::of(input);
    let mut parts = rest.rsplitn(2, |byte| *byte == 0xff);
    let (damage, text) = match (parts.next(), parts.next()) {
        (Some(damage), Some(text)) => (damage, text),
        _ => (&[][..], rest),
    };
    let text = &*String::from_utf8_lossy(text);
    let cleaned = clean(text, &asked.options);
    let run = AskedRun::from(&asked.options);
    enter(&ledger, &run, text, &cleaned.text, &cleaned.edits);
    assert_eq!(whole(&ledger, &cleaned.text).expect("a way back"), text, "what comes back is not what was");

    let only = vec!["empty-image".to_owned(), "html-entity".to_owned()];
    let edits = part(&ledger, &cleaned.text, &only).expect("a way back");
    let between = edits.apply(&cleaned.text);
    enter(&ledger, &AskedRun::Restore { only }, &cleaned.text, &between, &edits);
    assert_eq!(whole(&ledger, &between).expect("a way back"), text, "a part bars the way");

    let mut bytes = fs::read(&ledger).expect("a ledger");
    for change in damage.chunks_exact(3) {
        let place = usize::from(u16::from_le_bytes([change[0], change[1]])) % bytes.len();
        bytes[place] = change[2];
    }
    fs::write(&ledger, &bytes).expect("a ledger");
    for now in [&*cleaned.text, &between] {
        if let Ok(restored) = whole(&ledger, now) {
            let known = [text, &*cleaned.text, &between];
            assert!(known.contains(&&*restored), "a damaged ledger gives {restored:?}");
        }
        ask(&ledger, now);
    }
}

fn enter(ledger: &Path, run: &AskedRun, old: &str, new: &str, edits: &Edits) {
    let entry = Entry {
        name: "a.txt",
        place: NAME.place,
        input: Digest::of(old.as_bytes()),
        output: Digest::of(new.as_bytes()),
        decoded: None,
        what: What::Text(Edited { text: old, edits, from: [0, 0] }),
    };
    Ledger::open(ledger).and_then(|mut ledger| ledger.append(run, &[entry])).expect("a ledger to write to");
}

/// All of it.
fn whole(ledger: &Path, text: &str) -> Result<String, RestoreError> {
    let index = Index::read(ledger)?;
    let Some(way) = index.way_back(Digest::of(text.as_bytes()), NAME, None)? else {
        return Ok(text.to_owned());
    };
    let mut source = tempfile::tempfile()?;
    source.write_all(text.as_bytes())?;
    let mut restored = Vec::new();
    way.undo(&mut source, &mut restored)?;
    Ok(String::from_utf8(restored).expect("what was a text"))
}

fn part(ledger: &Path, text: &str, only: &[String]) -> Result<Edits, RestoreError> {
    let index = Index::read(ledger)?;
    match index.way_back(Digest::of(text.as_bytes()), NAME, None)? {
        Some(way) => way.undo_rules(text, only),
        None => Ok(Edits::default()),
    }
}

/// Whatever the ledger holds, asking it ends, with an error or without.
fn ask(ledger: &Path, text: &str) {
    let _ = part(ledger, text, &["empty-image".to_owned()]);
    for index in [Index::read(ledger), Index::read_records(ledger)].into_iter().flatten() {
        let _ = (index.cuts(), index.last_run());
        for name in [NAME, Name { place: None, record: Some(1), is_found: false }] {
            let way = index.way_back(Digest::of(text.as_bytes()), name, Some(1));
            if let Ok(Some(way)) = way {
                let _ = way.undo_record(text);
            }
        }
    }
    let _ = Ledger::open(ledger);
}
