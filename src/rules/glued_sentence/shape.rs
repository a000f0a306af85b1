//! What a seam looks like: a word, a mark and a capitalised word without a blank between them.

use super::marks::{CLOSING, OPENING};
use crate::edit::Span;
use crate::rules::pattern::Pattern;
use regex::Captures;

/// A word or a number, a mark with closing quotes, and a capitalised word, which may hold inner capitals.
static SEAM: Pattern = Pattern::new(concat!(
    r#"(?P<left>[\p{L}\p{M}\p{Nd}]+)(?P<mark>[.!?])(?P<close>["”’»)\]]{0,2})(?P<open>["“‘«(\[]?)"#,
    r"(?P<right>\p{Lu}[\p{L}\p{M}]*)(?:['’-]\p{L}+)*",
));

/// A letter in lower case at the start.
static LOWER: Pattern = Pattern::new(r"\A\p{Ll}");

/// The parts of a seam, one after the other.
pub(super) struct Shape {
    pub(super) left: Span,
    pub(super) mark: Span,
    /// Closing quotes or brackets.
    pub(super) close: Span,
    /// A quote or a bracket that opens.
    pub(super) open: Span,
    pub(super) right: Span,
    /// Where the word ends that `right` begins: `Jean` of `Jean-Luc`.
    pub(super) end: usize,
}

/// The seams of a text, in order; the word on the right of one may be on the left of the next.
pub(super) struct Shapes<'a> {
    text: &'a str,
    /// The marks of the text that may be those of a seam, or the rest of them.
    marks: &'a [usize],
    /// What comes before byte `at` was read.
    at: usize,
    /// What stands between two blanks, if there may be a seam in it: none goes beyond. And whether it is plain.
    token: Option<(Span, bool)>,
}

impl<'a> Shapes<'a> {
    /// Those in the bytes `block` of a text that has these [`marks`](super::marks::marks).
    pub(super) fn of(text: &'a str, block: Span, marks: &'a [usize]) -> Self {
        Self { text: &text[..block.end()], marks, at: block.start(), token: None }
    }

    /// The next token with a mark that may be that of a seam.
    fn token(&mut self) -> Option<(Span, bool)> {
        let (bytes, at) = (self.text.as_bytes(), self.at);
        self.marks = &self.marks[self.marks.partition_point(|mark| *mark < at)..];
        let mark = *self.marks.first().filter(|mark| **mark < bytes.len())?;
        let start = memchr::memrchr2(b' ', b'\n', &bytes[at..mark]).map_or(at, |blank| at + blank + 1);
        let end = memchr::memchr2(b' ', b'\n', &bytes[mark..]).map_or(bytes.len(), |blank| mark + blank);
        let token = Span::new(start, end);
        Some((token, token.of(self.text).chars().all(is_plain)))
    }
}

impl Iterator for Shapes<'_> {
    type Item = Shape;

    fn next(&mut self) -> Option<Shape> {
        loop {
            let (token, is_plain) = match self.token {
                Some(known) => known,
                None => self.token()?,
            };
            let from = self.at.saturating_sub(token.start());
            let shape = if is_plain {
                Shape::in_plain(token.of(self.text), from).map(|shape| shape.shift(token.start()))
            } else {
                SEAM.captures_at(token.of(self.text), from).and_then(|groups| Shape::of(&groups, token))
            };
            if let Some(shape) = shape {
                self.token = Some((token, is_plain));
                self.at = shape.right.start();
                return Some(shape);
            }
            self.token = None;
            self.at = token.end();
        }
    }
}

impl Shape {
    /// What [`SEAM`] finds first from byte `from` on, where all is plain, as it mostly is: the classes of Unicode are
    /// large, and slow to make.
    ///
    /// Each part takes all that it can. None has to leave something to the next one: what follows a quote is a capital
    /// then or no seam.
    fn in_plain(token: &str, from: usize) -> Option<Self> {
        // where the characters of a kind end that begin at `start`, `most` at most
        let end = |start: usize, most: usize, is_of_kind: fn(char) -> bool| {
            let chars = token[start..].chars().take(most).take_while(|char| is_of_kind(*char));
            start + chars.map(char::len_utf8).sum::<usize>()
        };
        let behind = |mark: usize| {
            let left = token[from..mark]
                .trim_end_matches(|char: char| char.is_alphabetic() || char.is_ascii_digit());
            let close = end(mark + 1, 2, |char| CLOSING.contains(&char));
            let open = end(close, 1, |char| OPENING.contains(&char));
            if from + left.len() == mark || !token[open..].starts_with(char::is_uppercase) {
                return None;
            }
            let right = end(open, usize::MAX, char::is_alphabetic);
            let mut last = right;
            while let Some(joint) =
                token[last..].chars().next().filter(|char| matches!(char, '\'' | '’' | '-'))
            {
                let part = last + joint.len_utf8();
                let next = end(part, usize::MAX, char::is_alphabetic);
                if next == part {
                    break;
                }
                last = next;
            }
            Some(Self {
                left: Span::new(from + left.len(), mark),
                mark: Span::new(mark, mark + 1),
                close: Span::new(mark + 1, close),
                open: Span::new(close, open),
                right: Span::new(open, right),
                end: last,
            })
        };
        memchr::memchr3_iter(b'.', b'!', b'?', &token.as_bytes()[from..]).find_map(|mark| behind(from + mark))
    }

