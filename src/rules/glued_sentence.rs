//! Two sentences without a blank between them.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind};
use crate::edit::Span;
use std::collections::{HashMap, HashSet};

pub(super) const RULE: Rule = Rule {
    id: "glued-sentence",
    summary: "Sentences glued together where a tag was dropped: `efforts.LeCun told`",
    why: "Two paragraphs became one line and nothing stands between them. A blank is put in where a word in lower \
          case ends a clause of several words and a capitalised word goes on in lower case. It stays away from \
          addresses and code, from dotted names (`Node.js`, `U.S.`, `os.Create`), from lines with signs of code, and \
          from a full stop in any document that shows code.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &[".", "!", "?"],
    examples: &[
        Example {
            before: "They led the whole effort for two years.Then it ended.\n",
            after: "They led the whole effort for two years. Then it ended.\n",
        },
        Example {
            before: "\u{201c}You never tell me what to do.\u{201d}Despite that, he stayed.\n",
            after: "\u{201c}You never tell me what to do.\u{201d} Despite that, he stayed.\n",
        },
        Example {
            before: "They hired a man to lead the efforts.LeCun told them so.\n",
            after: "They hired a man to lead the efforts. LeCun told them so.\n",
        },
    ],
    keeps: &[
        "They wrote it in Node.js and on Booking.com for a year.\n",
        "The U.S. Navy and a Ph.D. student in version 3.10 of it.\n",
        "Now you can call os.Create and then os.Open twice.\n",
        "Every day she read www.DearAbby.com and then some.\n",
        "We all waited for it...What a day it was.\n",
        "You need to import the module.The rest() { is code }.\n",
        "The whole team moved to Rocket.Chat in the autumn.\n",
        "She opened it again in Paint.NET and on booking.Com as well.\n",
        "In the end you call a pandas.DataFrame with a list.\n",
        "In the code you can call fmt.Println to print it.\n",
        "The story goes on in the second half of vol.Two of the set.\n",
    ],
    find,
};

/// A word in lower case, a mark with closing quotes, a capitalised word, and what follows it. The right-hand word may
/// hold inner capitals and an apostrophe.
static SEAM: Pattern = Pattern::new(concat!(
    r#"(?P<left>\p{Ll}{2,})(?P<mark>[.!?])(?P<close>["”’»)\]]{0,2})"#,
    r#"(?P<open>["“‘«(\[]?)(?P<right>\p{Lu}[\p{L}\p{M}]*)(?:['’-][\p{L}]+)*,? +["“‘]?\p{Ll}"#,
));

/// A clause of fewer words may be a name or a label.
const FEWEST_WORDS: usize = 4;

/// In characters: what stands farther before a mark says nothing more of it.
const LONGEST_LOOK_BACK: usize = 200;

/// What may stand behind the dot of an address, in lower case.
const DOMAINS: &[&str] =
    &["com", "net", "org", "io", "co", "ai", "app", "dev", "info", "edu", "gov", "tv", "fm"];

/// Words before the dot of names in code, and abbreviations: what follows a full stop here is no new sentence.
const DOTTED: &[&str] = &[
    "fmt",
    "strings",
    "http",
    "https",
    "context",
    "time",
    "json",
    "xml",
    "html",
    "errors",
    "sync",
    "bytes",
    "reflect",
    "sql",
    "collections",
    "datetime",
    "asyncio",
    "logging",
    "models",
    "forms",
    "self",
    "this",
    "sys",
    "system",
    "math",
    "random",
    "module",
    "exports",
    "react",
    "component",
    "window",
    "document",
    "console",
    "object",
    "array",
    "string",
    "plt",
    "numpy",
    "pandas",
    "torch",
    "tensor",
    "keras",
    "range",
    "button",
    "form",
    "file",
    "path",
    "app",
    "client",
    "server",
    "config",
    "socket",
    "thread",
    "task",
    "util",
    "utils",
    "vue",
    "angular",
    "spring",
    "java",
    "javax",
    "org",
    "net",
    "com",
    "std",
    "core",
    "dbo",
    "www",
    "vol",
    "fig",
    "approx",
    "dept",
    "incl",
    "ext",
    "bzw",
    "usw",
    "vgl",
    "evtl",
    "inkl",
    "prof",
    "mr",
    "mrs",
    "dr",
    "st",
    "jr",
    "sr",
    "vs",
    "cf",
    "ed",
    "eds",
    "pp",
    "art",
];

/// What names begin with before an inner capital: `LeCun`, `McKay`, `DeSantis`. Other inner capitals are code's.
const PARTICLES: &[&str] =
    &["Le", "La", "De", "Di", "Du", "Da", "Del", "Van", "Von", "Mc", "Mac", "Fitz", "St", "Al", "El"];

fn find(document: &Document, hits: &mut Hits) {
    let text = document.text();
    let mut seams: Vec<Seam> = Vec::new();
    for (index, block) in document.blocks().iter().enumerate() {
        if !matches!(block.kind(), Kind::Paragraph | Kind::ListItem) {
            continue;
        }
        let within = document.block_text(index);
        let found = seams_of(within, block.span());
        if !found.is_empty() && !looks_like_code(within) {
            let mut closed = document.inline(index).closed().peekable();
            seams.extend(found.into_iter().filter(|seam| {
                while closed.next_if(|closed| closed.end() <= seam.span.start()).is_some() {}
                closed.peek().is_none_or(|closed| closed.start() >= seam.span.end())
            }));
        }
    }
    if seams.is_empty() {
        return;
    }
    // what stands there twice is a name, not an accident
    let mut count: HashMap<&str, usize> = HashMap::new();
    for seam in &seams {
        *count.entry(seam.span.of(text)).or_default() += 1;
    }
    seams.retain(|seam| count[seam.span.of(text)] == 1);
    drop(count);
    if seams.iter().any(|seam| seam.full_stop) {
        let shows_code = shows_code(document);
        let words = words(document, &seams.iter().flat_map(|seam| seam.doubtful(text)).collect());
        seams.retain(|seam| !seam.full_stop || (!shows_code && seam.is_of_prose(text, &words)));
    }
    for seam in seams {
        hits.replace(Span::empty(seam.right.start()), " ");
    }
}

