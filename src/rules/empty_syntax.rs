//! Images and links that hold nothing: found for two rules by one reader of brackets.

use super::Hits;
use super::parentheses::Parentheses;
use crate::document::{Document, Inline, Kind};
use crate::edit::Span;
use memchr::memmem;
use std::collections::VecDeque;

/// An empty image or link, with the empty ones inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Empty {
    span: Span,
    /// Whether it is an image or has one inside.
    holds_image: bool,
}

/// What is to go of what is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Images, and links that hold one.
    Images,
    /// The other links.
    Links,
}

impl Which {
    fn takes(self, empty: &Empty) -> bool {
        empty.holds_image == (self == Self::Images)
    }
}

/// Asks for the removal of the empty ones, with the line or block they leave blank, or with one of two blanks around them.
pub(super) fn remove(document: &Document, hits: &mut Hits, which: Which) {
    let Some(first) = hits.reading().first_empty() else { return };
    for (index, block) in document.blocks_at(empty_brackets(document.text(), first)) {
        // most blocks with empty links have no images, and need not be read for them
        let has_image = || memmem::find(document.block_text(index).as_bytes(), b"![").is_some();
        let may_hold = || which == Which::Links || has_image();
        if !block.kind().is_open() || !may_hold() {
            continue;
        }
        let found = empties(document.text(), block.span(), document.inline(index)).into_iter();
        let found: Vec<Span> = found.filter(|empty| which.takes(empty)).map(|empty| empty.span).collect();
        take_away(document, index, &found, hits);
    }
}

/// A quick look: the brackets with nothing but blanks in them before a target, by their ends from byte `from` on, without
/// those of images that have an address. The innermost of what is empty has some.
pub(super) fn empty_brackets(text: &str, from: usize) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = memchr::memchr_iter(b']', &bytes[from..]).map(move |at| from + at);
    ends.filter(|at| bytes.get(at + 1) == Some(&b'(')).filter(|&at| {
        let inside = bytes[..at].trim_ascii_end();
        let is_image = inside.ends_with(b"![") && !inside.ends_with(b"\\![");
        inside.ends_with(b"[") && (!is_image || text[at + 2..].trim_start().starts_with(')'))
    })
}

/// Asks for the removal of the `gone` spans of a block, with the line or block they leave blank, or with one of two
/// blanks around them.
pub(super) fn take_away(document: &Document, index: usize, gone: &[Span], hits: &mut Hits) {
    let block = document.block(index);
    if gone.is_empty() {
        return;
    }
    if is_blank_without(document.text(), block.span(), gone, block.kind()) {
        hits.remove_empty_block(index);
    } else {
        remove_inside(document, block.span(), gone, hits);
    }
}

/// Whether nothing but blanks and the block's own marks is left of `span` without the `gone` spans.
fn is_blank_without(text: &str, span: Span, gone: &[Span], kind: Kind) -> bool {
    let mut at = span.start();
    let mut left = String::new();
    for gone in gone.iter().copied().chain([Span::empty(span.end())]) {
        left.push_str(&text[at..gone.start()]);
        at = gone.end();
    }
    let marks = match kind {
        Kind::Heading => "#",
        Kind::ListItem => "-*+•◦▪‣.)0123456789",
        Kind::Paragraph | Kind::Image => "*_~",
        _ => "",
    };
    left.chars().all(|char| char.is_whitespace() || marks.contains(char))
}

fn remove_inside(document: &Document, block: Span, gone: &[Span], hits: &mut Hits) {
    let text = document.text();
    let mut rest = gone;
    while let Some(first) = rest.first() {
        let line = document.line_around(first.start());
        let count = rest.iter().take_while(|span| span.start() < line.end()).count();
        let (here, later) = rest.split_at(count);
        rest = later;
        let within = Span::new(line.start().max(block.start()), line.end().min(block.end()));
        let multiline = here.iter().any(|span| span.end() > line.end());
        if !multiline && is_blank_without(text, within, here, Kind::Paragraph) {
            // the last line of a block goes with the line end before it
            let last = line.end() >= block.end();
            let start = line.start() - usize::from(last && line.start() > block.start());
            hits.remove(Span::new(start, within.end()));
        } else {
            for touching in here.chunk_by(|one, next| one.end() == next.start()) {
                let span = touching.iter().copied().reduce(Span::cover).unwrap_or(within);
                if touching.iter().any(|span| holds_blank(text, *span)) && is_between_words(text, span) {
                    hits.replace(span, " ");
                } else {
                    hits.remove(with_blank(text, within, span));
                }
            }
        }
    }
}

/// Whether a blank stands in the brackets: `a[ ](/b)[c](/c)` reads as two words.
fn holds_blank(text: &str, span: Span) -> bool {
    span.of(text).rsplit_once("](").is_some_and(|(inner, _)| inner.contains(char::is_whitespace))
}