    /// The same in a text that has `by` bytes more before it.
    fn shift(self, by: usize) -> Self {
        Self {
            left: self.left.shift(by),
            mark: self.mark.shift(by),
            close: self.close.shift(by),
            open: self.open.shift(by),
            right: self.right.shift(by),
            end: self.end + by,
        }
    }

    fn of(groups: &Captures, token: Span) -> Option<Self> {
        let group = |name| groups.name(name).map(|group| token.part(group.range()));
        Some(Self {
            left: group("left")?,
            mark: group("mark")?,
            close: group("close")?,
            open: group("open")?,
            right: group("right")?,
            end: token.start() + groups.get_match().end(),
        })
    }
}

/// Whether the character is one of those that most texts are made of, the kinds of which are known: no mark that joins
/// its neighbour, and of numbers only the digits of ASCII.
fn is_plain(char: char) -> bool {
    // of Latin, Greek and Cyrillic; signs; of Chinese, Japanese and Korean
    matches!(char, '\0'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{1e00}'..='\u{206f}')
        || matches!(char, '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{215f}' | '\u{2190}'..='\u{24b5}')
        || matches!(char, '\u{2500}'..='\u{2bff}' | '\u{3000}'..='\u{3006}' | '\u{3008}'..='\u{3020}')
        || matches!(char, '\u{3041}'..='\u{3096}' | '\u{309b}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
        || matches!(char, '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff0f}' | '\u{1f300}'..='\u{1faff}')
}

/// Whether what follows a seam shows that a sentence goes on: a word in lower case, maybe after a comma or an opening
/// quote.
pub(super) fn goes_on(rest: &str) -> bool {
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let word = rest.trim_start_matches(' ');
    let is_parted = word.len() < rest.len();
    let word = word.strip_prefix(['"', '“', '‘']).unwrap_or(word);
    is_parted
        && match word.as_bytes().first() {
            Some(first) if first.is_ascii() => first.is_ascii_lowercase(),
            _ => LOWER.is_match(word),
        }
}

/// Whether something else follows that may follow a word. No mark: `Every.Single.Week.`
pub(super) fn is_parted(rest: &str) -> bool {
    let behind_mark = rest.strip_prefix([',', ';', ':']).unwrap_or(rest);
    rest.is_empty() || behind_mark.starts_with([' ', '\n']) || rest.starts_with("\r\n")
}

#[cfg(test)]
mod tests {
    use super::super::marks::marks;
    use super::*;
    use regex::Regex;

    #[test]
    fn in_plain_text_the_same_is_found() {
        let signs = ['a', 'É', '.', '"', ')', '“', '’', '-', '7'];
        for number in 0..signs.len().pow(5) {
            let signs = (0..5_u32).map(|place| signs[number / signs.len().pow(place) % signs.len()]);
            let text: String = ['я', '.'].into_iter().chain(signs).collect();
            let spans = |shape: Shape| {
                (shape.left, shape.mark, shape.close, shape.open, shape.right, Span::empty(shape.end))
            };
            for from in [0, 2] {
                let groups = SEAM.captures_at(&text, from);
                let found = groups.and_then(|groups| Shape::of(&groups, Span::new(0, text.len()))).map(spans);
                assert_eq!(Shape::in_plain(&text, from).map(spans), found, "{text}");
                let has_mark =
                    |(_, mark, ..): (Span, Span, _, _, _, _)| marks(&text).any(|at| at == mark.start());
                assert!(found.is_none_or(has_mark), "{text}");
            }
        }
    }

    #[test]
    fn what_is_plain_is_of_a_known_kind() {
        let [letter, capital, other] =
            [r"^\p{L}$", r"^\p{Lu}$", r"^[\p{M}\p{Nd}&&[^0-9]]$"].map(|class| Regex::new(class).unwrap());
        for char in '\0'..=char::MAX {
            let text = char.to_string();
            assert!(!capital.is_match(&text) || char.is_uppercase(), "{char:?}");
            if is_plain(char) {
                assert_eq!(letter.is_match(&text), char.is_alphabetic(), "{char:?}");
                assert_eq!(capital.is_match(&text), char.is_uppercase(), "{char:?}");
                assert!(!other.is_match(&text), "{char:?}");
            }
        }
    }
}
