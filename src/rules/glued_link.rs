//! A link without a blank before it.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind};
use crate::edit::Span;

pub(super) const RULE: Rule = Rule {
    id: "glued-link",
    summary: "Links glued to the mark before them: `seaboard:[britannica](https://…)`",
    why: "A blank stood between two tags and went with them. One is put in where a word, a mark and a link of words \
          stand together. `!` before a bracket makes an image, `[1]` and `[^1]` are notes, and what only looks like a \
          link in code has no address. In real pages it parted 71 different places, all of them rightly; well-made \
          Markdown comes out as it went in.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &["]("],
    examples: &[
        Example {
            before: "Read on at the seaboard:[britannica](https://example.org/a)\n",
            after: "Read on at the seaboard: [britannica](https://example.org/a)\n",
        },
        Example {
            before: "That is the story.[Read the rest](/rest) or “leave it,”[they say](/say).\n",
            after: "That is the story. [Read the rest](/rest) or “leave it,” [they say](/say).\n",
        },
        Example { before: "Her profile:[Anna](/anna)\n", after: "Her profile: [Anna](/anna)\n" },
    ],
    keeps: &[
        "It was refunded.[1](https://example.org/#1) Or not.[^1] Or so.[2]\n",
        "A picture of it![moxie](https://example.org/a.png)\n",
        "for_each(begin,end,[sum](int n) {});\n",
        "apply(first,[second](third))\n",
        "`seaboard:[britannica](https://example.org/a)`\n",
        "https://example.org/a:[b](https://example.org/b)\n",
        "在这里,[链接](https://example.org/a)\n",
        "It runs on ASP.[net](https://example.org/a) and U.[S.](https://example.org/b)\n",
        "std::[vector](https://example.org/a)\n",
        "See doi:[10.1000/182](https://example.org/d) and arXiv:[2401](https://example.org/e).\n",
        "It reads node:[fs](https://example.org/a) or npm:[left](https://example.org/b).\n",
    ],
    find,
};

/// A word, a mark with a closing quote, and a bracket before another word. Both words are of scripts that part words.
static SEAM: Pattern = Pattern::new(concat!(
    r"[\p{L}\p{M}&&[^\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]{2}",
    r#"(?:(?P<stop>\.)|[,;:?])["”’»]?(?P<link>\[)[*_“"‘]{0,3}"#,
    r"(?P<right>[\p{L}&&[^\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]])",
    r"[^\[\]\n]*(?P<target>\]\()",
));

/// A quick look: the brackets that stand right behind a mark, with a closing quote between them or without.
fn behind_marks(text: &str) -> impl Iterator<Item = usize> {
    let is_mark =
        |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b'.' | b',' | b';' | b':' | b'?'));
    memchr::memchr_iter(b'[', text.as_bytes()).filter(move |&at| {
        let before = &text[..at];
        is_mark(before.trim_end_matches(['"', '”', '’', '»']).as_bytes().last())
    })
}

/// What a name is written behind without a blank, and the name may be a link: `node:[fs](https://…)`.
const SCHEMES: [&str; 16] = [
    "node", "npm", "jsr", "bun", "deno", "pypi", "http", "https", "ftp", "file", "mailto", "tel", "urn",
    "git", "doi", "arxiv",
];

/// Whether a scheme and a colon are the last of `text`.
fn ends_with_scheme(text: &str) -> bool {
    let word = text.strip_suffix(':').map_or("", |text| {
        let start = text.rfind(|char: char| !char.is_alphanumeric());
        start.map_or(text, |start| text[start..].trim_start_matches(|char: char| !char.is_alphanumeric()))
    });
    SCHEMES.iter().any(|scheme| scheme.eq_ignore_ascii_case(word))
}

fn find(document: &Document, hits: &mut Hits) {
    for (index, block) in document.blocks_at(behind_marks(document.text())) {
        if !matches!(block.kind(), Kind::Paragraph | Kind::ListItem | Kind::Heading | Kind::Quote) {
            continue;
        }
        let within = document.block_text(index);
        let start = block.span().start();
        let mut closed = document.inline(index).closed().peekable();
        for groups in SEAM.captures_iter(within) {
            let group = |name| groups.name(name).map(|group| Span::from(group.range()));
            let (Some(link), Some(right), Some(target)) = (group("link"), group("right"), group("target"))
            else {
                continue;
            };
            // a full stop also parts the names of sites and makers
            if group("stop").is_some() && right.of(within).chars().all(char::is_lowercase) {
                continue;
            }
            if ends_with_scheme(&within[..link.start()]) {
                continue;
            }
            let words = Span::from(groups.get_match().start()..target.start()).shift(start);
            while closed.next_if(|closed| closed.end() < words.start()).is_some() {}
            let leads_on = closed.peek().filter(|closed| closed.start() == words.end());
            if leads_on.is_some_and(|target| is_address(target.of(document.text()))) {
                hits.replace(Span::empty(link.start() + start), " ");
            }
        }
    }
}

/// Whether what stands behind a link's words leads anywhere: `third` in parentheses, or `int n`, does not.
fn is_address(target: &str) -> bool {
    target.ends_with(')') && target.contains(['/', '#', '.', ':'])
}
