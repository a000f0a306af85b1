//! A block and its kind.

use crate::edit::Span;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Prose: a line of its own, or several lines wrapped by hand.
    Paragraph,
    /// `# Title`, or a line with `===` or `---` under it.
    Heading,
    /// One item of a list, or a paragraph that belongs to one.
    ListItem,
    /// Lines that begin with `>`.
    Quote,
    /// Rows of cells between `|`.
    Table,
    /// Fenced or indented code, or displayed mathematics.
    Code,
    /// A line of nothing but images.
    Image,
    /// Raw HTML.
    Html,
    /// What a link or footnote mark refers to: `[1]: https://…`.
    Definition,
    /// YAML between `---` or TOML between `+++` at the very start.
    FrontMatter,
    /// `---`, `***` or `___`.
    Break,
    /// What is to stay to the letter, as somebody said: from `<!-- unscrape: off -->` to `<!-- unscrape: on -->`, or where
    /// a pattern of the user's matches.
    Protected,
}

impl Kind {
    /// Whether rules may look for prose in it: everything but what is kept as it is to the letter.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Paragraph | Self::Heading | Self::ListItem | Self::Quote | Self::Image)
    }
}

/// One block of a document. Its span begins at the start of its first line and ends before its last line's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    kind: Kind,
    span: Span,
    is_line: bool,
}

impl Block {
    pub(super) fn new(kind: Kind, span: Span, is_line: bool) -> Self {
        Self { kind, span, is_line }
    }

    /// The same block in another place.
    pub(super) fn at(self, span: Span) -> Self {
        Self { span, ..self }
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        self.kind
    }

    /// Its bytes in the document.
    pub fn span(self) -> Span {
        self.span
    }

    /// Whether it is one line.
    pub fn is_line(self) -> bool {
        self.is_line
    }
}
