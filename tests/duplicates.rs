//! Which paragraphs are alike, which of them go, and that no pair is missed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use unscrape::document::{About, Document};
use unscrape::duplicates::{Pair, Pairs, Paragraphs, canonical};
use unscrape::edit::Verdict;
use unscrape::{Options, Policy, Threshold, clean, clean_about};

const FERRY: &str = "The night ferry to Orsund came in four hours late on Tuesday, and nobody was surprised.";
const OTHER: &str =
    "The harbour master had seen it coming for a week, and had said so to everybody who asked.";

fn with(duplicates: Policy) -> Options {
    Options { duplicates, ..Options::default() }
}

fn cleaned(text: &str) -> String {
    clean(text, &Options::default()).text.into_owned()
}

#[test]
fn the_canonical_form_folds_what_readers_do_not_see() {
    assert_eq!(canonical("  a\u{a0}\n b  "), "a b");
    assert_eq!(
        canonical("\u{201c}caf\u{e9}\u{201d} \u{2014} it\u{2019}s\u{2026}"),
        canonical("\"cafe\u{301}\" - it's...")
    );
    assert_eq!(canonical("so\u{ad}ft\u{200b}"), "soft");
    assert_ne!(canonical("Word 1"), canonical("word 2"));
}

#[test]
fn a_copy_beside_a_paragraph_goes_and_the_first_stays() {
    assert_eq!(
        cleaned(&format!("{FERRY}\n\n{FERRY}\n\n{FERRY}\n\n{OTHER}\n")),
        format!("{FERRY}\n\n{OTHER}\n")
    );
}

#[test]
fn neighbours_are_those_that_are_still_there() {
    assert_eq!(cleaned(&format!("{FERRY}\n![]()\n{FERRY}\n{OTHER}\n")), format!("{FERRY}\n{OTHER}\n"));
    assert_eq!(
        cleaned(&format!("{FERRY}\nAdvertisement\n{FERRY}\n{OTHER}\n")),
        format!("{FERRY}\n{OTHER}\n")
    );
}

#[test]
fn a_copy_is_known_in_other_quotes_and_blanks() {
    let text = "\u{201c}It\u{2019}s late\u{201d}, she said \u{2014} and everybody on the quay knew it was.\n";
    let copy = "\"It's late\", she said - and everybody  on the quay knew it was.\n";
    assert_eq!(cleaned(&format!("{text}{copy}{OTHER}\n")), format!("{text}{OTHER}\n"));
}

#[test]
fn short_lines_verse_lists_quotes_and_code_stay() {
    for text in [
        "Yes, she said.\nYes, she said.\n".to_owned(),
        "The lamps go out along the long and northern quay,\nThe lamps go out along the long and northern quay,\n\
         And nobody is there to see them go.\n"
            .to_owned(),
        format!("- {FERRY}\n- {FERRY}\n"),
        format!("> {FERRY}\n\n> {FERRY}\n"),
        format!("    {FERRY}\n\n{OTHER}\n\n    {FERRY}\n"),
        "# A heading of more than forty characters in all\n\n# A heading of more than forty characters in all\n".to_owned(),
    ] {
        assert_eq!(cleaned(&text), text);
    }
}

#[test]
fn a_copy_never_goes_against_one_that_a_rule_takes() {
    let promo = "Also read: The very long story of the harbour that never slept";
    let text = format!("{OTHER}\n\n{promo}\n\n{FERRY}\n\n## See also\n\n{promo}\n");
    assert!(clean(&text, &with(Policy::All)).text.ends_with(&format!("## See also\n\n{promo}\n")));
}

#[test]
fn what_is_said_twice_stays() {
    let said = "A: I do not remember what happened on that day, sir.";
    assert_eq!(cleaned(&format!("{said}\n\n{said}\n")), format!("{said}\n\n{said}\n"));
}

#[test]
fn copies_that_stand_apart_stay_unless_all_are_asked_for() {
    let text = format!("{FERRY}\n\n{OTHER}\n\n{FERRY}\n");
    assert_eq!(cleaned(&text), text);
    assert_eq!(clean(&text, &with(Policy::All)).text, format!("{FERRY}\n\n{OTHER}\n"));
    assert_eq!(clean(&text, &with(Policy::Report)).text, text);
    assert!(clean(&text, &with(Policy::Off)).notices.is_empty());
}

#[test]
fn nearly_equal_paragraphs_go_only_where_no_number_name_or_negation_differs() {
    let near = FERRY.replace("came in", "arrived");
    let all = with(Policy::All);
    assert_eq!(clean(&format!("{FERRY}\n{OTHER}\n{near}\n"), &all).text, format!("{FERRY}\n{OTHER}\n"));
    for other in
        [FERRY.replace("Orsund", "Arsund"), FERRY.replace("nobody", "everybody"), FERRY.replace("four", "4")]
    {
        let text = format!("{FERRY}\n{OTHER}\n{other}\n");
        assert_eq!(clean(&text, &all).text, text, "{other}");
    }
}

