//! Inside a block: what is code, address, tag or formula, and what is open text.

use crate::edit::Span;
use std::collections::HashMap;

/// No link's title has more characters than this.
const LONGEST_TITLE: usize = 400;

/// The parts of a block that no rule touches but one made for them.
#[derive(Clone, Debug, Default)]
pub struct Inline {
    block: Span,
    closed: Vec<Span>,
    code: Vec<Span>,
    addresses: Vec<Span>,
}

impl Inline {
    /// Reads the bytes `block` of `text`.
    pub fn of(text: &str, block: Span) -> Self {
        let mut reader = Reader {
            text: &text[..block.end()],
            at: block.start(),
            ticks: None,
            comments: true,
            found: Self { block, ..Self::default() },
        };
        reader.read();
        reader.found
    }

    /// The stretches of open text, in order.
    pub fn open(&self) -> impl Iterator<Item = Span> + '_ {
        let starts = std::iter::once(self.block.start()).chain(self.closed.iter().map(|span| span.end()));
        let ends = self.closed.iter().map(|span| span.start()).chain(std::iter::once(self.block.end()));
        starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end))
    }

    /// Whether all of `span` is open text.
    pub fn is_open(&self, span: Span) -> bool {
        let before = self.closed.partition_point(|closed| closed.end() <= span.start());
        self.closed.get(before).is_none_or(|closed| closed.start() >= span.end())
    }

    /// Code, tags and formulas, in order: the text in which brackets are no links.
    pub fn code(&self) -> &[Span] {
        &self.code
    }

    /// The addresses: link targets and bare ones, without what stands around them.
    pub fn addresses(&self) -> &[Span] {
        &self.addresses
    }
}

struct Reader<'a> {
    /// The text up to the end of the block.
    text: &'a str,
    at: usize,
    /// For each run of backticks that opens code: where the run that closes it ends. Made when the first one is met.
    ticks: Option<HashMap<usize, usize>>,
    /// Whether a comment could still end.
    comments: bool,
    found: Inline,
}

