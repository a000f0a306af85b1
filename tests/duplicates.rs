//! Which copies go, and which are meant.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unscrape::document::About;
use unscrape::duplicates::{Structure, canonical};
use unscrape::edit::{Edit, Evidence, Span, Verdict};
use unscrape::{Notice, Options, Policy, clean, clean_about};

const FERRY: &str = "The night ferry to Orsund came in four hours late on Tuesday, and nobody was surprised.";
const OTHER: &str =
    "The harbour master had seen it coming for a week, and had said so to everybody who asked.";

/// A sentence in each script.
const SENTENCES: &[(&str, &str)] = &[
    ("Latin", "Ở bến cảng, chiếc phà đêm đến trễ bốn giờ, và không ai ngạc nhiên cả."),
    ("Cyrillic", "Ночной паром пришёл с опозданием на четыре часа, и никто этому не удивился."),
    ("Greek", "Το νυχτερινό πλοίο ήρθε με καθυστέρηση, και κανείς δεν ξαφνιάστηκε."),
    ("Arabic", "وصلت العبّارة الليلية متأخرة أربع ساعات، ولم يفاجأ أحدٌ على الرصيف."),
    ("Hebrew", "מעבורת הלילה הגיעה באיחור של ארבע שעות, ואיש על הרציף לא הופתע."),
    ("Devanagari", "रात की नौका चार घंटे देर से पहुँची, और घाट पर कोई भी हैरान नहीं हुआ।"),
    ("Thai", "เรือข้ามฟากกลางคืนมาถึงช้าไปสี่ชั่วโมง และไม่มีใครที่ท่าเรือรู้สึกแปลกใจ"),
    ("Chinese", "夜间渡轮晚了四个小时才到，码头上没有人感到意外。"),
    ("Japanese", "夜のフェリーは四時間おくれて着いたが、誰もおどろかなかった。"),
    ("Korean", "밤 여객선은 네 시간 늦게 도착했지만 부두의 누구도 놀라지 않았다."),
];

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
fn what_a_text_means_to_say_twice_stays_and_is_told() {
    for (structure, said) in [
        (Structure::Speech, "A: I do not remember what happened on that day, sir."),
        (Structure::Speech, "问：您还记得那天晚上在码头发生了什么事情吗？"),
        (Structure::Entries, "14:05 Still nothing new from the harbour office, they say there."),
        (Structure::Entries, "2026-03-01 Mends the crane on the south quay and paints the shed."),
        (Structure::Prices, "A cup of coffee with milk and a slice of the cake of the day, 7.50 €"),
        (
            Structure::Verse,
            "The lamps go out along the quay, one by one,\nand nobody is there to see them go.",
        ),
    ] {
        let text = format!("{said}\n\n{said}\n\n{OTHER}\n");
        let cleaned = clean(&text, &Options::default());
        assert_eq!(cleaned.text, text);
        assert_eq!(cleaned.notices, [Notice::Meant { structure, copies: 1 }], "{said}");
    }
}

#[test]
fn a_passage_that_a_page_holds_twice_goes_once() {
    let article = format!(
        "# Late again\n\n{FERRY}\n\n{OTHER}\n\n{FERRY} {OTHER} {FERRY} {OTHER}\n\n- one\n- two\n\nThe end of it.\n"
    );
    assert_eq!(cleaned(&format!("{article}\n{article}")), article);
    assert_eq!(
        cleaned(&format!("{article}\nFrom another page.\n\n{article}")),
        format!("{article}\nFrom another page.\n")
    );
}

#[test]
fn each_script_is_compared() {
    for (script, sentence) in SENTENCES {
        let other = format!("{OTHER} {sentence}");
        let text = format!("{sentence}\n\n{sentence}\n\n{other}\n");
        assert_eq!(cleaned(&text), format!("{sentence}\n\n{other}\n"), "{script}");
        let decomposed: String = sentence.nfd().collect();
        let text = format!("{sentence}\n\n{decomposed}\n\n{OTHER}\n");
        assert_eq!(cleaned(&text), format!("{sentence}\n\n{OTHER}\n"), "{script}, decomposed");
    }
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
    for other in [
        FERRY.replace("Orsund", "Arsund"),
        FERRY.replace("nobody", "everybody"),
        FERRY.replace("four", "4"),
        FERRY.replace("four", "five"),
    ] {
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

#[test]
fn a_copy_goes_only_against_one_that_stays_and_that_it_is_a_copy_of() {
    // each is nearly equal to the next, and the first is not to the third
    let words = |from: usize| {
        let word = |at| if at < from { "xx" } else { "yyyy" };
        (0..30).map(word).collect::<Vec<_>>().join(" ")
    };
    let [first, second, third] = [0, 3, 6].map(words);
    let all = with(Policy::All);
    let text = |paragraphs: &[&str]| paragraphs.join("\n\n");
    assert_eq!(clean(&text(&[&first, &second, &third]), &all).text, text(&[&first, &third]));
    assert_eq!(clean(&text(&[&second, &first, &third]), &all).text, text(&[&second]));
    assert_eq!(clean(&text(&[&first, &third, &second]), &all).text, text(&[&first, &third]));
}

/// Blocks of which documents that repeat themselves are made.
const BLOCKS: &[&str] = &[
    FERRY,
    OTHER,
    "The night ferry to Orsund came in four hours late on Tuesday, and nobody there was surprised.",
    "So the baker on the quay had kept his oven warm, and sold out by ten, as he does on such days. He said so himself.",
    "# Late again",
    "- one\n- two",
    "Short.",
    "A: I do not remember what happened on that day, sir.",
    "```\nlet x = 1;\n```",
    "Advertisement",
    "Share this article",
    "The night ferry to Orsund came in four hours late on Tuesday, and nobody was surprised. And so on.",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_copy_goes_against_one_that_stays_and_cleaning_again_changes_nothing(
        blocks in proptest::collection::vec(proptest::sample::select(BLOCKS), 1..40),
        twice in any::<bool>(),
        policy in proptest::sample::select(&[Policy::Safe, Policy::All][..]),
        described in proptest::option::of(proptest::sample::select(BLOCKS)),
    ) {
        let about = About { description: described.map(str::to_owned), ..About::default() };
        let text = blocks.join("\n\n").repeat(if twice { 2 } else { 1 });
        let options = with(policy);
        let cleaned = clean_about(&text, &about, &options);
        prop_assert_eq!(&clean_about(&cleaned.text, &about, &options).text, &cleaned.text);
        let gone: Vec<Span> = cleaned.edits.iter().map(Edit::span).collect();
        for reason in cleaned.edits.iter().flat_map(Edit::reasons) {
            let Evidence::Copy(copy) = reason.evidence else { continue };
            prop_assert!(gone.iter().all(|gone| !gone.contains(copy.kept)), "{:?} went", copy.kept);
            let forms = [copy.kept, reason.place()].map(|span| canonical(span.of(&text)));
            prop_assert_eq!(copy.verdict == Verdict::Same, forms[0] == forms[1]);
            prop_assert!(copy.verdict != Verdict::Contained || forms[0].contains(&forms[1]));
        }
    }
}
