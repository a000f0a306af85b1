//! What holds for every text: blocks are the text, cleaning is idempotent and can be undone, nothing panics.

use proptest::prelude::*;
use unscrape::document::{Block, Document, Kind};
use unscrape::edit::Edit;
use unscrape::{Options, Policy, RuleSet, clean};

/// Pieces that scraped text is made of, dirt and its look-alikes among them.
const PIECES: &[&str] = &[
    "![]()",
    "[](https://example.org/a)",
    "[![]()](https://a.b/c)",
    "](",
    "[",
    "![",
    "(",
    ")",
    "`",
    "```\n",
    "~~~",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "# ",
    "---\n",
    "+++\n",
    "===\n",
    "***\n",
    "| a | b |\n",
    "|---|---|\n",
    "<div>",
    "</div>\n",
    "<!--",
    "-->",
    "<pre>\n",
    "$$\n",
    "$x^2$",
    "&amp;",
    "&amp;amp;",
    "lt;",
    "&#39;",
    "&nbsp;",
    "&shy;",
    "\u{200b}",
    "\u{200d}",
    "\u{ad}",
    "\u{feff}",
    "\0",
    "\u{1b}[31m",
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    "\n\n\n\n",
    " ",
    "  \n",
    "\u{a0}",
    "\\",
    "Advertisement\n",
    "Share on Facebook\n",
    "Facebook Twitter LinkedIn\n",
    "Also read: A title\n",
    "Sign up for our newsletter\n",
    "We use cookies to serve you\n",
    "Accept cookies\n",
    "title: x\n",
    "They worked on it for a very long time",
    ".Then it was",
    ".",
    "!",
    "?",
    "\"",
    "”",
    "Node.js",
    "os.Create ",
    "https://a.b/?utm_source=x&b=2",
    "utm_source",
    "می\u{200c}خواهم",
    "ภาษา\u{200b}ไทย",
    "这是一个关于桥梁的完整的句子，它说明了很多事情。\n",
    "The ferry that left the island at noon came late, and nobody on the quay was surprised by it.\n",
    "The ferry that left the mainland at noon came late, and nobody on the quay was surprised.\n",
    "[1]: https://a.b\n",
    "Word ",
    "wörter ",
    "12 ",
    "é",
    "🏴",
    "•",
    "x = 1; }",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-zA-Z .\n]{1,12}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = Options> {
    let rules = proptest::collection::vec(any::<bool>(), unscrape::rules::RULES.len()).prop_map(|on| {
        let pairs = unscrape::rules::RULES.iter().zip(on);
        pairs.fold(RuleSet::none(), |set, (rule, on)| set.with(rule.id, on))
    });
    let rules = prop_oneof![3 => Just(RuleSet::default()), 1 => rules];
    (rules, proptest::sample::select(&Policy::ALL[..])).prop_map(|(rules, duplicates)| Options {
        rules,
        duplicates,
        ..Options::default()
    })
}

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
    fn the_edits_are_the_whole_change_and_can_be_undone(text in text(), options in options()) {
        let cleaned = clean(&text, &options);
        prop_assert_eq!(cleaned.edits.apply(&text), &*cleaned.text);
        prop_assert_eq!(cleaned.edits.invert(&text).apply(&cleaned.text), text);
    }

    #[test]
    fn no_rule_touches_code_tables_or_front_matter(text in text()) {
        let document = Document::new(&text);
        let closed = document.blocks().iter().filter(|block| {
            matches!(block.kind(), Kind::Code | Kind::Table | Kind::FrontMatter | Kind::Html | Kind::Definition)
        });
        let closed: Vec<_> = closed.map(Block::span).collect();
        for rule in unscrape::rules::RULES {
            for edit in &unscrape::rules::find(rule, &document).into_edits() {
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
        let stood_back = unscrape::normalise::phrases(&document, &options.rules).stood_back;
        let cleaned = clean(&settled.text, &options);
        for (rule, _) in stood_back {
            let fired = cleaned.edits.iter().flat_map(Edit::reasons).any(|reason| reason.rule == rule.id);
            prop_assert!(!fired, "{}", rule.id);
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
    use unscrape::rules::{RULES, Stratum};
    let phrases = RULES.iter().filter(|rule| rule.stratum == Stratum::Phrases);
    phrases.fold(RuleSet::default(), |set, rule| set.with(rule.id, false))
}
