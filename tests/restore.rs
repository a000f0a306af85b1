//! The promise that nothing is lost: what was cleaned comes back bit for bit, by what the ledger says.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod texts;

use proptest::prelude::*;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use texts::{options, text};
use unscrape::digest::Digest;
use unscrape::edit::{Edit, Edits};
use unscrape::ledger::{Asked, Edited, Entry, Ledger, What};
use unscrape::restore::{Index, Name, RestoreError};
use unscrape::{Options, RuleSet, clean};

/// A ledger in a folder of its own.
struct Kept {
    _folder: TempDir,
    path: PathBuf,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        Self { _folder: folder, path }
    }

    fn enter(&self, name: &str, asked: &Asked, old: &str, new: &str, edits: &Edits) {
        let entry = Entry {
            name,
            place: Some(name),
            input: Digest::of(old.as_bytes()),
            output: Digest::of(new.as_bytes()),
            decoded: None,
            what: What::Text(Edited { text: old, edits, from: [0, 0] }),
        };
        Ledger::open(&self.path).unwrap().append(asked, &[entry]).unwrap();
    }

    /// Cleans a text in a run of its own.
    fn clean(&self, name: &str, text: &str, options: &Options) -> String {
        let cleaned = clean(text, options);
        self.enter(name, &Asked::from(options), text, &cleaned.text, &cleaned.edits);
        cleaned.text.into_owned()
    }

    fn restore(&self, name: &str, text: &str, until: Option<u64>) -> Result<String, RestoreError> {
        let index = Index::read(&self.path)?;
        let Some(way) = index.way_back(Digest::of(text.as_bytes()), named(name), until)? else {
            return Ok(text.to_owned());
        };
        let mut source = tempfile::tempfile()?;
        source.write_all(text.as_bytes())?;
        let mut restored = Vec::new();
        way.undo(&mut source, &mut restored)?;
        Ok(String::from_utf8(restored).unwrap())
    }

    /// Puts back what some rules took, in a run of its own.
    fn restore_rules(&self, name: &str, text: &str, only: &[String]) -> String {
        let index = Index::read(&self.path).unwrap();
        let Some(way) = index.way_back(Digest::of(text.as_bytes()), named(name), None).unwrap() else {
            return text.to_owned();
        };
        let edits = way.undo_rules(text, only).unwrap();
        let named =
            |edit: &Edit| edit.reasons().iter().any(|reason| only.iter().any(|id| *id == reason.rule));
        assert!(edits.iter().all(named));
        let new = edits.apply(text);
        self.enter(name, &Asked::Restore { only: only.to_vec() }, text, &new, &edits);
        new
    }
}

/// A file that was named, at a place of this name; `-` for what is piped in.
fn named(name: &str) -> Name<'_> {
    Name { place: Some(name).filter(|name| *name != "-"), ..Name::default() }
}

/// Every rule, duplicates included.
fn all_rules() -> Vec<String> {
    let rules = unscrape::rules::ids().into_iter().chain([unscrape::duplicates::RULE]);
    rules.map(str::to_owned).collect()
}

fn some_rules() -> impl Strategy<Value = Vec<String>> {
    let rules = all_rules();
    let count = rules.len();
    proptest::sample::subsequence(rules, 0..=count)
}

