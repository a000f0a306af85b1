//! Long texts: time grows with the length, not with its square.

use super::input::Asked;
use unscrape::{Policy, clean_about};

/// How long the texts are, in bytes. What takes the square of it takes many seconds.
const LENGTH: usize = 1 << 16;

/// Cleans a text in which parts of the input stand very often, those between the first `%` and the second, the third and
/// the fourth, and so on: `once%often%once%often`. That it is done in time is for the fuzzer to say, or for whoever
/// waits for the tests.
///
/// Nearly equal paragraphs are not looked for: that search has a limit of its own.
pub fn long(input: &[u8]) {
    let (mut asked, text) = Asked::of(input);
    asked.options.report = false;
    if matches!(asked.options.duplicates, Policy::All | Policy::Report) {
        asked.options.duplicates = Policy::Safe;
    }
    let parts = String::from_utf8_lossy(text);
    let often = parts.split('%').count() / 2;
    let text: String = parts
        .split('%')
        .enumerate()
        .map(|(index, part)| part.repeat(if index % 2 == 0 { 1 } else { times(part, often) }))
        .collect();
    let about = asked.about(&text);
    let once = clean_about(&text, &about, &asked.options).text;
    let twice = clean_about(&once, &about, &asked.options).text;
    assert_eq!(once, twice, "cleaning again changes something");
}

/// How often `part` fits into its share of the text.
fn times(part: &str, parts: usize) -> usize {
    (LENGTH / parts).checked_div(part.len()).unwrap_or_default()
}