impl Reader<'_> {
    /// Every branch moves on past what it has read, so the whole is linear.
    fn read(&mut self) {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'\\' => self.at += 2,
                b'`' => self.code(),
                b'<' => self.angle(),
                b']' if self.rest().starts_with("](") => self.target(),
                b'$' => self.mathematics(),
                b'h' | b'H' | b'w' | b'W' | b'f' | b'F' => self.bare_address(),
                _ => self.at += 1,
            }
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The bytes up to `end` are no open text.
    fn close(&mut self, end: usize) {
        let span = Span::new(self.at, end);
        match self.found.closed.last_mut() {
            Some(last) if last.end() == span.start() => *last = last.cover(span),
            _ => self.found.closed.push(span),
        }
        self.at = end;
    }

    fn close_code(&mut self, end: usize) {
        self.found.code.push(Span::new(self.at, end));
        self.close(end);
    }

    fn code(&mut self) {
        let run = self.rest().bytes().take_while(|&byte| byte == b'`').count();
        if self.ticks.is_none() {
            self.ticks = Some(ticks(self.text, self.at));
        }
        match self.ticks.as_ref().and_then(|ticks| ticks.get(&self.at)) {
            Some(&end) => self.close_code(end),
            None => self.at += run,
        }
    }

    /// `<https://…>`, `<tag attribute="…">`, `<!-- … -->`.
    fn angle(&mut self) {
        let rest = self.rest();
        if self.comments && rest.starts_with("<!--") {
            if let Some(end) = rest.find("-->") {
                return self.close_code(self.at + end + 3);
            }
            self.comments = false;
        }
        let rest = self.rest();
        let inside = &rest[1..];
        let length = inside.find(['<', '>']).unwrap_or(inside.len());
        let name = inside.trim_start_matches('/');
        if !inside[length..].starts_with('>') || !name.starts_with(|first: char| first.is_ascii_alphabetic())
        {
            self.at += 1;
            return;
        }
        if inside[..length].contains(':') && !inside[..length].contains(char::is_whitespace) {
            self.found.addresses.push(Span::new(self.at + 1, self.at + 1 + length));
        }
        self.close_code(self.at + length + 2);
    }

    /// `](address "title")`: the target of a link or image, from the bracket to the parenthesis that ends it.
    fn target(&mut self) {
        let start = self.at + 2;
        let rest = self.text.get(start..).unwrap_or_default();
        let mut depth = 0_usize;
        let end = rest.find(|char: char| {
            match char {
                '(' => depth += 1,
                ')' if depth == 0 => return true,
                ')' => depth -= 1,
                _ => {}
            }
            char.is_whitespace()
        });
        let length = end.unwrap_or(rest.len());
        let after = if rest[length..].starts_with(')') { 1 } else { title(&rest[length..]) };
        self.found.addresses.push(Span::new(start, start + length));
        self.close(start + length + after);
    }

    /// `$x^2$`, which holds a sign of mathematics; `$5 and $6` are prices.
    fn mathematics(&mut self) {
        let inside = &self.rest()[1..];
        let length = inside.find(['$', '\n']).unwrap_or(inside.len());
        let formula = &inside[..length];
        let tight = !formula.is_empty() && formula.trim() == formula;
        if tight && inside[length..].starts_with('$') && formula.contains(['\\', '^', '_', '{', '=']) {
            self.close_code(self.at + length + 2);
        } else {
            // nothing up to the next `$` opens a formula
            self.at += 1;
        }
    }

    fn bare_address(&mut self) {
        let rest = self.rest();
        let starts =
            |scheme: &str| rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        let inside_word = self.text[..self.at].chars().next_back().is_some_and(char::is_alphanumeric);
        if inside_word || !["https://", "http://", "www.", "ftp://"].into_iter().any(starts) {
            self.at += 1;
            return;
        }
        let stops =
            |char: char| char.is_whitespace() || matches!(char, '<' | '>' | '"' | '|' | '[' | ']' | '`');
        let address = without_trailing_marks(&rest[..rest.find(stops).unwrap_or(rest.len())]);
        let end = self.at + address.len();
        self.found.addresses.push(Span::new(self.at, end));
        self.close(end);
    }
}

/// The length of ` "title")` behind a link's address, or 0. A title is short.
fn title(rest: &str) -> usize {
    let blank = rest.len() - rest.trim_start().len();
    let Some(quote) = rest[blank..].chars().next().filter(|quote| matches!(quote, '"' | '\'')) else {
        return 0;
    };
    let near: usize = rest[blank + 1..].chars().take(LONGEST_TITLE).map(char::len_utf8).sum();
    let inside = &rest[blank + 1..blank + 1 + near];
    let end = if quote == '"' { inside.find("\")") } else { inside.find("')") };
    end.map_or(0, |end| blank + 1 + end + 2)
}

/// A bare address without the marks at its end that belong to the sentence around it.
fn without_trailing_marks(address: &str) -> &str {
    let mut unopened = address.matches(')').count().saturating_sub(address.matches('(').count());
    address.trim_end_matches(|last: char| match last {
        ')' if unopened > 0 => {
            unopened -= 1;
            true
        }
        _ => matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '”' | '’'),
    })
}

/// For each run of backticks from byte `from` on that has a run of the same length after it: where that one ends.
///
/// Runs inside code are listed too; a reader that jumps over the code never asks for them.
fn ticks(text: &str, from: usize) -> HashMap<usize, usize> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = from;
    while let Some(start) = memchr::memchr(b'`', &bytes[at..]).map(|found| at + found) {
        let length = bytes[start..].iter().take_while(|&&byte| byte == b'`').count();
        runs.push((start, length));
        at = start + length;
    }
    let mut next = HashMap::new();
    let mut closed = HashMap::new();
    for &(start, length) in runs.iter().rev() {
        if let Some(end) = next.insert(length, start + length) {
            closed.insert(start, end);
        }
    }
    closed
}
