//! Mends one line by the evidence that is in it.

use super::oddness::{self, Kind};
use super::page::{self, Page};
use super::run::{Run, runs};
use crate::edit::Span;
use crate::rules::Hits;
use std::collections::HashSet;
use unicode_script::{Script, UnicodeScript};

/// Text that went wrong more often than this in one go does not exist; it would be mended in the next.
const MOST_LAYERS: usize = 8;
/// A run with this gain is mended on its own evidence; in a page with letters of its own it takes one more.
const CLEAR: i32 = 2;
/// With this gain of all clear runs together, the rest of the line goes with them.
const CERTAIN: i32 = 4;

/// A character, and the bytes of the text that it stands for.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    char: char,
    span: Span,
    is_mended: bool,
}

/// Asks for what is to be mended in one piece of the text.
pub(super) fn mend(text: &str, piece: Span, hits: &mut Hits) {
    let chars: Vec<char> = piece.of(text).chars().collect();
    let mut explained = best(&chars);
    // most of what could begin a sequence is right
    if explained.is_none() && !chars.iter().any(|char| may_be_left(*char)) {
        return;
    }
    let chars = piece.of(text).char_indices();
    let mut glyphs: Vec<Glyph> = chars
        .map(|(at, char)| Glyph { char, span: piece.part(at..at + char.len_utf8()), is_mended: false })
        .collect();
    let mut is_western = false;
    for _ in 0..MOST_LAYERS {
        let Some((page, found)) = explained else { break };
        is_western |= page == Page::WESTERN;
        glyphs = mended(&glyphs, &found);
        let chars: Vec<char> = glyphs.iter().map(|glyph| glyph.char).collect();
        explained = best(&chars);
    }
    let glyphs = with_controls(with_lost_blanks(&glyphs, is_western));
    for run in glyphs.chunk_by(|one, two| one.is_mended && two.is_mended) {
        if let [first, .., last] | [first @ last] = run
            && first.is_mended
        {
            let chars: String = run.iter().map(|glyph| glyph.char).collect();
            hits.replace(first.span.cover(last.span), chars);
        }
    }
}

/// Whether the character may be what is left of a sequence, or be one by itself.
fn may_be_left(char: char) -> bool {
    matches!(char, 'Â' | 'Ã') || page::is_control(char)
}

/// The page that explains most of the line, and the runs that are to be mended; none if no page explains anything.
fn best(chars: &[char]) -> Option<(Page, Vec<Run>)> {
    let mut best = (0, None);
    for page in page::suspects(chars) {
        let found = runs(chars, page);
        let least = CLEAR + i32::from(page.is_deceptive());
        let clear = || found.iter().filter(|run| run.gain >= least);
        let total = clear().map(|run| run.gain).fold(0, i32::saturating_add);
        // of two that gain the same the one is right that explains more
        let covered: usize = clear().map(|run| run.range.len()).sum();
        let merit = total.saturating_add(i32::try_from(covered).unwrap_or(i32::MAX));
        if total > 0 && merit > best.0 {
            let scripts: HashSet<Script> = clear().flat_map(Run::chars).map(|char| char.script()).collect();
            best = (merit, Some((page, wanted(chars, found, least, total >= CERTAIN, &scripts))));
        }
    }
    best.1
}

/// The clear runs, and those like them in the same words; in a certain line, everywhere.
fn wanted(
    chars: &[char],
    found: Vec<Run>,
    least: i32,
    is_certain: bool,
    scripts: &HashSet<Script>,
) -> Vec<Run> {
    let is_like = |char: char| {
        !oddness::is_rare(char)
            && (scripts.contains(&char.script()) || matches!(char.script(), Script::Common | Script::Latin))
    };
    let mut wanted: Vec<bool> = found.iter().map(|run| run.gain >= least).collect();
    let in_one_word = |one: &Run, two: &Run| {
        !chars[one.range.end..two.range.start].iter().any(|char| Kind::of(*char) == Kind::Blank)
    };
    let mut go_along = |from: usize, to: usize| {
        let (before, after) = (from.min(to), from.max(to));
        let (run, slack) = (&found[to], i32::from(is_certain));
        wanted[to] |= run.gain >= -slack
            && (is_certain || wanted[from] && in_one_word(&found[before], &found[after]))
            && run.chars().all(is_like);
    };
    for index in 1..found.len() {
        go_along(index - 1, index);
    }
    for index in (1..found.len()).rev() {
        go_along(index, index - 1);
    }
    let mut wanted = wanted.into_iter();
    found.into_iter().filter(|_| wanted.next() == Some(true)).collect()
}

