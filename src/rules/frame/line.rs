//! Lines that may be of the frame: one a block, without the marks of Markdown.

use super::super::phrases::Listed;
use super::menu::is_menu;
use crate::ascii::trim;
use crate::document::{Block, Document, Kind, Width};
use crate::edit::Span;
use std::borrow::Cow;

/// A block that is one line of words, or stands between such lines.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Line<'d> {
    /// The number of its block.
    pub(in super::super) block: usize,
    pub(in super::super) kind: Kind,
    /// The block, if somebody looks at what it says.
    raw: &'d str,
    /// Where its first link leads.
    pub(in super::super) link: Link,
    /// Whether it is several lines, or too long to be looked at.
    pub(in super::super) is_long: bool,
    /// Whether it holds entries of a menu, by the lists of the table.
    pub(in super::super) is_menu: bool,
    /// Whether it has a link and is prose.
    is_linked_prose: bool,
    /// The lists that may hold it.
    pub(in super::super) listed: Listed,
}

/// What takes time to find of a line. Most are like the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Known {
    pub(in super::super) link: Link,
    pub(in super::super) is_long: bool,
    pub(in super::super) is_menu: bool,
    is_linked_prose: bool,
    pub(in super::super) listed: Listed,
}

/// A wider line is prose, unless it is of a kind that the frame has,
const PROSE: Width = Width(150);
/// and one that is wider than this if it ends as a sentence does.
const SENTENCE: Width = Width(60);

impl<'d> Line<'d> {
    /// Reads a block, and gives its [`text`](Self::text) too. Pictures and lines between sections are passed over: no
    /// reader takes them for text.
    pub(in super::super) fn read(
        document: &'d Document,
        block: usize,
        targets: &mut Targets,
    ) -> Option<(Self, Cow<'d, str>)> {
        let it = block_of_words(document, block)?;
        let (kind, raw) = (it.kind(), it.span().of(document.text()));
        let is_long = !is_of_words(kind) || !it.is_line() || raw.len() > LONGEST;
        let may_link = !is_long && targets.may_be_in(it.span());
        let link = if may_link { first_link(raw) } else { Link::None };
        let mut line = Self::of(block, kind, raw, Known { link, is_long, ..Known::default() });
        let text = line.text();
        line.listed = Listed::of(&text);
        line.is_menu = !is_long && is_menu(&text, line.listed);
        line.is_linked_prose = link != Link::None && is_prose(&text);
        Some((line, text))
    }

    /// The line for a block of which all is known that takes time to find.
    pub(in super::super) fn known(document: &'d Document, block: usize, known: Known) -> Option<Self> {
        let it = block_of_words(document, block)?;
        let is_long = known.is_long || !is_of_words(it.kind());
        Some(Self::of(block, it.kind(), it.span().of(document.text()), Known { is_long, ..known }))
    }

    fn of(block: usize, kind: Kind, raw: &'d str, known: Known) -> Self {
        let Known { link, is_long, is_menu, is_linked_prose, listed } = known;
        let raw = if is_long { "" } else { raw };
        Self { block, kind, raw, link, is_long, is_menu, is_linked_prose, listed }
    }

    /// What takes time to find of it.
    pub(in super::super) fn into_known(self) -> Known {
        let Self { link, is_menu, is_linked_prose, listed, .. } = self;
        // that blocks of other kinds are long need not be found
        let is_long = self.is_long && is_of_words(self.kind);
        Known { link, is_long, is_menu, is_linked_prose, listed }
    }

    /// What a reader sees of it: no marks of headings and lists, no addresses of links.
    pub(in super::super) fn text(&self) -> Cow<'d, str> {
        // what has no mark stands in none
        if self.link == Link::None && is_without_mark(self.raw) {
            return Cow::Borrowed(self.raw);
        }
        let line = without_mark(self.raw);
        if self.link == Link::None { Cow::Borrowed(bare(line)) } else { words(line) }
    }

    /// The block as it stands there, if somebody looks at what it says.
    pub(in super::super) fn raw(&self) -> Option<&'d str> {
        (!self.is_long).then_some(self.raw)
    }

    /// Adds what its links say, if it is nothing but links to other pages, and tells whether it is.
    pub(in super::super) fn add_links(&self, links: &mut Vec<&'d str>) -> bool {
        self.link == Link::Outer && add_links(without_mark(self.raw), links)
    }

    /// Whether it is prose by its length and its end.
    pub(in super::super) fn is_prose(&self) -> bool {
        // its marks and addresses come on top of what a reader sees
        if self.is_long || self.raw.len() <= SENTENCE.0 {
            return self.is_long;
        }
        if self.link == Link::None { is_prose(&self.text()) } else { self.is_linked_prose }
    }
}