#[test]
fn the_records_own_description_goes_where_a_longer_passage_holds_it() {
    let text = format!("{FERRY}\n\n{FERRY} {OTHER}\n");
    assert_eq!(cleaned(&text), text);
    let about = About { description: Some(FERRY.to_owned()), ..About::default() };
    let cleaned_about = clean_about(&text, &about, &Options::default());
    assert_eq!(cleaned_about.text, format!("{FERRY} {OTHER}\n"));
    let front = format!("---\ndescription: {FERRY}\n---\n\n{text}");
    assert_eq!(cleaned(&front), format!("---\ndescription: {FERRY}\n---\n\n{FERRY} {OTHER}\n"));
}

#[test]
fn a_description_that_stands_there_often_is_looked_for_once() {
    // 3,000 copies in 500 KB: were the longer passage looked for anew for each, this would take long
    let text = format!("{FERRY}\n\n{OTHER}\n\n").repeat(3_000);
    let about = About { description: Some(FERRY.to_owned()), ..About::default() };
    assert_eq!(clean_about(&text, &about, &Options::default()).text, text);
    let longer = format!("{text}{FERRY} And so on.\n");
    let cleaned = clean_about(&longer, &about, &Options::default());
    assert!(!cleaned.text.contains(&format!("{FERRY}\n")));
    assert!(cleaned.text.ends_with(" And so on.\n"));
}

fn pairs(text: &str, threshold: u16) -> Vec<Pair> {
    let document = Document::new(text);
    Pairs::of(&Paragraphs::of(&document), Threshold::thousandths(threshold).unwrap()).list
}

#[test]
fn each_pair_has_a_verdict() {
    let text = [FERRY, &FERRY.replace("four", "five"), &FERRY.replace("Tuesday", "Monday"), OTHER, FERRY]
        .join("\n\n");
    let verdicts: Vec<(usize, usize, Verdict)> =
        pairs(&text, 900).iter().map(|pair| (pair.first, pair.second, pair.verdict)).collect();
    assert_eq!(
        verdicts,
        [
            (0, 1, Verdict::Near),
            (0, 2, Verdict::WordsDiffer),
            (0, 4, Verdict::Same),
            (1, 2, Verdict::WordsDiffer)
        ]
    );
    let numbers = pairs(&format!("{FERRY} 12\n\n{FERRY} 13\n"), 900);
    assert_eq!(numbers[0].verdict, Verdict::NumbersDiffer);
    let contained = pairs(&format!("{FERRY}\n\n{OTHER} {FERRY}\n"), 900);
    assert_eq!((contained[0].verdict, contained[0].first, contained[0].second), (Verdict::Contained, 1, 0));
}

/// A paragraph long enough to be compared, and a few edits of it.
fn family() -> impl Strategy<Value = Vec<String>> {
    let alphabet = prop_oneof![Just("[a-e ]"), Just("[а-д ]"), Just("[\u{4e00}-\u{4e08}]"), Just("[א-ה ]")];
    let base =
        alphabet.prop_flat_map(|class| proptest::string::string_regex(&format!("{class}{{60,90}}")).unwrap());
    let edits = proptest::collection::vec(proptest::collection::vec((0..90usize, "[xyй字]?"), 0..14), 2..5);
    (base, edits).prop_map(|(base, edits)| {
        let variant = |edits: Vec<(usize, String)>| {
            let mut chars: Vec<String> = base.chars().map(String::from).collect();
            for (at, insert) in edits {
                let at = at % chars.len();
                chars[at] = insert;
            }
            format!("w{}w.", chars.concat())
        };
        edits.into_iter().map(variant).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_pair_is_missed(family in family(), threshold in proptest::sample::select(vec![750u16, 800, 850, 900, 930, 950, 990, 1000])) {
        let text = family.join("\n\n");
        let document = Document::new(&text);
        let paragraphs = Paragraphs::of(&document);
        let mut expected = Vec::new();
        let forms: Vec<(usize, String)> =
            (0..document.blocks().len()).map(|block| (block, canonical(document.block_text(block)))).collect();
        // what is too short, or mostly blanks, is not compared
        let is_compared = |form: &String| {
            let letters = form.chars().filter(|char| char.is_alphabetic()).count();
            form.chars().count() >= 40 && letters * 2 > form.chars().count()
        };
        prop_assume!(forms.len() == family.len() && forms.iter().all(|(_, form)| is_compared(form)));
        for (second, b) in &forms {
            for (first, a) in &forms[..*second] {
                let longest = a.chars().count().max(b.chars().count());
                let distance = strsim::levenshtein(a, b);
                let is_first = |block: usize, form: &String| forms.iter().find(|(_, other)| other == form).unwrap().0 == block;
                let compared = distance == 0 && is_first(*first, a) || is_first(*first, a) && is_first(*second, b);
                if compared && distance * 1000 <= usize::from(1000 - threshold) * longest {
                    expected.push((*first, *second));
                }
            }
        }
        expected.sort_unstable();
        let found = Pairs::of(&paragraphs, Threshold::thousandths(threshold).unwrap());
        let found: Vec<(usize, usize)> = found.list.iter()
            .filter(|pair| pair.verdict != Verdict::Contained)
            .map(|pair| (pair.first, pair.second)).collect();
        prop_assert_eq!(found, expected);
    }
}