/// The characters after the runs were mended.
fn mended(glyphs: &[Glyph], runs: &[Run]) -> Vec<Glyph> {
    let mut result = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    for run in runs {
        result.extend_from_slice(&glyphs[at..run.range.start]);
        at = run.range.start;
        for (char, length) in &run.mended {
            let span = glyphs[at].span.cover(glyphs[at + length - 1].span);
            result.push(Glyph { char: *char, span, is_mended: true });
            at += length;
        }
    }
    result.extend_from_slice(&glyphs[at..]);
    result
}

/// Puts right what a byte 0xA0 leaves that became a plain blank on its way: `Ã ` for `à`, `Â ` for a blank.
fn with_lost_blanks(glyphs: &[Glyph], is_western: bool) -> Vec<Glyph> {
    let mut result: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs.iter().copied().peekable();
    let mut after_lost = None;
    while let Some(glyph) = rest.next() {
        let before = result.last().map(|before| before.char);
        let is_after_lost = after_lost == Some(glyph.span.start());
        let next = rest.peek().copied();
        if glyph.char == 'Â' && is_after_lost && next.is_none_or(|next| next.char == '\n') {
            // the last one of several, whose blank the end of the line has swallowed
            if let Some(lost) = result.last_mut() {
                lost.span = lost.span.cover(glyph.span);
            }
            continue;
        }
        let Some(blank) = next.filter(|next| next.char == ' ' && matches!(glyph.char, 'Â' | 'Ã')) else {
            result.push(glyph);
            continue;
        };
        let is_alone = before.is_none_or(|before| Kind::of(before) == Kind::Blank);
        let is_clear = is_after_lost || ends_nothing(before, glyph.char) || (is_alone && is_western);
        if !is_clear {
            result.push(glyph);
            continue;
        }
        rest.next();
        let both = glyph.span.cover(blank.span);
        if glyph.char == 'Â' {
            // no plain blank: that could make a list of `1.Â One`
            result.push(Glyph { char: '\u{a0}', span: both, is_mended: true });
            after_lost = Some(both.end());
        } else if rest.peek().is_some_and(|second| second.char == ' ') {
            result.push(Glyph { char: 'à', span: both, is_mended: true });
        } else {
            // the blank after the word was lost in that of the letter
            result.push(Glyph { char: 'à', is_mended: true, ..glyph });
            result.push(blank);
        }
    }
    result
}

/// Whether no word and no sentence ends in this capital behind what stands before it.
fn ends_nothing(before: Option<char>, capital: char) -> bool {
    before.is_some_and(|before| {
        Kind::of(before) == Kind::Lower
            || (capital == 'Â' && (before.is_ascii_digit() || matches!(before, '.' | ',' | ';' | '!' | '?')))
    })
}

/// Puts the characters of Windows-1252 where controls stand for them.
fn with_controls(mut glyphs: Vec<Glyph>) -> Vec<Glyph> {
    // a line end is one, unless the line has others that are none
    let is_meant = |glyph: &Glyph| glyph.char != '\u{85}' && page::windows_1252(glyph.char).is_some();
    if !glyphs.iter().any(is_meant) {
        return glyphs;
    }
    let mut is_broken = false;
    for glyph in &mut glyphs {
        // what is left of a sequence that has lost a part cannot be told
        is_broken = matches!(glyph.char, 'Â' | 'Ã' | 'â') || (is_broken && page::is_control(glyph.char));
        if let Some(char) = page::windows_1252(glyph.char).filter(|_| !is_broken) {
            *glyph = Glyph { char, is_mended: true, ..*glyph };
        }
    }
    glyphs
}