const PLACES: &[&str] = &["x.txt", "a/x.txt", "b/a/x.txt", "../x.txt", "y.txt"];
const ALIKE: &[&str] = &[
    "One.\nTwo.\n",
    "One.\n![]()\nTwo.\n",
    "One.\nAdvertisement\nTwo.\n",
    "One.\n![]()\nAdvertisement\nTwo.\n",
    "One.\u{200b}\nTwo.\n",
    "",
    "![]()\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_cleaned_comes_back(text in text(), options in options()) {
        let kept = Kept::new();
        let cleaned = kept.clean("a.txt", &text, &options);
        prop_assert_eq!(kept.restore("a.txt", &cleaned, None).unwrap(), text.clone());
        prop_assert_eq!(kept.restore("a.txt", &text, None).unwrap(), text, "an original stays");
    }

    #[test]
    fn several_runs_are_walked_back(text in text(), chosen in proptest::collection::vec(options(), 2..4)) {
        let kept = Kept::new();
        let mut texts = vec![text];
        for options in &chosen {
            let cleaned = kept.clean("a.txt", texts.last().unwrap(), options);
            // a run that changes nothing, or nothing new, is no run
            if cleaned != *texts.last().unwrap() {
                texts.push(cleaned);
            }
        }
        let last = texts.last().unwrap();
        prop_assert_eq!(&kept.restore("a.txt", last, None).unwrap(), &texts[0]);
        let runs = Index::read(&kept.path).unwrap().last_run();
        let mut found: Vec<String> =
            (1..=runs).map(|run| kept.restore("a.txt", last, Some(run)).unwrap()).collect();
        found.dedup();
        if texts.len() > 1 {
            prop_assert!(texts.starts_with(&found) || found.ends_with(std::slice::from_ref(last)));
            prop_assert_eq!(&found[0], &texts[0]);
        }
    }

    #[test]
    fn a_part_that_was_put_back_does_not_bar_the_way_to_the_rest(
        text in text(),
        chosen in proptest::collection::vec(options(), 1..3),
        parts in proptest::collection::vec(some_rules(), 1..3),
    ) {
        let kept = Kept::new();
        let mut now = text.clone();
        for options in &chosen {
            now = kept.clean("a.txt", &now, options);
        }
        for part in &parts {
            now = kept.restore_rules("a.txt", &now, part);
        }
        prop_assert_eq!(kept.restore("a.txt", &now, None).unwrap(), text.clone());
        prop_assert_eq!(kept.restore_rules("a.txt", &now, &all_rules()), text);
    }

    /// Files whose names are parts of one another, with texts that are cleaned to the same.
    #[test]
    fn every_file_gets_its_own_text_back(
        dirty in proptest::collection::vec(proptest::sample::select(ALIKE), PLACES.len()),
        order in Just((0..PLACES.len()).cycle().take(3 * PLACES.len()).collect::<Vec<_>>()).prop_shuffle(),
        chosen in proptest::collection::vec(options(), 3 * PLACES.len()),
    ) {
        let kept = Kept::new();
        let mut now: Vec<String> = dirty.iter().map(|text| (*text).to_owned()).collect();
        for (file, options) in order.into_iter().zip(&chosen) {
            now[file] = kept.clean(PLACES[file], &now[file], options);
        }
        for (file, place) in PLACES.iter().enumerate() {
            prop_assert_eq!(&*kept.restore(place, &now[file], None).unwrap(), dirty[file], "{}", place);
            prop_assert_eq!(&*kept.restore(place, dirty[file], None).unwrap(), dirty[file], "{}", place);
        }
    }

    #[test]
    fn a_text_that_was_changed_since_is_refused(text in text(), more in "[a-z]{1,5}") {
        let kept = Kept::new();
        let cleaned = kept.clean("folder/a.txt", &text, &Options::default());
        let changed = format!("{cleaned}{more}");
        prop_assume!(changed != text);
        let error = kept.restore("folder/a.txt", &changed, None).unwrap_err();
        prop_assert!(matches!(error, RestoreError::Changed { run: 1, like: None }), "{:?}", error);
        for name in ["other/a.txt", "a.txt", "-"] {
            let error = kept.restore(name, &changed, None).unwrap_err();
            prop_assert!(matches!(error, RestoreError::Unknown), "{:?}", error);
        }
    }
}

const DIRTY: &str = "One.\n![]()\nIt was so for a week.LeFevre blamed the tides.\nAdvertisement\nThree.\n";

#[test]
fn only_what_the_named_rules_took_comes_back() {
    let kept = Kept::new();
    let cleaned = kept.clean("a.txt", DIRTY, &Options::default());
    assert_eq!(cleaned, "One.\nIt was so for a week. LeFevre blamed the tides.\nThree.\n");
    let part = kept.restore_rules("a.txt", &cleaned, &["empty-image".to_owned()]);
    assert_eq!(part, "One.\n![]()\nIt was so for a week. LeFevre blamed the tides.\nThree.\n");
    let more = kept.restore_rules("a.txt", &part, &["glued-sentence".to_owned()]);
    assert_eq!(more, "One.\n![]()\nIt was so for a week.LeFevre blamed the tides.\nThree.\n");
    assert_eq!(kept.restore("a.txt", &more, None).unwrap(), DIRTY);
    assert_eq!(kept.restore("a.txt", &more, Some(3)).unwrap(), part, "back to what run 3 found");
}

