//! Control characters, terminal escapes and non-characters.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "invalid-character",
    summary: "Control characters and terminal escapes",
    why: "Broken pages and terminal logs leave NULs, bells and colour codes that no reader sees and that break other \
          tools. Nothing readable goes. Code keeps them: a log may be shown there on purpose.",
    level: Level::On,
    stratum: Stratum::Characters,
    triggers: &[
        "\0", "\u{1}", "\u{2}", "\u{3}", "\u{4}", "\u{5}", "\u{6}", "\u{7}", "\u{8}", "\u{e}", "\u{f}",
        "\u{10}", "\u{11}", "\u{12}", "\u{13}", "\u{14}", "\u{15}", "\u{16}", "\u{17}", "\u{18}", "\u{19}",
        "\u{1a}", "\u{1b}", "\u{1c}", "\u{1d}", "\u{1e}", "\u{1f}", "\u{7f}", "\u{fffc}", "\u{fffe}",
        "\u{ffff}",
    ],
    examples: &[
        Example { before: "A \u{1b}[31mred\u{1b}[0m word.\n", after: "A red word.\n" },
        Example { before: "A nul\0 and a bell\u{7}.\n", after: "A nul and a bell.\n" },
    ],
    keeps: &[
        "One\ttab.\n",
        "```\n\u{1b}[31mred\u{1b}[0m\n```\n",
        "Next page:\u{c}\n",
        "A soft\u{b}line break\n",
        "A lost byte: \u{fffd}\n",
    ],
    find,
};

/// A terminal escape as a whole (ECMA-48: CSI with its parameters, OSC up to its end), or one invalid character.
static INVALID: Pattern = Pattern::new(concat!(
    r"\x1b\[[0-?]*[ -/]*[@-~]",
    r"|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)",
    r"|[\x00-\x08\x0e-\x1f\x7f\x{fffc}\x{fffe}\x{ffff}]",
));

fn find(document: &Document, hits: &mut Hits) {
    let places = INVALID.find_iter(document.text()).map(|found| found.start());
    for span in document.open_text(places) {
        for found in INVALID.find_iter(span.of(document.text())) {
            hits.remove(span.part(found.range()));
        }
    }
}
