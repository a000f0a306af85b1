//! What fuzzing came up with is looked at again in every test run, without a fuzzer: inputs that reach different parts
//! of the code (`fuzz/corpus`) and those that were findings once (`fuzz/findings`). See `fuzz/README.md`.

#![expect(clippy::expect_used, reason = "checks panic where something does not hold")]

#[path = "../fuzz/checks/mod.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets reach it")]
mod checks;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// The inputs that are kept for a target.
fn inputs(target: &str) -> Vec<PathBuf> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let folders = ["corpus", "findings"].map(|kind| fuzz.join(kind).join(target));
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let mut inputs: Vec<PathBuf> = entries.map(|entry| entry.expect("a file of the corpus").path()).collect();
    inputs.sort();
    inputs
}

/// Asks `check` of all inputs and names those for which it does not hold.
fn replay(target: &str, check: fn(&[u8])) {
    let inputs = inputs(target);
    assert!(!inputs.is_empty(), "there is no input for {target}");
    let fails = |path: &&PathBuf| {
        let input = fs::read(path).expect("an input of the corpus");
        catch_unwind(|| check(&input)).is_err()
    };
    let failed: Vec<&PathBuf> = inputs.iter().filter(fails).collect();
    assert!(failed.is_empty(), "{target} does not hold for {failed:#?}");
}

#[test]
fn blocks_and_gaps_are_the_text() {
    replay("segment", checks::segment);
}

#[test]
fn cleaning_comes_to_rest_and_can_be_undone() {
    replay("clean", checks::clean);
}

#[test]
fn records_keep_every_other_byte() {
    replay("jsonl", checks::jsonl);
}

#[test]
fn what_was_cleaned_comes_back() {
    replay("restore", checks::restore);
}

#[test]
fn long_texts_take_no_longer_than_their_length() {
    replay("long", checks::long);
}
