//! Calls to subscribe as most are written: told word by word, for to compile their patterns takes long, and to match them
//! too. Each of these functions says what its pattern says, or nothing.

/// What a call may begin with before it tells the reader what to do. How one is to enter an address is for the pattern.
const POLITE: [&str; 3] = ["click here to ", "please ", ""];
const TELLING: [&str; 11] = [
    "sign up",
    "sign-up",
    "subscribe",
    "register",
    "join",
    "get",
    "receive",
    "stay up to date",
    "stay up-to-date",
    "stay up to-date",
    "stay up-to date",
];
/// To what, at the end of the line,
const LETTERS: [&str; 12] = [
    "newsletter",
    "newsletters",
    "your inbox",
    "my inbox",
    "email updates",
    "e-mail updates",
    "email alerts",
    "e-mail alerts",
    "email briefing",
    "e-mail briefing",
    "news alerts",
    "morning briefing",
];
/// and when or where.
const WHEN: [&str; 11] = [
    " today",
    " now",
    " here",
    " below",
    " for free",
    " daily",
    " weekly",
    " every day",
    " every week",
    " every month",
    " every morning",
];

/// So many characters may stand between.
const MOST_BETWEEN: usize = 160;

/// The same for a call to which others lead: it may go on a little.
const POLITE_AT_LAST: [&str; 4] = ["please ", "just ", "simply ", ""];
const TELLING_AT_LAST: [&str; 7] =
    ["sign up", "sign-up", "subscribe", "register", "join", "click here", "get"];
const LETTERS_AT_LAST: [&str; 4] = ["newsletter", "newsletters", "inbox", "mailing list"];
/// So many characters may stand before the letter, and behind it.
const MOST_BEFORE: usize = 80;
const MOST_BEHIND: usize = 50;

/// Whether a line asks to subscribe.
pub(super) fn asks(line: &str) -> Option<bool> {
    let line = plain(line).filter(|line| !line.starts_with("enter"))?;
    let Some(rest) = behind(&line, &POLITE, &TELLING).and_then(|rest| rest.strip_prefix(' ')) else {
        return Some(false);
    };
    let rest = rest.strip_suffix(['.', '!']).unwrap_or(rest);
    let without_end = |ends: &[&str]| ends.iter().find_map(|end| rest.strip_suffix(end));
    let rest = without_end(&WHEN).unwrap_or(rest);
    let Some(before) = LETTERS.iter().find_map(|letter| rest.strip_suffix(letter)) else {
        return Some(false);
    };
    if ends_sentence(before) {
        return Some(false);
    }
    // what letter it is may be a part of the word, or be far from the rest
    let between = before.strip_suffix(' ')?;
    (between.chars().count() <= MOST_BETWEEN).then_some(true)
}

/// Whether a sentence is a call to which others lead.
pub(super) fn calls_at_last(sentence: &str) -> Option<bool> {
    let sentence = plain(sentence)?;
    let Some(rest) = behind(&sentence, &POLITE_AT_LAST, &TELLING_AT_LAST) else { return Some(false) };
    let rest = rest.strip_suffix(['.', '!']).unwrap_or(rest);
    let mut found = LETTERS_AT_LAST.iter().flat_map(|letter| rest.match_indices(letter));
    let is_letter = |(at, letter): (usize, &str)| {
        let (before, behind) = (&rest[..at], &rest[at + letter.len()..]);
        before.chars().count() <= MOST_BEFORE
            && behind.chars().count() <= MOST_BEHIND
            && !before.ends_with(is_of_word)
            && !behind.starts_with(is_of_word)
    };
    Some(!rest.starts_with(is_of_word) && !ends_sentence(rest) && found.any(is_letter))
}

/// Whether a sentence has one of `words`, in lower case, or asks.
pub(super) fn asks_or_has(sentence: &str, words: &[&str]) -> Option<bool> {
    let sentence = plain(sentence)?;
    let has_word = || sentence.split(|char| !is_of_word(char)).any(|word| words.contains(&word));
    Some(sentence.contains('?') || has_word())
}

/// The text in lower case, if it is of ASCII but for quotes, dashes and the like, which are of no word.
fn plain(text: &str) -> Option<String> {
    let is_plain = |char: char| char.is_ascii() || matches!(char, '\u{2010}'..='\u{2027}');
    text.chars().all(is_plain).then(|| text.to_ascii_lowercase())
}

/// What stands behind two words, one of each.
fn behind<'l>(line: &'l str, first: &[&str], second: &[&str]) -> Option<&'l str> {
    first.iter().find_map(|first| {
        let rest = line.strip_prefix(first)?;
        second.iter().find_map(|second| rest.strip_prefix(second))
    })
}

fn ends_sentence(text: &str) -> bool {
    text.contains(['.', '!', '?'])
}

/// Whether it is of a word, as a pattern parts them.
fn is_of_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

#[cfg(test)]
mod tests {
    use super::super::entry::Entry;
    use super::super::newsletter_line::{CALLS, LED_TO};
    use super::*;

    const BEFORE: [&str; 6] =
        ["", "Please ", "just ", "Click here to ", "click here", "Enter your email and "];
    const BETWEEN: [&str; 23] = [
        "",
        " ",
        "  ",
        "s ",
        "-",
        " our ",
        " now ",
        " now",
        " Bob’s ",
        " e-",
        " our e-",
        " the _",
        " it. Our ",
        " newsletter, ",
        " an inbox? ",
        " all of it, and what else there is that one may want to read in the evening, in the ",
        " all of it, and what else there is that one may want to read in the evening, or at breakfast, or on the train, or in \
         a boat on the lake, with an umbrella, in the ",
        " newsletter that has it all, and what else there is to",
        " get the inbox, news",
        " “",
        "—our ",
        " — x ",
        " é ",
    ];
    const BEHIND: [&str; 9] = [
        "",
        " for free",
        " now and then",
        "s",
        "’s",
        " once",
        ", in time",
        " today now",
        " with all that one may want to read in the evening",
    ];
    const END: [&str; 6] = ["", ".", "!", "!.", "?", " "];

    fn assert_as_by_pattern(entry: &Entry, telling: &[&str], letters: &[&str]) {
        let telling = [telling, &["got", ""]].concat();
        let letters = [letters, &["letter", "inbox newsletter", "newsletter", "EMAIL Updates", ""]].concat();
        let behind = [&WHEN[..], &BEHIND].concat();
        let pieces: [&[&str]; 6] = [&BEFORE, &telling, &BETWEEN, &letters, &behind, &END];
        let all: usize = pieces.iter().map(|pieces| pieces.len()).product();
        let (mut matched, mut told) = (0, 0);
        for one in 0..10_000 {
            // far from each other, and so of all kinds
            let mut place = one * 100_003 % all;
            let mut line = String::new();
            for pieces in pieces {
                line += pieces[place % pieces.len()];
                place /= pieces.len();
            }
            let matches = entry.pattern.is_match(&line);
            if let Some(is_told) = (entry.told)(&line) {
                assert_eq!(is_told, matches, "{line}");
                told += 1;
            }
            matched += usize::from(matches);
        }
        assert!(matched > 100 && told > 5000, "{matched} matched, {told} were told");
    }

    #[test]
    fn what_is_told_is_what_the_pattern_says() {
        assert_as_by_pattern(&CALLS[0], &TELLING, &LETTERS);
        assert_as_by_pattern(&LED_TO[0], &TELLING_AT_LAST, &LETTERS_AT_LAST);
    }
}
