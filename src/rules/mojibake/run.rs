//! Sequences that are UTF-8 when read back in a page, side by side.

use super::oddness::{self, Kind};
use super::page::Page;
use std::ops::Range;
use unicode_script::{Script, UnicodeScript};

/// Text that went wrong more often than this in one go does not exist; it would be mended in the next.
const MOST_LAYERS: usize = 4;

/// How much speaks against mending what is shown on purpose.
const SHOWN: i32 = 4;

/// Neighbouring sequences, and the characters that they stand for.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Where the sequences are among the characters of the piece.
    pub(super) range: Range<usize>,
    /// For each sequence the character and how many stand for it.
    pub(super) mended: Vec<(char, usize)>,
    /// How much less odd the text becomes.
    pub(super) gain: i32,
}

impl Run {
    /// The characters that it stands for.
    pub(super) fn chars(&self) -> impl Iterator<Item = char> {
        self.mended.iter().map(|(char, _)| *char)
    }
}

/// The runs of `page`, in order.
pub(super) fn runs(chars: &[char], page: Page) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        let mut mended = Vec::new();
        while let Some((decoded, length)) = sequence(chars[at..].iter().copied(), page) {
            mended.push((decoded, length));
            at += length;
        }
        if mended.is_empty() {
            at += 1;
            continue;
        }
        let before = start.checked_sub(1).map(|before| chars[before]);
        runs.push(judged(before, &chars[start..at], chars.get(at).copied(), start, mended, page));
    }
    runs
}

/// The run with its gain. Where what comes of it is again UTF-8 in the same page, the layer with the best gain counts.
fn judged(
    before: Option<char>,
    stands: &[char],
    after: Option<char>,
    start: usize,
    mut mended: Vec<(char, usize)>,
    page: Page,
) -> Run {
    let framed = |inner: &mut dyn Iterator<Item = char>| {
        oddness::of([before].into_iter().chain(inner.map(Some)).chain([after]))
    };
    let first_length = mended.first().map_or(0, |(_, length)| *length);
    let next = stands.get(first_length).copied().or(after);
    let odd = framed(&mut stands.iter().copied()) + first_alone(before, stands, next, page);
    // a text on such signs shows one at a time
    let quoted = if mended.len() == 1 && is_quoted(before, after) { SHOWN } else { 0 };
    let range = start..start + stands.len();
    let mut best = Run { range: range.clone(), mended: Vec::new(), gain: i32::MIN };
    for _ in 0..MOST_LAYERS {
        let gain = odd + likeness(&mended)
            - framed(&mut mended.iter().map(|(decoded, _)| *decoded))
            - stray(before, &mended, after)
            - quoted;
        let deeper = unwrapped(&mended, page);
        if gain > best.gain {
            best = Run { range: range.clone(), mended, gain };
        }
        let Some(deeper) = deeper else { break };
        mended = deeper;
    }
    best
}

/// The same with the sequences in it mended once more; none if there are none.
fn unwrapped(mended: &[(char, usize)], page: Page) -> Option<Vec<(char, usize)>> {
    let mut result = Vec::with_capacity(mended.len());
    let mut at = 0;
    while let Some((char, length)) = mended.get(at) {
        if let Some((decoded, count)) = sequence(mended[at..].iter().map(|(char, _)| *char), page) {
            let covered = &mended[at..at + count];
            result.push((decoded, covered.iter().map(|(_, length)| length).sum()));
            at += count;
        } else {
            result.push((*char, *length));
            at += 1;
        }
    }
    (result.len() < mended.len()).then_some(result)
}

/// The character that the first ones stand for, and how many they are.
fn sequence(mut chars: impl Iterator<Item = char>, page: Page) -> Option<(char, usize)> {
    let mut bytes = [page.byte(chars.next()?)?, 0, 0, 0];
    let length = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    for byte in &mut bytes[1..length] {
        *byte = page.byte(chars.next()?).filter(|byte| (0x80..=0xbf).contains(byte))?;
    }
    let decoded = str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    (decoded.script() != Script::Unknown || decoded == char::REPLACEMENT_CHARACTER)
        .then_some((decoded, length))
}

/// How odd the first letter is as a word of its own, or before a sign that letters follow.
fn first_alone(before: Option<char>, stands: &[char], next: Option<char>, page: Page) -> i32 {
    let &[first, sign, ..] = stands else { return 0 };
    if Kind::of(sign).is_letter() {
        return 0;
    }
    let byte = page.byte(first).unwrap_or_default();
    let is_latin = Kind::of(first).is_letter() && first.script() == Script::Latin;
    let is_mild = matches!(sign, '…' | '–' | '—' | '‘'..='”' | '«' | '»' | '‹' | '›' | '•');
    // square and cubic ångström are right
    let is_measure = matches!(sign, '±' | '²' | '³' | '¹' | '°' | '·') && byte > 0xc3;
    let is_before_letter = next.is_some_and(|next| Kind::of(next) == Kind::Lower);
    let is_inside_word = before.is_some_and(|before| Kind::of(before).is_letter() || before == '‚');
    let glued = i32::from(is_latin && byte <= 0xc5 && is_before_letter && !is_mild && !is_measure);
    if is_inside_word {
        return glued;
    }
    glued
        + match byte {
            0xc2 | 0xc3 if is_mild => i32::from(matches!(first, 'Â' | 'Ã')),
            0xc2 | 0xc3 => 1 + i32::from(is_latin),
            0xc4 | 0xc5 => i32::from(is_latin && !is_mild && !is_measure),
            0xe2 => i32::from(first == 'â'),
            _ => 0,
        }
}

/// Whether quotation marks stand on both sides: such a text speaks of the signs themselves.
fn is_quoted(before: Option<char>, after: Option<char>) -> bool {
    let is_mark = |char: Option<char>| matches!(char, Some('"' | '\'' | '‘'..='”' | '«' | '»' | '(' | ')'));
    // or what stands for such marks in HTML: `&quot;Ã¤&quot;`
    (is_mark(before) && is_mark(after)) || (before == Some(';') && after == Some('&'))
}

/// How much it tells that different letters of one script come of neighbouring sequences: chance does not do that.
fn likeness(mended: &[(char, usize)]) -> i32 {
    let alike = mended.windows(2).filter(|pair| {
        let [(one, _), (two, _)] = pair else { return false };
        let script = one.script();
        one != two
            && !matches!(script, Script::Common | Script::Inherited)
            && script == two.script()
            && !oddness::is_rare(*one)
            && !oddness::is_rare(*two)
    });
    i32::try_from(alike.count()).unwrap_or(i32::MAX / 2)
}

/// How odd it is that a single letter of a script other than Latin stands there.
fn stray(before: Option<char>, mended: &[(char, usize)], after: Option<char>) -> i32 {
    let [(only, _)] = mended else { return 0 };
    let is_beside = |other: Option<char>| other.is_some_and(|other| other.script() == only.script());
    let is_foreign =
        !matches!(only.script(), Script::Latin | Script::Greek | Script::Common | Script::Inherited);
    i32::from(is_foreign && !is_beside(before) && !is_beside(after))
}
