//! Inside a block: what is code, address, tag or formula, and what is open text.

use super::ticks::{Ticks, run};
use crate::edit::Span;
use crate::scan::{first, pairs};

/// No link's title has more characters than this.
const LONGEST_TITLE: usize = 400;

/// A block's inline syntax. It is read anew for every question, so it takes no room.
#[derive(Clone, Copy, Debug)]
pub struct Inline<'a> {
    text: &'a str,
    block: Span,
}

impl<'a> Inline<'a> {
    /// The syntax in the bytes `block` of `text`.
    pub fn of(text: &'a str, block: Span) -> Self {
        Self { text, block }
    }

    /// The parts that no rule touches but one made for them, in order: code, tags, formulas, addresses and what belongs
    /// to them.
    pub fn closed(self) -> impl Iterator<Item = Span> {
        self.parts().map(|part| part.span)
    }

    /// The stretches of open text, in order.
    pub fn open(self) -> impl Iterator<Item = Span> {
        let mut at = self.block.start();
        let end = Span::empty(self.block.end());
        self.closed().chain([end]).filter_map(move |closed| {
            let open = Span::new(at, closed.start());
            at = closed.end();
            (!open.is_empty()).then_some(open)
        })
    }

    /// Code, tags and formulas, in order: the text in which brackets are no links.
    pub fn code(self) -> impl Iterator<Item = Span> {
        self.parts().filter(|part| part.is_code).map(|part| part.span)
    }

    /// The addresses, in order: link targets and bare ones, without what stands around them.
    pub fn addresses(self) -> impl Iterator<Item = Span> {
        self.parts().filter_map(|part| part.address)
    }

    fn parts(self) -> Reader<'a> {
        let text = &self.text[..self.block.end()];
        Reader { text, at: self.block.start(), ticks: None, comments: true }
    }
}

/// A quick look: whether a part may begin with these two bytes, a backslash that takes the meaning of the next one among
/// them. Letters and brackets are many, and few of them are those of an address or a link. Nothing but comparisons, so that
/// [`pairs`] asks many at once.
fn may_begin(one: u8, next: u8) -> bool {
    let is = |byte: u8, sign: u8| byte == sign;
    let are = |letter: u8, second: u8| is(one | 0x20, letter) & is(next | 0x20, second);
    let is_code = is(one, b'`') | is(one, b'<') | is(one, b'$') | is(one, b'\\');
    let is_target = is(one, b']') & is(next, b'(');
    is_code | is_target | are(b'h', b't') | are(b'w', b'w') | are(b'f', b't')
}

/// A part of a block that is no open text.
#[derive(Clone, Copy, Debug)]
struct Part {
    span: Span,
    is_code: bool,
    address: Option<Span>,
}

/// Finds the parts of a block. Every branch moves on past what it has read, so the whole is linear.
struct Reader<'a> {
    /// The text up to the end of the block.
    text: &'a str,
    at: usize,
    /// The runs of backticks, once the first one was met.
    ticks: Option<Ticks>,
    /// Whether a comment could still end.
    comments: bool,
}

