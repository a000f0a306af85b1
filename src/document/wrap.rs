//! Is a group of lines one paragraph that was wrapped by hand, or is each line a paragraph?

use super::{Line, Width, lines};
use crate::edit::Span;

/// Narrower than this, lines are labels, verse or a list without marks.
const NARROWEST: Width = Width(40);
/// Wider than this, nobody wrapped the lines: they are paragraphs of one line each.
const WIDEST: Width = Width(100);

/// A quick look: whether a sentence may run on from the line before into one that begins with this byte. Of wrapped lines
/// one does: each headline begins with a capital.
pub(super) fn may_run_on(first: Option<u8>) -> bool {
    !first.is_some_and(|first| first.is_ascii_graphic() && !first.is_ascii_lowercase())
}

/// Whether the lines of `span`, two at least and none of them blank, are one wrapped paragraph.
///
/// Wrapping leaves two traces. A line is full: the next line's first word would not have fitted in the widest line.
/// And sentences run on: a line begins in lower case, or, in scripts without case, the line before ends no sentence.
/// Verse, headlines and share bars show neither. Only the group itself is looked at, so that an edit elsewhere in the
/// document cannot turn the answer.
pub(super) fn is_wrapped(text: &str, span: Span) -> bool {
    let mut widest = Width::default();
    for line in lines(text, span) {
        widest = widest.max(Width::of(line.of(text).trim_end()));
        if widest > WIDEST {
            return false;
        }
    }
    if widest < NARROWEST {
        return false;
    }
    let mut seams = Seams::default();
    let mut before: Option<Line> = None;
    for line in lines(text, span) {
        if let Some(before) = before {
            seams.add(before.of(text), line.of(text), widest);
        }
        before = Some(line);
    }
    !seams.broken
        && ((seams.full == seams.count && seams.run_on > 0) || seams.lower * 3 >= seams.count * 2)
        && seams.count > 0
}

/// What the places between two lines look like, counted.
#[derive(Default)]
struct Seams {
    count: usize,
    full: usize,
    run_on: usize,
    lower: usize,
    broken: bool,
}

impl Seams {
    fn add(&mut self, before: &str, after: &str, widest: Width) {
        let (line, next) = (before.trim_end(), after.trim_start());
        self.count += 1;
        self.broken |= before.ends_with("  ") || before.ends_with('\\');
        if Width::of(line) + Width(1) + first_word(next) > widest {
            self.full += 1;
        }
        let first = next.chars().next();
        let last = line.chars().next_back();
        if first.is_some_and(char::is_lowercase) {
            self.lower += 1;
            self.run_on += 1;
        } else if first.is_some_and(is_caseless) && last.is_some_and(char::is_alphanumeric) {
            self.run_on += 1;
        }
    }
}

/// The width of what could have moved to the line before: a word, or one character of a script without blanks.
fn first_word(text: &str) -> Width {
    let first = text.chars().next().map_or(Width(0), Width::of_char);
    if first == Width(2) { first } else { Width::of(text.split_whitespace().next().unwrap_or_default()) }
}

fn is_caseless(char: char) -> bool {
    char.is_alphabetic() && !char.is_lowercase() && !char.is_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_wrapped_lines_a_sentence_may_run_on() {
        let begins = ["A", "a", "É", "é", "日", "ª", "1", "\"", "“", "•", " a", "\u{a0}a"];
        let mut wrapped = 0;
        for number in 0..begins.len().pow(3) {
            let of_line = |place: u32| begins[number / begins.len().pow(place) % begins.len()];
            let text = [0, 1, 2].map(|place| format!("{}{}\n", of_line(place), "word ".repeat(10))).concat();
            if is_wrapped(&text, Span::new(0, text.len() - 1)) {
                assert!([1, 2].into_iter().any(|place| may_run_on(of_line(place).bytes().next())), "{text}");
                wrapped += 1;
            }
        }
        assert!(wrapped > 0);
    }
}
