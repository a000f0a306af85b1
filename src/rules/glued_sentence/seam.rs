//! Places where a blank may be missing.

use super::quotes::Quotes;
use crate::edit::Span;
use crate::rules::pattern::Pattern;

/// A word or a number, a mark with closing quotes, and a capitalised word, which may hold inner capitals.
static SEAM: Pattern = Pattern::new(concat!(
    r#"(?P<left>[\p{L}\p{M}\p{Nd}]+)(?P<mark>[.!?])(?P<close>["”’»)\]]{0,2})"#,
    r#"(?P<open>["“‘«(\[]?)(?P<right>\p{Lu}[\p{L}\p{M}]*)(?:['’-]\p{L}+)*"#,
));

/// What shows that a sentence goes on: a word in lower case, maybe after a comma or an opening quote.
static GOES_ON: Pattern = Pattern::new(r#"\A,? +["“‘]?\p{Ll}"#);

/// What else a word may be followed by. No mark: `Every.Single.Week.`
static PARTED: Pattern = Pattern::new(r"\A(?:[,;:]?[ \n]|\r?\n|\z)");

/// A clause of fewer words may be a name or a label.
const FEWEST_WORDS: usize = 4;

/// In characters: what stands farther before a mark says nothing more of it.
const LONGEST_LOOK_BACK: usize = 200;

/// The word before a seam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// In lower case.
    Word,
    /// With capitals: a name, more often than not.
    Name,
    /// Of digits alone.
    Number,
}

/// What stands between the two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A full stop alone, which also parts the names of code.
    FullStop,
    /// `!` alone, which some names hold: `Yahoo!`.
    Exclamation,
    /// `?` alone.
    Question,
    /// Any of them with a quote or bracket behind it, as no name has it.
    Quoted,
}

/// A place where a blank may be missing.
pub(super) struct Seam {
    /// Both words and what is between them.
    pub(super) span: Span,
    pub(super) left: Span,
    pub(super) kind: Left,
    pub(super) right: Span,
    /// Where the blank belongs: before the word on the right or the quotes that open it.
    pub(super) at: usize,
    pub(super) mark: Mark,
    /// A word in lower case follows.
    pub(super) goes_on: bool,
    /// It ends a clause of several words. Others only tell which names are in use.
    pub(super) ends_clause: bool,
}

/// All of them in `within`, which begins at `start` in the document.
pub(super) fn seams_of(within: &str, start: usize) -> Vec<Seam> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut quotes = Quotes::default();
    while let Some(near) = before_seam(within, from)
        && let Some(groups) = SEAM.captures_at(within, near)
    {
        let group = |name| groups.name(name).map(|group| Span::from(group.range()));
        let (Some(left), Some(mark), Some(close), Some(open), Some(right)) =
            (group("left"), group("mark"), group("close"), group("open"), group("right"))
        else {
            break;
        };
        from = right.start();
        let rest = &within[groups.get_match().end()..];
        let goes_on = GOES_ON.is_match(rest);
        let opens = close.of(within).ends_with('"') && quotes.is_open_after(within, close.end());
        let kind = kind(left.of(within));
        found.push(Seam {
            span: left.cover(right).shift(start),
            left: left.shift(start),
            kind,
            right: right.shift(start),
            at: open.start() - usize::from(opens) + start,
            mark: match mark.of(within) {
                _ if !close.is_empty() || !open.is_empty() => Mark::Quoted,
                "." => Mark::FullStop,
                "!" => Mark::Exclamation,
                _ => Mark::Question,
            },
            goes_on,
            ends_clause: (goes_on || PARTED.is_match(rest)) && ends_clause(within, left, kind),
        });
    }
    found
}

/// A quick look: where to look for the first seam behind byte `from`. It is the start of what holds a mark with something
/// else than a blank on both sides, and no letter in lower case behind it.
fn before_seam(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut marks = memchr::memchr3_iter(b'.', b'!', b'?', &bytes[from..]).map(|at| from + at);
    let mark = marks.find(|&at| {
        let is_left = at > 0 && !matches!(bytes[at - 1], b' ' | b'\n' | b'.' | b'"' | b')');
        let may_be_right = |next: u8| match next {
            b'A'..=b'Z' | b'"' | b'(' | b'[' | b')' | b']' => true,
            _ => !next.is_ascii(),
        };
        is_left && bytes.get(at + 1).is_some_and(|next| may_be_right(*next))
    })?;
    let blank = bytes[from..mark].iter().rposition(|byte| matches!(byte, b' ' | b'\n'));
    Some(blank.map_or(from, |blank| from + blank))
}

fn kind(left: &str) -> Left {
    if left.chars().all(char::is_numeric) {
        Left::Number
    } else if left.contains(|char: char| char.is_uppercase() || char.is_numeric()) {
        Left::Name
    } else {
        Left::Word
    }
}

/// Whether `left` is a whole word that ends a clause of several words.
fn ends_clause(within: &str, left: Span, kind: Left) -> bool {
    let clause = clause(&within[..left.start()]);
    // an apostrophe or a hyphen joins parts of one word: "didn't", "follow-up"
    let is_part = |char: char| char.is_alphabetic() || matches!(char, '\'' | '’' | '-');
    let before_word = if kind == Left::Number {
        clause.trim_end_matches(['$', '€', '£'])
    } else {
        clause.trim_end_matches(is_part)
    };
    let is_lower = kind != Left::Word || !clause[before_word.len()..].contains(char::is_uppercase);
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
