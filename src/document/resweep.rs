//! The layout of a text after edits: only what stands near them is looked at again.

use super::line::line_at;
use super::marker::indent;
use super::passed::Passed;
use super::segment::{Sweep, may_have_mathematics};
use super::{Block, Blocks, Kind, Layout, Line, Protect, front_matter, protected};
use crate::edit::{Edits, Span};
use memchr::memchr_iter;
use std::borrow::Cow;

/// In bytes. A larger text is laid out again: its layout may take more room than the text, and two of them too much.
const LARGEST: usize = 1 << 20;

/// A text as it was before a step, and how it was laid out.
#[derive(Debug)]
pub struct Before<'t> {
    text: Cow<'t, str>,
    layout: Layout,
}

impl<'t> Before<'t> {
    /// The text with its layout; nothing if it is too large to be kept.
    pub fn of(text: Cow<'t, str>, layout: Layout) -> Option<Self> {
        (text.len() <= LARGEST).then_some(Self { text, layout })
    }

    /// Its blocks.
    fn blocks(&self) -> &Blocks {
        &self.layout.blocks
    }
}

impl Layout {
    /// The layout of `now`, which is the text of `before` after `step`.
    ///
    /// A block is what it is by its own lines, by the two lines behind it, and by the list that it may be in. So the
    /// blocks before an edit are as they were up to two lines before it, and those behind it from the first on that
    /// begins where one began, whatever list came before. Front matter and mathematics look further ahead, and a
    /// pattern may look at anything: such texts are laid out anew.
    pub fn after(before: &Before, step: &Edits, now: &str, protect: &Protect) -> Self {
        let has_front_matter = front_matter::end(&before.text).is_some() || front_matter::end(now).is_some();
        if !protect.is_empty() || has_front_matter || may_have_mathematics(now) {
            return Self::of(now, protect);
        }
        let sweep = Sweep::new(now, protect, before.blocks().len());
        let Sweep { blocks, blanks, protects, .. } =
            Resweep { before, edits: Passed::none(step), next: 0, sweep }.finish();
        let protects = protects || !before.layout.protected.is_empty();
        let layout =
            Self { protected: protected(&blocks, protects), blocks, blanks: blanks.or(before.layout.blanks) };
        debug_assert!(layout.is_of(now, protect), "{:?}\n{now:?}", before.text);
        layout
    }

    /// Whether it says of `text` what a sweep over it says, and of blanks no less.
    pub(super) fn is_of(&self, text: &str, protect: &Protect) -> bool {
        let swept = Self::of(text, protect);
        *self == swept && self.blanks.tells_of(swept.blanks)
    }

    /// Whether each block of the text of which this is the layout, that of `before` after `step`, was one before, as it
    /// is: whether the blocks that no edit touches are all that there are.
    pub fn is_of_blocks(&self, before: &Before, step: &Edits) -> bool {
        let was = before.blocks();
        let mut edits = Passed::none(step);
        let mut untouched = Blocks::with_capacity(was.len());
        let mut next = 0;
        while let Some(edit) = edits.next() {
            let (start, end) = (edit.span().start(), edit.span().end());
            // an edit at the end of a block comes when the block is taken over, or touched by another edit
            let to = was.before(start + 1).max(next);
            untouched.take_over(was, next..to, edits.shift());
            let last = was.before(end).max(to);
            let touches = |last: Block| last.span().start() < end && start < last.span().end();
            next = if was.get(last).is_some_and(touches) { last + 1 } else { last };
            edits.pass_next();
        }
        untouched.take_over(was, next..was.len(), edits.shift());
        self.blocks == untouched
    }
}

struct Resweep<'a> {
    before: &'a Before<'a>,
    edits: Passed<'a>,
    /// The block from which on those before are looked at next.
    next: usize,
    sweep: Sweep<'a>,
}

impl<'a> Resweep<'a> {
    fn finish(mut self) -> Sweep<'a> {
        while let Some(edit) = self.edits.next() {
            let near = self.near(edit.span().start());
            self.take_over(near);
            if !self.sweep_past_edit() {
                return self.sweep;
            }
        }
        self.take_over(self.before.blocks().len());
        self.sweep
    }

    /// The last block before an edit at byte `at` from which on blocks may become others; the next one if there is no
    /// better place to begin.
    fn near(&self, at: usize) -> usize {
        let text = self.before.text.as_bytes();
        let are_two_lines = |block| {
            let second = line_at(text, self.start(block)).and_then(|line| line_at(text, line.next));
            second.is_some_and(|second| second.next <= at)
        };
        let from = self.before.blocks().before(at);
        let mut blocks = (self.next + 1..=from).rev();
        blocks.find(|block| self.is_fresh(*block) && are_two_lines(*block)).unwrap_or(self.next)
    }

    /// Whether a sweep that comes to the block looks at it anew: it is no later line of prose, and whether a list comes
    /// before makes no difference to it or to those behind it.
    fn is_fresh(&self, index: usize) -> bool {
        let Some(block) = self.before.blocks().get(index).filter(|block| block.kind() != Kind::Code) else {
            return false;
        };
        let text = &self.before.text;
        let is_prose = |block: Block| matches!(block.kind(), Kind::Paragraph | Kind::Heading);
        let runs_on = |last: Block| {
            let gap = Span::new(last.span().end(), block.span().start()).of(text);
            let is_behind_blank_line = gap.len() > 1 && memchr_iter(b'\n', gap.as_bytes()).nth(1).is_some();
            is_prose(last) && is_prose(block) && !is_behind_blank_line
        };
        let last = index.checked_sub(1).and_then(|last| self.before.blocks().get(last));
        indent(block.span().of(text)) < 2 && !last.is_some_and(runs_on)
    }

    /// Takes the blocks before number `to` over as they were.
    fn take_over(&mut self, to: usize) {
        if to > self.next {
            self.sweep.blocks.take_over(self.before.blocks(), self.next..to, self.edits.shift());
            self.next = to;
            self.sweep.go_to(self.edits.is_at(self.start(to)));
        }
    }

    /// Sweeps until it has passed an edit and comes to a block that was there before, from which on all is as it was.
    /// Otherwise the text is at its end.
    fn sweep_past_edit(&mut self) -> bool {
        let mut has_passed = false;
        while let Some(line) = self.sweep.line_of_text() {
            has_passed |= self.edits.pass(line.span.start());
            if has_passed && self.was_there(line) {
                return true;
            }
            self.sweep.block(line);
        }
        false
    }

    /// Whether a block began with this line before, and begins with it whatever comes before.
    fn was_there(&mut self, line: Line) -> bool {
        let was_at = self.edits.was_at(line.span.start());
        while self.next < self.before.blocks().len() && self.start(self.next) < was_at {
            self.next += 1;
        }
        self.start(self.next) == was_at && self.is_fresh(self.next)
    }

    /// Where a block began; where the text ended, for the number of blocks.
    fn start(&self, index: usize) -> usize {
        self.before.blocks().get(index).map_or(self.before.text.len(), |block| block.span().start())
    }
}
