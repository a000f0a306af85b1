//! Generated texts and options.

use proptest::prelude::*;
use unscrape::{Options, Policy, RuleSet};

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
    "late.[1]",
    "[2]",
    "[a]",
    "\\[12\\]",
    "[citation needed]",
    "[edit]\n",
    "“it’s”",
    "![](data:image/gif;base64,R0lGOD)",
    "![](/1x1.gif)",
    "<!-- unscrape: off -->\n",
    "<!-- unscrape: on -->\n",
];

/// A text with dirt in it.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-zA-Z .\n]{1,12}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A choice of rules and a policy.
pub(crate) fn options() -> impl Strategy<Value = Options> {
    let rules = proptest::collection::vec(any::<bool>(), unscrape::rules::RULES.len()).prop_map(|on| {
        let pairs = unscrape::rules::RULES.iter().zip(on);
        pairs.fold(RuleSet::none(), |set, (rule, on)| set.with(rule.id, on))
    });
    let all = unscrape::rules::RULES.iter().fold(RuleSet::none(), |set, rule| set.with(rule.id, true));
    let rules = prop_oneof![3 => Just(RuleSet::default()), 1 => Just(all), 1 => rules];
    (rules, proptest::sample::select(&Policy::ALL[..])).prop_map(|(rules, duplicates)| Options {
        rules,
        duplicates,
        ..Options::default()
    })
}