/// Whether something else than a blank stands on both sides of `span`.
fn is_between_words(text: &str, span: Span) -> bool {
    let is_word = |char: Option<char>| char.is_some_and(|char| !char.is_whitespace());
    is_word(text[..span.start()].chars().next_back()) && is_word(text[span.end()..].chars().next())
}

/// The span with the blank after it, or at a line's end the one before it, where blanks stand on both sides.
fn with_blank(text: &str, line: Span, span: Span) -> Span {
    let before = text[line.start().min(span.start())..span.start()].chars().next_back();
    let after = text[span.end()..].chars().next();
    let blank = |char: char| matches!(char, ' ' | '\t');
    match after {
        Some(next) if before.is_none_or(blank) && blank(next) => span.cover(Span::empty(span.end() + 1)),
        None | Some('\n' | '\r') if before.is_some_and(blank) => span.cover(Span::empty(span.start() - 1)),
        _ => span,
    }
}

/// What stands between the brackets of a link or image so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Nothing,
    /// An image without text and address, or it is one itself.
    Image,
    /// Something to read.
    Text,
}

/// An opening bracket whose end is still to come. There may be one every second byte, so it is packed.
#[derive(Clone, Copy)]
#[repr(C, packed)]
struct Open {
    /// In bytes from the start of the block.
    start: u32,
    content: Content,
}

/// The outermost empty images and links of a block: one sweep with a stack, so nesting costs nothing.
fn empties(text: &str, block: Span, inline: Inline) -> Vec<Empty> {
    let bytes = &text.as_bytes()[..block.end()];
    let mut parentheses = Parentheses::of(bytes, block.start());
    let mut code = inline.code().peekable();
    let mut open: VecDeque<Open> = VecDeque::new();
    let mut found: Vec<Empty> = Vec::new();
    let mut at = block.start();
    while let Some(&byte) = bytes.get(at) {
        while code.next_if(|code| code.end() <= at).is_some() {}
        let mut filled = true;
        let begins_code = code.peek().is_some_and(|code| code.start() <= at);
        match byte {
            _ if begins_code => at = code.peek().map_or(at + 1, |code| code.end()),
            b'\\' => at += 2,
            b'!' | b'[' if byte == b'[' || bytes.get(at + 1) == Some(&b'[') => {
                let image = byte == b'!';
                let content = if image { Content::Image } else { Content::Nothing };
                // what begins beyond 4 GB of one block counts as text
                let start = u32::try_from(at - block.start()).ok();
                open.extend(start.map(|start| Open { start, content }));
                filled = start.is_none();
                at += 1 + usize::from(image);
                if open.len() > bytes.len() - at {
                    // so many cannot be closed in the rest of the block
                    open.pop_front();
                }
            }
            b']' => {
                let Some(bracket) = open.pop_back() else {
                    at += 1;
                    continue;
                };
                let target = parentheses.closing(at + 1).map(|end| Span::new(at + 2, end));
                at = target.map_or(at + 1, |target| target.end() + 1);
                let span = Span::new(block.start() + bracket.start as usize, at);
                let content = bracket.content;
                let image = bytes[span.start()] == b'!';
                if target.is_some_and(|target| is_empty(image, content, target.of(text))) {
                    let holds_image = content == Content::Image;
                    found.truncate(found.partition_point(|inner| inner.span.start() < span.start()));
                    found.push(Empty { span, holds_image });
                    if let Some(outer) =
                        open.back_mut().filter(|outer| holds_image && outer.content == Content::Nothing)
                    {
                        outer.content = Content::Image;
                    }
                    filled = false;
                }
            }
            _ => {
                let end = code.peek().map_or(bytes.len(), |code| code.start());
                let plain = bytes[at + 1..end].iter();
                let plain = plain.take_while(|byte| !matches!(byte, b'\\' | b'!' | b'[' | b']')).count();
                let run = &bytes[at..=at + plain];
                filled = !run.iter().all(u8::is_ascii_whitespace);
                at += run.len();
            }
        }
        if let Some(outer) = open.back_mut().filter(|_| filled) {
            outer.content = Content::Text;
        }
    }
    found
}

/// Whether an image has neither text nor address, or a link no text: a link to a fragment marks a place and stays, and
/// what is no address is no link (`[](int x)` is code).
fn is_empty(image: bool, content: Content, target: &str) -> bool {
    let target = target.trim();
    let (address, title) = target.split_once(char::is_whitespace).unwrap_or((target, ""));
    if content == Content::Text || !is_title(title.trim()) {
        return false;
    }
    if image || (address.is_empty() && content == Content::Image) {
        return address.is_empty();
    }
    !address.starts_with('#') && address.contains(['/', '.', ':', '?'])
}

fn is_title(title: &str) -> bool {
    let quoted = |quote| title.len() > 1 && title.starts_with(quote) && title.ends_with(quote);
    title.is_empty() || quoted('"') || quoted('\'')
}
