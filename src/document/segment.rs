//! From text to blocks, in one sweep over its lines.

use super::line::line_at;
use super::mark::{self, Mark};
use super::marker::{self, indent};
use super::plain::begins_as_prose;
use super::{Blanks, Block, Blocks, Kind, Line, Protect, front_matter, html_block, lines, protect, wrap};
use crate::edit::Span;

/// Mathematics between `$$` that goes on for longer than this many lines is none.
const LONGEST_MATHEMATICS: usize = 100;

/// Whether mathematics may stand in the text.
pub(super) fn may_have_mathematics(text: &str) -> bool {
    let text = text.as_bytes();
    memchr::memchr_iter(b'$', text).any(|at| text.get(at + 1) == Some(&b'$'))
}

/// A block has about so many bytes, the line ends behind it among them. One more is made room for: in a text of lines of
/// two bytes room for one too few would be doubled at the very end.
const BYTES_OF_BLOCK: usize = 128;

pub(super) struct Sweep<'a> {
    text: &'a str,
    protect: &'a Protect,
    /// Where the next line begins.
    at: usize,
    /// Inside a list: the column at which the text of its last item begins.
    list: Option<usize>,
    /// So far, in order. What is between them is line ends and blank lines.
    pub(super) blocks: Blocks,
    pub(super) blanks: Blanks,
    /// Whether one of the blocks that it found is protected.
    pub(super) protects: bool,
}

impl<'a> Sweep<'a> {
    /// Over all of `text`; a line of prose that `protect` matches is a block of its own.
    pub(super) fn over(text: &'a str, protect: &'a Protect) -> Self {
        let mut sweep = Self::new(text, protect, 1 + text.len() / BYTES_OF_BLOCK);
        if let Some(end) = front_matter::end(text) {
            sweep.close(Kind::FrontMatter, 0, end);
        }
        while let Some(line) = sweep.line_of_text() {
            sweep.block(line);
        }
        sweep
    }

    /// At the beginning of `text`; `blocks`: about how many are expected.
    pub(super) fn new(text: &'a str, protect: &'a Protect, blocks: usize) -> Self {
        let blocks = Blocks::with_capacity(blocks);
        Self { text, protect, at: 0, list: None, blocks, blanks: Blanks::default(), protects: false }
    }

