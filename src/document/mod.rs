//! Text as blocks: paragraphs, headings, lists, tables, code.
//!
//! Plain text is Markdown without marks, so one segmenter serves both. It knows text with one paragraph a line, as many
//! scrapers write it, from text whose paragraphs are wrapped by hand. The blocks and the gaps between them are the text,
//! byte for byte; nothing is parsed away.
//!
//! ```
//! use unscrape::document::{Document, Kind};
//!
//! let document = Document::new("# Title\n\nOne paragraph.\nAnother one, on its own line.\n");
//! let kinds: Vec<Kind> = document.blocks().iter().map(|block| block.kind()).collect();
//! assert_eq!(kinds, [Kind::Heading, Kind::Paragraph, Kind::Paragraph]);
//! ```

mod about;
mod blanks;
mod block;
mod blocks;
mod front_matter;
mod html_block;
mod inline;
mod less_blank;
mod line;
mod mark;
mod marker;
mod narrow;
mod passed;
mod plain;
mod protect;
mod removal;
mod resweep;
mod segment;
mod ticks;
mod width;
mod wrap;

pub use about::About;
pub use blanks::{Blanks, MOST_BLANK_LINES, ends_blank, has_clean_lines};
pub use block::{Block, Kind};
pub use blocks::Blocks;
pub use inline::Inline;
pub use line::{Line, lines};
pub use protect::Protect;
pub use removal::Removals;
pub use resweep::Before;
pub use width::Width;

use crate::edit::Span;
use segment::Sweep;
use std::borrow::Cow;

/// A text and its blocks.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    text: &'a str,
    layout: Layout,
    about: Cow<'a, About>,
}

/// How a text is laid out, without the text: what takes time to find, kept for another look at the same text.
#[derive(Clone, Debug)]
pub struct Layout {
    blocks: Blocks,
    /// What is to stay to the letter, in order and apart: mostly there is nothing.
    protected: Vec<Span>,
    blanks: Blanks,
}

impl<'a> Document<'a> {
    /// The blocks of `text`; what it says of itself is read from its front matter.
    pub fn new(text: &'a str) -> Self {
        Self::with_about(text, About::none())
    }

    /// The same for a text whose container says something of it. What the container says counts before the front
    /// matter.
    pub fn with_about(text: &'a str, about: &'a About) -> Self {
        Self::protecting(text, about, &Protect::default())
    }

    /// The same, in which the lines that `protect` matches are to stay to the letter.
    pub fn protecting(text: &'a str, about: &'a About, protect: &Protect) -> Self {
        Self::laid_out(text, Layout::of(text, protect), about)
    }

    /// The same for a text whose layout is known.
    pub fn laid_out(text: &'a str, layout: Layout, about: &'a About) -> Self {
        let front = layout.blocks.get(0).filter(|block| block.kind() == Kind::FrontMatter);
        let about = match front {
            Some(front) => Cow::Owned(about.clone().or(front_matter::about(front.span().of(text)))),
            None => Cow::Borrowed(about),
        };
        Self { text, layout, about }
    }

    /// The layout of the text, for another document of the same text.
    pub fn into_layout(self) -> Layout {
        self.layout
    }

    /// Whether a change of `span` would touch what is to stay to the letter.
    pub fn protects(&self, span: Span) -> bool {
        let place = self.layout.protected.partition_point(|kept| kept.end() <= span.start());
        self.layout.protected.get(place).is_some_and(|kept| kept.start() < span.end())
    }

    /// The whole text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The blocks in order.
    pub fn blocks(&self) -> &Blocks {
        &self.layout.blocks
    }

    /// Block `index`; for the number of blocks and beyond, the empty paragraph at the end of the text.
    pub fn block(&self, index: usize) -> Block {
        let end = Span::empty(self.text.len());
        self.layout.blocks.get(index).unwrap_or_else(|| Block::new(Kind::Paragraph, end, true))
    }

