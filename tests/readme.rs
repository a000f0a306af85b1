//! What the README shows is what happens.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write;
use unscrape::rules::RULES;
use unscrape::{Options, clean};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

fn readme() -> String {
    std::fs::read_to_string(PATH).unwrap()
}

/// The contents of the fenced blocks in a language, in order.
fn blocks(readme: &str, language: &str) -> Vec<String> {
    let open = format!("```{language}\n");
    readme.split(&open).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_text_before_becomes_the_text_after() {
    let texts = blocks(&readme(), "text");
    let [before, after] = &texts[..] else { panic!("a text before and one after") };
    assert_eq!(clean(before, &Options::default()).text, *after);
}

#[test]
fn the_table_of_rules_is_the_table_of_rules() {
    let readme = readme();
    let (head, rest) = readme.split_once("<!-- /rules -->").unwrap();
    let start = head.rfind("-->\n").unwrap() + 4;
    let mut table = String::from("\n| rule | takes away |\n|---|---|\n");
    for rule in RULES {
        let opt_in = if rule.level == unscrape::rules::Level::On { "" } else { " (opt-in)" };
        writeln!(table, "| `{}`{opt_in} | {} |", rule.id, rule.summary).unwrap();
    }
    table.push('\n');
    let fresh = format!("{}{table}<!-- /rules -->{rest}", &head[..start]);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PATH, &fresh).unwrap();
    }
    assert_eq!(fresh, readme, "run `UPDATE=1 cargo test --test readme`");
}
