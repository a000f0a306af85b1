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

/// A text before the lower rules are asked.
#[derive(Clone, Debug)]
pub struct Unsettled {
    layout: Layout,
    ask: Ask,
}

/// Which of the lower rules may find something.
#[derive(Clone, Debug)]
enum Ask {
    All,
    /// These: each block of the text was one before, as it is.
    Only(Vec<&'static str>),
    /// Those on blanks behind this one: it is done in one go, and leaves nothing to those before it.
    LaterBlanks(&'static Rule),
}

impl Ask {
    fn has(&self, rule: &Rule) -> bool {
        match self {
            Self::All => rule.stratum < Stratum::Phrases,
            Self::Only(rules) => rules.contains(&rule.id),
            Self::LaterBlanks(done) => {
                rule.stratum == Stratum::Blanks && rules::position(rule.id) > rules::position(done.id)
            }
        }
    }
}

impl Unsettled {
    /// A text of which nothing is known.
    pub fn new(text: &str, protect: &Protect) -> Self {
        Self { layout: Layout::of(text, protect), ask: Ask::All }
    }

    /// The text as it now stands: after its last step, by what it was `before`, at rest but for rules that had looked
    /// beyond blocks.
    pub fn after(
        before: Option<&Before>,
        looked_beyond: Vec<&'static str>,
        draft: &Draft,
        protect: &Protect,
    ) -> Self {
        let layout = layout_after(before, draft, protect);
        let is_of_blocks =
            before.zip(draft.last_step()).is_some_and(|(before, step)| layout.is_of_blocks(before, step));
        let ask = if is_of_blocks { Ask::Only(looked_beyond) } else { Ask::All };
        Self { layout, ask }
    }
}

/// A text of which no lower rule wants anything.
#[derive(Clone, Debug)]
pub struct Settled {
    /// Its layout.
    pub layout: Layout,
    /// The rules that may find more where blocks go, for what they found in one block depends on others.
    pub looked_beyond: Vec<&'static str>,
    /// Whether each of its blocks was one before the words went that were removed last, as it is.
    pub is_of_blocks: bool,
}

/// Runs the rules that take no word away until none of them finds anything.
///
/// Gives nothing if the text does not come to rest; the draft is then of no use. All bytes of the text are among `bytes`;
/// what the edits put in is added.
pub fn settle(
    draft: &mut Draft,
    Unsettled { mut layout, mut ask }: Unsettled,
    bytes: &mut Bytes,
    rules: &RuleSet,
    protect: &Protect,
) -> Option<Settled> {
    let mut looked_beyond = Vec::new();
    for _ in 0..MOST_CHANGES {
        let document = Document::laid_out(draft.text(), layout, About::none());
        let is_done = |rule: &&Rule| Ask::All.has(rule) && !ask.has(rule);
        debug_assert!(
            !matches!(ask, Ask::LaterBlanks(_))
                || rules.iter().filter(is_done).all(|rule| rules::find(rule, &document).is_empty()),
            "{ask:?}: {:?}",
            draft.text()
        );
        let asked = rules.iter().filter(|rule| ask.has(rule));
        let Some((rule, edits)) = first_change(&document, bytes, asked, &mut looked_beyond) else {
            let is_of_blocks = matches!(ask, Ask::Only(_));
            return Some(Settled { layout: document.into_layout(), looked_beyond, is_of_blocks });
        };
        edits.iter().for_each(|edit| bytes.add(edit.inserted()));
        layout = document.into_layout();
        let less_blank = || layout.less_blank(draft.text(), protect, &edits);
        let known = (rule.stratum == Stratum::Blanks).then(less_blank).flatten();
        let before = Before::of(draft.apply(edits), layout);
        // if nothing but blanks went, the rules before need not be asked again
        (layout, ask) = if let Some(layout) = known {
            (layout, Ask::LaterBlanks(rule))
        } else {
            looked_beyond.clear();
            (layout_after(before.as_ref(), draft, protect), Ask::All)
        };
    }
    None
}

/// The layout of the text as it now stands, by what it was `before` the last step if that was kept.
fn layout_after(before: Option<&Before>, draft: &Draft, protect: &Protect) -> Layout {
    match before.zip(draft.last_step()) {
        Some((before, step)) => Layout::after(before, step, draft.text(), protect),
        None => Layout::of(draft.text(), protect),
    }
}

/// The first of the `asked` rules that wants something, and what it wants. It and those before it that looked beyond
/// blocks are added to the list.
fn first_change(
    document: &Document,
    bytes: &Bytes,
    asked: impl Iterator<Item = &'static Rule>,
    looked_beyond: &mut Vec<&'static str>,
) -> Option<(&'static Rule, Edits)> {
    let triggered = Triggered::among(bytes, document.text());
    let reading = Rc::new(Reading::of(document));
    for rule in asked.filter(|rule| triggered.concerns(rule)) {
        let hits = rules::find_with(rule, Rc::clone(&reading), None);
        if hits.looked_beyond_blocks() {
            looked_beyond.push(rule.id);
        }
        if !hits.is_empty() {
            return Some((rule, hits.into_edits()));
        }
    }
    None
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
