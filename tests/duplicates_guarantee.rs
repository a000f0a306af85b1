//! The guarantee of the search for duplicates, as `src/duplicates/guide.md` gives it: no pair is missed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use std::path::Path;
use unicode_normalization::char::is_combining_mark;
use unscrape::document::{Document, Kind};
use unscrape::duplicates::{Detail, LONGEST, MOST_LISTED, MOST_PARAGRAPHS, Pairs, Paragraphs, canonical};
use unscrape::edit::{Span, Verdict};
use unscrape::{Notice, Options, Policy, Threshold, clean};

const THRESHOLDS: [u16; 10] = [750, 765, 800, 834, 850, 900, 930, 950, 990, 1000];

const FERRY: &str = "The night ferry to Orsund came in four hours late on Tuesday, and nobody was surprised.";
const OTHER: &str =
    "The harbour master had seen it coming for a week, and had said so to everybody who asked.";

/// The letters of ten scripts, and whether words stand apart in them.
const SCRIPTS: [(&str, bool); 10] = [
    ("[a-zäé]", true),
    ("[а-яё]", true),
    ("[α-ωά]", true),
    ("[ا-ي]", true),
    ("[א-ת]", true),
    ("[क-ह][ािी]?", true),
    ("[ก-ฮ]", false),
    ("[一-丿]", false),
    ("[ぁ-んァ-ン一-丅]", false),
    ("[가-긱]", true),
];

fn pairs(text: &str, thousandths: u16) -> Pairs {
    let document = Document::new(text);
    Pairs::of(&Paragraphs::of(&document), Threshold::thousandths(thousandths).unwrap())
}

/// What the guarantee says of paragraphs, one to a block, word for word: pairs by their blocks, for each threshold.
fn brute_force(paragraphs: &[String], thresholds: &[u16]) -> Vec<BTreeSet<(usize, usize)>> {
    let forms: Vec<String> = paragraphs.iter().map(|paragraph| canonical(paragraph)).collect();
    let first = |place: usize| forms.iter().position(|form| *form == forms[place]).unwrap();
    let mut found = vec![BTreeSet::new(); thresholds.len()];
    for two in 0..forms.len() {
        for one in 0..two {
            let longest = forms[one].chars().count().max(forms[two].chars().count());
            let distance = strsim::levenshtein(&forms[one], &forms[two]);
            let is_copy_of_first = distance == 0 && first(two) == one;
            let are_different = first(one) == one && first(two) == two;
            for (found, threshold) in found.iter_mut().zip(thresholds) {
                let is_near = 1000 * distance <= usize::from(1000 - threshold) * longest;
                if is_copy_of_first || are_different && is_near {
                    found.insert((one, two));
                }
            }
        }
    }
    found
}

