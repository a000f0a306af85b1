//! Links in a line: where they lead, and what is left of the line for a reader.

use crate::ascii::trim;
use crate::edit::Span;
use std::borrow::Cow;

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

/// Where a link leads whose address begins at byte `at`, with the bracket before it.
pub(super) fn link_at(text: &str, at: usize) -> Link {
    let is_of_documents = || split_address(&text[at + 2..]).is_some_and(|(file, _)| is_of_documents(file));
    if text[at..].starts_with("](#") || is_of_documents() { Link::Inner } else { Link::Outer }
}

/// Whether a line that reads `text` says what its first link says, to the letter. The address of that link begins at byte
/// `at`.
pub(super) fn is_all_said_by_link(line: &str, at: usize, text: &str) -> bool {
    let before = line[..at].trim_end().strip_suffix(text);
    let before = before.and_then(|before| before.trim_end().strip_suffix('['));
    before.is_some_and(|before| !before.contains('['))
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

    /// Where in a block the first one begins. No block before it is asked about afterwards.
    pub(super) fn first_in(&mut self, block: Span) -> Option<usize> {
        if self.next < block.start() {
            let rest = &self.text[block.start()..];
            self.next = target(rest).map_or(self.text.len(), |at| block.start() + at);
        }
        // both of its signs stand there
        let first = (self.next + 1 < block.end()).then(|| self.next - block.start());
        debug_assert_eq!(first, target(block.of(self.text)));
        first
    }
}

/// What stands before the bracket of an address, and what behind it.
fn split_target(text: &str) -> Option<(&str, &str)> {
    target(text).map(|at| (&text[..at], &text[at + 2..]))
}

/// Adds what the links of a line say that is nothing else, but for marks between them, and tells whether it is.
pub(super) fn add_links<'l>(line: &'l str, links: &mut Vec<&'l str>) -> bool {
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
    use super::super::Line;
    use super::*;
    use crate::document::Document;

    #[test]
    fn no_link_is_overlooked() {
        let text = "[a](/1)\n\nb] (/2)\n\nc\n\n- d](/3\n- e\n\n[f](/4) [g](/5)\n\n\nh](#i)\n\n[j](/6)";
        let document = Document::new(text);
        let mut targets = Targets::of(text);
        for block in 0..document.blocks().len() {
            let has_link = target(document.block_text(block)).is_some();
            let (line, _) = Line::read(&document, block, &mut targets).unwrap();
            assert_eq!(line.known.link != Link::None, has_link, "{block}");
        }
    }
}
