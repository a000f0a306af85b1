//! A configuration file switches things; what it says is understood or refused with its place.

#![allow(clippy::expect_used)] // the lints know tests, but not their helpers

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use unscrape::config::{Config, ConfigError, Effective, Finder, Source, find, relative};
use unscrape::edit::Similarity;
use unscrape::options::{Policy, Threshold, ThresholdError};
use unscrape::rules::phrases::Phrase;

const RULES: [&str; 3] = ["empty-image", "edit-link", "zero-width"];

fn parse(text: &str) -> Result<Config, ConfigError> {
    Config::parse(Path::new("unscrape.toml"), text, &RULES)
}

/// What a user is told.
fn complaint(text: &str) -> String {
    parse(text).expect_err("it is wrong").to_string()
}

#[test]
fn everything_that_can_be_said() {
    let config = parse(
        "# ours\nduplicates = \"all\"\nthreshold = 0.875\nsuspect = true\n\n[rules]\nempty-image = false\n\"edit-link\" = true\n",
    )
    .unwrap();
    let said = config.general;
    assert_eq!(said.duplicates.map(|at| at.value), Some(Policy::All));
    assert_eq!(said.threshold.map(|at| at.value.as_thousandths()), Some(875));
    assert_eq!(said.suspect.map(|at| (at.value, at.position.line)), Some((true, 4)));
    let rules: Vec<(&str, bool)> = said.rules.iter().map(|(id, on)| (id.as_str(), on.value)).collect();
    assert_eq!(rules, [("edit-link", true), ("empty-image", false)]);
}

#[test]
fn what_is_not_said_is_left_open() {
    for text in ["", "# nothing\n", "[rules]\n", "\u{feff}"] {
        assert_eq!(parse(text).unwrap(), Config::default(), "{text:?}");
    }
}

#[test]
fn dotted_keys_crlf_and_a_byte_order_mark_are_toml_too() {
    let config = parse("\u{feff}rules.empty-image = false\r\nthreshold = 1\r\n").unwrap();
    let said = config.general;
    assert_eq!(said.rules.get("empty-image").map(|at| at.value), Some(false));
    assert_eq!(said.threshold.map(|at| at.value), Some(Threshold::HIGHEST));
}

#[test]
fn an_unknown_key_is_refused_with_its_place_and_the_one_meant() {
    assert_eq!(
        complaint("# a\n\n  duplicate = \"safe\"\n"),
        "unscrape.toml:3:3: unknown key \"duplicate\"; did you mean \"duplicates\"? (known: duplicates, threshold, suspect, protect, exclude, rules, phrases, per-path)"
    );
    assert_eq!(
        complaint("output = \"/etc/passwd\""),
        "unscrape.toml:1:1: unknown key \"output\" (known: duplicates, threshold, suspect, protect, exclude, rules, phrases, per-path)"
    );
    assert!(complaint("[rule]\nempty-image = true").contains("did you mean \"rules\"?"));
}

#[test]
fn an_unknown_rule_is_refused_with_its_place_and_the_one_meant() {
    assert_eq!(
        complaint("[rules]\nempty-image = true\nempty_images = false\n"),
        "unscrape.toml:3:1: unknown rule \"empty_images\"; did you mean \"empty-image\"? (`unscrape rules` lists all)"
    );
    assert_eq!(
        complaint("[rules]\nfoo = true\n"),
        "unscrape.toml:2:1: unknown rule \"foo\" (`unscrape rules` lists all)"
    );
    assert_eq!(
        complaint("edit-link = false\n"),
        "unscrape.toml:1:1: \"edit-link\" is a rule: it belongs under [rules]"
    );
}

#[test]
fn the_rule_for_copies_is_switched_by_its_own_key() {
    for text in ["\nrules.duplicate-paragraph = false", "\nduplicate-paragraph = false"] {
        let told = complaint(text);
        assert!(told.starts_with("unscrape.toml:2:"), "{told}");
        let end = ": duplicate-paragraph is no rule of the table: `duplicates = \"off\"` keeps copies";
        assert!(told.ends_with(end), "{told}");
    }
}

#[test]
fn a_value_of_another_type_is_refused() {
    assert_eq!(
        complaint("duplicates = false"),
        "unscrape.toml:1:14: \"duplicates\" takes a policy such as \"safe\", not true or false"
    );
    assert_eq!(
        complaint("threshold = \"0.9\""),
        "unscrape.toml:1:13: \"threshold\" takes a number such as 0.90, not a string"
    );
    assert_eq!(
        complaint("rules = [\"edit-link\"]"),
        "unscrape.toml:1:9: \"rules\" takes a table of switches, not a list"
    );
    assert_eq!(
        complaint("[rules]\nedit-link = \"off\""),
        "unscrape.toml:2:13: \"edit-link\" takes true or false, not a string"
    );
}