/// Whether the paragraph is compared: at least 40 characters, wide ones twice, and more than half of them letters.
fn is_compared(paragraph: &str) -> bool {
    let form = canonical(paragraph);
    let is_wide = |char: char| matches!(char, '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    let width: usize = form.chars().map(|char| if is_wide(char) { 2 } else { 1 }).sum();
    let letters = form.chars().filter(|char| char.is_alphabetic() || is_combining_mark(*char)).count();
    width >= 40 && 2 * letters > form.chars().count() && form.matches('|').count() < 2
}

fn assert_all_are_found(paragraphs: &[String], thresholds: &[u16]) {
    let text = paragraphs.join("\n\n");
    assert_eq!(Document::new(&text).blocks().len(), paragraphs.len(), "each is a block: {text}");
    for (wanted, &thousandths) in brute_force(paragraphs, thresholds).into_iter().zip(thresholds) {
        let found = pairs(&text, thousandths);
        assert_eq!(found.unlisted.total(), 0);
        let found: BTreeSet<(usize, usize)> = found
            .list
            .iter()
            .filter(|pair| pair.verdict != Verdict::Contained)
            .map(|pair| (pair.first, pair.second))
            .collect();
        assert_eq!(found, wanted, "at {thousandths}: {text}");
    }
}

/// A word of a script.
fn word((letters, _): (&str, bool)) -> impl Strategy<Value = String> + use<> {
    proptest::string::string_regex(&format!("({letters}){{2,7}}")).unwrap()
}

/// A number of words of one script, and what stands between them.
fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = (Vec<String>, &'static str)> {
    select(&SCRIPTS[..]).prop_flat_map(move |script| {
        let between = if script.1 { " " } else { "" };
        (proptest::collection::vec(word(script), count.clone()), Just(between))
    })
}

/// A paragraph and others made of it by a few edits, some of numbers only.
fn family() -> impl Strategy<Value = Vec<String>> {
    let edit = (0..200_usize, select(&["", "x", "й", "字", "ا", "กา", "7", "42", " "][..]));
    let edits = proptest::collection::vec(proptest::collection::vec(edit, 0..16), 1..5);
    (words(6..14), 0..100_u32, edits).prop_map(|((words, between), number, edits)| {
        let base = format!("w{}{between}{number}.", words.join(between));
        let variant = |edits: Vec<(usize, &str)>| {
            let mut chars: Vec<String> = base.chars().map(String::from).collect();
            for (at, insert) in edits {
                let at = 1 + at % (chars.len() - 1);
                insert.clone_into(&mut chars[at]);
            }
            chars.concat()
        };
        let variants: Vec<String> = edits.into_iter().map(variant).collect();
        [vec![base.clone()], variants].concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_pair_of_generated_paragraphs_is_missed(
        families in proptest::collection::vec(family(), 1..3),
    ) {
        let paragraphs = families.concat();
        prop_assume!(paragraphs.iter().all(|paragraph| is_compared(paragraph)));
        assert_all_are_found(&paragraphs, &THRESHOLDS);
    }

    #[test]
    fn no_shared_passage_of_twelve_words_is_missed(
        (words, between) in words(120..130),
        length in 12..30_usize,
        (before, after) in (0..20_usize, 0..20_usize),
        kind in select(&["summary", "split", "joined", "quoted"][..]),
        in_order in any::<bool>(),
    ) {
        // two letters of a script without blanks are half a word, four of Thai one
        let length = if between.is_empty() { 2 * length } else { length };
        let passage = words[..length].join(between);
        let rest = &words[length..];
        let own = |from: usize, count: usize| rest[from..(from + count).min(rest.len())].join(between);
        // so that the passage is one of whole words: kana and Thai letters run together
        let around = |one: String, passage: &str, two: String| format!("{one}, {passage}, {two}");
        let (body, part) = match kind {
            "summary" => (around(own(0, before), &passage, own(20, after + 8)), passage.clone()),
            // the beginning of a paragraph on its own
            "split" => (around(String::new(), &passage, own(0, after + 8)), passage.clone()),
            // a paragraph and what followed it
            "joined" => (passage.clone(), around(String::new(), &passage, own(0, after + 8))),
            _ => (around(own(0, before), &passage, own(20, after)), around(own(40, 8), &passage, String::new())),
        };
        let (first, second) = if in_order { (body, part) } else { (part, body) };
        let (first, second) = (format!("w. {first} w."), format!("v. {second} v."));
        let text = format!("{first}\n\n{second}");
        prop_assume!(is_compared(&first) && is_compared(&second) && Document::new(&text).blocks().len() == 2);
        let pairs = pairs(&text, 1000);
        let holds = |span: Span| span.of(&text).contains(&passage);
        let is_found = pairs.list.iter().any(|pair| match &pair.detail {
            Detail::Share(passages) => passages.iter().any(|(one, two)| holds(*one) && holds(*two)),
            Detail::Equal | Detail::Differ(_) => false,
        });
        prop_assert!(is_found, "{kind}: {passage}\nin {text}\n{pairs:?}");
    }
}

#[test]
fn no_pair_of_sample_paragraphs_is_missed() {
    let mut paragraphs = BTreeSet::new();
    for folder in ["samples", "samples/traps"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for file in std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
        {
            let text = std::fs::read_to_string(file).unwrap();
            let document = Document::new(&text);
            let prose = (0..document.blocks().len()).map(|block| document.block_text(block));
            paragraphs
                .extend(prose.filter(|text| is_compared(text) && !text.contains('\n')).map(str::to_owned));
        }
    }
    // those that are a paragraph wherever they stand
    let is_paragraph = |text: &String| {
        let document = Document::new(text);
        Pairs::of(&Paragraphs::of(&document), Threshold::default()).list.is_empty()
            && document.blocks().len() == 1
            && document.block(0).kind() == Kind::Paragraph
    };
    let mut paragraphs: Vec<String> = paragraphs.into_iter().filter(is_paragraph).collect();
    assert!(paragraphs.len() > 100);
    let copies: Vec<String> =
        paragraphs.iter().step_by(3).map(|text| text.replace(['e', 'е', '的'], "ö")).collect();
    paragraphs.extend(copies);
    assert_all_are_found(&paragraphs, &THRESHOLDS);
}

#[test]
fn each_pair_has_a_verdict() {
    let text = [FERRY, &FERRY.replace("four", "five"), &FERRY.replace("Tuesday", "Monday"), OTHER, FERRY]
        .join("\n\n");
    let verdicts: Vec<(usize, usize, Verdict)> =
        pairs(&text, 900).list.iter().map(|pair| (pair.first, pair.second, pair.verdict)).collect();
    assert_eq!(
        verdicts,
        [
            (0, 1, Verdict::NumbersDiffer),
            (0, 2, Verdict::WordsDiffer),
            (0, 4, Verdict::Same),
            (1, 2, Verdict::NumbersDiffer)
        ]
    );
    let near = pairs(&format!("{FERRY}\n\n{}\n", FERRY.replace("came in", "arrived")), 900);
    assert_eq!(near.list[0].verdict, Verdict::Near);
    let contained = pairs(&format!("{FERRY}\n\n{OTHER} {FERRY}\n"), 900).list;
    assert_eq!((contained[0].verdict, contained[0].first, contained[0].second), (Verdict::Contained, 1, 0));
}

#[test]
fn a_float_would_be_one_edit_off() {
    let base = "harbour ".repeat(12) + "and.";
    let other = base.replacen('h', "x", 7);
    assert_eq!((base.len(), strsim::levenshtein(&base, &other)), (100, 7));
    assert!(strsim::normalized_levenshtein(&base, &other) < 0.93);
    assert_eq!(pairs(&format!("{base}\n\n{other}"), 930).list.len(), 1);
}

/// A number as a word.
fn in_letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'k')).collect()
}

