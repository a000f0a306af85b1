//! Lines that may be of the frame: one a block, without the marks of Markdown.

use super::super::phrases::Listed;
use super::link::{Link, Targets, add_links, bare, is_all_said_by_link, link_at, words};
use super::menu::is_menu;
use crate::ascii::trim;
use crate::document::{Block, Document, Kind, Width};
use std::borrow::Cow;

/// A block that is one line of words, or stands between such lines.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Line<'d> {
    /// The number of its block.
    pub(in super::super) block: usize,
    pub(in super::super) kind: Kind,
    /// The block, if somebody looks at what it says.
    raw: &'d str,
    pub(in super::super) known: Known,
}

/// What takes time to find of a line. Most are like the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked about by somebody else")]
pub(in super::super) struct Known {
    /// Where its first link leads.
    pub(in super::super) link: Link,
    /// Whether it is several lines, or too long to be looked at.
    pub(in super::super) is_long: bool,
    /// Whether it holds entries of a menu, by the lists of the table.
    pub(in super::super) is_menu: bool,
    /// Whether it has a link to another page that says all that it says.
    is_said_by_link: bool,
    /// Whether it has a link and is prose.
    is_linked_prose: bool,
    /// The lists that may hold it.
    pub(in super::super) listed: Listed,
}

impl Known {
    /// Whether a link of a line that is nothing but links to other pages may be an entry of a menu, by the lists of the
    /// table. One that says all that the line says is an entry only if the line is.
    pub(in super::super) fn may_link_entry(self) -> bool {
        self.link == Link::Outer && (self.is_menu || !self.is_said_by_link)
    }
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
        let target = if is_long { None } else { targets.first_in(it.span()) };
        let link = target.map_or(Link::None, |at| link_at(raw, at));
        let mut line = Self::of(block, kind, raw, Known { link, is_long, ..Known::default() });
        let text = line.text();
        let listed = Listed::of(&text);
        line.known = Known {
            link,
            is_long,
            is_menu: !is_long && is_menu(&text, listed),
            is_said_by_link: link == Link::Outer
                && target.is_some_and(|at| is_all_said_by_link(raw, at, &text)),
            is_linked_prose: link != Link::None && is_prose(&text),
            listed,
        };
        Some((line, text))
    }

    /// The line for a block of which all is known that takes time to find.
    pub(in super::super) fn known(document: &'d Document, block: usize, known: Known) -> Option<Self> {
        let it = block_of_words(document, block)?;
        let is_long = known.is_long || !is_of_words(it.kind());
        Some(Self::of(block, it.kind(), it.span().of(document.text()), Known { is_long, ..known }))
    }

    fn of(block: usize, kind: Kind, raw: &'d str, known: Known) -> Self {
        Self { block, kind, raw: if known.is_long { "" } else { raw }, known }
    }

    /// What takes time to find of it.
    pub(in super::super) fn into_known(self) -> Known {
        // that blocks of other kinds are long need not be found
        Known { is_long: self.known.is_long && is_of_words(self.kind), ..self.known }
    }

    /// What a reader sees of it: no marks of headings and lists, no addresses of links.
    pub(in super::super) fn text(&self) -> Cow<'d, str> {
        // what has no mark stands in none
        if self.known.link == Link::None && is_without_mark(self.raw) {
            return Cow::Borrowed(self.raw);
        }
        let line = without_mark(self.raw);
        if self.known.link == Link::None { Cow::Borrowed(bare(line)) } else { words(line) }
    }

    /// The block as it stands there, if somebody looks at what it says.
    pub(in super::super) fn raw(&self) -> Option<&'d str> {
        (!self.known.is_long).then_some(self.raw)
    }

    /// Adds what its links say, if it is nothing but links to other pages, and tells whether it is.
    pub(in super::super) fn add_links(&self, links: &mut Vec<&'d str>) -> bool {
        self.known.link == Link::Outer && add_links(without_mark(self.raw), links)
    }

    /// Whether it is prose by its length and its end.
    pub(in super::super) fn is_prose(&self) -> bool {
        // its marks and addresses come on top of what a reader sees
        if self.known.is_long || self.raw.len() <= SENTENCE.0 {
            return self.known.is_long;
        }
        if self.known.link == Link::None { is_prose(&self.text()) } else { self.known.is_linked_prose }
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

/// In bytes; nobody looks at what a longer line says.
const LONGEST: usize = 2000;

/// Whether a line has no mark for certain, as most have none: it begins with a letter, and ends with none of a heading.
#[inline]
fn is_without_mark(line: &str) -> bool {
    matches!(line.as_bytes(), [b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', .., b'!' | b'"' | b'$'..=b'~'])
}

/// The line without the marks of a heading or an item.
pub(in super::super) fn without_mark(line: &str) -> &str {
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
}
