//! The table of rules keeps what it says: every example and every keep of every rule, and the form of the table.

use std::collections::HashSet;
use std::path::PathBuf;
use unscrape::document::Document;
use unscrape::edit::Edit;
use unscrape::rules::{RULES, Rule, Stratum, Triggered, find};
use unscrape::{Options, Policy, RuleSet, clean};

/// Only this rule, and no look at duplicates.
fn only(rule: &Rule) -> Options {
    Options { rules: RuleSet::none().with(rule.id, true), duplicates: Policy::Off, ..Options::default() }
}

fn once(rule: &'static Rule, text: &str) -> String {
    let document = Document::new(text);
    find(rule, &document).into_edits().apply(text)
}

#[test]
fn examples_come_out_as_they_say() {
    for rule in RULES {
        for example in rule.examples {
            assert_eq!(once(rule, example.before), example.after, "{}", rule.id);
            assert_eq!(clean(example.before, &only(rule)).text, example.after, "{}", rule.id);
        }
    }
}

#[test]
fn applying_a_rule_twice_changes_nothing_more() {
    for rule in RULES {
        for example in rule.examples {
            assert_eq!(once(rule, example.after), example.after, "{}", rule.id);
        }
    }
}

#[test]
fn keeps_are_kept_by_their_rule_and_by_all_rules_together() {
    for rule in RULES {
        for keep in rule.keeps {
            assert_eq!(once(rule, keep), *keep, "{}", rule.id);
            assert_eq!(clean(keep, &Options::default()).text, *keep, "{} and the others", rule.id);
        }
    }
}

#[test]
fn every_example_holds_a_trigger_of_its_rule() {
    for rule in RULES {
        for example in rule.examples {
            assert!(Triggered::by(example.before).concerns(rule), "{}: {:?}", rule.id, example.before);
        }
    }
}

#[test]
fn a_text_without_triggers_concerns_no_rule_that_has_any() {
    let triggered = Triggered::by("nothinghere");
    assert!(RULES.iter().all(|rule| rule.triggers.is_empty() || !triggered.concerns(rule)));
}

#[test]
fn rules_on_phrases_have_no_triggers() {
    // nobody would ask them
    assert!(RULES.iter().all(|rule| rule.stratum < Stratum::Phrases || rule.triggers.is_empty()));
}

#[test]
fn strata_run_from_the_lowest_to_the_highest() {
    assert!(RULES.is_sorted_by_key(|rule| rule.stratum));
}

#[test]
fn ids_are_unique_and_say_the_problem_in_lower_case() {
    let ids: HashSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
    assert!(ids.iter().all(|id| id.chars().all(|char| char.is_ascii_lowercase() || char == '-')));
}

#[test]
fn every_rule_explains_itself() {
    for rule in RULES {
        assert!(!rule.examples.is_empty() && !rule.keeps.is_empty(), "{}", rule.id);
        assert!(rule.why.ends_with('.') && !rule.summary.ends_with('.'), "{}", rule.id);
        assert!(rule.summary.chars().count() <= 120, "{}", rule.id);
    }
}

/// Rules, duplicates and suspicions are pure functions of text: no files, no clock, no printing.
#[test]
fn rules_duplicates_and_suspicions_touch_nothing_but_text() {
    let mut folders: Vec<PathBuf> =
        ["src/rules", "src/duplicates", "src/suspect", "src/document", "src/edit"].map(PathBuf::from).into();
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for word in ["std::fs", "std::io", "std::env", "std::time", "println!", "static mut"] {
                assert!(!source.contains(word), "{} uses {word}", path.display());
            }
        }
    }
}

#[test]
fn the_users_own_phrases_count_for_their_rule_where_it_runs() {
    let own =
        || ["Harbour news: <title>", "Send this (story)? home"].map(|phrase| phrase.parse().unwrap()).into();
    let rules = RuleSet::default().with_phrases("promo-line", own()).with_phrases("empty-image", own());
    assert!(rules.phrases("promo-line").is_some() && rules.phrases("empty-image").is_none());
    let text = "One.\n\nHarbour news: Ten bridges in a day\n\n**SEND THIS HOME**\n\nTwo.\n";
    let options = |rules: RuleSet| Options { rules, ..Options::default() };
    let cleaned = clean(text, &options(rules.clone()));
    assert_eq!(cleaned.text, "One.\n\nTwo.\n");
    let evidence: Vec<String> =
        cleaned.edits.iter().flat_map(Edit::reasons).map(|why| why.evidence.to_string()).collect();
    assert_eq!(evidence, ["Harbour news: <title>", "Send this (story)? home"]);
    assert_eq!(clean(text, &options(rules.with("promo-line", false))).text, text);
    assert_eq!(clean(text, &Options::default()).text, text);
}