#[test]
fn phrases_are_read_and_their_mistakes_are_shown_with_their_place() {
    let known = unscrape::rules::ids();
    let parse = |text: &str| Config::parse(Path::new("unscrape.toml"), text, &known);
    let config =
        parse("[phrases]\npromo-line = [\"Meer nieuws: <title>\", \"(Meer|Nog meer) bruggen\"]\n").unwrap();
    let phrases: Vec<&str> = config.general.phrases["promo-line"].value.iter().map(Phrase::written).collect();
    assert_eq!(phrases, ["Meer nieuws: <title>", "(Meer|Nog meer) bruggen"]);
    let complaint = |text: &str| parse(text).expect_err("it is wrong").to_string();
    assert_eq!(
        complaint("[phrases]\nshare-line = [\n  \"Send it\",\n  \"Send (it|this\",\n]\n"),
        "unscrape.toml:4:3: \"Send (it|this\" is no phrase: \"(\" has no counterpart: alternatives are written (a|b), \
         a bracket of its own \\("
    );
    assert_eq!(
        complaint("[phrases]\nempty-image = []\n"),
        "unscrape.toml:2:1: \"empty-image\" goes by no phrases (those that do: advertisement, share-line, \
         newsletter-line, consent-line, promo-line, interface-line, navigation, related-block, edge-line, byline, \
         date-line, credit-line, copyright-line, disclosure-line)"
    );
    assert_eq!(
        complaint("[phrases]\npromo-lines = []\n"),
        "unscrape.toml:2:1: unknown rule \"promo-lines\"; did you mean \"promo-line\"? (`unscrape rules` lists all)"
    );
    assert_eq!(
        complaint("[phrases]\npromo-line = \"Meer: <title>\"\n"),
        "unscrape.toml:2:14: \"promo-line\" takes a list of phrases, not a string"
    );
    assert_eq!(
        complaint("phrases = true\n"),
        "unscrape.toml:1:11: \"phrases\" takes a table of phrases, not true or false"
    );
}

#[test]
fn an_unknown_policy_is_refused_with_the_one_meant() {
    assert_eq!(
        complaint("duplicates = \"of\""),
        "unscrape.toml:1:14: unknown policy \"of\"; did you mean \"off\"? (known: safe, all, report, off)"
    );
}

#[test]
fn a_threshold_is_exact() {
    let thousandths = |number: &str| number.parse::<Threshold>().map(Threshold::as_thousandths);
    for (number, expected) in
        [("0.9", 900), ("0.90", 900), ("0.750", 750), ("00.8120", 812), ("1", 1000), ("+1.000", 1000)]
    {
        assert_eq!(thousandths(number), Ok(expected));
    }
    assert_eq!(thousandths("0.8125"), Err(ThresholdError::TooFine("0.8125".to_owned())));
    let similarity = Similarity::from("0.9".parse::<Threshold>().unwrap());
    assert_eq!(similarity, Similarity::thousandths(900));
}

#[test]
fn a_threshold_outside_its_range_or_that_is_no_number_is_refused() {
    for number in ["0.749", "0", "0.0"] {
        assert_eq!(number.parse::<Threshold>(), Err(ThresholdError::TooLow(number.to_owned())));
    }
    for number in ["-0.9", "-1", "1.001", "2", "90", "1.0000001"] {
        assert_eq!(number.parse::<Threshold>(), Err(ThresholdError::OutOfRange(number.to_owned())));
    }
    for number in ["", ".", "-", "0.", "nine", "9e-1", "0,9", "nan", "inf", "--1", "0.9 ", "٠.٩"] {
        assert_eq!(number.parse::<Threshold>(), Err(ThresholdError::NotANumber(number.to_owned())));
    }
    assert!(
        complaint("threshold = 0.5")
            .starts_with("unscrape.toml:1:13: the threshold is a number from 0.75 to 1.0, not 0.5: ")
    );
    assert_eq!(
        complaint("threshold = 1.5"),
        "unscrape.toml:1:13: the threshold is a number from 0.75 to 1.0, not 1.5"
    );
    assert!(complaint("threshold = nan").contains("a number such as 0.90"));
}

#[test]
fn words_and_numbers_are_shown_as_they_are_read() {
    for policy in Policy::ALL {
        assert_eq!(policy.to_string().parse(), Ok(policy));
    }
    for thousandths in 750..=1000 {
        let number = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
        let threshold: Threshold = number.parse().unwrap();
        assert_eq!(threshold.as_thousandths(), thousandths);
        assert_eq!(threshold.to_string().parse(), Ok(threshold));
    }
    assert_eq!(Threshold::default().to_string(), "0.9");
}