/// Lines of many lengths, with nothing in common that would be told.
fn lines(count: usize) -> Vec<String> {
    let line = |number: usize| {
        format!("The line with this is here {}.", format!("{} ", in_letters(number)).repeat(12 + number % 40))
    };
    (0..count).map(line).collect()
}

#[test]
fn beyond_the_limit_on_paragraphs_all_but_near_ones_are_found_and_it_is_told() {
    let others = [
        FERRY.to_owned(),
        FERRY.replace("came in", "arrived"),
        FERRY.to_owned(),
        format!("{OTHER} {FERRY}"),
        "On day 1 the harbour master had seen it coming.".to_owned(),
        "On day 2 the harbour master had seen it coming.".to_owned(),
    ];
    let found = |lines: Vec<String>| {
        let at = lines.len();
        let found = pairs(&[&lines[..], &others].concat().join("\n\n"), 990);
        let of_others = found.list.iter().filter(|pair| pair.first >= at && pair.second >= at);
        let of_others: Vec<_> =
            of_others.map(|pair| (pair.first - at, pair.second - at, pair.verdict)).collect();
        (of_others, found.unsearched)
    };
    let many = MOST_PARAGRAPHS;
    let (pairs, unsearched) = found(lines(many));
    assert_eq!(pairs, [(0, 2, Verdict::Same), (3, 0, Verdict::Contained)]);
    assert_eq!(unsearched.paragraphs, many + 5);
    let text = [&lines(many)[..], &others].concat().join("\n\n");
    let notices = clean(&text, &Options { duplicates: Policy::Report, ..Options::default() }).notices;
    assert_eq!(notices.iter().filter(|notice| matches!(notice, Notice::NearNotSearched(_))).count(), 1);
}

#[test]
fn beyond_the_limit_on_length_all_but_near_ones_are_found_and_it_is_told() {
    let words = |from: usize| (from..from + 6_000).map(in_letters).collect::<Vec<_>>().join(" ");
    let long = words(0);
    assert!(long.len() > LONGEST);
    let text = format!("{long} once.\n\n{long} twice.\n\n{FERRY}\n\n{}", FERRY.replace("came in", "arrived"));
    let found = pairs(&text, 900);
    let verdicts: Vec<_> = found.list.iter().map(|pair| (pair.first, pair.second, pair.verdict)).collect();
    assert_eq!(verdicts, [(0, 1, Verdict::Contained), (2, 3, Verdict::Near)]);
    assert_eq!((found.unsearched.paragraphs, found.unsearched.long), (0, 2));
}

#[test]
fn a_thousand_pairs_are_told_and_the_rest_is_counted() {
    let form = |number: usize| format!("In hall {number} there is a ferry that nobody has ever seen go out.");
    let text = (0..300).map(form).collect::<Vec<_>>().join("\n\n");
    let notices = clean(&text, &Options { duplicates: Policy::Report, ..Options::default() }).notices;
    let told = notices.iter().filter(|notice| matches!(notice, Notice::Alike { .. })).count();
    let more = notices.iter().find_map(|notice| match notice {
        Notice::MoreAlike(counts) => Some(counts.of(Verdict::NumbersDiffer)),
        _ => None,
    });
    assert_eq!((told, more), (MOST_LISTED, Some(300 * 299 / 2 - 1_000)));
}

#[test]
fn a_passage_that_stands_everywhere_is_told_with_eight_of_them_at_least() {
    let quote = "to be or not to be that is the question whether it is nobler here";
    let own = |number: usize| (0..40).map(|n| in_letters(100 * number + n)).collect::<Vec<_>>().join(" ");
    let text = (0..20).map(|number| format!("{} {quote}.", own(number))).collect::<Vec<_>>().join("\n\n");
    let found = pairs(&text, 900).list;
    for second in 1..20 {
        let firsts: BTreeSet<usize> = found
            .iter()
            .filter(|pair| pair.verdict == Verdict::Contained)
            .flat_map(|pair| [(pair.first, pair.second), (pair.second, pair.first)])
            .filter(|pair| pair.1 == second && pair.0 < second)
            .map(|pair| pair.0)
            .collect();
        assert!(firsts.len() >= second.min(8), "{second}: {firsts:?}");
        // and not with all: the list would grow with the square
        assert!(second < 15 || firsts.len() < second, "{second}: {firsts:?}");
    }
}
