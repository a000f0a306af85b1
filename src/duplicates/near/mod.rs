//! All pairs of paragraphs that are nearly equal, exactly.
//!
//! `strsim` defines what is found. It is asked only of the pairs that are told, for it takes its time: three bounds that
//! never reject what it would accept leave out nearly all others. A paragraph can only be like one of about its own
//! length; each edit changes the [count](histogram) of few characters; and the [distance] is computed no further than
//! the threshold allows.

mod alphabet;
mod distance;
mod forms;
mod histogram;

pub(super) use forms::Forms;

use crate::edit::Similarity;
use crate::options::Threshold;
use alphabet::Alphabet;
use distance::{Pattern, middles};
use histogram::{Bigrams, Letters, Trigrams};
use std::ops::Range;

/// Documents with more different paragraphs than this are not searched for nearly equal ones.
pub const MOST_PARAGRAPHS: usize = 20_000;
/// Nor are paragraphs of more characters than this.
pub const LONGEST: usize = 20_000;

/// `strsim` computes every cell of a table of distances; of larger tables than this, [`Pattern`] computes what is needed.
const MOST_CELLS: usize = 100 * 100;

/// Where two texts differ in so few characters in a row, these are compared, and not the texts.
const SHORT_MIDDLE: usize = 64;

/// What was too much to be searched for nearly equal paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsearched {
    /// The number of different paragraphs, if it is over [`MOST_PARAGRAPHS`]: none were compared.
    pub paragraphs: usize,
    /// The number of those that are longer than [`LONGEST`].
    pub long: usize,
}

/// The different paragraphs of a document, measured. They are known by their places among the different ones.
#[derive(Debug)]
pub(super) struct Near {
    threshold: Threshold,
    /// Nothing for a paragraph that is not searched.
    texts: Vec<Option<Measured>>,
    unsearched: Unsearched,
    pattern: Pattern,
    /// Whose text the pattern is.
    pattern_of: Option<usize>,
    /// What a short middle is compared by.
    middle: Pattern,
}

#[derive(Debug)]
struct Measured {
    text: Vec<u32>,
    letters: Letters,
    bigrams: Bigrams,
    trigrams: Box<Trigrams>,
}

impl Near {
    /// Measures texts in canonical form, all different.
    pub(super) fn new(texts: &[&str], threshold: Threshold) -> Self {
        let mut unsearched =
            Unsearched { paragraphs: 0, long: texts.iter().filter(|text| is_long(text)).count() };
        if texts.len() > MOST_PARAGRAPHS {
            unsearched.paragraphs = texts.len();
        }
        let mut alphabet = Alphabet::new();
        let mut measure = |text: &str| {
            let text = alphabet.spell(text);
            Measured {
                letters: Letters::of(&text),
                bigrams: Bigrams::of(&text),
                trigrams: Box::new(Trigrams::of(&text)),
                text,
            }
        };
        let is_searched = |text: &str| unsearched.paragraphs == 0 && !is_long(text);
        let texts = texts.iter().map(|text| is_searched(text).then(|| measure(text))).collect();
        let pattern = || Pattern::new(alphabet.last());
        Self { threshold, texts, unsearched, pattern: pattern(), pattern_of: None, middle: pattern() }
    }

    /// What was too much.
    pub(super) fn unsearched(&self) -> Unsearched {
        self.unsearched
    }

    /// Whether a text is searched for others that are like it.
    pub(super) fn is_searched(&self, text: usize) -> bool {
        self.texts[text].is_some()
    }