#[test]
fn the_users_own_phrases_count_in_rows_too() {
    let own = |phrase: &str| vec![phrase.parse().unwrap()];
    let rules = RuleSet::default()
        .with_phrases("navigation", own("Harbour (map|guide)"))
        .with_phrases("edge-line", own("Read by 1 sailors"))
        .with_phrases("related-block", own("Other ferries"));
    let cleaned =
        |text: &str| clean(text, &Options { rules: rules.clone(), ..Options::default() }).text.into_owned();
    assert_eq!(cleaned("One.\n\nTwo.\n\nHarbour map\n\nHarbour guide\n"), "One.\n\nTwo.\n");
    assert_eq!(cleaned("One.\n\nTwo.\n\nRead by 12 sailors\n"), "One.\n\nTwo.\n");
    assert_eq!(cleaned("One.\n\nTwo.\n\nOther ferries\n\n- The Skarrow Maid\n"), "One.\n\nTwo.\n");
    let rules = RuleSet::default().with_phrases(
        "navigation",
        ["Ferries", "Boat trips", "Harbour fees"].map(|phrase| phrase.parse().unwrap()).into(),
    );
    let cleaned =
        |rows: &str| clean(rows, &Options { rules: rules.clone(), ..Options::default() }).text.into_owned();
    let prose = "The night ferry came in four hours late, and nobody on the quay was surprised by it.\n";
    for menu in [
        "[Ferries](/f)\n[Boat trips](/b)\n[Harbour fees](/h)\n[Old maps](/m)\n",
        "About us\nContact us\nOld maps\nFerries\nBoat trips\nHarbour fees\n",
    ] {
        assert_eq!(cleaned(&format!("{prose}\n{menu}")), prose);
    }
}

#[test]
fn many_ways_to_read_a_phrase_take_no_time() {
    let phrase = format!("harbour {} end", "(a|aa|… a)?".repeat(25)).parse().unwrap();
    let rules = RuleSet::none().with("share-line", true).with_phrases("share-line", vec![phrase]);
    let text = format!("One.\n\nHarbour {}\n", "a".repeat(150)).repeat(100);
    assert_eq!(clean(&text, &Options { rules, duplicates: Policy::Off, ..Options::default() }).text, text);
}

#[test]
fn a_long_heading_is_not_read_again_for_each_line_under_it() {
    // 30,000 lines under a heading of 300 KB: this would take minutes
    let text = format!("# {}\n{}", "a harbour ".repeat(30_000), "Read on\n".repeat(30_000));
    let Some(rule) = RULES.iter().find(|rule| rule.id == "promo-line") else {
        panic!("there is such a rule")
    };
    assert_eq!(once(rule, &text), text);
}

#[test]
fn buttons_in_a_list_before_a_line_of_the_same_rule_go_in_order() {
    let text =
        "One.\n\n- [Skip to content](/a)\n- [Leave a reply](/b)\n\nTwo.\n\nSkip to content\n\nThree.\n";
    let rule = unscrape::rules::by_id("interface-line").expect("a rule");
    let blocks: Vec<usize> = find(rule, &Document::new(text)).blocks().blocks().collect();
    assert_eq!(blocks, [1, 2, 4]);
    assert_eq!(once(rule, text), "One.\n\nTwo.\n\nThree.\n");
}

#[test]
fn half_a_line_end_goes_only_along_with_other_blanks() {
    let cleaned = |text| clean(text, &Options::default()).text.into_owned();
    assert_eq!(cleaned("abc  \n\r"), "abc\n");
    assert_eq!(cleaned(" abc\n\r"), " abc\n\r");
}

#[test]
fn a_line_is_short_whatever_blanks_stand_around_it() {
    let blanks = "\u{a0}".repeat(1001);
    let text = format!("We began at dawn.\n\n{blanks}Sign up for our newsletter\n\nThat was all of it.\n");
    let cleaned = clean(&text, &Options::default());
    assert_eq!(cleaned.text, "We began at dawn.\n\nThat was all of it.\n");
}
