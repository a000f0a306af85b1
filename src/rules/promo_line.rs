//! Pointers to other articles in the middle of this one.

use super::entry::Entry;
use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, phrases, whole_line};
use crate::document::{Document, Kind};
use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    id: "promo-line",
    summary: "Pointers to other articles: `Also read: …`",
    why: "A site puts the headlines of other articles between the paragraphs of this one. A whole line goes if it \
          is a label of a closed list, a mark, and a short title. Under a heading such as \u{201c}See also\u{201d} \
          such lines are the author's. People disagree on them: some annotators keep them all: of the words it took \
          on two sets of real pages, 0.980 of 1205 and 0.755 of 4560 were right. It is on even so: the \
          annotators of the first set agree that such lines are not the article's.",
    level: Level::On,
    stratum: Stratum::Phrases,
    triggers: &[],
    examples: &[
        Example { before: "One.\n\nAlso read: Ten bridges in a day\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example { before: "Eins.\nLesen Sie auch: Zehn Brücken\nZwei.\n", after: "Eins.\nZwei.\n" },
        Example { before: "One.\n\nOn example.org: Ten bridges in a day\n\nTwo.\n", after: "One.\n\nTwo.\n" },
        Example {
            before: "One.\n\n**READ MORE:** [Ten bridges](https://example.org/b)\n\nTwo.\n",
            after: "One.\n\nTwo.\n",
        },
    ],
    keeps: &[
        "## See also\n\nRead more: Ten bridges\n",
        "- Related: Ten bridges\n",
        "On example.org: the site was down for a day. Nobody minded.\n",
        "*Also read: [Ten bridges in a day](https://example.org/b)*\n",
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

/// The names in ASCII of headings under which pointers to other texts are the author's own.
macro_rules! in_ascii {
    () => {
        concat!(
            "see also|further reading|references|sources|bibliography|external links",
            "|siehe auch|literatur|quellen|einzelnachweise|weblinks|voir aussi|bibliographie|liens externes",
            "|referencias|enlaces externos|vedi anche|bibliografia|collegamenti esterni|zie ook"
        )
    };
}

/// Headings under which pointers to other texts are the author's own.
static REFERENCES: Pattern = Pattern::new(concat!(
    r"(?i)(?:",
    in_ascii!(),
    r"|références|véase también|bibliografía|ver também|referências|ligações externas",
    r"|se även|se också|se også|zobacz też|viz také",
    r"|см\. также|литература|примечания|ссылки|див\. також|література|ayrıca bakınız|kaynakça",
    r"|انظر أيضا|مراجع|इन्हें भी देखें|सन्दर्भ|参见|參見|参考文献|參考文獻|関連項目|外部リンク|같이 보기|참고 문헌)",
));

fn find(document: &Document, hits: &mut Hits) {
    let references = LazyCell::new(|| references(document));
    let is_reference = |index: usize| {
        let section = references.partition_point(|section| section.end <= index);
        references.get(section).is_some_and(|section| section.contains(&index))
    };
    whole_line::remove(document, hits, on_site, |index| !is_reference(index));
}

pub(super) static SITE: [Entry; 1] = [Entry {
    name: "On a site: <title>",
    starts: &[&["on "]],
    cues: &[".com: ", ".org: ", ".net: ", ".info: ", ".eu: ", ".uk: ", ".us: ", ".tv: ", ".fm: "],
    ends: &[],
    pattern: Pattern::new(r"^On (?:[A-Za-z0-9-]+\.)+(?:com|org|net|info|eu|uk|us|tv|fm): "),
    usual: None,
}];

/// A pointer that names the site it points to: `On example.org: Ten bridges in a day`.
fn on_site(line: &str) -> Option<Cow<'static, str>> {
    let site = SITE.iter().find(|site| site.may_match(line))?;
    let title = &line[site.pattern.find(line)?.end()..];
    phrases::is_title(title).then_some(site.name.into())
}

/// The sections with pointers of the author's own, by their blocks.
fn references(document: &Document) -> Vec<Range<usize>> {
    let blocks = document.blocks().iter().enumerate();
    let headings = blocks.filter(|(_, block)| block.kind() == Kind::Heading).map(|(index, _)| index);
    let mut sections = Vec::new();
    let mut begun = None;
    for heading in headings.chain([document.blocks().len()]) {
        sections.extend(begun.map(|begun| begun..heading));
        // each heading is read once, for it may be as long as the text
        begun = is_of_references(document.block_text(heading)).then_some(heading);
    }
    sections
}

/// Whether a heading is one of [`REFERENCES`]. Most have no letter beyond ASCII, and to compile the pattern takes longer
/// than to look for each name.
fn is_of_references(heading: &str) -> bool {
    if heading.chars().any(|char| !char.is_ascii() && char.is_alphabetic()) {
        return REFERENCES.is_match(heading);
    }
    let heading = heading.to_ascii_lowercase();
    in_ascii!().split('|').any(|name| heading.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_their_names_the_same_headings_are_of_references() {
        let beyond = ["références", "ver também", "примечания", "इन्हें भी देखें", "参见", "같이 보기"];
        for name in in_ascii!().split('|').chain(beyond) {
            let headings = [
                format!("# {name}"),
                format!("“{}” –", name.to_uppercase()),
                name.replace(' ', "  "),
                name.replace('s', "ſ"),
                format!("{name}.").split_off(name.chars().next().map_or(0, char::len_utf8)),
            ];
            for heading in headings {
                assert_eq!(is_of_references(&heading), REFERENCES.is_match(&heading), "{heading}");
            }
        }
    }
}