/// Whether a line that reads `text` is prose.
fn is_prose(text: &str) -> bool {
    if text.len() <= SENTENCE.0 {
        return false;
    }
    let width = Width::of(text);
    let is_sentence =
        || text.ends_with(['.', '!', '?', '”', '"', '»', '。', '！', '？', '」', '।', '؟', '۔']);
    width > PROSE || width > SENTENCE && is_sentence()
}

/// The block, if it is no picture and no line between sections.
fn block_of_words(document: &Document, block: usize) -> Option<Block> {
    let it = document.blocks().get(block)?;
    let is_passed_over =
        matches!(it.kind(), Kind::Image | Kind::Break | Kind::FrontMatter | Kind::Definition);
    (!is_passed_over).then_some(it)
}

/// Whether a block may be one line of words.
fn is_of_words(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::Heading | Kind::ListItem)
}

/// Where the first link of a line leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Link {
    /// There is none.
    #[default]
    None,
    /// To a place in this text, or to another file of the author's: it is a table of contents.
    Inner,
    /// To another page.
    Outer,
}

/// In bytes; nobody looks at what a longer line says.
const LONGEST: usize = 2000;

fn first_link(text: &str) -> Link {
    let is_inner = |at: usize| {
        text[at..].starts_with("](#")
            || split_address(&text[at + 2..]).is_some_and(|(address, _)| is_of_documents(address))
    };
    match target(text) {
        None => Link::None,
        Some(at) if is_inner(at) => Link::Inner,
        Some(_) => Link::Outer,
    }
}

/// Where the first address of a link begins, with the bracket before it.
pub(in super::super) fn target(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b']', bytes).find(|at| bytes.get(at + 1) == Some(&b'('))
}

/// Where the addresses of links begin in a text, for one look at each of its blocks in their order: most have none.
#[derive(Clone, Debug)]
pub(in super::super) struct Targets<'t> {
    text: &'t str,
    /// The first that was not passed, or the end of the text.
    next: usize,
}

impl<'t> Targets<'t> {
    pub(in super::super) fn of(text: &'t str) -> Self {
        Self { text, next: target(text).unwrap_or(text.len()) }
    }

    /// Whether one may stand in a block. No block before it is asked about afterwards.
    fn may_be_in(&mut self, block: Span) -> bool {
        if self.next < block.start() {
            let rest = &self.text[block.start()..];
            self.next = target(rest).map_or(self.text.len(), |at| block.start() + at);
        }
        self.next < block.end()
    }
}

/// What stands before the bracket of an address, and what behind it.
fn split_target(text: &str) -> Option<(&str, &str)> {
    target(text).map(|at| (&text[..at], &text[at + 2..]))
}

/// Whether a line has no mark for certain, as most have none: it begins with a letter, and ends with none of a heading.
#[inline]
fn is_without_mark(line: &str) -> bool {
    matches!(line.as_bytes(), [b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', .., b'!' | b'"' | b'$'..=b'~'])
}

/// The line without the marks of a heading or an item.
fn without_mark(line: &str) -> &str {
    if is_without_mark(line) {
        return line;
    }
    let mut line = trim(line);
    if let [b'#', ..] | [.., b'#'] = line.as_bytes() {
        line = trim(line.trim_start_matches('#').trim_end_matches('#'));
    }
    let mark = match line.as_bytes().first() {
        Some(b'-' | b'*' | b'+') => 1,
        _ if line.starts_with('•') => '•'.len_utf8(),
        _ => return line,
    };
    let item = &line[mark..];
    if item.is_empty() || item.starts_with(' ') { trim(item) } else { line }
}

/// Adds what the links of a line say that is nothing else, but for marks between them, and tells whether it is.
fn add_links<'l>(line: &'l str, links: &mut Vec<&'l str>) -> bool {
    let before = links.len();
    let mut rest = line;
    while let Some((text, after)) = rest.strip_prefix('[').and_then(split_target)
        && let Some((_, after)) = split_address(after)
    {
        links.push(trim(text));
        rest = after.trim_start_matches([' ', '|', '·', '•', '>', '»', '›', '/', ',']);
    }
    if !rest.is_empty() {
        links.truncate(before);
    }
    links.len() > before
}

/// The words of a line, without the addresses of its links, and without the emphasis and the brackets around it.
pub(in super::super) fn words(line: &str) -> Cow<'_, str> {
    let line = bare(line);
    let mut next = split_target(line);
    if next.is_none() {
        return Cow::Borrowed(line);
    }
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = next {
        let mut from = 0;
        for mark in memchr::memchr2_iter(b'[', b'!', before.as_bytes()) {
            words.push_str(&before[from..mark]);
            from = mark + 1;
        }
        words.push_str(&before[from..]);
        // an address without an end is none
        rest = split_address(after).map_or(after, |(_, rest)| rest);
        next = split_target(rest);
    }
    words.push_str(rest);
    let trimmed = trim(&words);
    if trimmed.len() == words.len() { Cow::Owned(words) } else { Cow::Owned(trimmed.to_owned()) }
}

