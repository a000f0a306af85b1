//! Runs of blocks that stand there again: the beginning of an article, or all of it, that a page held twice.

use super::structure::{Structure, ends_sentence};
use super::{Meant, copy_of};
use crate::document::{Document, Kind, Removals, Width};
use crate::duplicates::paragraphs::{Paragraphs, SHORTEST};
use crate::edit::{Similarity, Verdict};
use crate::normalise::Kept;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::ops::Range;

/// A run goes from this width on if it follows directly on the first one.
const BESIDE: Width = Width(200);
/// And from this one on wherever it stands.
const APART: Width = Width(500);

/// Every run of two blocks or more that stands there again, all of them in the same order, and that is mostly prose. A
/// copy goes against the first that stays.
///
/// A run is looked for around each paragraph of prose that stands there again, and every block is looked at once: text
/// that repeats itself takes no longer than other text, and short lines, of which there may be millions, take no room.
///
/// `kept`: blocks that are not to go.
pub(super) fn runs(document: &Document, kept: &Kept) -> (Removals, Meant) {
    let mut removals = Removals::new();
    let mut meant = Meant::new();
    // to let the map grow step by step takes longer
    let most = document.blocks().len().min(document.text().len() / SHORTEST.0);
    let mut firsts = Firsts::of(document, most);
    let mut looked_at = 0;
    let mut gone = 0..0;
    for (block, text) in Paragraphs::of(document).candidates() {
        if block < looked_at {
            continue;
        }
        let first = firsts.get_or_insert(text.trim_end(), block);
        if first == block {
            continue;
        }
        // of what stands there often, the first place counts: what repeats itself is no run of many
        let is_copy = |first: usize, block: usize| {
            let text = document.block_text(block).trim_end();
            document.block_text(first).trim_end() == text
                && firsts.get(text).is_none_or(|place| place == first)
                && !kept.contains(block)
                && !removals.contains(first)
        };
        let (run, source) = extent(block, first, looked_at, is_copy);
        looked_at = run.end.max(block + 1);
        if run.len() < 2 {
            continue;
        }
        // copies that stand between the two are gone by then
        let start = if gone.end == run.start { gone.start } else { run.start };
        let least = if source + run.len() == start { BESIDE } else { APART };
        let width = run.clone().map(|block| Width::of(document.block_text(block))).sum();
        if width < least {
            continue;
        }
        match Worth::of(document, run.clone(), source, width) {
            Worth::Prose => {
                for (copy, first) in run.clone().zip(source..) {
                    removals.push(copy, copy_of(document, first, Verdict::Same, Similarity::SAME));
                }
                gone = start..run.end;
            }
            Worth::Meant(structure) => *meant.entry(structure).or_default() += run.len(),
            Worth::Other => {}
        }
    }
    (removals, meant)
}

/// Where each paragraph stands first.
struct Firsts<'d> {
    document: &'d Document<'d>,
    /// By a [`sketch`] of it: most are met once, and need not be read to their end for that. Whoever writes the text does
    /// not know the seed.
    by_sketch: HashMap<u64, usize, RandomState>,
    /// Those whose sketch is that of another.
    others: HashMap<&'d str, usize, RandomState>,
}

impl<'d> Firsts<'d> {
    /// None yet, of `most`.
    fn of(document: &'d Document<'d>, most: usize) -> Self {
        let by_sketch = HashMap::with_capacity_and_hasher(most, RandomState::default());
        Self { document, by_sketch, others: HashMap::default() }
    }

    /// The block that `text` was first, if it was one.
    fn get(&self, text: &str) -> Option<usize> {
        let first = *self.by_sketch.get(&sketch(text))?;
        if self.is(first, text) { Some(first) } else { self.others.get(text).copied() }
    }

    /// The same, where `block` is noted as the first if there is none.
    fn get_or_insert(&mut self, text: &'d str, block: usize) -> usize {
        let first = *self.by_sketch.entry(sketch(text)).or_insert(block);
        if first == block || self.is(first, text) { first } else { *self.others.entry(text).or_insert(block) }
    }

    fn is(&self, block: usize, text: &str) -> bool {
        self.document.block_text(block).trim_end() == text
    }
}

/// How a text begins and ends, and how long it is: that few others share.
fn sketch(text: &str) -> u64 {
    let text = text.as_bytes();
    let first = text.first_chunk().map_or(0, |first| u64::from_le_bytes(*first));
    let last = text.last_chunk().map_or(0, |last| u64::from_le_bytes(*last));
    first ^ last.rotate_left(5) ^ (text.len() as u64).rotate_right(8)
}

/// The run around `block`, which is a copy of `first`, and where the first run begins. It begins no earlier than block
/// `since`, and the two do not overlap.
fn extent(
    block: usize,
    first: usize,
    since: usize,
    is_copy: impl Fn(usize, usize) -> bool,
) -> (Range<usize>, usize) {
    let before = (1..=first.min(block - since))
        .take_while(|&back| first < block - back && is_copy(first - back, block - back))
        .count();
    let (run, source) = (block - before, first - before);
    let length = (source..run).zip(run..).take_while(|&(first, block)| is_copy(first, block)).count();
    (run..run + length, source)
}

/// What a run is.
enum Worth {
    /// At least half of it is prose.
    Prose,
    /// It would be, were it not a part of this.
    Meant(Structure),
    /// Lists, labels, code.
    Other,
}