/// A place where a blank is missing.
struct Seam {
    /// Both words and what is between them.
    span: Span,
    left: Span,
    /// The word behind the place, with the quotes that open it.
    right: Span,
    /// A bare full stop, which also parts the names of code.
    full_stop: bool,
}

impl Seam {
    /// Those of both words that only count as words if they stand elsewhere too: very short ones, and names with inner
    /// capitals.
    fn doubtful<'a>(&self, text: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
        let (left, right) = (self.left.of(text), self.right.of(text));
        let left = (left.chars().count() <= 2).then_some(left);
        let right = right.chars().skip(1).any(char::is_uppercase).then_some(right);
        left.into_iter().chain(right)
    }

    /// Whether both words are of a kind that stands at the ends of sentences; `words` are the
    /// doubtful ones that the document holds elsewhere.
    fn is_of_prose(&self, text: &str, words: &HashSet<&str>) -> bool {
        let (left, right) = (self.left.of(text), self.right.of(text));
        let left_is_word = (left.chars().count() > 2 || words.contains(left)) && !DOTTED.contains(&left);
        let inner_capital = right.char_indices().skip(1).find(|(_, char)| char.is_uppercase());
        let right_is_word = match inner_capital {
            Some((at, _)) if right.chars().any(char::is_lowercase) => {
                PARTICLES.contains(&&right[..at]) || words.contains(right)
            }
            _ => true,
        };
        left_is_word && right_is_word && !DOMAINS.contains(&right.to_lowercase().as_str())
    }
}

fn seams_of(within: &str, block: Span) -> Vec<Seam> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(groups) = SEAM.captures_at(within, from) {
        let group = |name| groups.name(name).map(|group| Span::from(group.range()));
        let (Some(left), Some(mark), Some(close), Some(open), Some(right)) =
            (group("left"), group("mark"), group("close"), group("open"), group("right"))
        else {
            break;
        };
        from = right.start();
        if is_sentence_end(within, left) {
            let full_stop = mark.of(within) == "." && close.is_empty() && open.is_empty();
            let span = left.cover(right).shift(block.start());
            let (left, right) = (left.shift(block.start()), open.cover(right).shift(block.start()));
            found.push(Seam { span, left, right, full_stop });
        }
    }
    found
}

/// Whether `left` is a whole word in lower case that ends a clause of several words.
fn is_sentence_end(within: &str, left: Span) -> bool {
    let clause = clause(&within[..left.start()]);
    // an apostrophe or a hyphen joins parts of one word: "didn't", "follow-up"
    let is_part = |char: char| char.is_alphabetic() || matches!(char, '\'' | '’' | '-');
    let before_word = clause.trim_end_matches(is_part);
    let is_lower = !clause[before_word.len()..].contains(char::is_uppercase);
    let opens =
        |char: char| char.is_whitespace() || matches!(char, '"' | '“' | '‘' | '«' | '(' | '[' | '—' | '–');
    let is_whole = before_word.is_empty() || before_word.ends_with(opens);
    let words = clause.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    is_whole && is_lower && words + 1 >= FEWEST_WORDS
}

/// The end of `text` that belongs to one clause: back to the mark or line end before it, or a few words' length.
fn clause(text: &str) -> &str {
    let ends = |char: char| matches!(char, '.' | '!' | '?' | '\n');
    let near = text.char_indices().rev().take(LONGEST_LOOK_BACK);
    let start = near.take_while(|(_, char)| !ends(*char)).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// Signs that no sentence holds.
fn looks_like_code(text: &str) -> bool {
    ["{", "};", ");", "::", "->", "=>", "==", "()", "</"].iter().any(|sign| text.contains(sign))
}

/// Whether the document writes about code: blocks or spans of it, or names such as `list.append(`.
fn shows_code(document: &Document) -> bool {
    static CALL: Pattern =
        Pattern::new(r"(?-u:\b)[A-Za-z_]\w*\.[A-Za-z_]\w*\(|^\s*(?:import|from|def|func|class|fn) \w");
    let mut marks = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        let text = document.block_text(index);
        let is_code = block.kind() == Kind::Code && !text.trim_start().starts_with("$$");
        marks += usize::from(is_code) + text.matches('`').count() / 2 + CALL.find_iter(text).count();
        if marks >= 2 {
            return true;
        }
    }
    false
}

/// The `doubtful` ones among the words of the document's prose that stand between blanks, without the marks around them.
/// `os.Create` is one word here, so neither of its parts is.
fn words<'a>(document: &Document<'a>, doubtful: &HashSet<&str>) -> HashSet<&'a str> {
    let blocks = document.blocks().iter().enumerate();
    let prose =
        blocks.filter(|(_, block)| block.kind().is_open()).map(|(index, _)| document.block_text(index));
    let trimmed = |word: &'a str| {
        let word = word.trim_matches(|char: char| !char.is_alphanumeric());
        word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
    };
    prose.flat_map(str::split_whitespace).map(trimmed).filter(|word| doubtful.contains(word)).collect()
}
