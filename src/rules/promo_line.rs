//! Pointers to other articles in the middle of this one.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, phrase};
use crate::document::{Document, Kind, Width};

pub(super) const RULE: Rule = Rule {
    id: "promo-line",
    summary: "Pointers to other articles: `Also read: …`",
    why: "A site puts the headlines of other articles between the paragraphs of this one. A whole line goes if it is \
          a label of a closed list, a mark, and a short title. Under a heading such as \u{201c}See also\u{201d} such \
          lines are the author's. People disagree on them: some annotators keep them all.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[
        "read",
        "related",
        "more on",
        "don't miss",
        "don’t miss",
        "watch",
        "up next",
        "recommended",
        "lesen sie",
        "mehr zum",
        "lire",
        "lire aussi",
        "lee ",
        "LEE",
        "leer ",
        "may ",
        "might ",
        "lies auch",
        "auch interessant",
        "te puede interesar",
        "leggi anche",
        "leia",
        "читайте",
        "Читайте",
        "ЧИТАЙТЕ",
        "lees ook",
        "czytaj",
        "延伸阅读",
        "相关阅读",
        "関連記事",
    ],
    examples: &[
        Example { before: "One.\n\nAlso read: Ten bridges in a day\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "Eins.\nLesen Sie auch: Zehn Brücken\nZwei.\n", after: "Eins.\nZwei.\n" },
        Example {
            before: "One.\n\n**READ MORE:** [Ten bridges](https://example.org/b)\n\nTwo.\n",
            after: "One.\n\nTwo.\n",
        },
    ],
    keeps: &[
        "## See also\n\nRead more: Ten bridges\n",
        "- Related: Ten bridges\n",
        "See also: sections 4 and 5\n",
        "See also: Section 4\n",
        "Related: CVE-2020-1234\n",
        "Read more: RFC 2616\n",
        "Recommended: a heavy tin with a loose bottom\n",
        "Read more about bridges in chapter 2.\n",
        "Watch our video to learn how it is done.\n",
        "Also read: the report. It says that the bridge was never built, and that nobody asked.\n",
    ],
    find,
};

/// A label, a mark, and a title that is no sentence.
static PROMO: Pattern = Pattern::new(concat!(
    r"(?i)^(?:\*\*|__|\[|[-–—►▶»>→•] ?)*(?:",
    r"also (?:read|see|watch)|read (?:also|more|next|this next|this too)|must[- ]read|related(?: (?:stor(?:y|ies)|articles?|reading|coverage|content|video))?",
    r"|more on (?:this|this (?:topic|story))|don['’]t miss|you (?:may|might) (?:also )?(?:like|enjoy)|up next|watch(?: (?:also|now|next|this))?|recommended(?: reading)?",
    r"|lesen sie (?:auch|mehr|dazu(?: auch)?)|lies auch|auch interessant|mehr zum thema",
    r"|(?:à )?lire aussi|à lire|lee (?:también|más)|leer (?:también|más)|te puede interesar|leggi anche",
    r"|leia (?:também|mais)|читайте (?:также|ещё|еще)|lees ook|czytaj (?:też|także|również)|延伸阅读|相关阅读|関連記事",
    r")(?:\*\*|__)?(?:\s?[:：|►▶»→]|\s[-–—]\s)(?:\*\*|__)?\s*(?P<title>\S.{2,148})$",
));

/// A full stop after a word, not after an initial or an abbreviation.
static SENTENCE_END: Pattern = Pattern::new(r"\p{Ll}{4}\. ");

/// A part of the same text.
static PART: Pattern = Pattern::new(
    r"(?i)^(?:sections?|chapters?|articles?|figures?|tables?|appendix|pages?|part) [0-9a-zA-Z](?-u:\b)",
);

/// Headings under which pointers to other texts are the author's own.
static REFERENCES: Pattern = Pattern::new(
    r"(?i)(?:see also|further reading|references|sources|bibliography|external links|siehe auch|literatur|voir aussi|véase también|vedi anche|см\. также|参见|関連項目)",
);

fn find(document: &Document, hits: &mut Hits) {
    // each heading is read once: it may be long, and many lines may stand under it
    let blocks = document.blocks().iter().enumerate();
    let headings = blocks.filter(|(_, block)| block.kind() == Kind::Heading);
    let headings: Vec<(usize, bool)> =
        headings.map(|(index, _)| (index, REFERENCES.is_match(document.block_text(index)))).collect();
    phrase::remove(document, hits, |line, _, index| {
        let heading = headings.partition_point(|(heading, _)| *heading < index).checked_sub(1);
        let under_references = heading.is_some_and(|heading| headings[heading].1);
        if under_references {
            return None;
        }
        let title = PROMO.captures(line)?.name("title")?.as_str();
        is_title(title).then_some("label and title of another article")
    });
}

/// Whether this is the title of an article: it does not begin in lower case, points to no part of this text, and does not
/// go on after the end of a sentence.
fn is_title(title: &str) -> bool {
    let words = title.trim_start_matches(|char: char| !char.is_alphanumeric());
    let runs_on = SENTENCE_END.is_match(title) || title.ends_with(['.', ',', ';', ':']);
    // numbers and codes name papers and bugs
    let count =
        words.split_whitespace().filter(|word| word.chars().filter(|char| char.is_alphabetic()).count() > 1);
    let names_something = count.count() > 1 || words.chars().any(|char| Width::of_char(char) == Width(2));
    names_something && !words.starts_with(char::is_lowercase) && !PART.is_match(words) && !runs_on
}
