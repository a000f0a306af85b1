//! Every line of every file.

use super::file::{Line, lines};
use super::languages::LANGUAGES;
use super::part::Part;
use super::tail::Tail;
use super::{Phrase, list};
use crate::rules::{Stratum, by_id, find};
use crate::{Document, Options, clean};
use std::collections::HashSet;

/// More ways to read one phrase than this are not tried.
const MOST: usize = 60;

/// Lines that the phrase matches: each alternative at least once.
fn samples(phrase: &Phrase) -> Vec<String> {
    let tail = match phrase.tail() {
        None => "",
        Some(Tail::Title) => ": Ten Bridges in a Day",
        Some(Tail::Name) => " Anna Berg",
        Some(Tail::Date) => " 18.11.2019",
    };
    expand(&phrase.parts).into_iter().map(|line| format!("{}{tail}", line.trim())).collect()
}

fn expand(parts: &[Part]) -> Vec<String> {
    parts.iter().fold(vec![String::new()], |lines, part| {
        let texts: Vec<String> = match part {
            Part::Text { written, .. } => vec![written.clone()],
            Part::Choice { of, optional } => {
                let missing = optional.then(String::new);
                of.iter().flat_map(|parts| expand(parts)).chain(missing).collect()
            }
            Part::Network => vec!["Facebook".to_owned()],
            Part::Few => vec!["harbour ".to_owned()],
            Part::Rest => vec![", and more of it. Much more".to_owned()],
        };
        let lines = lines.iter().flat_map(|line| texts.iter().map(move |text| format!("{line}{text}")));
        lines.take(MOST).collect()
    })
}

/// A text in which the rule looks for `line`, and the text without what it takes.
fn around(rule: &str, line: &str) -> (String, String) {
    let before = "One.\n\nTwo.";
    let after = match rule {
        "navigation" => "Search this site\n\nSkip to main content",
        "related-block" => "Ten Bridges in a Day",
        "edge-line" => "5 min read",
        _ => return (format!("One.\n\n{line}\n\nTwo.\n"), "One.\n\nTwo.\n".to_owned()),
    };
    let text = format!("{before}\n\n{line}\n\n{after}");
    (format!("{}\n", text.trim_end()), format!("{before}\n"))
}

/// A line as it is, in capitals and in lower case, in Turkish if it is.
fn cased(line: &str) -> [String; 3] {
    let capitals =
        if line.contains(['ı', 'İ', 'ğ', 'ş']) { line.replace('i', "İ") } else { line.to_owned() };
    [line.to_owned(), capitals.to_uppercase(), line.replace('İ', "i").to_lowercase()]
}

fn all_lines() -> impl Iterator<Item = (&'static str, &'static str, Line<'static>)> {
    LANGUAGES.iter().flat_map(|(code, file)| lines(file).map(move |(rule, line)| (*code, rule, line)))
}

fn phrases() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    all_lines().filter_map(|(code, rule, line)| match line {
        Line::Phrase(phrase) => Some((code, rule, phrase)),
        Line::Keep(_) => None,
    })
}

