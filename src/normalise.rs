//! Runs the rules: the lower strata until the text is at rest, the phrases with their guards.

use crate::document::{About, Before, Document, Layout, Protect, Removals};
use crate::duplicates::{Fingerprint, canonical};
use crate::edit::{Draft, Edits};
use crate::options::RuleSet;
use crate::rules::{self, Bytes, Reading, Rule, Stratum, Triggered};
use std::collections::HashSet;
use std::rc::Rc;

/// Each rule is done in one go, and what it leaves can only concern few others: a text that is not at rest after this
/// many changes was made to be restless.
const MOST_CHANGES: usize = 64;

/// A rule on phrases with more different hits than this in one document has met an article about them.
pub const OFTEN: usize = 12;

/// Runs the rules that take no word away until none of them finds anything.
///
/// `layout` is that of the text. Gives the layout of the text that is at rest, or nothing if the text does not come to
/// rest; the draft is then of no use. All bytes of the text are among `bytes`; what the edits put in is added.
pub fn settle(
    draft: &mut Draft,
    mut layout: Layout,
    bytes: &mut Bytes,
    rules: &RuleSet,
    protect: &Protect,
) -> Option<Layout> {
    let mut lowest = Stratum::Characters;
    for _ in 0..MOST_CHANGES {
        let document = Document::laid_out(draft.text(), layout, About::none());
        let Some((stratum, edits)) = first_change(&document, bytes, rules, lowest) else {
            return Some(document.into_layout());
        };
        edits.iter().for_each(|edit| bytes.add(edit.inserted()));
        layout = document.into_layout();
        let less_blank = || layout.less_blank(draft.text(), protect, &edits);
        let known = (stratum == Stratum::Blanks).then(less_blank).flatten();
        // if nothing but blanks went, the lower rules need not be asked again
        lowest = if known.is_some() { Stratum::Blanks } else { Stratum::Characters };
        let before = Before::of(draft.apply(edits), layout);
        layout = known.unwrap_or_else(|| layout_after(before.as_ref(), draft, protect));
    }
    None
}

/// The layout of the text as it now stands, by what it was `before` the last step if that was kept.
pub fn layout_after(before: Option<&Before>, draft: &Draft, protect: &Protect) -> Layout {
    match before.zip(draft.last_step()) {
        Some((before, step)) => Layout::after(before, step, draft.text(), protect),
        None => Layout::of(draft.text(), protect),
    }
}

/// What the first rule from the stratum `lowest` on asks for that finds something, and its stratum.
fn first_change(
    document: &Document,
    bytes: &Bytes,
    rules: &RuleSet,
    lowest: Stratum,
) -> Option<(Stratum, Edits)> {
    let triggered = Triggered::among(bytes, document.text());
    let in_turn = rules.iter().filter(|rule| (lowest..Stratum::Phrases).contains(&rule.stratum));
    let mut found = in_turn
        .filter(|rule| triggered.concerns(rule))
        .map(|rule| (rule.stratum, rules::find(rule, document)));
    found.find(|(_, hits)| !hits.is_empty()).map(|(stratum, hits)| (stratum, hits.into_edits()))
}

/// Blocks that are not to go.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// In order, each once.
    blocks: Vec<usize>,
}

impl Kept {
    fn add(&mut self, blocks: impl Iterator<Item = usize>) {
        self.blocks.extend(blocks);
        self.blocks.sort_unstable();
        self.blocks.dedup();
    }

    /// Whether `block` is one of them.
    pub fn contains(&self, block: usize) -> bool {
        self.blocks.binary_search(&block).is_ok()
    }
}

/// What the rules on phrases say of a document, each after its guard.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// The blocks that go.
    pub removals: Removals,
    /// The blocks that stay, whatever else speaks against them: a rule that stood back had hit them. So no other
    /// removal can bring the rule below its limit, and what stood back once stands back for good.
    pub kept: Kept,
    /// The rules that stood back, and how many different lines each had hit.
    pub stood_back: Vec<(&'static Rule, usize)>,
}

/// Asks the rules on phrases. A rule acts on all its hits or, if they are many, on none.
pub fn phrases(reading: &Rc<Reading>, rules: &RuleSet) -> Phrases {
    let document = reading.document();
    let mut phrases = Phrases::default();
    for rule in rules.iter().filter(|rule| rule.stratum >= Stratum::Phrases) {
        if rule.stratum == Stratum::Copies
            && phrases.removals.blocks().any(|block| !phrases.kept.contains(block))
        {
            break;
        }
        let hits = rules::find_with(rule, Rc::clone(reading), rules.phrases(rule.id));
        let lines = different(document, hits.guarded());
        let hits = hits.into_blocks();
        if lines > OFTEN {
            phrases.stood_back.push((rule, lines));
            phrases.kept.add(hits.blocks());
        } else {
            phrases.removals.merge(hits);
        }
    }
    phrases.removals.spare(|block| phrases.kept.contains(block));
    phrases
}

/// How many of the blocks differ, or how many they are if that is few enough.
fn different(document: &Document, blocks: &[usize]) -> usize {
    if blocks.len() <= OFTEN {
        return blocks.len();
    }
    let fingerprint = |block: &usize| Fingerprint::of(&canonical(document.block_text(*block)));
    blocks.iter().map(fingerprint).collect::<HashSet<_>>().len()
}
