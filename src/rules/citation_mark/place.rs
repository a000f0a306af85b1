//! What stands around a mark.

use unicode_script::{Script, UnicodeScript};

/// In bytes: a word that is longer is none.
const LONGEST_WORD: usize = 64;

/// What a mark stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before<'a> {
    /// The mark of a sentence: no code has brackets there.
    Stop,
    /// A word, a closing quote or a parenthesis. Behind it brackets may also be an index.
    Word(&'a str),
    /// A letter of a script that does not part words.
    Unparted,
}

impl<'a> Before<'a> {
    /// What a mark at the end of `line` would stand behind; nothing if none can stand there.
    pub(super) fn at_end_of(line: &'a str) -> Option<Self> {
        let line = line.strip_suffix(['*', '_']).map_or(line, |line| line.trim_end_matches(['*', '_']));
        let last = line.chars().next_back()?;
        if is_unparted_mark(last) {
            return Some(Self::Stop);
        }
        if is_unparted(last) {
            return Some(Self::Unparted);
        }
        let word = last_word(line)?;
        let bare = word.trim_end_matches(['"', '\'', '”', '’', '»']);
        let before_stop = bare.trim_end_matches(is_stop);
        if before_stop.len() < bare.len() {
            // a number that begins a line would become a list
            let is_item = is_number(before_stop) && line[..line.len() - word.len()].trim_end().is_empty();
            // `a?.[0]` is code
            let is_code = bare.ends_with("?.") || before_stop.is_empty();
            return (!is_item && !is_code).then_some(Self::Stop);
        }
        let word = word.trim_start_matches(['(', '[', '"', '\'', '“', '„', '‘', '«', '*', '_', '¿', '¡']);
        is_prose(word).then_some(Self::Word(word))
    }
}

/// The end of `line` from the last blank on, if it is not too long.
fn last_word(line: &str) -> Option<&str> {
    let mut last = line.char_indices().rev();
    let blank = last.find(|(at, char)| char.is_whitespace() || line.len() - at > LONGEST_WORD);
    match blank {
        Some((at, char)) => char.is_whitespace().then(|| &line[at + char.len_utf8()..]),
        None => Some(line),
    }
}

/// Whether a word of more than a letter is none of code: no sign but those of prose, no capital inside a name that
/// begins small, no digit behind a letter.
fn is_prose(word: &str) -> bool {
    let letters = word.trim_end_matches([')', '"', '\'', '”', '’', '»', '%', '°']);
    let starts_small = letters.starts_with(char::is_lowercase);
    letters.chars().nth(1).is_some()
        && letters.ends_with(|last: char| last.is_alphanumeric() || is_mark(last))
        && letters.chars().all(|char| {
            char.is_alphanumeric() && !(starts_small && (char.is_uppercase() || char.is_numeric()))
                || is_mark(char)
                || matches!(char, '-' | '–' | '—' | '’' | '\'' | '/' | '&')
        })
}

/// Whether a mark may stand between `line`, at the end of which is `before`, and `rest`.
pub(super) fn fits(line: &str, before: Before, rest: &str) -> bool {
    let follows_unparted = line.ends_with(|last| is_unparted(last) || is_unparted_mark(last));
    let mut chars = rest.chars();
    let (first, second) = (chars.next(), chars.next());
    let is_word = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || char == '[');
    match first {
        // `[12]: 34` names a page, and what is assigned or compared is code
        Some(':') => !is_word(rest[1..].trim_start().chars().next()),
        Some(blank) if blank.is_whitespace() => {
            let next = rest.trim_start_matches([' ', '\t']);
            before == Before::Stop || !next.starts_with(['=', '<', '>', '+', '*', '|', '/', '%', '{'])
        }
        Some('.' | ',' | ';' | '!' | '?' | '\'' | '’' | ')' | '"') => !is_word(second),
        None | Some('…' | '”' | '»' | '–' | '—') => true,
        Some(char) => is_unparted_mark(char) || follows_unparted && is_unparted(char),
    }
}

fn is_stop(char: char) -> bool {
    matches!(char, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '؟' | '،' | '۔' | '।')
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A combining mark of a script that has them inside words.
fn is_mark(char: char) -> bool {
    char.script() == Script::Inherited || matches!(char, '\u{900}'..='\u{dff}')
}

/// Whether words follow each other without a blank, or with endings that are not parted from a mark.
fn is_unparted(char: char) -> bool {
    use Script::{Han, Hangul, Hiragana, Katakana, Khmer, Lao, Myanmar, Thai};
    matches!(char.script(), Han | Hangul | Hiragana | Katakana | Khmer | Lao | Myanmar | Thai) || char == 'ー'
}

/// The marks of such scripts that end a sentence, a clause or a quote.
fn is_unparted_mark(char: char) -> bool {
    matches!(char, '。' | '，' | '、' | '；' | '：' | '！' | '？' | '」' | '』' | '）')
}