    /// Goes on at byte `at`, where it makes no difference whether a list came before.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
        self.list = None;
    }

    fn line_at(&self, at: usize) -> Option<Line> {
        line_at(self.text.as_bytes(), at)
    }

    /// The next line that is not blank. It stays the next one.
    pub(super) fn line_of_text(&mut self) -> Option<Line> {
        let mut blank = 0;
        loop {
            // most blank lines have nothing in them
            while self.byte(self.at) == Some(b'\n') {
                self.blanks.see_blank(Span::empty(self.at), blank);
                blank += 1;
                self.at += 1;
            }
            let line = self.line_at(self.at)?;
            if !line.is_blank(self.text) {
                return Some(line);
            }
            self.blanks.see_blank(line.span, blank);
            blank += 1;
            self.at = line.next;
        }
    }

    /// The line right behind `line`, if something stands in it.
    fn line_behind(&self, line: Line) -> Option<Line> {
        if self.byte(line.next) == Some(b'\n') { None } else { self.line_at(line.next) }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn of(&self, line: Line) -> &'a str {
        line.span.of(self.text)
    }

    /// Ends a block and goes on at the line after it.
    #[inline]
    fn close(&mut self, kind: Kind, start: usize, last: Line) {
        let span = Span::new(start, last.span.end());
        let is_line = start == last.span.start();
        debug_assert_eq!(is_line, !span.of(self.text).contains('\n'), "{:?}", span.of(self.text));
        self.blanks.see_block(self.text, kind, span, is_line);
        self.blocks.push(Block::new(kind, span, is_line));
        self.protects |= kind == Kind::Protected;
        self.at = last.next;
        if kind != Kind::ListItem && kind != Kind::Code {
            self.list = None;
        }
    }

    /// The last of the lines after `first` for which `goes_on` holds without a break; `first` if there is none. It holds
    /// for no line without anything in it.
    fn last_while(&self, first: Line, mut goes_on: impl FnMut(&str) -> bool) -> Line {
        let mut last = first;
        while let Some(line) = self.line_behind(last) {
            if !goes_on(self.of(line)) {
                break;
            }
            last = line;
        }
        last
    }

    /// The first line from `first` on for which `ends` holds; the last line of the text if there is none.
    fn last_until(&self, first: Line, mut ends: impl FnMut(&str) -> bool) -> Line {
        let mut last = first;
        while !ends(self.of(last)) {
            let Some(line) = self.line_at(last.next) else { break };
            last = line;
        }
        last
    }

    /// Takes the block that begins with `line`, which is not blank.
    pub(super) fn block(&mut self, line: Line) {
        if begins_as_prose(self.byte(line.span.start()))
            && self.protect.is_empty()
            && !self.is_table_head(line)
        {
            return self.prose(line);
        }
        let text = self.of(line);
        if protect::switches_off(text) {
            let last = self.last_until(line, protect::switches_on);
            return self.close(Kind::Protected, line.span.start(), last);
        }
        if self.protect.matches(text) {
            return self.close(Kind::Protected, line.span.start(), line);
        }
        let mark = mark::of(text, true);
        if let Some(column) = self.list {
            // what has no mark here has none behind prose
            if indent(text) >= 2 && !(mark.is_some() && self.begins_block(text)) {
                if indent(text) >= column + 4 {
                    self.indented_code(line);
                } else {
                    self.item_text(line);
                }
                return;
            }
        } else if indent(text) >= 4 {
            return self.indented_code(line);
        }
        match mark {
            Some(Mark::Fence(fence)) => self.fenced_code(line, fence),
            Some(Mark::Html(end)) => self.html(line, end),
            Some(Mark::Heading) => self.close(Kind::Heading, line.span.start(), line),
            Some(Mark::Break) => self.close(Kind::Break, line.span.start(), line),
            Some(Mark::Quote) => self.quote(line),
            Some(Mark::Row) => self.table(line),
            // it may look like an item or an image, but not like what is above
            _ if self.is_table_head(line) => self.table(line),
            Some(Mark::Item(column)) => self.item(line, column),
            Some(Mark::Definition) => {
                let last = self.last_while(line, |next| indent(next) >= 2 && !next.trim().is_empty());
                self.close(Kind::Definition, line.span.start(), last);
            }
            Some(Mark::Image) => self.close(Kind::Image, line.span.start(), line),
            None => match self.mathematics(line) {
                Some(last) => self.close(Kind::Code, line.span.start(), last),
                None => self.prose(line),
            },
        }
    }

    fn indented_code(&mut self, line: Line) {
        let least = self.list.map_or(4, |column| column + 4);
        let mut last = line;
        let mut ahead = line;
        // blank lines belong to the code where more of it follows them
        while let Some(next) = self.line_at(ahead.next) {
            if !next.is_blank(self.text) {
                if indent(self.of(next)) < least {
                    break;
                }
                last = next;
            }
            ahead = next;
        }
        self.close(Kind::Code, line.span.start(), last);
    }

    fn fenced_code(&mut self, line: Line, fence: (u8, usize)) {
        let inside = self.line_at(line.next);
        let last = inside.map_or(line, |first| self.last_until(first, |line| marker::closes(line, fence)));
        self.close(Kind::Code, line.span.start(), last);
    }

    fn html(&mut self, line: Line, end: html_block::End) {
        let last = match end {
            html_block::End::With(mark) => self.last_until(line, |text| html_block::closes(text, mark)),
            html_block::End::Blank => self.last_while(line, |text| !text.trim().is_empty()),
        };
        self.close(Kind::Html, line.span.start(), last);
    }

    /// A quote that holds code, a table or raw HTML is kept like code.
    fn quote(&mut self, line: Line) {
        let last = self.last_while(line, |next| marker::is_quote(next) && !self.protect.matches(next));
        let span = Span::new(line.span.start(), last.span.end());
        let is_code = |line: Line| {
            let inside = self.of(line).trim_start_matches([' ', '\t', '>']);
            let indented = marker::behind_blanks(self.of(line));
            marker::fence(inside).is_some()
                || marker::is_table_row(inside)
                || marker::is_table_rule(inside)
                || html_block::opens(inside, true).is_some()
                || inside.starts_with("$$")
                || indented.starts_with(">     ")
                || indented.starts_with(">\t")
        };
        let kind = if lines(self.text, span).any(is_code) { Kind::Code } else { Kind::Quote };
        self.close(kind, span.start(), last);
        self.list = None;
    }

    #[inline]
    fn is_table_head(&self, line: Line) -> bool {
        // most lines are followed by one that begins with another sign
        self.byte(line.next).is_some_and(marker::is_of_table_rule) && self.is_before_table_rule(line)
    }

    #[inline(never)]
    fn is_before_table_rule(&self, line: Line) -> bool {
        let next = self.text.as_bytes().get(line.next..).unwrap_or_default();
        let signs = next.iter().take_while(|byte| marker::is_of_table_rule(**byte)).count();
        signs > 1
            && matches!(next.get(signs), None | Some(b'\n' | b'\r'))
            && self.line_at(line.next).is_some_and(|next| marker::is_table_rule(self.of(next)))
            && self.of(line).contains('|')
    }

    fn table(&mut self, line: Line) {
        let last = self.last_while(line, |row| row.contains('|') || marker::is_table_row(row));
        self.close(Kind::Table, line.span.start(), last);
    }

    fn item(&mut self, line: Line, column: usize) {
        let mut inside = marker::behind_marker(self.of(line));
        // most items begin with a word or a link
        let is_text = |inside: &str| {
            inside.as_bytes().first().is_some_and(|first| begins_as_prose(Some(*first)) || *first == b'[')
        };
        while !is_text(inside) && marker::list_item(inside).is_some() {
            inside = marker::behind_marker(inside);
        }
        let may_be_code = !is_text(inside);
        if may_be_code && let Some(fence) = marker::fence(inside) {
            self.fenced_code(line, fence);
        } else if may_be_code && indent(inside) >= 4 {
            self.close(Kind::Code, line.span.start(), line);
        } else {
            self.item_text(line);
        }
        self.list = Some(column);
    }

    /// A list item's line, or a paragraph inside an item, with the lines that run on.
    fn item_text(&mut self, line: Line) {
        let list = self.list;
        let goes_on = |next: &str| {
            let runs_on = indent(next) >= 2 || next.starts_with(char::is_lowercase);
            runs_on && next.contains(|char: char| !char.is_whitespace()) && !self.begins_block(next)
        };
        // most items are followed by another one
        let next = &self.text[line.next..];
        let may_go_on = wrap::may_run_on(next.bytes().next()) && !mark::begins_as_item(next);
        let last = if may_go_on { self.last_while(line, goes_on) } else { line };
        self.close(Kind::ListItem, line.span.start(), last);
        self.list = list;
    }

    /// `$$ … $$`, up to its last line.
    fn mathematics(&self, line: Line) -> Option<Line> {
        let rest = marker::trimmed(self.text, line.span).strip_prefix("$$")?;
        let mut last = line;
        let mut ends = rest.ends_with("$$");
        for _ in 0..LONGEST_MATHEMATICS {
            if ends {
                return Some(last);
            }
            last = self.line_at(last.next)?;
            ends = marker::trimmed(self.text, last.span).ends_with("$$");
        }
        None
    }

    /// Lines of prose: one wrapped paragraph, or one paragraph a line; the last may be a heading with a line under it.
    fn prose(&mut self, first: Line) {
        let before = self.blocks.len();
        let mut may_run_on = false;
        let mut last = first;
        let mut underline = None;
        while let Some(next) = self.line_behind(last) {
            let begin = self.byte(next.span.start());
            if !begins_as_prose(begin) {
                if marker::is_underline(self.of(next)) {
                    underline = Some(next);
                    break;
                }
                if next.is_blank(self.text) || mark::of(self.of(next), false).is_some() {
                    break;
                }
            }
            if self.protect.matches(self.of(next)) || self.is_table_head(next) {
                break;
            }
            may_run_on |= wrap::may_run_on(begin);
            self.close(Kind::Paragraph, last.span.start(), last);
            last = next;
        }
        let mut start = last.span.start();
        let span = Span::new(first.span.start(), last.span.end());
        if may_run_on && wrap::is_wrapped(self.text, span) {
            self.blocks.truncate(before);
            start = first.span.start();
        }
        match underline {
            Some(underline) => self.close(Kind::Heading, start, underline),
            None => self.close(Kind::Paragraph, start, last),
        }
    }

    /// Whether the line begins a block of its own even right after a line of prose.
    fn begins_block(&self, line: &str) -> bool {
        mark::of(line, false).is_some() || self.protect.matches(line)
    }
}