    /// Tells all pairs that are similar enough, the earlier text first; those of one form are known and left out.
    pub(super) fn each_pair(&mut self, forms: &Forms, mut found: impl FnMut(usize, usize)) {
        let mut order: Vec<usize> =
            (0..self.texts.len()).filter(|&text| self.texts[text].is_some()).collect();
        order.sort_by_key(|&text| (self.length(text), forms.of(text), text));
        let lengths: Vec<usize> = order.iter().map(|&text| self.length(text)).collect();
        let letters: Vec<Letters> =
            order.iter().filter_map(|&text| Some(self.texts[text].as_ref()?.letters)).collect();
        let alike = runs(&order, |one, two| forms.are_one(one, two) && self.length(one) == self.length(two));
        for (place, &long) in order.iter().enumerate() {
            let most = self.threshold.most_edits(lengths[place]);
            let form = forms.of(long);
            let mut next = lengths.partition_point(|&length| length < lengths[place] - most);
            while next < place {
                let (before, short) = (next, order[next]);
                next += 1;
                if form.is_some() && forms.of(short) == form {
                    next = alike[before].end;
                } else if letters[before].fewest_edits(&letters[place]) <= most
                    && self.is_within(long, short, most)
                {
                    found(short.min(long), short.max(long));
                }
            }
        }
    }

    /// Whether two texts are similar enough.
    pub(super) fn are_similar(&mut self, one: usize, two: usize) -> bool {
        let (long, short) = if self.length(one) < self.length(two) { (two, one) } else { (one, two) };
        let (Some(a), Some(b)) = (&self.texts[long], &self.texts[short]) else { return false };
        let most = self.threshold.most_edits(a.text.len());
        a.text.len() - b.text.len() <= most
            && a.letters.fewest_edits(&b.letters) <= most
            && self.is_within(long, short, most)
    }

    /// How similar two texts are that are similar enough, by `strsim`. Nothing if they were not searched.
    pub(super) fn similarity(&mut self, one: usize, two: usize) -> Option<Similarity> {
        let (a, b) = (self.texts[one].as_ref()?, self.texts[two].as_ref()?);
        let longest = a.text.len().max(b.text.len());
        let (a, b) = middles(&a.text, &b.text);
        let (long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
        let distance = if long.len() * short.len() <= MOST_CELLS {
            strsim::generic_levenshtein(&Slice(long), &Slice(short))
        } else {
            self.pattern_of = None;
            self.pattern.set(long);
            self.pattern.distance(short, self.threshold.most_edits(longest))?
        };
        Some(Similarity::of_distance(distance, longest))
    }

    /// In characters; 0 for a text that is not searched.
    fn length(&self, text: usize) -> usize {
        self.texts[text].as_ref().map_or(0, |text| text.text.len())
    }

    /// Whether at most `most` edits lead from one to the other.
    fn is_within(&mut self, long: usize, short: usize, most: usize) -> bool {
        let (Some(a), Some(b)) = (&self.texts[long], &self.texts[short]) else { return false };
        if a.bigrams.fewest_edits(&b.bigrams) > most {
            return false;
        }
        let (middle, other) = middles(&a.text, &b.text);
        if middle.len() <= most {
            // so many edits are always enough
            return true;
        }
        if a.trigrams.fewest_edits(&b.trigrams) > most {
            return false;
        }
        if middle.len() <= SHORT_MIDDLE {
            self.middle.set(middle);
            return self.middle.distance(other, most).is_some();
        }
        if self.pattern_of != Some(long) {
            self.pattern.set(&a.text);
            self.pattern_of = Some(long);
        }
        self.pattern.distance(&b.text, most).is_some()
    }
}

/// What `strsim` reads.
struct Slice<'a>(&'a [u32]);

impl<'a> IntoIterator for &'a Slice<'_> {
    type Item = &'a u32;
    type IntoIter = std::slice::Iter<'a, u32>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// For each item, the range of those around it of which each is like the one before it.
fn runs(items: &[usize], mut are_alike: impl FnMut(usize, usize) -> bool) -> Vec<Range<usize>> {
    let mut runs = Vec::with_capacity(items.len());
    for run in items.chunk_by(|&one, &two| are_alike(one, two)) {
        let start = runs.len();
        runs.extend(run.iter().map(|_| start..start + run.len()));
    }
    runs
}

/// Whether a text has more characters than are searched. No character has more than four bytes.
fn is_long(text: &str) -> bool {
    text.len() > LONGEST && text.chars().nth(LONGEST).is_some()
}