    /// What the document is known to say of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The text of one block, without the line end behind it; empty if there is no such block.
    pub fn block_text(&self, index: usize) -> &'a str {
        self.block(index).span().of(self.text)
    }

    /// The line ends and blank lines before block `index`; for the number of blocks, what follows the last one.
    pub fn gap(&self, index: usize) -> Span {
        let start = index.checked_sub(1).map_or(0, |before| self.block(before).span().end());
        let end = self.block(index).span().start();
        Span::new(start, end)
    }

    /// The gaps in order, each with the block behind it; the last one with the empty paragraph at the end of the text.
    pub fn gaps(&self) -> impl Iterator<Item = (Span, Block)> {
        let mut end = 0;
        (0..=self.blocks().len()).map(move |index| {
            let block = self.block(index);
            let gap = Span::new(end, block.span().start());
            end = block.span().end();
            (gap, block)
        })
    }

    /// The open text of the blocks that rules may look into and that hold one of the bytes `places`, which come in
    /// order: no code, address or tag.
    pub fn open_text(&self, places: impl Iterator<Item = usize>) -> impl Iterator<Item = Span> {
        let open = self.blocks_at(places).filter(|(_, block)| block.kind().is_open());
        open.flat_map(|(_, block)| Inline::of(self.text, block.span()).open())
    }

    /// The blocks that hold one of the bytes `places`, which come in order; each block once, with its number.
    pub fn blocks_at(&self, places: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, Block)> {
        let mut read = 0;
        places.filter_map(move |at| {
            if at < read {
                return None;
            }
            let index = self.layout.blocks.before(at + 1);
            let block = self.layout.blocks.get(index).filter(|block| block.span().start() <= at)?;
            read = block.span().end();
            Some((index, block))
        })
    }

    /// The inline syntax of block `index`: what in it is code, address or tag, and what is open text.
    pub fn inline(&self, index: usize) -> Inline<'a> {
        Inline::of(self.text, self.block(index).span())
    }

    /// Where the document may have blanks that say nothing.
    pub fn blanks(&self) -> Blanks {
        self.layout.blanks
    }

    /// The block that holds byte `at`, or follows it where it stands in a gap.
    pub fn block_at(&self, at: usize) -> usize {
        self.layout.blocks.before(at)
    }

    /// Where the line begins that holds byte `at` and where the next one begins.
    pub fn line_around(&self, at: usize) -> Span {
        let bytes = self.text.as_bytes();
        let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
        let next = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1);
        Span::new(start, next)
    }
}

impl Layout {
    /// The layout of `text`, in which the lines that `protect` matches are to stay to the letter.
    pub fn of(text: &str, protect: &Protect) -> Self {
        let Sweep { blocks, blanks, protects, .. } = Sweep::over(text, protect);
        let mut protected = protected(&blocks, protects);
        if !protect.is_empty() {
            // in code and tables such lines are no blocks of their own
            let lines = lines(text, Span::new(0, text.len())).map(|line| line.span);
            protected.extend(lines.filter(|line| protect.matches(line.of(text))));
            protected.sort_by_key(|span| (span.start(), span.end()));
            protected = apart(protected);
        }
        Self { blocks, protected, blanks }
    }
}

/// What may be of blanks is not what is.
impl PartialEq for Layout {
    fn eq(&self, other: &Self) -> bool {
        (&self.blocks, &self.protected) == (&other.blocks, &other.protected)
    }
}

impl Eq for Layout {}

/// The blocks that are protected, if `any` may be: mostly there is none, and the list need not be made.
fn protected(blocks: &Blocks, any: bool) -> Vec<Span> {
    let blocks = any.then(|| blocks.iter()).into_iter().flatten();
    blocks.filter(|block| block.kind() == Kind::Protected).map(Block::span).collect()
}

/// Spans in order, those that overlap as one.
fn apart(spans: Vec<Span>) -> Vec<Span> {
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut().filter(|last| last.end() > span.start()) {
            Some(last) => *last = Span::new(last.start(), last.end().max(span.end())),
            None => apart.push(span),
        }
    }
    apart
}
