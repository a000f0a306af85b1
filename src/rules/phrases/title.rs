//! A label, a mark, and the title of another article.

use super::super::pattern::Pattern;
use crate::document::Width;
use crate::scan;
use std::ops::Range;

/// A full stop after a word, not after an initial or an abbreviation.
static SENTENCE_END: Pattern = Pattern::new(r"\p{Ll}{4}\. ");

/// Marks that end a sentence wherever they are.
const ENDS: [char; 3] = ['。', '！', '？'];

/// A part of the same text.
static PART: Pattern = Pattern::new(concat!(
    r"(?i)^(?:(?:sections?|chapters?|articles?|figures?|tables?|appendix|pages?|part|note",
    r"|abschnitte?|kapitel|artikel|abbildung|tabelle|anhang|seite|teil",
    r"|chapitre|annexe|tableau|partie|sección|capítulo|figura|tabla|página|seção|tabela|capitolo|sezione|pagina",
    r"|hoofdstuk|rozdział|tabela|strona|раздел|глава|рисунок|таблица|страница|приложение) [0-9a-zA-Z](?-u:\b)",
    r"|第[0-9一二三四五六七八九十]+[章节節页頁])",
));

/// The label and the title, if there is a mark with something on either side of it.
pub(super) fn split(line: &str) -> Option<(&str, &str)> {
    let mark = mark(line)?;
    let label = line[..mark.start].trim_end_matches(['*', '_', ' ']);
    let title = line[mark.end..].trim_start_matches(['*', '_']).trim();
    Some((label, title))
}

/// The first mark that may stand between a label and a title, with a blank before it: a dash has one on either side.
fn mark(line: &str) -> Option<Range<usize>> {
    let may_begin = |byte: u8| matches!(byte, b':' | b'|' | b'-' | b'\x80'..);
    let mut at = 0;
    loop {
        at += scan::first(&line.as_bytes()[at..], may_begin)?;
        let (before, rest) = line.split_at(at);
        let mut chars = rest.chars();
        let char = chars.next()?;
        let end = at + char.len_utf8();
        let blank = before.chars().next_back().filter(|char| char.is_whitespace());
        let start = at - blank.map_or(0, char::len_utf8);
        match char {
            ':' | '：' | '|' | '►' | '▶' | '»' | '→' => return Some(start..end),
            '-' | '–' | '—' if blank.is_some() => {
                if let Some(behind) = chars.next().filter(|char| char.is_whitespace()) {
                    return Some(start..end + behind.len_utf8());
                }
            }
            _ => {}
        }
        at = end;
    }
}

/// Whether this is the title of an article: it does not begin in lower case, points to no part of this text, and does
/// not go on after the end of a sentence.
pub(in super::super) fn is_title(title: &str) -> bool {
    let length = title.chars().count();
    let words = title.trim_start_matches(|char: char| !char.is_alphanumeric());
    let mut ends = title.match_indices(ENDS);
    let is_followed = |(at, end): (usize, &str)| at + end.len() < title.len();
    // most titles hold no full stop
    let mut runs_on = || title.contains(". ") && SENTENCE_END.is_match(title) || ends.any(is_followed);
    // numbers and codes name papers and bugs
    let count =
        words.split_whitespace().filter(|word| word.chars().filter(|char| char.is_alphabetic()).count() > 1);
    let names_something = || count.count() > 1 || Width::has_wide(words);
    let names_part = || may_be_part(words) && PART.is_match(words);
    (3..=149).contains(&length)
        && !title.ends_with(['.', ',', ';', ':', '。'])
        && !words.starts_with(char::is_lowercase)
        && names_something()
        && !runs_on()
        && !names_part()
}

/// The shortest name of a part, in bytes.
const SHORTEST_PART: usize = 4;

/// Whether [`PART`] may match: a look at two words, for the second is one character in a pointer to a part.
fn may_be_part(words: &str) -> bool {
    let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    words.starts_with('第')
        || words.split_once(' ').is_some_and(|(name, number)| match number.as_bytes() {
            _ if name.len() < SHORTEST_PART => false,
            [first, second, ..] if first.is_ascii() => is_of_word(first) && !is_of_word(second),
            rest => !rest.is_empty(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_to_a_part_has_a_second_word_of_one_character() {
        let names = ["Section", "part", "NOTE", "Teil", "página", "раздел", "приложение", "Ship"];
        let numbers =
            ["4", "4.", "a", "B, too", "12", "4th", "4_", "x\u{e9}", "\u{17F}a", "\u{212A}", "", "-", " 4"];
        for (name, number) in names.iter().flat_map(|name| numbers.map(|number| (name, number))) {
            let words = format!("{name} {number}");
            assert!(may_be_part(&words) || !PART.is_match(&words), "{words}");
        }
        assert!(may_be_part("第3章") && !may_be_part("Part of it") && !may_be_part("How I did it"));
    }

    #[test]
    fn a_mark_is_found_as_a_pattern_says_it() {
        let said = regex::Regex::new(r"\s?[:：|►▶»→]|\s[-–—]\s").unwrap();
        let signs = ["a", " ", "-", ":", "–", "é", "»", "\u{a0}", "日"];
        let pairs = || signs.iter().flat_map(|one| signs.map(|two| format!("{one}{two}")));
        for line in pairs().flat_map(|start| pairs().map(move |end| format!("{start}{end}x"))) {
            for line in [format!("{}{line}", "It rained ".repeat(4)), line] {
                assert_eq!(mark(&line), said.find(&line).map(|mark| mark.range()), "{line:?}");
            }
        }
    }
}