#[test]
fn every_line_is_understood_and_stands_under_a_rule_on_phrases() {
    let wrong = |(code, rule, phrase): (&str, &str, &str)| {
        let is_known = by_id(rule).is_some_and(|rule| rule.stratum == Stratum::Phrases);
        let error = phrase.parse::<Phrase>().err().map(|error| error.to_string());
        (!is_known || error.is_some()).then(|| format!("{code}: [{rule}] {phrase}: {error:?}"))
    };
    assert_eq!(phrases().filter_map(wrong).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_phrase_goes_in_any_case() {
    let wrong = |(code, id, written): (&str, &str, &str)| {
        let (Some(rule), Ok(phrase)) = (by_id(id), written.parse::<Phrase>()) else {
            panic!("{code}: [{id}] {written}")
        };
        // no title and no name is all in lower case
        let cases = if matches!(phrase.tail(), Some(Tail::Title | Tail::Name)) { 2 } else { 3 };
        let mut lines = samples(&phrase).into_iter().flat_map(|line| cased(&line).into_iter().take(cases));
        let stays = |line: &String| {
            let (text, expected) = around(id, line);
            find(rule, &Document::new(&text)).into_edits().apply(&text) != expected
        };
        let line = lines.find(stays)?;
        Some(format!("{code}: [{id}] {written}: {line}"))
    };
    assert_eq!(phrases().filter_map(wrong).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_keep_stays() {
    let options = Options::default();
    let wrong = |(code, rule, line): (&str, &str, Line)| {
        let (Some(rule), Line::Keep(keep)) = (by_id(rule), line) else { return None };
        // alone at the end it must stay; in a row there it may go
        let (text, _) = match rule.id {
            "edge-line" => (format!("One.\n\nTwo.\n\n{keep}\n"), String::new()),
            id => around(id, keep),
        };
        let cleaned = find(rule, &Document::new(&text)).into_edits().apply(&text);
        let is_kept = cleaned.contains(keep) && clean(&text, &options).text.contains(keep);
        (!is_kept).then(|| format!("{code}: [{}] {keep}", rule.id))
    };
    assert_eq!(all_lines().filter_map(wrong).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_section_of_a_file_has_keeps_and_every_phrase_stands_once() {
    let mut seen = HashSet::new();
    let twice = phrases().filter(|line| !seen.insert(*line)).collect::<Vec<_>>();
    assert_eq!(twice, Vec::new());
    let keeps: HashSet<(&str, &str)> = all_lines()
        .filter(|(_, _, line)| matches!(line, Line::Keep(_)))
        .map(|(code, rule, _)| (code, rule))
        .collect();
    assert!(phrases().all(|(code, rule, _)| keeps.contains(&(code, rule))));
}

#[test]
fn the_lists_are_found_by_rule() {
    assert!(list("share-line").is_some() && list("empty-image").is_none());
}

#[test]
fn what_is_no_phrase_is_refused() {
    let error =
        |phrase: &str| phrase.parse::<Phrase>().map_err(|error| error.to_string()).err().unwrap_or_default();
    assert!(error("Share (on|via").contains("no counterpart"));
    assert!(error("Share) on").contains("no counterpart"));
    assert!(error("Share (on|)").contains("empty"));
    assert!(error("Share on <web>").contains("unknown placeholder \"<web>\""));
    assert!(error("Read <title>").contains("after a label and a colon"));
    assert!(error("<title>: read").contains("after a label and a colon"));
    assert!(error("We use <rest> cookies").contains("at the end"));
    assert!(error("(Read)? (on)?").contains("always there"));
    assert!(error("… newsletter").contains("begins with a word"));
    assert!(error("((((((deep)))))) water").contains("deep"));
    assert!(error(&"long ".repeat(100)).contains("at most"));
    assert!(error("Read\\").contains("backslash"));
    assert_eq!(error("Share \\(on\\) <network>"), "");
}

#[test]
fn names_and_dates_need_no_blank_before_them() {
    for (rule, line) in [
        ("byline", "作者：张三"),
        ("byline", "责任编辑：李四"),
        ("byline", "文／山田太郎"),
        ("byline", "文｜王小明"),
        ("byline", "글=홍길동 기자"),
        ("byline", "كتب:محمد علي"),
        ("byline", "Автор:Анна Берг"),
        ("date-line", "发布于2019年11月18日"),
        ("date-line", "更新日2019.11.18"),
        ("date-line", "기사입력2019.11.18 07:08"),
        ("date-line", "Stand:18.11.2019"),
    ] {
        assert!(list(rule).is_some_and(|list| list.find(line).is_some()), "{rule}: {line}");
    }
    for (rule, line) in [
        ("byline", "作者不详"),
        ("byline", "Author/editor"),
        ("byline", "글 쓰는 사람들"),
        ("date-line", "发布于2019年的书"),
        ("date-line", "Stand 2019"),
    ] {
        assert!(list(rule).is_some_and(|list| list.find(line).is_none()), "{rule}: {line}");
    }
}
