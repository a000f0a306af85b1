//! What the tries tell is what all heads tell, one by one.

use super::fold::fold;
use super::head::SHORTEST;
use super::trie::NETWORKS;
use super::{Phrase, part, rules, table};
use std::collections::BTreeSet;

/// A phrase with its list and its place in it, and its heads.
type Known = (usize, usize, &'static Phrase, Vec<Vec<char>>);

fn known() -> Vec<Known> {
    let lists = rules().into_iter().filter_map(table::number_of);
    let phrases = lists.flat_map(|list| table::phrases(list).enumerate().map(move |it| (list, it)));
    let heads = |phrase: &Phrase| phrase.heads().iter().map(|head| head.chars().to_vec()).collect();
    phrases.map(|(list, (index, phrase))| (list, index, phrase, heads(phrase))).collect()
}

/// Phrases as lines, whole and in parts, with something after them, and lines of articles.
fn lines(known: &[Known]) -> Vec<String> {
    let written = known.iter().step_by(5).map(|(_, _, phrase, _)| phrase.written());
    let begun = known.iter().step_by(3).flat_map(|(_, _, _, heads)| heads.iter().take(2));
    let begun = begun.map(|head| head.iter().collect::<String>());
    let mut lines: Vec<String> = written.map(str::to_owned).chain(begun).collect();
    let more: Vec<String> = lines.iter().step_by(2).map(|line| format!("{line} 1,000 x")).collect();
    let cut = lines.iter().step_by(2).map(|line| line.chars().take(3).collect::<String>().to_uppercase());
    let cut: Vec<String> = cut.collect();
    lines.extend(more.into_iter().chain(cut));
    let others =
        ["", "7", "1,234.5", "12 Comments", "By the sea", "X", "x (twitter)", "\u{1F600} Share", "e\u{301}"];
    lines.extend(others.map(str::to_owned));
    lines
}

#[test]
fn the_table_tells_what_all_heads_tell() {
    let known = known();
    for line in lines(&known) {
        let folded = fold(&line);
        let found = |heads: &[Vec<char>]| {
            let lengths = heads.iter().filter(|head| folded.starts_with(head)).map(Vec::len);
            lengths.min().map(|length| length.min(SHORTEST))
        };
        let networks = part::networks().iter().any(|name| folded.starts_with(name));
        let mut lists = if networks { NETWORKS } else { 0 };
        let mut expected: Vec<BTreeSet<(usize, usize)>> = vec![BTreeSet::new(); 31];
        for (list, index, _, heads) in &known {
            if let Some(length) = found(heads) {
                lists |= 1 << list;
                expected[*list].insert((length, *index));
            }
        }
        assert_eq!(table::lists(&line), lists, "{line}");
        for (list, expected) in expected.iter().enumerate() {
            let mut all = known.iter().filter(|(of, ..)| *of == list);
            let expected = expected.iter().map(|(_, index)| *index);
            let expected: Vec<&Phrase> =
                expected.filter_map(|index| all.clone().find(|it| it.1 == index)).map(|it| it.2).collect();
            assert!(all.next().is_none() || table::candidates(list, &line).eq(expected), "{line}");
        }
    }
}

#[test]
fn a_list_made_now_finds_what_the_table_finds() {
    let known = known();
    for line in lines(&known).iter().step_by(4) {
        for rule in rules() {
            let in_table = super::find(rule, &super::Sought::new(line)).map(Phrase::written);
            let in_list = super::list(rule).and_then(|list| list.find(line)).map(Phrase::written);
            assert_eq!(in_table, in_list, "{rule}: {line}");
        }
    }
}

#[test]
fn what_matches_a_phrase_is_found() {
    // a number that ends a head is not known until what follows it is
    for (phrase, line) in [
        ("In 1 minutes", "in 1,234 minutes"),
        ("No. 1, <date>", "No. 3, 12 May 2024"),
        ("\u{1F600} Share", "\u{1F600} share!"),
    ] {
        let list = super::List::new(vec![phrase.parse().unwrap()]);
        assert!(list.find(line).is_some(), "{line}");
    }
}