impl Worth {
    /// What the blocks of `run` are, `all` of which are so wide, and which stand there again where block `first` begins.
    fn of(document: &Document, run: Range<usize>, first: usize, all: Width) -> Self {
        let (mut prose, mut structured) = (Width(0), Width(0));
        let are_sections = [run.start, first].iter().all(|&block| is_under_heading(document, block));
        let mut structure = None;
        for block in run {
            let text = document.block_text(block);
            let width = Width::of(text);
            if document.block(block).kind() != Kind::Paragraph || width < SHORTEST {
                continue;
            }
            match Structure::around(document, block) {
                None if ends_sentence(text) => prose = prose + width,
                None => {}
                Some(seen) => {
                    structured = structured + width;
                    structure.get_or_insert(seen);
                }
            }
        }
        let is_half = |part: Width| part.0 * 2 >= all.0;
        match structure {
            _ if is_half(prose) && are_sections => Self::Meant(Structure::Sections),
            _ if is_half(prose) => Self::Prose,
            Some(structure) if is_half(prose + structured) => Self::Meant(structure),
            _ => Self::Other,
        }
    }
}

/// Whether a heading stands right before the block. Were it a part of what is repeated, it would be a part of the run.
fn is_under_heading(document: &Document, block: usize) -> bool {
    block.checked_sub(1).is_some_and(|before| document.block(before).kind() == Kind::Heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str =
        "The night ferry to Orsund came in four hours late on Tuesday, and nobody was surprised.";
    const SECOND: &str = "The harbour master had seen it coming for a week, and had said so to everybody who asked him about it.";
    const THIRD: &str =
        "So the baker on the quay had kept his oven warm, and sold out by ten, as he does on such days.";

    #[track_caller]
    fn assert_gone(blocks: &[&str], gone: &[usize]) {
        let text = blocks.join("\n\n");
        let (removals, _) = runs(&Document::new(&text), &Kept::default());
        assert_eq!(removals.blocks().collect::<Vec<_>>(), gone, "{text}");
    }

    #[test]
    fn a_run_beside_its_copy_goes() {
        assert_gone(&[FIRST, SECOND, THIRD, FIRST, SECOND, THIRD], &[3, 4, 5]);
        assert_gone(&["# Late again", FIRST, SECOND, "# Late again", FIRST, SECOND, THIRD], &[3, 4, 5]);
        assert_gone(&[FIRST, SECOND, THIRD, FIRST, SECOND, THIRD, FIRST, SECOND, THIRD], &[3, 4, 5, 6, 7, 8]);
        assert_gone(&[FIRST, SECOND, FIRST, SECOND, THIRD], &[]);
    }

    #[test]
    fn one_that_stands_apart_goes_if_it_is_long() {
        let [one, two, three] = [FIRST, SECOND, THIRD].map(|text| format!("{text} {text}"));
        assert_gone(&[FIRST, SECOND, THIRD, "Another.", FIRST, SECOND, THIRD], &[]);
        assert_gone(&[&one, &two, &three, "Another.", &one, &two, &three], &[4, 5, 6]);
        assert_gone(&[&one, &two, &three, "Another.", &one, &three, &two], &[]);
    }

    #[test]
    fn lists_and_code_go_with_the_prose_around_them() {
        let article = [FIRST, "- one\n- two", SECOND, "```\nx = 1\n```", THIRD];
        assert_gone(&[article, article].concat(), &[6, 7, 8, 9, 10, 11]);
        let list =
            ["- what is in this list, and the first of it", "- another, the second", "- and a third one"];
        let lists = [list, list, list, list].concat();
        assert_gone(&[&lists[..], &["Between."], &lists[..]].concat(), &[]);
    }

    #[test]
    fn the_days_of_a_plan_are_meant() {
        let [one, two, three] = [FIRST, SECOND, THIRD].map(|text| format!("{text} {text}"));
        let days = ["# Monday", &one, &two, &three, "# Tuesday", &one, &two, &three].join("\n\n");
        let (removals, meant) = runs(&Document::new(&days), &Kept::default());
        assert!(removals.is_empty());
        assert_eq!(meant, Meant::from([(Structure::Sections, 3)]));
    }

    #[test]
    fn what_only_begins_and_ends_alike_is_no_copy() {
        let texts = [
            "the old ferry, and a slow one",
            "the old wharf, and a slow one",
            "the old crane, and a slow one",
        ];
        let text = [texts, texts].concat().join("\n\n");
        let document = Document::new(&text);
        let mut firsts = Firsts::of(&document, 6);
        assert_eq!(texts.map(sketch), [sketch(texts[0]); 3]);
        let blocks = [0, 1, 2, 3, 4, 5];
        assert_eq!(
            blocks.map(|block| firsts.get_or_insert(document.block_text(block), block)),
            [0, 1, 2, 0, 1, 2]
        );
        assert_eq!(texts.map(|text| firsts.get(text)), [Some(0), Some(1), Some(2)]);
        assert_eq!(firsts.get("the old canal, and a slow one"), None);
    }

    #[test]
    fn what_is_said_twice_is_meant() {
        let said = "A: I do not remember what happened on that day, sir, nor on the one before it, and I am sorry for that.";
        let asked = "Q: And who else was on the quay that night, if I may ask you that once more, and for the last time?";
        let text = [said, asked, said, asked, FIRST].join("\n\n");
        let (removals, meant) = runs(&Document::new(&text), &Kept::default());
        assert!(removals.is_empty());
        assert_eq!(meant, Meant::from([(Structure::Speech, 2)]));
    }
}
