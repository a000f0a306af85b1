//! Images of nothing.

use super::empty_syntax::{self, Which};
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "empty-image",
    summary: "Image marks without text and address: `![]()`",
    why: "A converter met an image whose address was filled in by a script, and left the bare mark. An image with an \
          address is content and stays, even without text. Nothing readable goes.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &["]("],
    examples: &[
        Example { before: "Before.\n![]()\nAfter.\n", after: "Before.\nAfter.\n" },
        Example { before: "One ![]() two [![]()](https://example.org/a).\n", after: "One two .\n" },
    ],
    keeps: &[
        "![](https://example.org/a.jpg)\n",
        "![A sunset]()\n",
        "Write `![]()` for an image.\n",
        "    ![]()\n",
        "```\n![]()\n```\n",
        "| ![]() |\n",
    ],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    empty_syntax::remove(document, hits, Which::Images);
}
