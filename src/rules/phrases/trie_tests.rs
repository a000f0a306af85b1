//! What the tries tell is what all heads tell, one by one.

use super::fold::fold;
use super::head::{Head, SHORTEST};
use super::heads::{LENGTH, MOST};
use super::lines::{Found, NETWORKS};
use super::openings::Openings;
use super::phrase::is_end_mark;
use super::sieve::Sieve;
use super::spread;
use super::trie::is_told_apart;
use super::{Listed, Lists, Phrase, Sought, part, rules, table};
use std::collections::BTreeSet;

/// A phrase with its list and its place in it, and its heads.
type Known = (usize, usize, &'static Phrase, Vec<Vec<char>>);

fn known() -> Vec<Known> {
    let lists = rules().into_iter().filter_map(table::number_of);
    let phrases = lists.flat_map(|list| table::phrases(list).enumerate().map(move |it| (list, it)));
    let heads =
        |phrase: &Phrase| phrase.heads(LENGTH, MOST).iter().map(|head| head.chars().to_vec()).collect();
    phrases.map(|(list, (index, phrase))| (list, index, phrase, heads(phrase))).collect()
}

/// How the phrases begin that are not listed line by line.
fn begun(known: &[Known]) -> Vec<Option<Vec<Head>>> {
    let begun = |phrase: &Phrase| spread::lines(phrase).is_none().then(|| spread::heads(phrase));
    known.iter().map(|(_, _, phrase, _)| begun(phrase)).collect()
}

/// Whether the table says that a line may be a phrase.
fn may_be((_, _, phrase, heads): &Known, begun: Option<&[Head]>, folded: &[char]) -> bool {
    match begun {
        Some(begun) => begun.iter().any(|head| folded.starts_with(head.chars())),
        // a phrase that is all of a line begins as it does
        None => heads.iter().any(|head| folded.starts_with(head)) && phrase.is(folded),
    }
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
fn the_table_finds_the_phrases_that_may_be_a_line() {
    let known = known();
    let begun = begun(&known);
    for line in lines(&known).iter().step_by(3).filter(|line| line.chars().all(is_told_apart)) {
        let folded = fold(line);
        let found = |heads: &[Vec<char>]| {
            let lengths = heads.iter().filter(|head| folded.starts_with(head)).map(Vec::len);
            lengths.min().map(|length| length.min(SHORTEST))
        };
        let mut expected: Vec<BTreeSet<(usize, usize)>> = vec![BTreeSet::new(); 31];
        for (it, begun) in known.iter().zip(&begun) {
            let (list, index, _, heads) = it;
            if may_be(it, begun.as_deref(), &folded) {
                expected[*list].insert((found(heads).unwrap(), *index));
            }
        }
        for (list, expected) in expected.iter().enumerate() {
            let mut all = known.iter().filter(|(of, ..)| *of == list);
            let expected = expected.iter().map(|(_, index)| *index);
            let expected = expected.filter_map(|index| all.clone().find(|it| it.1 == index)).map(|it| it.2);
            // of those that are told by the line that they are, the first is enough
            let (told, begun): (Vec<&Phrase>, Vec<&Phrase>) =
                expected.partition(|phrase| spread::lines(phrase).is_some());
            let found = table::candidates(list, line, true);
            assert!(found.is_some() || all.next().is_none());
            let (of_told, of_begun) = found.unwrap_or_default();
            let phrase_of = |(_, number): &Found| table::phrase(*number);
            assert_eq!(of_told.as_ref().and_then(phrase_of), told.first().copied(), "{line}");
            let (of_begun, mut before) = (of_begun.into_iter().collect::<BTreeSet<_>>(), BTreeSet::new());
            let of_begun = of_begun.iter().filter(|(_, number)| before.insert(*number));
            assert!(of_begun.filter_map(phrase_of).eq(begun), "{line}");
        }
    }
}

#[test]
fn the_table_tells_which_lists_may_hold_a_line() {
    let known = known();
    let begun = begun(&known);
    for line in lines(&known).iter().step_by(3) {
        let folded = fold(line);
        let is_network = |name: &Vec<char>| folded.starts_with(name) && is_marks(&folded[name.len()..]);
        let mut lists = if part::networks().iter().any(is_network) { NETWORKS } else { 0 };
        for (it, begun) in known.iter().zip(&begun) {
            lists |= u32::from(may_be(it, begun.as_deref(), &folded)) << it.0;
        }
        assert_eq!(table::lists(line).may_hold(), lists, "{line}");
    }
}

#[test]
fn the_table_tells_which_lists_hold_a_line() {
    for line in &lines(&known()) {
        let sought = Sought::new(line);
        for list in rules().into_iter().filter_map(table::number_of) {
            assert_eq!(sought.is_in(list), table::find(list, &sought).is_some(), "{line}");
        }
    }
}

#[test]
fn no_listed_line_is_held_back() {
    for (list, _, phrase, _) in &known() {
        for line in spread::lines(phrase).unwrap_or_default().iter().step_by(5) {
            let line: String = line.iter().collect();
            let spaced: String = line.chars().flat_map(|char| [char.to_ascii_uppercase(), ' ']).collect();
            for line in [format!("{line} »"), format!("{spaced}:"), line.replace('0', "1,000.50")] {
                assert_eq!(table::lists(&line).whole >> list & 1, 1, "{line}");
            }
        }
    }
}

fn is_marks(chars: &[char]) -> bool {
    chars.iter().all(|char| is_end_mark(*char))
}

#[test]
fn a_list_made_now_finds_what_the_table_finds() {
    let known = known();
    for line in lines(&known).iter().step_by(4) {
        for rule in rules() {
            let in_table = super::find(rule, &Sought::new(line)).map(Phrase::written);
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

#[test]
fn a_sieve_holds_no_line_of_a_list_back() {
    let mut sieve = Sieve::default();
    let chars = |text: &str| text.chars().collect::<Vec<_>>();
    for line in
        ["sharethis", "menu", "été", "0comments", "x", "0.ply", "it'sus", "publié", "subscribé", "abcdefgé"]
    {
        sieve.add_line(&chars(line));
    }
    for head in ["by", "tags:", "data", "readmoreon", "in0", "recommended"] {
        sieve.add_head(&chars(head));
    }
    for line in [
        "S H A R E this, too",
        "Menu",
        " M enu\t: ",
        "Menu »",
        "Été et hiver",
        "12 comments",
        "1,200.5 comments",
        "X",
        "x.",
        "7. P L Y",
        "7ply",
        "IT`S US!",
        "By the sea",
        "By",
        "Tags: sea",
        "Tags:",
        "Datapoint",
        "Read more on",
        "In 7 days",
        "In 12.5",
        "Recomme\u{301}nded",
        "Publi é",
        "Subscrib é",
        "Abcdefge\u{301}",
    ] {
        assert!(sieve.lets_through(line), "{line}");
    }
    for line in ["Shark fins", "Menus of old", "Ferries", "The sea", "7 comets", "", "Recommit it", "1. Menu"]
    {
        assert!(!sieve.lets_through(line), "{line}");
    }
}

#[test]
fn openings_hold_no_line_of_their_list_back() {
    let mut openings = Openings::of(2);
    for (list, line) in [(2, "menu"), (2, "x"), (2, "tv"), (2, "été"), (2, "7days"), (1, "share")] {
        openings.add(list, &line.chars().collect::<Vec<_>>());
    }
    for words in
        ["Menu", "M E N U and more", "Men", "X", "XY Z", "x: a", "TV", "tvs", "Été", "7 days", "Sé", ""]
    {
        assert!(openings.may_open(words), "{words}");
    }
    for words in ["Share", "The menu", "Tens", "T w x y"] {
        assert!(!openings.may_open(words), "{words}");
    }
}

#[test]
fn what_may_be_an_entry_may_open_one() {
    let lists = Lists::new("navigation", None);
    let mut opened = [0; 2];
    for line in &lines(&known()) {
        let listed = Listed::of(line);
        let may_open = lists.may_open(line);
        assert!(may_open || !lists.may_hold(listed) && !listed.may_be_network(), "{line}");
        assert!(may_open || lists.reach(line).is_none(), "{line}");
        let letters = line.chars().filter(char::is_ascii_alphabetic).count();
        let goes_on = if line.ends_with(char::is_alphabetic) { " of the sea" } else { "" };
        let reach = lists.reach(&format!("{line}{goes_on}"));
        assert!(!lists.may_hold(listed) && !listed.may_be_network() || reach >= Some(letters), "{line}");
        opened[usize::from(may_open)] += 1;
    }
    assert!(opened.iter().all(|count| *count > 100), "{opened:?}");
}
