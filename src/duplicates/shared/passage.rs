//! Passages that two paragraphs have in common.

use super::winnow::{GUARANTEED, Seed, seeds};
use super::words::{Place, Weight, Words, spans};
use crate::edit::{Similarity, Span};
use std::ops::Range;

/// A passage that two paragraphs have in common is told from this length on.
const SHORTEST: Weight = Weight::words(12);
/// And from this one on if it is all of one of them.
const SHORTEST_WHOLE: Weight = Weight::words(GUARANTEED);
/// So many passages of one pair of paragraphs are told; more are found in text that repeats itself.
const MOST_PASSAGES: usize = 64;

/// A passage, by the places of its words within the two paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Passage {
    /// In the paragraph that says less.
    short: Range<usize>,
    /// In the one that says more.
    long: Range<usize>,
}

/// What two paragraphs have in common.
#[derive(Clone, Debug)]
pub(in crate::duplicates) struct Shared {
    /// The paragraph that says more, or the earlier one if both say the same amount.
    pub(in crate::duplicates) long: usize,
    pub(in crate::duplicates) short: usize,
    /// In the order of the shorter one.
    passages: Vec<Passage>,
    /// How much of the shorter one that is, by its words.
    pub(in crate::duplicates) share: Similarity,
}

impl Shared {
    /// The bytes that each passage takes in the longer and in the shorter one of the two texts.
    pub(in crate::duplicates) fn spans(&self, long: &str, short: &str) -> Vec<(Span, Span)> {
        let [long, short] = [long, short].map(spans);
        let cover = |spans: &[Span], words: &Range<usize>| spans[words.start].cover(spans[words.end - 1]);
        let passages = self.passages.iter();
        passages.map(|passage| (cover(&long, &passage.long), cover(&short, &passage.short))).collect()
    }
}

/// Tells all pairs of paragraphs that have a passage in common, but for those that are not `wanted`.
pub(in crate::duplicates) fn each_shared(
    words: &Words,
    wanted: impl Fn(usize, usize) -> bool,
    mut found: impl FnMut(Shared),
) {
    let seeds = seeds(words, wanted);
    for pair in seeds.chunk_by(|one, two| (one.first, one.second) == (two.first, two.second)) {
        if let Some(shared) = shared(words, pair) {
            found(shared);
        }
    }
}

/// What two paragraphs have in common, by all their seeds.
fn shared(words: &Words, seeds: &[Seed]) -> Option<Shared> {
    let [first, second] = [seeds[0].first as usize, seeds[0].second as usize];
    let [a, b] = [first, second].map(|paragraph| words.places(paragraph));
    let [weight_a, weight_b] = [&a, &b].map(|places| words.weight(places.clone()));
    let is_first_long = weight_a >= weight_b;
    let mut passages: Vec<Passage> = Vec::new();
    let mut last: Option<(u32, Place)> = None;
    for seed in seeds {
        let (in_a, in_b) = (a.start + seed.place_in_first(), b.start + seed.place as usize);
        if last.is_some_and(|(diagonal, end)| diagonal == seed.diagonal && in_b < end) {
            continue;
        }
        let (in_a, in_b) = follow(words.numbers(), (&a, in_a), (&b, in_b));
        last = Some((seed.diagonal, in_b.end));
        let weight = words.weight(in_b.clone());
        let is_whole = in_a == a || in_b == b;
        if weight >= SHORTEST || is_whole && weight >= SHORTEST_WHOLE {
            let within = |places: &Range<Place>, from: &Range<Place>| {
                places.start - from.start..places.end - from.start
            };
            let (in_a, in_b) = (within(&in_a, &a), within(&in_b, &b));
            let (long, short) = if is_first_long { (in_a, in_b) } else { (in_b, in_a) };
            passages.push(Passage { short, long });
            if passages.len() == MOST_PASSAGES {
                break;
            }
        }
    }
    if passages.is_empty() {
        return None;
    }
    let (long, short) = if is_first_long { (first, second) } else { (second, first) };
    let start = words.places(short).start;
    let passages = outermost(passages);
    let share = covered(&passages)
        .into_iter()
        .map(|part| words.weight(start + part.start..start + part.end))
        .sum::<Weight>();
    let all = weight_a.min(weight_b);
    let share = Similarity::of_distance(all.quarters() - share.quarters(), all.quarters());
    Some(Shared { long, short, passages, share })
}

/// The passage around a place in each of two paragraphs, to both ends. Empty if the words there differ: hashes collide.
fn follow(
    numbers: &[u32],
    (a, in_a): (&Range<Place>, Place),
    (b, in_b): (&Range<Place>, Place),
) -> (Range<Place>, Range<Place>) {
    let equal = |(one, two): &(&u32, &u32)| one == two;
    let after = numbers[in_a..a.end].iter().zip(&numbers[in_b..b.end]).take_while(equal).count();
    let before = numbers[a.start..in_a]
        .iter()
        .rev()
        .zip(numbers[b.start..in_b].iter().rev())
        .take_while(equal)
        .count();
    if after == 0 {
        return (in_a..in_a, in_b..in_b);
    }
    (in_a - before..in_a + after, in_b - before..in_b + after)
}

/// The passages in order, without those that lie within another in the shorter paragraph.
fn outermost(mut passages: Vec<Passage>) -> Vec<Passage> {
    passages.sort_by_key(|passage| {
        (passage.short.start, std::cmp::Reverse(passage.short.end), passage.long.start)
    });
    let mut end = 0;
    passages.retain(|passage| {
        let reaches_on = passage.short.end > end;
        end = end.max(passage.short.end);
        reaches_on
    });
    passages
}

/// The parts of the shorter paragraph that are covered, none twice.
fn covered(passages: &[Passage]) -> Vec<Range<usize>> {
    let mut end = 0;
    let parts = passages.iter().map(|passage| {
        let part = passage.short.start.max(end)..passage.short.end;
        end = passage.short.end;
        part
    });
    parts.collect()
}
