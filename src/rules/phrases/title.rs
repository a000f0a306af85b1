//! A label, a mark, and the title of another article.

use super::super::pattern::Pattern;
use crate::document::Width;

/// The mark between a label and a title, with the emphasis that may end there.
static MARK: Pattern = Pattern::new(r"\s?[:：|►▶»→]|\s[-–—]\s");

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
    let mark = MARK.find(line)?;
    let label = line[..mark.start()].trim_end_matches(['*', '_', ' ']);
    let title = line[mark.end()..].trim_start_matches(['*', '_']).trim();
    Some((label, title))
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
    (3..=149).contains(&length)
        && !title.ends_with(['.', ',', ';', ':', '。'])
        && !words.starts_with(char::is_lowercase)
        && names_something()
        && !runs_on()
        && !PART.is_match(words)
}
