//! What holds for every text: blocks are the text, cleaning is idempotent and can be undone, nothing panics.

mod texts;

use proptest::prelude::*;
use std::borrow::Cow;
use std::rc::Rc;
use texts::{options, text};
use unscrape::document::{Before, Block, Document, Kind, Layout, Protect, Removals};
use unscrape::edit::{Edit, Edits, Evidence, Reason, Span};
use unscrape::rules::{self, RULES, Reading, Stratum};
use unscrape::{Options, Policy, RuleSet, clean};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn blocks_and_gaps_put_together_are_the_text(text in text()) {
        let document = Document::new(&text);
        let mut whole = String::new();
        for index in 0..document.blocks().len() {
            whole += document.gap(index).of(&text);
            whole += document.block_text(index);
        }
        whole += document.gap(document.blocks().len()).of(&text);
        prop_assert_eq!(whole, text);
    }

    #[test]
    fn gaps_are_blank_and_blocks_are_not(text in text()) {
        let document = Document::new(&text);
        for index in 0..=document.blocks().len() {
            prop_assert!(document.gap(index).of(&text).trim().is_empty());
        }
        for (index, block) in document.blocks().iter().enumerate() {
            prop_assert!(!document.block_text(index).trim().is_empty(), "{:?}", block);
        }
    }

    #[test]
    fn open_text_and_closed_text_cover_a_block(text in text()) {
        let document = Document::new(&text);
        for index in 0..document.blocks().len() {
            let inline = document.inline(index);
            let span = document.block(index).span();
            prop_assert!(inline.open().all(|open| span.contains(open) && inline.closed().all(|closed| !closed.overlaps(open))));
            prop_assert!(inline.code().all(|code| span.contains(code)));
            prop_assert!(inline.addresses().all(|address| span.contains(address)));
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(text in text(), options in options()) {
        let once = clean(&text, &options).text.into_owned();
        let twice = clean(&once, &options);
        prop_assert_eq!(&*twice.text, &once);
        prop_assert!(twice.edits.is_empty());
    }

    #[test]
    fn a_line_that_a_pattern_protects_stays(text in text(), options in options(), pattern in prop::sample::select(vec!["a", "^!", "[.]$", "(?i)share", "\\\\d"])) {
        let protect = Protect::new([pattern]).unwrap();
        let options = Options { protect: protect.clone(), ..options };
        let cleaned = clean(&text, &options);
        let mut lines = cleaned.text.lines();
        for line in text.lines().filter(|line| protect.matches(line)) {
            prop_assert!(lines.any(|kept| kept == line), "{:?} is gone from {:?}", line, &cleaned.text);
        }
        prop_assert_eq!(&clean(&cleaned.text, &options).text, &cleaned.text);
    }

    #[test]
    fn the_edits_are_the_whole_change_and_can_be_undone(text in text(), options in options()) {
        let cleaned = clean(&text, &options);
        prop_assert_eq!(cleaned.edits.apply(&text), &*cleaned.text);
        prop_assert_eq!(cleaned.edits.invert(&text).apply(&cleaned.text), text);
    }

    #[test]
    fn no_rule_touches_code_tables_or_front_matter(text in text()) {
        let document = Document::new(&text);
        let closed = document.blocks().iter().filter(|block| {
            matches!(
                block.kind(),
                Kind::Code | Kind::Table | Kind::FrontMatter | Kind::Html | Kind::Definition | Kind::Protected
            )
        });
        let closed: Vec<_> = closed.map(Block::span).collect();
        for rule in RULES {
            for edit in &rules::find(rule, &document).into_edits() {
                let touched = closed.iter().find(|block| block.overlaps(edit.span()));
                prop_assert!(touched.is_none(), "{}: {:?}", rule.id, touched.map(|block| block.of(&text)));
            }
        }
    }

    /// A rule that stood back on a text does not fire on it later, whatever else goes meanwhile.
    #[test]
    fn what_stands_back_stays_back(lines in crowd(), other in text(), options in options()) {
        let text = format!("{lines}\n\n{other}");
        let settled = clean(&text, &Options { rules: structural(), duplicates: Policy::Off, ..Options::default() });
        let document = Document::new(&settled.text);
        let reading = Rc::new(Reading::of(&document));
        let stood_back = unscrape::normalise::phrases(&reading, &options.rules).stood_back;
        let cleaned = clean(&settled.text, &options);
        for (rule, _) in stood_back {
            let fired = cleaned.edits.iter().flat_map(Edit::reasons).any(|reason| reason.rule == rule.id);
            prop_assert!(!fired, "{}", rule.id);
        }
    }

    /// So they are not asked again, and the blocks are not looked for again.
    #[test]
    fn no_earlier_rule_and_no_block_turns_on_blanks_behind_a_block(text in with_blanks()) {
        let (document, protect) = (Document::new(&text), Protect::default());
        for blanks in RULES.iter().filter(|rule| rule.stratum == Stratum::Blanks) {
            let edits = rules::find(blanks, &document).into_edits();
            let Some(layout) = Layout::of(&text, &protect).less_blank(&text, &protect, &edits) else { continue };
            let less = edits.apply(&text);
            prop_assert_eq!(layout, Layout::of(&less, &protect));
            let now = Document::new(&less);
            for earlier in RULES.iter().take_while(|rule| rule.id != blanks.id) {
                let finds_more = rules::find(earlier, &document).is_empty() && !rules::find(earlier, &now).is_empty();
                prop_assert!(!finds_more, "{}", earlier.id);
            }
        }
    }

    /// So only what stands near edits is looked at again.
    #[test]
    fn blocks_after_edits_are_those_of_the_new_text(text in text(), splices in proptest::collection::vec(splice(), 1..5)) {
        let protect = Protect::default();
        let place = |thousandths: usize| text.floor_char_boundary(thousandths * text.len() / 1000);
        let edits = splices.into_iter().map(|(from, length, insert)| {
            let start = place(from);
            let span = Span::new(start, text.floor_char_boundary(start + length).max(start));
            Edit::replace(span, insert, Reason::new("test", Evidence::Structure))
        });
        let step = Edits::new(edits);
        let now = step.apply(&text);
        let before = Before::of(Cow::Borrowed(&*text), Layout::of(&text, &protect)).expect("not large");
        let layout = Layout::of(&now, &protect);
        prop_assert_eq!(&Layout::after(&before, &step, &now, &protect), &layout);
        if layout.is_of_blocks(&before, &step) {
            let blocks = |text| {
                let document = Document::new(text);
                document.blocks().iter().map(|block| (block.kind(), block.span().of(text))).collect::<Vec<_>>()
            };
            let mut were = blocks(&*text).into_iter();
            prop_assert!(blocks(&*now).iter().all(|block| were.any(|was| was == *block)));
        }
    }

    /// So those that find nothing are not asked again where others went.
    #[test]
    fn no_lower_rule_turns_on_other_blocks_unless_it_says_so(text in prop_oneof![text(), with_blanks()], picks in any::<u64>()) {
        let (document, protect) = (Document::new(&text), Protect::default());
        let mut removals = Removals::new();
        for block in (0..document.blocks().len()).filter(|block| picks >> (block % 64) & 1 == 1) {
            removals.push(block, Reason::new("test", Evidence::Structure));
        }
        let step = Edits::new(document.without(&removals));
        let less = step.apply(&text);
        let now = Document::new(&less);
        let before = Before::of(Cow::Borrowed(&*text), Layout::of(&text, &protect)).expect("not large");
        if Layout::of(&less, &protect).is_of_blocks(&before, &step) {
            for lower in RULES.iter().filter(|rule| rule.stratum < Stratum::Phrases) {
                let hits = rules::find(lower, &document);
                let finds_more = hits.is_empty() && !hits.looked_beyond_blocks() && !rules::find(lower, &now).is_empty();
                prop_assert!(!finds_more, "{} in {:?}", lower.id, less);
            }
        }
    }

    #[test]
    fn a_text_with_words_keeps_some(text in text()) {
        let words = |text: &str| text.chars().any(char::is_alphanumeric);
        let without_syntax = clean(&text, &Options { rules: structural(), duplicates: Policy::Off, ..Options::default() });
        let cleaned = clean(&text, &Options::default());
        prop_assert_eq!(words(&without_syntax.text), words(&cleaned.text));
    }
}

/// Where of a text something goes, in thousandths of it, how many bytes it is, and what takes its place.
fn splice() -> impl Strategy<Value = (usize, usize, &'static str)> {
    let marks = [
        "",
        "",
        "",
        "\n",
        "\n\n",
        " ",
        "    ",
        "- ",
        "# ",
        "```\n",
        "\n```",
        "|",
        "\n---\n",
        "> ",
        "<div>",
        "a",
        "$$",
        "---\na: b\n",
    ];
    (0..1000_usize, prop_oneof![0..4_usize, 0..40_usize], proptest::sample::select(marks.to_vec()))
}

/// A text with blanks at the ends of its lines, and with blank lines.
fn with_blanks() -> impl Strategy<Value = String> {
    let ends = proptest::sample::select(vec![" \n", "  \n", " \r\n", "\n \n", "\n\n\n\n\n"]);
    (text(), ends).prop_map(|(text, end)| text.replace('\n', end))
}

/// About as many different lines of one rule as make it stand back, copies of some and others' lines among them.
fn crowd() -> impl Strategy<Value = String> {
    let line = (0..16usize)
        .prop_map(|n| format!("Sign up for our free weekly newsletter of harbour number {n} in your inbox"));
    let promo = (0..16usize).prop_map(|n| format!("Also read: The story of harbour number {n}"));
    let other =
        proptest::sample::select(vec!["Advertisement", "Share on Facebook", "![]()", "It was late.", ""]);
    let piece = prop_oneof![5 => line, 3 => promo, 2 => other.prop_map(str::to_owned)];
    proptest::collection::vec(piece, 10..40).prop_map(|pieces| pieces.join("\n"))
}

/// The rules that take no word away.
fn structural() -> RuleSet {
    let phrases = RULES.iter().filter(|rule| rule.stratum >= Stratum::Phrases);
    phrases.fold(RuleSet::default(), |set, rule| set.with(rule.id, false))
}