#[test]
fn an_edit_that_two_rules_asked_for_comes_back_for_either() {
    let dirty = "One.\n![]()\nAdvertisement\nTwo.\n";
    for rule in ["empty-image", "advertisement"] {
        let kept = Kept::new();
        let cleaned = kept.clean("a.txt", dirty, &Options::default());
        assert_eq!(kept.restore_rules("a.txt", &cleaned, &[rule.to_owned()]), dirty);
    }
}

#[test]
fn names_decide_where_two_texts_were_cleaned_to_the_same() {
    let kept = Kept::new();
    let cleaned = kept.clean("x/a.txt", "One.\n![]()\n", &Options::default());
    assert_eq!(kept.restore("moved.txt", &cleaned, None).unwrap(), "One.\n![]()\n", "the text decides alone");
    assert_eq!(kept.clean("x/b.txt", "One.\nAdvertisement\n", &Options::default()), cleaned);
    assert_eq!(kept.restore("x/a.txt", &cleaned, None).unwrap(), "One.\n![]()\n");
    assert_eq!(kept.restore("x/b.txt", &cleaned, None).unwrap(), "One.\nAdvertisement\n");
    for name in ["moved.txt", "b.txt", "y/x/b.txt", "-"] {
        let error = kept.restore(name, &cleaned, None).unwrap_err();
        let RestoreError::Ambiguous { names } = &error else { panic!("{error:?}") };
        assert_eq!(names, &["x/a.txt", "x/b.txt"]);
    }
}

#[test]
fn a_file_that_was_clean_is_not_taken_for_one_that_was_cleaned() {
    let kept = Kept::new();
    let cleaned = kept.clean("a.txt", "One.\n![]()\n", &Options::default());
    assert_eq!(
        kept.clean("b.txt", &cleaned, &Options::default()),
        cleaned,
        "b.txt was like this from the start"
    );
    assert_eq!(kept.restore("b.txt", &cleaned, None).unwrap(), cleaned);
    assert_eq!(kept.restore("a.txt", &cleaned, None).unwrap(), "One.\n![]()\n");
}

#[test]
fn an_original_is_not_led_on_to_what_another_file_was() {
    let kept = Kept::new();
    let less = Options { rules: RuleSet::none().with("empty-image", true), ..Options::default() };
    let original = kept.clean("b.txt", "One.\n![]()\nAdvertisement\n", &less);
    let cleaned = kept.clean("a.txt", &original, &Options::default());
    assert_eq!(
        kept.restore("a.txt", &cleaned, None).unwrap(),
        original,
        "b.txt was cleaned to it, a.txt began so"
    );
    assert_eq!(kept.restore("a.txt", &original, None).unwrap(), original);
    assert_eq!(kept.restore("b.txt", &original, None).unwrap(), "One.\n![]()\nAdvertisement\n");
}

#[test]
fn a_run_that_changes_nothing_and_meets_nothing_new_writes_nothing() {
    let kept = Kept::new();
    let cleaned = kept.clean("a.txt", DIRTY, &Options::default());
    let before = fs::read(&kept.path).unwrap();
    kept.clean("a.txt", &cleaned, &Options::default());
    assert_eq!(fs::read(&kept.path).unwrap(), before);
}

#[test]
fn a_record_that_was_cut_is_named_and_the_others_are_used() {
    let kept = Kept::new();
    let one = kept.clean("a.txt", "One.\n![]()\n", &Options::default());
    let two = kept.clean("b.txt", "Two.\n![]()\nAdvertisement\n", &Options::default());
    let whole = fs::read(&kept.path).unwrap();
    let second = whole.windows(6).rposition(|part| part == b"ledger").unwrap() - 2;
    for cut in second..whole.len() - 1 {
        fs::write(&kept.path, &whole[..cut]).unwrap();
        assert_eq!(kept.restore("a.txt", &one, None).unwrap(), "One.\n![]()\n");
        match kept.restore("b.txt", &two, None) {
            Ok(text) => assert!(text.contains("![]()") && whole[cut..].iter().all(u8::is_ascii_whitespace)),
            Err(error) => {
                assert!(
                    matches!(error, RestoreError::Unknown | RestoreError::Cut { .. }),
                    "{cut}: {error:?}"
                );
            }
        }
        // the next run begins a line of its own, and what it enters is found
        let three = kept.clean("c.txt", "Three.\n![]()\n", &Options::default());
        assert_eq!(kept.restore("c.txt", &three, None).unwrap(), "Three.\n![]()\n");
        let cuts = Index::read(&kept.path).unwrap().cuts().len();
        assert_eq!(cuts, usize::from(whole[cut - 1] != b'\n' && whole[cut] != b'\n'), "{cut}");
    }
}

