//! Dates, with a time or without, as sites put them over an article.

use super::fold::{fold, is_digit};
use crate::document::Width;
use crate::scan::count;
use std::sync::LazyLock;

/// A longer line says more than a date.
const LONGEST: Width = Width(70);
/// A year, and a day at least.
const FEWEST_DIGITS: usize = 5;

/// The names of months in many languages, folded.
static MONTHS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| words("[months]"));
/// What else stands in dates: days of the week, time zones, small words.
static OTHERS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| words("[others]"));

/// The words of one section of the list, in order.
fn words(section: &str) -> Vec<Vec<char>> {
    let file = include_str!("dates.txt");
    let lines = file.lines().skip_while(move |line| *line != section).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'));
    let mut words: Vec<_> = lines.flat_map(str::split_whitespace).map(fold).collect();
    words.sort_unstable();
    words
}

/// What a word of a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Year,
    Number,
    Month,
    Other,
}

/// Whether `text` is a date and nothing else: a year, and a month and a day, or numbers for both.
pub(crate) fn is_date(text: &str) -> bool {
    // bytes first: most lines have fewer that may begin a digit
    if text.len() > 4 * LONGEST.0
        || count(text.as_bytes(), may_begin_digit) < FEWEST_DIGITS
        || LONGEST.is_exceeded_by(text)
        || text.chars().filter(|char| is_digit(*char)).count() < FEWEST_DIGITS
    {
        return false;
    }
    // a date in brackets is that of what stands before them
    let is_in_brackets = |(at, _): (usize, &str)| text[at + 1..].starts_with(is_digit);
    if text.match_indices(['(', '[']).any(is_in_brackets) || text.split_whitespace().any(is_version) {
        return false;
    }
    let mut found = Vec::new();
    for word in
        text.split(|char: char| !char.is_alphanumeric() && !is_sign(char)).filter(|word| !word.is_empty())
    {
        match read(word) {
            Some(words) => found.extend(words),
            None => return false,
        }
    }
    let number_of = |kind: Word| found.iter().filter(|word| **word == kind).count();
    let (years, months, days) = (number_of(Word::Year), number_of(Word::Month), number_of(Word::Number));
    years == 1 && (months == 1 && days >= 1 || months == 0 && days >= 2)
}

/// Whether a character that begins with this byte may be a digit: the scripts in which it may have four such bytes.
pub(crate) const fn may_begin_digit(byte: u8) -> bool {
    byte.is_ascii_digit() | matches!(byte, 0xD9 | 0xDB | 0xE0 | 0xEF)
}

/// Whether a word is the number of a version: `0.8.1`, and no date, which has a year.
fn is_version(word: &str) -> bool {
    let parts: Vec<&str> = word.trim_start_matches(['v', 'V']).split('.').collect();
    let are_numbers =
        parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    parts.len() > 2 && are_numbers && parts.iter().all(|part| part.len() != 4)
}

/// A word as parts of a date: `2019年11月18日` and `19h` are several.
fn read(word: &str) -> Option<Vec<Word>> {
    // alone it is short for Monday in Japanese and Korean, and where it is a month no other word is needed
    if matches!(word, "月" | "월") {
        return Some(vec![Word::Other]);
    }
    if let Some(name) = name(word) {
        return Some(vec![name]);
    }
    let mut words = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let is_number = is_digit(first);
        let end = rest.find(|char: char| is_digit(char) != is_number).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        words.push(if is_number { number(part)? } else { name(part)? });
        rest = after;
    }
    Some(words)
}

fn name(word: &str) -> Option<Word> {
    let folded = fold(word);
    let is_among = |words: &[Vec<char>]| words.binary_search(&folded).is_ok();
    if is_among(&MONTHS) {
        return Some(Word::Month);
    }
    is_among(&OTHERS).then_some(Word::Other)
}

fn number(digits: &str) -> Option<Word> {
    match digits.chars().count() {
        4 if !digits.is_ascii() || digits.starts_with("19") || digits.starts_with("20") => Some(Word::Year),
        1 | 2 => Some(Word::Number),
        // 0708: a time without its mark; 123: thousandths of a second
        3 | 4 => Some(Word::Other),
        _ => None,
    }
}

/// A vowel sign of an Indic script or an Arabic mark: a part of a word.
fn is_sign(char: char) -> bool {
    matches!(char, '\u{900}'..='\u{DFF}' | '\u{E31}'..='\u{E4E}' | '\u{64B}'..='\u{652}')
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_digit, may_begin_digit};

    #[test]
    fn digits_begin_with_few_bytes() {
        for char in ('\0'..=char::MAX).filter(|char| is_digit(*char)) {
            let bytes = char.to_string().into_bytes();
            assert_eq!(bytes.iter().filter(|byte| may_begin_digit(**byte)).count(), 1, "{char}");
            assert!(may_begin_digit(bytes[0]), "{char}");
        }
    }

    #[test]
    fn dates_in_many_languages() {
        for date in [
            "November 18, 2019",
            "Nov. 18, 2019, 7:08 a.m. EST",
            "Mon, 18 Nov 2019 07:08",
            "18/11/2019",
            "2019-11-18",
            "2019-11-18T07:08:09+01:00",
            "18.11.2019, 07:08 Uhr",
            "18. November 2019",
            "18 novembre 2019 à 7h08",
            "18 de noviembre de 2019",
            "18 de novembro de 2019",
            "18 novembre 2019",
            "18 listopada 2019",
            "18 ноября 2019, 07:08",
            "18 Kasım 2019",
            "18 نوفمبر 2019",
            "१८ नवंबर २०१९",
            "2019年11月18日",
            "2019. 11. 18.",
            "2019년 11월 18일",
            "November 18th, 2019",
            "Sat 8:31 PM, Feb 17, 2018",
            "Mo., 18. Mrz. 2019",
            "18 aout 2019",
            "mån 18 nov 2019 kl. 07.08",
            "d. 18. nov. 2019",
            "18. des. 2019",
            "18 listopada 2019 r., godz. 7:08",
            "pátek 18. říjen 2019",
            "18 ноября 2019 г. в 07:08 мск",
            "18 листопада 2019 року, 07:08",
            "п’ятниця, 18 жов. 2019 о 07:08",
            "18 نونبر 2019",
            "الإثنين 18 تشرين الثاني 2019 - 07:08 ص",
            "١٨ أفريل ٢٠١٩",
            "۱۸ فروردین ۱۳۹۸",
            "18 नव. 2019, 07:08 पूर्वाह्न",
            "2019年11月18日 星期一",
            "2019年11月18日星期一 上午7:08",
            "2019 年 11 月 18 日",
            "2019年11月18日(月) 7時08分",
            "2019年11月18日（火）午前7時08分",
            "2019.11.18 (월) 오전 7:08",
            "2019년 11월 18일 월요일 오후 7시 8분",
            "Senin, 18 Desember 2019 07:08 WIB",
        ] {
            assert!(is_date(date), "{date}");
        }
        for other in [
            "",
            "2019",
            "November",
            "November 2019",
            "18 November",
            "On 18 November 2019 we left",
            "1.2.3",
            "2019: 12 boats",
            "may 12 of them go in 2019",
            "192.168.2019.1 and more",
            "Chapter 18, 2019",
            "0.8.1 (2019-06-30)",
            "0.8.1 - 2019-06-30",
        ] {
            assert!(!is_date(other), "{other}");
        }
    }
}