#[test]
fn broken_toml_is_refused_with_its_place() {
    let told = complaint("threshold = 0.9\nduplicates = \"safe\n");
    assert!(told.starts_with("unscrape.toml:2:"), "{told}");
    assert!(!told.contains('\n'), "{told}");
    assert!(complaint("threshold = 0.9\nthreshold = 0.9\n").starts_with("unscrape.toml:2:1: "));
}

#[test]
fn the_first_mistake_in_the_file_is_the_one_told() {
    assert!(complaint("zzz = 1\naaa = 1\n").contains("zzz"));
    assert!(complaint("[rules]\nzzz = true\naaa = true\n").contains("zzz"));
}

#[test]
fn a_complaint_cannot_steer_the_terminal() {
    for text in
        ["\"\\u001b[2J\" = 1", "duplicates = \"\\u001b[2J\"", "[rules]\n\"\\u009b\" = true", "a = \x1b[2J"]
    {
        let told = complaint(text);
        assert!(!told.contains(char::is_control), "{told:?}");
    }
}

/// A temporary folder with some files in it.
fn folder(files: &[(&str, &str)]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    for (name, text) in files {
        let file = root.join(name);
        fs::create_dir_all(file.parent().expect("in the folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
    (folder, root)
}

#[test]
fn a_file_is_read() {
    let (_folder, root) = folder(&[("unscrape.toml", "threshold = 0.8")]);
    let config = Config::read(&root.join("unscrape.toml"), &RULES).unwrap();
    assert_eq!(config.general.threshold.map(|at| at.value.as_thousandths()), Some(800));
}

#[test]
fn a_file_that_cannot_be_a_configuration_is_refused() {
    let (_folder, root) = folder(&[("large.toml", &"#".repeat(65537)), ("most.toml", &"#".repeat(65536))]);
    fs::write(root.join("latin.toml"), b"# caf\xe9").unwrap();
    let read = |name: &str| Config::read(&root.join(name), &RULES);
    assert!(read("most.toml").is_ok());
    let told = |name: &str| read(name).unwrap_err().to_string().replace(&format!("{}/", root.display()), "");
    assert_eq!(told("large.toml"), "large.toml: has over 64 KiB, too much for a configuration");
    assert_eq!(told("latin.toml"), "latin.toml: is not UTF-8");
    let missing = read("missing.toml").unwrap_err();
    assert!(missing.source().is_some_and(<dyn Error>::is::<std::io::Error>));
    assert!(matches!(read("."), Err(ConfigError::Read { .. })));
    assert!(matches!(parse(&"#".repeat(65537)), Err(ConfigError::TooLarge { .. })));
}

#[test]
fn the_nearest_folder_upwards_wins_alone() {
    let (_folder, root) = folder(&[
        ("unscrape.toml", ""),
        ("wiki/.unscrape.toml", ""),
        ("wiki/deep/er/a.md", ""),
        ("news/unscrape.toml", ""),
        ("news/.unscrape.toml", ""),
    ]);
    assert_eq!(find(&root), Some(root.join("unscrape.toml")));
    assert_eq!(find(&root.join("wiki/deep/er")), Some(root.join("wiki/.unscrape.toml")));
    assert_eq!(find(&root.join("news")), Some(root.join("news/unscrape.toml")));
    assert_eq!(find(&root.join("wiki/deep/../../news")), Some(root.join("news/unscrape.toml")));
    assert_eq!(find(&root.join("wiki/not/there")), Some(root.join("wiki/.unscrape.toml")));
}

#[test]
fn a_folder_of_that_name_is_no_configuration() {
    let (_folder, root) = folder(&[("unscrape.toml", ""), ("a/unscrape.toml/b.md", "")]);
    assert_eq!(find(&root.join("a")), Some(root.join("unscrape.toml")));
}

#[test]
fn a_relative_or_empty_start_is_in_the_working_folder() {
    let here = std::env::current_dir().unwrap();
    assert_eq!(find(Path::new("")), find(&here));
    assert_eq!(find(Path::new("src")), find(&here.join("src")));
}

#[test]
fn a_finder_says_what_find_says() {
    let (_folder, root) = folder(&[("a/unscrape.toml", ""), ("a/b/c/x.md", ""), ("a/b/d/unscrape.toml", "")]);
    let mut finder = Finder::new();
    for folder in ["a/b/c", "a/b", "a/b/d", "a", "a/b/c"] {
        assert_eq!(finder.find(&root.join(folder)).map(Path::to_owned), find(&root.join(folder)), "{folder}");
    }
}

#[test]
fn a_finder_asks_about_each_folder_once() {
    let (_folder, root) = folder(&[("a/unscrape.toml", ""), ("a/b/c/x.md", "")]);
    let mut finder = Finder::new();
    let found = finder.find(&root.join("a/b/c")).map(Path::to_owned);
    fs::remove_file(root.join("a/unscrape.toml")).unwrap();
    assert_eq!(finder.find(&root.join("a/b")).map(Path::to_owned), found);
}

#[cfg(unix)]
#[test]
fn links_are_followed_before_looking_upwards() {
    let (_folder, root) =
        folder(&[("real/unscrape.toml", ""), ("real/texts/a.md", ""), ("links/unscrape.toml", "")]);
    std::os::unix::fs::symlink(root.join("real/texts"), root.join("links/texts")).unwrap();
    assert_eq!(find(&root.join("links/texts")), Some(root.join("real/unscrape.toml")));
}

#[test]
fn a_table_for_some_paths_goes_before_what_is_said_of_all() {
    let config = parse(
        "duplicates = \"all\"\nrules.empty-image = false\n\n[per-path.\"wiki/**\"]\nduplicates = \"off\"\n\n\
         [per-path.\"*.md\"]\nrules.empty-image = true\n",
    )
    .unwrap();
    let of = |path: &str| {
        let effective = Effective::of(&config, Some(Path::new(path)));
        let on = effective.rules().find(|(id, _)| *id == "empty-image").map(|(_, on)| on.value);
        (effective.duplicates.value, on)
    };
    assert_eq!(of("a.txt"), (Policy::All, Some(false)));
    assert_eq!(of("a.md"), (Policy::All, Some(true)));
    assert_eq!(of("wiki/a.txt"), (Policy::Off, Some(false)));
    assert_eq!(of("wiki/deep/a.md"), (Policy::Off, Some(true)));
    assert_eq!(
        of("old/wiki/a.txt"),
        (Policy::All, Some(false)),
        "a pattern with a slash begins at the file's folder"
    );
    let elsewhere = Effective::of(&config, None);
    assert_eq!(elsewhere.duplicates.value, Policy::All);
}

#[test]
fn of_tables_that_concern_a_path_the_later_goes_before() {
    let config = parse(
        "[per-path.\"*.md\"]\nthreshold = 0.8\n[per-path.\"a*\"]\nthreshold = 0.9\n[per-path.\"*.txt\"]\nthreshold = 1\n",
    )
    .unwrap();
    let effective = Effective::of(&config, Some(Path::new("a.md")));
    assert_eq!(effective.threshold.value.as_thousandths(), 900);
    assert!(matches!(effective.threshold.source, Source::File(at) if at.line == 4));
}

#[test]
fn excluded_is_what_a_gitignore_of_the_same_lines_ignores() {
    let config = parse("exclude = [\"drafts/\", \"*.log\", \"!keep.log\", \"/top.md\"]\n").unwrap();
    let by = |path: &str| config.exclude.matching(Path::new(path)).map(|pattern| pattern.value.as_str());
    assert_eq!(by("drafts/a.md"), Some("drafts/"));
    assert_eq!(by("deep/drafts/more/a.md"), Some("drafts/"));
    assert_eq!(by("deep/a.log"), Some("*.log"));
    assert_eq!(by("keep.log"), None);
    assert_eq!(by("top.md"), Some("/top.md"));
    assert_eq!(by("deep/top.md"), None);
    assert_eq!(by("a.md"), None);
}

#[test]
fn patterns_that_are_none_are_refused_with_their_place() {
    assert_eq!(
        complaint("protect = [\"fine\", \"(\"]"),
        "unscrape.toml:1:20: \"(\" is no pattern: unclosed group"
    );
    assert!(
        complaint("exclude = [\"a{b\"]").starts_with("unscrape.toml:1:12: \"a{b\" is no pattern for paths: ")
    );
    assert!(
        complaint("[per-path.\"!a\"]\nsuspect = true").contains("it takes back, and nothing is before it")
    );
    assert!(complaint("exclude = [\"# a\"]").ends_with("is no pattern for paths: it matches nothing"));
    assert!(complaint("protect = [\"\\\\w{9999}{999}\"]").contains("is no pattern: "));
    assert_eq!(
        complaint("protect = \"a\""),
        "unscrape.toml:1:11: \"protect\" takes a list of patterns, not a string"
    );
}

#[test]
fn patterns_for_paths_that_could_never_match_are_refused_with_what_to_write() {
    let of = |glob: &str| complaint(&format!("exclude = ['*.log', '{glob}']"));
    for (glob, problem) in [
        ("[", "unclosed character class; missing ']' (a bracket of its own is written \\[)"),
        ("./sub/", "it matches nothing: write \"/sub/\""),
        ("!./sub/a.md", "it matches nothing: write \"!/sub/a.md\""),
        ("/sub//./a", "it matches nothing: write \"/sub/a\""),
        ("//sub", "it matches nothing: write \"/sub\""),
        (".", "it matches nothing: write \"/*\""),
        ("/", "it matches nothing"),
        ("!", "it matches nothing"),
    ] {
        let told = of(glob);
        let start = format!("unscrape.toml:1:21: \"{glob}\" is no pattern for paths: ");
        assert!(told.starts_with(&start), "{told}");
        assert!(told.ends_with(problem), "{told}");
    }
    for glob in ["../c/sub/", "..", "a/../b"] {
        assert!(of(glob).contains("cannot lead out of the folder in which patterns begin: write the path"));
    }
    assert!(complaint("[per-path.\"./wiki/**\"]\nsuspect = true").ends_with("write \"/wiki/**\""));
    for glob in ["\\[", "[ab]", "...", ".hidden/", "**/a", "a/**/b", "/*", "sub\\deep"] {
        assert!(parse(&format!("exclude = ['{glob}']")).is_ok(), "{glob}");
    }
}

#[test]
fn a_pattern_that_would_keep_every_line_is_refused() {
    for pattern in ["", "x*", "^", "Photo: |", "(?i)(a|b)?"] {
        assert_eq!(
            complaint(&format!("protect = ['fine', '{pattern}']")),
            format!(
                "unscrape.toml:1:20: \"{pattern}\" matches the empty string, so it tells no line from another: write \
                 what the lines hold, or \".\" for all"
            )
        );
    }
    assert!(complaint("[per-path.\"*.md\"]\nprotect = ['x*']").starts_with("unscrape.toml:2:12: "));
    assert!(parse("protect = ['.', '^x*y', '\\bz']").is_ok());
}

#[test]
fn blanks_behind_a_pattern_do_not_count() {
    let config = parse("exclude = [\"drafts/ \"]").unwrap();
    assert!(config.exclude.matching(Path::new("drafts/a.md")).is_some());
}

#[test]
fn what_concerns_the_whole_file_is_in_no_table_for_paths() {
    assert_eq!(
        complaint("[per-path.\"*.md\"]\nexclude = [\"a\"]"),
        "unscrape.toml:2:1: \"exclude\" stands once for the whole file, not under [per-path]"
    );
    assert_eq!(
        complaint("[per-path.\"*.md\"]\nduplicate = \"off\""),
        "unscrape.toml:2:1: unknown key \"duplicate\"; did you mean \"duplicates\"? (known: duplicates, threshold, suspect, \
         protect, rules, phrases)"
    );
    assert!(!complaint("[per-path.\"*.md\"]\nexcludes = []").contains("did you mean"));
}

#[test]
fn the_schema_knows_what_the_parser_knows() {
    let schema: serde_json::Value = serde_json::from_str(&unscrape::config::schema()).unwrap();
    let keys = |object: &serde_json::Value| -> BTreeSet<String> {
        object["properties"].as_object().expect("an object").keys().cloned().collect()
    };
    for key in keys(&schema) {
        // each is known: if it were not, its type would not be asked about
        let told = complaint(&format!("{key} = 1979-05-27"));
        assert!(told.contains("takes"), "{told}");
    }
    let rules: BTreeSet<String> = unscrape::rules::ids().into_iter().map(str::to_owned).collect();
    assert_eq!(keys(&schema["properties"]["rules"]), rules);
    let of_paths = &schema["properties"]["per-path"]["additionalProperties"];
    let missing: Vec<String> = keys(&schema).difference(&keys(of_paths)).cloned().collect();
    assert_eq!(missing, ["exclude", "per-path"]);
}

#[test]
fn a_path_is_from_the_folder_of_the_configuration() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("a/b")).unwrap();
    let of = |path: &str| relative(&folder.path().join(path), &folder.path().join("a"));
    assert_eq!(of("a/b/c.md"), Some(PathBuf::from("b/c.md")));
    assert_eq!(of("a/new/c.md"), Some(PathBuf::from("new/c.md")), "it need not exist");
    assert_eq!(of("a/b/../c.md"), Some(PathBuf::from("c.md")));
    assert_eq!(of("other/c.md"), None);
}
