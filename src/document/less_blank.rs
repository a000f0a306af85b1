//! The layout of a text that lost nothing but blanks: known without another look.

use super::segment::may_have_mathematics;
use super::{Blocks, Layout, Protect, protected};
use crate::edit::{Edit, Edits, Span};

impl Layout {
    /// The layout of `text` after `edits`, if they only take blanks from the ends of blocks, and of the blanks and blank
    /// lines between them all but one; this is the layout before.
    ///
    /// No mark of Markdown is another one without the blanks behind it, and one blank line parts as much as many. But a
    /// no-break space is no blank of Markdown, a tab beside a blank no hard break, mathematics may have so many lines and no
    /// more, and what `protect` matches may turn on anything: such texts are to be looked at again, as are those of which a
    /// block lost a blank inside.
    pub fn less_blank(&self, text: &str, protect: &Protect, edits: &Edits) -> Option<Self> {
        if !protect.is_empty() || may_have_mathematics(text) {
            return None;
        }
        let mut blocks = Blocks::with_capacity(self.blocks.len());
        let mut gone = 0_usize;
        for edit in edits {
            let untouched = self.blocks.before(edit.span().start() + 1);
            blocks.take_over(&self.blocks, blocks.len()..untouched, -gone.cast_signed());
            let start = gone;
            gone += blanks(text, edit)?;
            if let Some(block) = self.blocks.get(untouched).filter(|it| it.span().start() < edit.span().end())
            {
                if block.span().end() != edit.span().end() {
                    return None;
                }
                let span = Span::new(block.span().start() - start, block.span().end() - gone);
                blocks.push(block.at(span));
            }
        }
        blocks.take_over(&self.blocks, blocks.len()..self.blocks.len(), -gone.cast_signed());
        let protected = protected(&blocks, !self.protected.is_empty());
        let layout = Self { protected, blocks, blanks: self.blanks };
        debug_assert!(layout.is_of(&edits.apply(text), protect), "{text:?}");
        Some(layout)
    }
}

/// How many bytes an edit takes away, if they are blanks and line ends, nothing takes their place, and half a line end is
/// not made a whole one.
fn blanks(text: &str, edit: &Edit) -> Option<usize> {
    let is_blank = |byte| matches!(byte, b' ' | b'\n' | b'\r');
    let (before, gone) = (&text[..edit.span().start()], edit.span().of(text));
    let is_mere = edit.inserted().is_empty() && !before.ends_with('\r') && gone.bytes().all(is_blank);
    is_mere.then_some(gone.len())
}
