//! What a seam looks like: a word, a mark and a capitalised word without a blank between them.

use crate::edit::Span;
use crate::rules::pattern::Pattern;

/// A word or a number, a mark with closing quotes, and a capitalised word, which may hold inner capitals.
macro_rules! seam {
    (left: $left:literal, letter: $letter:literal, capital: $capital:literal, inner: $inner:literal) => {
        Pattern::new(concat!(
            "(?P<left>[",
            $left,
            r#"]+)(?P<mark>[.!?])(?P<close>["”’»)\]]{0,2})(?P<open>["“‘«(\[]?)(?P<right>["#,
            $capital,
            "][",
            $inner,
            "]*)(?:['’-][",
            $letter,
            "]+)*",
        ))
    };
}

static SEAM: Pattern =
    seam!(left: r"\p{L}\p{M}\p{Nd}", letter: r"\p{L}", capital: r"\p{Lu}", inner: r"\p{L}\p{M}");

/// The same where all is ASCII, as it mostly is: the classes of Unicode are large, and slow to make.
static SEAM_IN_ASCII: Pattern = seam!(left: "A-Za-z0-9", letter: "A-Za-z", capital: "A-Z", inner: "A-Za-z");

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

impl Shape {
    /// The first one in `text` from byte `from` on.
    pub(super) fn first(text: &str, mut from: usize) -> Option<Self> {
        loop {
            let mark = from + marks(&text[from..]).next()?;
            // no blank stands in it
            let bytes = text.as_bytes();
            let start =
                memchr::memrchr2(b' ', b'\n', &bytes[from..mark]).map_or(from, |blank| from + blank + 1);
            let end = memchr::memchr2(b' ', b'\n', &bytes[mark..]).map_or(text.len(), |blank| mark + blank);
            let found = Self::within(text, Span::new(start, end));
            if found.is_some() {
                return found;
            }
            from = end;
        }
    }

    /// The first one in what stands between two blanks.
    fn within(text: &str, token: Span) -> Option<Self> {
        let token_text = token.of(text);
        let pattern = if token_text.is_ascii() { &SEAM_IN_ASCII } else { &SEAM };
        let groups = pattern.captures(token_text)?;
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

/// A quick look: the marks with something else than a blank on both sides, and no letter in lower case behind it.
pub(super) fn marks(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'.', b'!', b'?', bytes).filter(|&at| {
        let is_left = at > 0 && !matches!(bytes[at - 1], b' ' | b'\n' | b'.' | b'"' | b')');
        let may_be_right = |next: u8| match next {
            b'A'..=b'Z' | b'"' | b'(' | b'[' | b')' | b']' => true,
            _ => !next.is_ascii(),
        };
        is_left && bytes.get(at + 1).is_some_and(|next| may_be_right(*next))
    })
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