/// Whether an address leads to a file that an author writes: what links to those is a table of contents.
fn is_of_documents(address: &str) -> bool {
    let end = memchr::memchr3(b'#', b'?', b' ', address.as_bytes());
    let file = end.map_or(address, |end| &address[..end]);
    let extension = memchr::memrchr(b'.', file.as_bytes()).map_or("", |dot| &file[dot + 1..]);
    ["md", "markdown", "mdx", "rst", "adoc"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// An address and what follows the parenthesis that closes it. There may be parentheses in it.
fn split_address(rest: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for at in memchr::memchr2_iter(b'(', b')', rest.as_bytes()) {
        match rest.as_bytes()[at] {
            b'(' => depth += 1,
            _ if depth == 0 => return Some((&rest[..at], &rest[at + 1..])),
            _ => depth -= 1,
        }
    }
    None
}

/// The line without the emphasis, the brackets or the link that hold all of it.
pub(in super::super) fn bare(line: &str) -> &str {
    let mut line = line;
    loop {
        let around: &[(&str, &str)] = match line.as_bytes() {
            [b'*', .., b'*'] => &[("**", "**"), ("*", "*")],
            [b'_', .., b'_'] => &[("__", "__"), ("_", "_")],
            [b'[', .., b']'] => &[("[", "]")],
            [b'[', .., b')'] => &[],
            [b'(', .., b')'] => &[("(", ")")],
            [first, .., last] if !first.is_ascii() && !last.is_ascii() => &[("【", "】"), ("［", "］")],
            // most lines begin with a letter
            _ => return line,
        };
        let inner = around.iter().find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close));
        match inner.or_else(|| link_text(line)) {
            Some(inner) if memchr::memchr2(b'[', b']', inner.as_bytes()).is_none() => line = trim(inner),
            _ => return line,
        }
    }
}

/// The text of a link that is all of the line.
fn link_text(line: &str) -> Option<&str> {
    let (text, address) = split_target(line.strip_prefix('[')?.strip_suffix(')')?)?;
    memchr::memchr3(b'(', b')', b'[', address.as_bytes()).is_none().then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_a_mark_is_read_as_it_stands() {
        for line in
            ["a.", "Home", "1)", "Home #", "a*", "x [y]", "a )", "é", "#a", "- a", "a\u{a0}", "a ", "a"]
        {
            let rest = bare(trim(trim(line).trim_start_matches('#').trim_end_matches('#')));
            assert!(!is_without_mark(line) || rest == line, "{line}");
        }
        assert!(is_without_mark("It rained."));
    }

    #[test]
    fn no_link_is_overlooked() {
        let text = "[a](/1)\n\nb] (/2)\n\nc\n\n- d](/3\n- e\n\n[f](/4) [g](/5)\n\n\nh](#i)\n\n[j](/6)";
        let document = Document::new(text);
        let mut targets = Targets::of(text);
        for block in 0..document.blocks().len() {
            let has_link = first_link(document.block_text(block)) != Link::None;
            let (line, _) = Line::read(&document, block, &mut targets).unwrap();
            assert_eq!(line.link != Link::None, has_link, "{block}");
        }
    }
}
