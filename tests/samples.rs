//! Whole articles of our own: what the tool makes of a page as a scraper leaves it, and what it must never touch.
//!
//! `samples/NAME.dirty.EXT` is the article with what the scraper left in it, `samples/NAME.clean.EXT` the article as
//! its author wrote it; the two differ in nothing else. `samples/traps` holds articles that look dirty and are not.

#![expect(clippy::unwrap_used, reason = "a sample that cannot be read is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};
use unscrape::{Notice, Options, clean};

/// An article in both states.
struct Sample {
    name: String,
    dirty: String,
    clean: String,
}

/// The files of a folder below `samples`, in the order of their names.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// The articles that are text: a file of JSON Lines is for the command to read.
fn samples() -> Vec<Sample> {
    let is_text = |path: &PathBuf| path.extension().is_some_and(|extension| extension != "jsonl");
    let dirty = files("").into_iter().filter(|path| is_text(path) && name(path).contains(".dirty."));
    dirty
        .map(|path| {
            let clean = path.with_file_name(name(&path).replace(".dirty.", ".clean."));
            Sample {
                name: name(&path),
                dirty: fs::read_to_string(&path).unwrap(),
                clean: fs::read_to_string(clean).unwrap(),
            }
        })
        .collect()
}

fn traps() -> Vec<(String, String)> {
    files("traps").into_iter().map(|path| (name(&path), fs::read_to_string(path).unwrap())).collect()
}

/// Where two texts part: the first line that differs, as it should be and as it is, with what cannot be seen escaped.
fn difference(name: &str, wanted: &str, got: &str) -> Option<String> {
    if wanted == got {
        return None;
    }
    let (mut wanted, mut got) = (wanted.split_inclusive('\n'), got.split_inclusive('\n'));
    let mut number = 0;
    loop {
        number += 1;
        let (want, have) = (wanted.next(), got.next());
        if want != have {
            let show = |line: Option<&str>| line.map_or("(the end)".to_owned(), |line| format!("{line:?}"));
            return Some(format!(
                "{name}, line {number}:\n  wanted {}\n  got    {}\n",
                show(want),
                show(have)
            ));
        }
    }
}

/// Fails with every difference at once, so that one look shows what a change of a rule has done.
fn assert_none(differences: impl Iterator<Item = String>) {
    let all: String = differences.collect();
    assert!(all.is_empty(), "\n{all}");
}

#[test]
fn there_are_enough_articles_to_mean_something() {
    assert!(samples().len() >= 8);
    assert!(traps().len() >= 10);
}

#[test]
fn a_scraped_article_comes_out_as_its_author_wrote_it() {
    assert_none(samples().iter().filter_map(|sample| {
        difference(&sample.name, &sample.clean, &clean(&sample.dirty, &Options::default()).text)
    }));
}

#[test]
fn an_article_as_its_author_wrote_it_stays_so() {
    assert_none(samples().iter().filter_map(|sample| {
        let name = sample.name.replace(".dirty.", ".clean.");
        difference(&name, &sample.clean, &clean(&sample.clean, &Options::default()).text)
    }));
}

#[test]
fn an_article_that_only_looks_dirty_stays_as_it_is() {
    let options = Options::default();
    assert_none(
        traps().iter().filter_map(|(name, text)| difference(name, text, &clean(text, &options).text)),
    );
}

#[test]
fn every_change_of_an_article_has_its_reasons_and_a_way_back() {
    for Sample { name, dirty, .. } in samples() {
        let cleaned = clean(&dirty, &Options::default());
        assert!(!cleaned.edits.is_empty(), "{name} is not dirty");
        assert!(
            cleaned.edits.iter().all(|edit| !edit.reasons().is_empty()),
            "{name} has an edit without a reason"
        );
        assert_eq!(cleaned.edits.apply(&dirty), cleaned.text, "{name} holds more changes than edits");
        assert_eq!(cleaned.edits.invert(&dirty).apply(&cleaned.text), dirty, "{name} does not come back");
    }
}

#[test]
fn no_rule_stands_back_from_an_article() {
    for Sample { name, dirty, .. } in samples() {
        let mut notices = clean(&dirty, &Options::default()).notices;
        // a poem has its refrain
        notices.retain(|notice| !matches!(notice, Notice::Meant { .. }));
        assert!(notices.is_empty(), "{name}: {notices:?}");
    }
}

#[test]
fn the_articles_meet_every_rule_that_takes_away_what_a_site_says_beside_them() {
    let samples = samples();
    let mut met: Vec<String> = Vec::new();
    for sample in &samples {
        let cleaned = clean(&sample.dirty, &Options::default());
        met.extend(
            cleaned
                .edits
                .iter()
                .flat_map(unscrape::edit::Edit::reasons)
                .map(|reason| reason.rule.to_string()),
        );
    }
    for rule in [
        "html-entity",
        "invisible-character",
        "empty-image",
        "empty-link",
        "tracking-parameter",
        "glued-sentence",
        "advertisement",
        "share-line",
        "newsletter-line",
        "consent-line",
        "promo-line",
        "duplicate-paragraph",
    ] {
        assert!(met.iter().any(|id| id == rule), "no article needs {rule}");
    }
}
