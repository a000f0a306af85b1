//! Two sentences without a blank between them.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind};
use crate::edit::Span;
use std::collections::HashMap;

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
    ],
    keeps: &[
        "They wrote it in Node.js and on Booking.com for a year.\n",
        "The U.S. Navy and a Ph.D. student in version 3.10 of it.\n",
        "Now you can call os.Create and then os.Open twice.\n",
        "Every day she read www.DearAbby.com and then some.\n",
        "We all waited for it...What a day it was.\n",
        "You need to import the module.The rest() { is code }.\n",
    ],
    find,
};

/// A word in lower case, a mark with closing quotes, a capitalised word, and what follows it. The right-hand word may
/// hold inner capitals and an apostrophe.
static SEAM: Pattern = Pattern::new(concat!(
    r#"(?P<left>\p{Ll}{2,})(?P<mark>[.!?])(?P<close>["”’»)\]]{0,2})"#,
    r#"(?P<right>["“‘«(\[]?\p{Lu}[\p{L}\p{M}]*(?:['’-][\p{L}]+)*)(?P<after>,? +["“‘]?\p{Ll})"#,
));

/// A clause of fewer words may be a name or a label.
const FEWEST_WORDS: usize = 4;

/// In characters: what stands farther before a mark says nothing more of it.
const LONGEST_LOOK_BACK: usize = 200;

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
            let inline = document.inline(index);
            seams.extend(found.into_iter().filter(|seam| inline.is_open(seam.span)));
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
    let shows_code = seams.iter().any(|seam| seam.full_stop) && shows_code(document);
    for seam in &seams {
        if count[seam.span.of(text)] == 1 && !(seam.full_stop && shows_code) {
            hits.replace(Span::empty(seam.at), " ");
        }
    }
}

/// A place where a blank is missing.
struct Seam {
    /// Both words and what is between them.
    span: Span,
    /// Where the blank goes.
    at: usize,
    /// A bare full stop, which also parts the names of code.
    full_stop: bool,
}

fn seams_of(within: &str, block: Span) -> Vec<Seam> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(groups) = SEAM.captures_at(within, from) {
        let (Some(left), Some(mark), Some(right)) =
            (groups.name("left"), groups.name("mark"), groups.name("right"))
        else {
            break;
        };
        from = right.start();
        let quoted = groups.name("close").is_some_and(|close| !close.is_empty());
        let full_stop = mark.as_str() == "." && !quoted;
        if is_sentence_end(within, left.start(), left.as_str(), full_stop) {
            let span = Span::new(left.start(), right.end()).shift(block.start());
            found.push(Seam { span, at: block.start() + right.start(), full_stop });
        }
    }
    found
}

/// Whether `left`, which begins at byte `start`, is a whole word that ends a clause of several words.
fn is_sentence_end(within: &str, start: usize, left: &str, full_stop: bool) -> bool {
    let clause = clause(&within[..start]);
    // an apostrophe or a hyphen joins parts of one word: "didn't", "follow-up"
    let is_part = |char: char| char.is_alphabetic() || matches!(char, '\'' | '’' | '-');
    let before_word = clause.trim_end_matches(is_part);
    let opens =
        |char: char| char.is_whitespace() || matches!(char, '"' | '“' | '‘' | '«' | '(' | '[' | '—' | '–');
    let is_whole = before_word.is_empty() || before_word.ends_with(opens);
    let is_short = full_stop && left.chars().count() < 3 && before_word.len() == clause.len();
    let words = clause.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    is_whole && !is_short && words + 1 >= FEWEST_WORDS
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
        let indented = !text.trim_start().starts_with("$$") && block.kind() == Kind::Code;
        marks += usize::from(indented) + text.matches('`').count() / 2 + CALL.find_iter(text).count();
        if marks >= 2 {
            return true;
        }
    }
    false
}
