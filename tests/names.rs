//! Names with a mark in the middle are never parted: see `tests/names`.

#![expect(clippy::unwrap_used, reason = "a list that cannot be read is a failed test")]

use std::fs;
use std::path::Path;
use unscrape::{Options, clean};

/// Sentences that hold a name where `NAME` stands, each on its own.
const SENTENCES: &[&str] = &[
    "NAME was there.\n",
    "They had never heard of NAME before that long winter.\n",
    "They had never heard of NAME, and nobody missed it.\n",
    "In the end they asked for NAME Street and a glass of water.\n",
    "In the end they asked for NAME 2 and for NAME 3 as well.\n",
    "In the end the whole committee asked once more for NAME\n",
    "In the end the whole committee asked once more for NAME\nand went home.\n",
    "In the end the whole committee asked for “NAME” and went home.\n",
    "In the end the whole committee asked for it (NAME) and went home.\n",
    "- one more of the names that they had found was NAME\n- the other one\n",
    "Am Ende fragten sie alle noch einmal nach NAME und gingen heim.\n",
    "Am Ende fragten sie alle noch einmal nach NAME Straße\n",
    "À la fin ils ont tous demandé NAME une fois encore.\n",
    "В конце концов они ещё раз спросили про NAME и ушли домой.\n",
];

/// A page on which many words stand alone, small and at the beginning of sentences, around the sentences.
const PAGE: &str = "The day was long. It ended, and then it was over. They all went home, the two of them and one more. \
                    Die Tage waren lang. Das war es, und die anderen wussten das.\n\nTwo days later it rained. Then the \
                    sun came. Name one who knew. Read on, read it twice. One more came. In Berlin, in Paris and in the U.S. \
                    it was cold. Was it?\n";

fn names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/names");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let lists = files.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let lines = lists.flat_map(|list| {
        fs::read_to_string(list).unwrap().lines().map(str::to_owned).collect::<Vec<String>>()
    });
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The names that do not stay as they are in a text made of them.
fn parted(text_with: impl Fn(&str) -> String) -> Vec<String> {
    let mut parted: Vec<String> = Vec::new();
    for name in names() {
        let text = text_with(&name);
        let cleaned = clean(&text, &Options::default()).text;
        if cleaned != text {
            parted.push(format!("{name}: {cleaned}"));
        }
    }
    parted
}

#[test]
fn there_are_many_names_and_each_stands_there_once() {
    let mut names = names();
    let all = names.len();
    names.sort();
    names.dedup();
    assert!(all >= 200 && names.len() == all, "{all} names, {} of them different", names.len());
}

#[test]
fn a_name_stays_whole_in_a_sentence() {
    for sentence in SENTENCES {
        assert_eq!(parted(|name| sentence.replace("NAME", name)), [""; 0]);
    }
}

#[test]
fn a_name_stays_whole_on_a_page_of_many_words() {
    for sentence in SENTENCES {
        assert_eq!(parted(|name| format!("{PAGE}\n{}\n{PAGE}", sentence.replace("NAME", name))), [""; 0]);
    }
}
