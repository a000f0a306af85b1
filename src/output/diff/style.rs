//! How the lines of a diff look.

use crate::output::visible;
use std::borrow::Cow;
use std::fmt;

/// How a diff is written. The default is for files: exact and without colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// What becomes of control characters.
    pub controls: Controls,
    /// Whether lines are coloured with ANSI escapes.
    pub color: bool,
}

/// What becomes of characters that a terminal would obey or not show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Controls {
    /// They stay: the diff can be patched with.
    #[default]
    Raw,
    /// They are spelled out as [`visible()`] does it; a `\r` that ends a line stays. For terminals.
    Visible,
}

/// What a line of a diff is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    File,
    Hunk,
    Context,
    Removed,
    Added,
}

impl Part {
    fn sign(self) -> &'static str {
        match self {
            Self::File | Self::Hunk => "",
            Self::Context => " ",
            Self::Removed => "-",
            Self::Added => "+",
        }
    }

    /// The escape that switches its colour on: those of git.
    fn color(self) -> Option<&'static str> {
        match self {
            Self::File => Some("\x1b[1m"),
            Self::Hunk => Some("\x1b[36m"),
            Self::Context => None,
            Self::Removed => Some("\x1b[31m"),
            Self::Added => Some("\x1b[32m"),
        }
    }
}

impl Style {
    /// Writes one line: `line` has its line end, unless it is the last of its text and has none.
    pub(super) fn write(self, f: &mut fmt::Formatter<'_>, part: Part, line: &str) -> fmt::Result {
        let (text, end) = split_end(line);
        let shown = match self.controls {
            Controls::Raw => Cow::Borrowed(text),
            Controls::Visible => visible(text),
        };
        let (on, off) = part.color().filter(|_| self.color).map_or(("", ""), |on| (on, "\x1b[0m"));
        let sign = part.sign();
        let end = if end.is_empty() { "\n\\ No newline at end of file\n" } else { end };
        write!(f, "{on}{sign}{shown}{off}{end}")
    }
}

/// A line's text and its line end: `\n`, `\r\n` or nothing.
fn split_end(line: &str) -> (&str, &str) {
    let text = line.strip_suffix('\n').map_or(line, |text| text.strip_suffix('\r').unwrap_or(text));
    line.split_at(text.len())
}

/// A file's name as `patch` and `git apply` read it: quoted as in C if it would break the line, and otherwise with a tab
/// after it if it holds spaces, for without that the name would end at the first.
pub(super) fn file_name(name: &str) -> Cow<'_, str> {
    if name.contains(|c: char| c.is_ascii_control() || c == '"' || c == '\\') {
        return Cow::Owned(format!("\"{}\"", name.chars().map(in_c).collect::<String>()));
    }
    if name.contains(char::is_whitespace) { Cow::Owned(format!("{name}\t")) } else { Cow::Borrowed(name) }
}

fn in_c(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_ascii_control() => format!("\\{:03o}", u32::from(c)),
        c => c.to_string(),
    }
}