#[test]
fn a_damaged_record_never_gives_a_wrong_text() {
    let kept = Kept::new();
    let cleaned = kept.clean("a.txt", DIRTY, &Options::default());
    let whole = fs::read(&kept.path).unwrap();
    for at in 0..whole.len() {
        for damage in [whole[at] ^ 1, b'0', b'"'] {
            let mut damaged = whole.clone();
            damaged[at] = damage;
            fs::write(&kept.path, &damaged).unwrap();
            if let Ok(restored) = kept.restore("a.txt", &cleaned, None) {
                assert!(restored == DIRTY || restored == cleaned, "byte {at}: {restored}");
            }
        }
    }
}

#[test]
fn nothing_but_a_ledger_is_appended_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    for other in
        ["An article.\n", "{\"text\":\"a record\"}\n", "{}", "{\"ledger\":2,\"run\":1,\"unscrape\":\"9\"}\n"]
    {
        fs::write(&path, other).unwrap();
        Ledger::open(&path).unwrap_err();
        Index::read(&path).unwrap_err();
        assert_eq!(fs::read_to_string(&path).unwrap(), other);
    }
    Ledger::open(folder.path()).unwrap_err();
    fs::write(&path, "").unwrap();
    Ledger::open(&path).unwrap();
}

#[test]
fn runs_that_write_at_the_same_time_take_turns() {
    let kept = Kept::new();
    let write = |thread: usize| {
        let mut ledger = Ledger::open(&kept.path).unwrap();
        for number in 0..50 {
            let text = format!("Text {number} of run {thread}.\n![]()\n");
            let cleaned = clean(&text, &Options::default());
            let entry = Entry {
                name: &format!("{thread}/{number}.txt"),
                place: None,
                input: Digest::of(text.as_bytes()),
                output: Digest::of(cleaned.text.as_bytes()),
                decoded: None,
                what: What::Text(Edited { text: &text, edits: &cleaned.edits, from: [0, 0] }),
            };
            ledger.append(&Asked::from(&Options::default()), &[entry]).unwrap();
        }
    };
    std::thread::scope(|scope| (0..4).for_each(|thread| drop(scope.spawn(move || write(thread)))));
    let index = Index::read(&kept.path).unwrap();
    assert_eq!((index.last_run(), index.cuts()), (4, &[][..]));
    for (thread, number) in (0..4).flat_map(|thread| (0..50).map(move |number| (thread, number))) {
        let cleaned = format!("Text {number} of run {thread}.\n");
        assert_eq!(kept.restore("a", &cleaned, None).unwrap(), format!("{cleaned}![]()\n"));
    }
}

/// Every text below the folder in `UNSCRAPE_TEXTS`: run by hand over outside text.
#[test]
#[ignore = "needs a folder of texts in UNSCRAPE_TEXTS"]
fn every_text_of_a_folder_comes_back() {
    let folder = std::env::var_os("UNSCRAPE_TEXTS").expect("UNSCRAPE_TEXTS names a folder");
    let mut folders = vec![PathBuf::from(folder)];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                comes_back(&path, &text);
                count += 1;
            }
        }
    }
    assert!(count > 0, "there is no text");
    println!("{count} texts came back");
}

fn comes_back(path: &Path, text: &str) {
    let kept = Kept::new();
    let cleaned = kept.clean("a", text, &Options::default());
    assert!(kept.restore("a", &cleaned, None).unwrap() == text, "{}", path.display());
}

#[test]
fn the_samples_come_back() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for path in fs::read_dir(samples).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_file() {
            comes_back(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}