impl Iterator for Reader<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            let part = match byte {
                b'`' => self.code(),
                b'<' => self.angle(),
                b']' if self.rest().starts_with("](") => Some(self.target()),
                b'$' => self.mathematics(),
                b'h' | b'H' | b'w' | b'W' | b'f' | b'F' => self.bare_address(),
                _ => None,
            };
            match part {
                Some(part) => {
                    self.at = part.span.end();
                    return Some(part);
                }
                None => self.at = self.next_mark(self.at + self.open_length(byte)),
            }
        }
        None
    }
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The first byte from `at` on with which a part may begin, or the end of the text. A part has two bytes at least, so the
    /// last byte begins none.
    fn next_mark(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at + pairs(rest, may_begin).next().unwrap_or(rest.len())
    }

    /// How many bytes from here on are open text for certain, where no part begins.
    fn open_length(&self, byte: u8) -> usize {
        match byte {
            b'\\' => 2,
            b'`' => run(&self.text.as_bytes()[self.at..]),
            _ => 1,
        }
    }

    /// The bytes up to `end` are no open text.
    fn part(&self, end: usize, address: Option<Span>) -> Part {
        Part { span: Span::new(self.at, end), is_code: false, address }
    }

    fn code_part(&self, end: usize) -> Part {
        Part { is_code: true, ..self.part(end, None) }
    }

    fn code(&mut self) -> Option<Part> {
        let ticks = self.ticks.get_or_insert_with(|| Ticks::of(self.text, self.at));
        let end = ticks.closing(self.text, self.at)?;
        Some(self.code_part(end))
    }

    /// `<https://…>`, `<tag attribute="…">`, `<!-- … -->`.
    fn angle(&mut self) -> Option<Part> {
        let rest = self.rest();
        if self.comments && rest.starts_with("<!--") {
            if let Some(end) = rest.find("-->") {
                return Some(self.code_part(self.at + end + 3));
            }
            self.comments = false;
        }
        let rest = self.rest();
        let inside = &rest[1..];
        let length = inside.find(['<', '>']).unwrap_or(inside.len());
        let name = inside.trim_start_matches('/');
        if !inside[length..].starts_with('>') || !name.starts_with(|first: char| first.is_ascii_alphabetic())
        {
            return None;
        }
        let mut part = self.code_part(self.at + length + 2);
        if inside[..length].contains(':') && !inside[..length].contains(char::is_whitespace) {
            part.address = Some(Span::new(self.at + 1, self.at + 1 + length));
        }
        Some(part)
    }

    /// `](address "title")`: the target of a link or image, from the bracket to the parenthesis that ends it.
    fn target(&self) -> Part {
        let start = self.at + 2;
        let rest = self.text.get(start..).unwrap_or_default();
        let mut depth = 0_usize;
        let mut ends = |char: char| {
            match char {
                '(' => depth += 1,
                ')' if depth == 0 => return true,
                ')' => depth -= 1,
                _ => {}
            }
            char.is_whitespace()
        };
        // most signs of an address are none of these
        let may_end = |byte: u8| matches!(byte, 0..=b' ' | b'('..=b')' | 0x80..);
        let mut length = 0;
        loop {
            length += first(&rest.as_bytes()[length..], may_end).unwrap_or(rest.len() - length);
            match rest[length..].chars().next().filter(|char| !ends(*char)) {
                Some(char) => length += char.len_utf8(),
                None => break,
            }
        }
        let after = if rest[length..].starts_with(')') { 1 } else { title(&rest[length..]) };
        self.part(start + length + after, Some(Span::new(start, start + length)))
    }

    /// `$x^2$`, which holds a sign of mathematics; `$5 and $6` are prices.
    fn mathematics(&self) -> Option<Part> {
        let inside = &self.rest()[1..];
        let length = inside.find(['$', '\n']).unwrap_or(inside.len());
        let formula = &inside[..length];
        let tight = !formula.is_empty() && formula.trim() == formula;
        let is_formula =
            tight && inside[length..].starts_with('$') && formula.contains(['\\', '^', '_', '{', '=']);
        is_formula.then(|| self.code_part(self.at + length + 2))
    }

    fn bare_address(&self) -> Option<Part> {
        let rest = self.rest();
        let starts =
            |scheme: &str| rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        let inside_word = self.text[..self.at].chars().next_back().is_some_and(char::is_alphanumeric);
        if inside_word || !["https://", "http://", "www.", "ftp://"].into_iter().any(starts) {
            return None;
        }
        let stops =
            |char: char| char.is_whitespace() || matches!(char, '<' | '>' | '"' | '|' | '[' | ']' | '`');
        let address = without_trailing_marks(&rest[..rest.find(stops).unwrap_or(rest.len())]);
        let end = self.at + address.len();
        Some(self.part(end, Some(Span::new(self.at, end))))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_block_closes_nothing_in_it() {
        for sign in ["`", "\\", "]", "h", "w", "<", "$", "f"] {
            for behind in ["`a`", "(/b)", "ttp://c.d", "ww.e.f", "div>", "g$", "tp://h.i"] {
                let block = format!("A `b` c {sign}");
                let text = format!("{block}{behind}\n");
                let alone = Inline::of(&block, Span::new(0, block.len())).closed();
                assert!(Inline::of(&text, Span::new(0, block.len())).closed().eq(alone), "{text}");
            }
        }
    }
}
