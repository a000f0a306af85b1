//! Lines that are told by what they say: the shape that all such rules ask for.

use super::Hits;
use super::entry::is_cued;
use super::frame::{self, Line, Link};
use super::phrases::Listed;
use crate::ascii::trim;
use crate::document::{Document, Kind};
use crate::scan;
use std::borrow::Cow;

/// A line with more characters than this says something of its own.
const LONGEST: usize = 200;
/// No rule asks for lines that are longer than this.
const LONGEST_OF_ALL: usize = 400;

/// Asks for the removal of each paragraph that is one line and that one of the rule's lists holds, or of which `matched`
/// names a pattern, if it `may_go`. `matched` is given the words of the line, and not asked about those without a cue,
/// which are most lines of most texts; `may_go` is given the index of the paragraph.
pub(super) fn remove(
    document: &Document,
    hits: &mut Hits,
    matched: impl Fn(&str) -> Option<Cow<'static, str>>,
    may_go: impl Fn(usize) -> bool,
) {
    remove_up_to(LONGEST, document, hits, matched, may_go);
}

/// As [`remove`], for lines of at most `longest` characters.
pub(super) fn remove_up_to(
    longest: usize,
    document: &Document,
    hits: &mut Hits,
    matched: impl Fn(&str) -> Option<Cow<'static, str>>,
    may_go: impl Fn(usize) -> bool,
) {
    debug_assert!((LONGEST..=LONGEST_OF_ALL).contains(&longest));
    let (reading, lists) = (hits.reading(), hits.lists());
    let look_at = |(block, short): (usize, Short)| {
        let is_cued = short.is_cued;
        if !is_cued && !lists.may_hold(short.listed) {
            return;
        }
        let line = trim(document.block_text(block));
        if is_longer(line, longest) {
            return;
        }
        let line = words(line, None);
        let phrase = lists.find(&line, short.listed);
        let entry = phrase.or_else(|| is_cued.then(|| matched(&line)).flatten());
        let Some(entry) = entry else { return };
        if may_go(block) {
            hits.remove_phrase(block, entry);
        } else {
            reading.tell_of(block);
        }
    };
    if lists.have_own() {
        let short = |line: Line| Some((line.block, Short::of(document, &line, &line.text())?));
        let all = reading.lines().filter_map(short);
        all.for_each(look_at);
    } else {
        reading.shorts().for_each(look_at);
    }
}

/// A paragraph that is one short line, and what tells whether a rule has to look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Short {
    /// The lists that may hold it.
    listed: Listed,
    /// Whether one of the patterns of the rules may match it.
    is_cued: bool,
}

impl Short {
    /// What a line is that reads `text` in the frame, if it is such a paragraph.
    pub(super) fn of<'t>(document: &'t Document, of_frame: &Line, text: &'t str) -> Option<Self> {
        if of_frame.kind != Kind::Paragraph {
            return None;
        }
        let raw = of_frame.raw().unwrap_or_else(|| document.block_text(of_frame.block));
        // most lines stand there as they are read
        if text.len() == raw.len() {
            let short = || Self { listed: of_frame.known.listed, is_cued: is_cued(text) };
            return (!is_longer(raw, LONGEST_OF_ALL)).then(short);
        }
        let line = trim(raw);
        // a line may be long for the blanks around it
        if is_longer(line, LONGEST_OF_ALL) || !document.block(of_frame.block).is_line() {
            return None;
        }
        let has_link = of_frame.known.is_long || of_frame.known.link != Link::None;
        // of a line with a link, the text is what is read of all but its mark
        let is_read = of_frame.known.link != Link::None && frame::without_mark(line).len() == line.len();
        let words = if has_link { words(line, is_read.then_some(text)) } else { frame::bare(line).into() };
        // they mostly are the same words
        let listed = if words == text { of_frame.known.listed } else { Listed::of(&words) };
        Some(Self { listed, is_cued: is_cued(&words) })
    }

    /// Whether a list or a pattern of the rules may hold it.
    pub(super) fn may_be_found(self) -> bool {
        self.is_cued || !self.listed.is_in_no_list()
    }
}

/// Whether a line has more characters than `longest`. None has less than a byte, nor more than four.
fn is_longer(line: &str, longest: usize) -> bool {
    line.len() > longest && (line.len() > 4 * longest || scan::count_chars(line.as_bytes()) > longest)
}

/// The words of a line. With a link among them they are a phrase only if they are many: `Like [this](https://…):` is the
/// author's. `read`: what a reader sees of the line, if that is known.
fn words<'l>(line: &'l str, read: Option<&'l str>) -> Cow<'l, str> {
    const FEW: usize = 3;
    let bare = frame::bare(line);
    if frame::target(bare).is_none() || bare.contains("![") {
        return bare.into();
    }
    let words = read.map_or_else(|| frame::words(bare), Cow::from);
    debug_assert_eq!(words, frame::words(bare));
    if words.split_whitespace().nth(FEW).is_some() { words } else { bare.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::frame::Targets;

    #[test]
    fn a_line_that_stands_there_as_it_is_read_is_as_any_other() {
        let lines = [
            "Facebook",
            "We use cookies to see you.",
            " Share ",
            "#",
            "(Home)",
            "*Tweet*",
            "[Share](/s)",
            "\u{a0}x",
        ];
        for line in lines
            .into_iter()
            .flat_map(|line| [line.to_owned(), line.repeat(60), format!("“{line}” – {line}.")])
        {
            let document = Document::new(&line);
            let Some((of_frame, text)) = Line::read(&document, 0, &mut Targets::of(&line)) else { continue };
            let words = words(trim(&line), None);
            let short = Short { listed: Listed::of(&words), is_cued: is_cued(&words) };
            let is_short = of_frame.kind == Kind::Paragraph && !is_longer(trim(&line), LONGEST_OF_ALL);
            assert_eq!(Short::of(&document, &of_frame, &text), is_short.then_some(short), "{line}");
        }
    }
}
