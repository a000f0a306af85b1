//! Every pair of paragraphs that are alike, with a verdict.

use super::differences::Differences;
use super::listing::{Counts, Listing};
use super::near::{Forms, Near, Unsearched};
use super::paragraphs::{Paragraph, Paragraphs, groups};
use super::shared::{Shared, Words, each_shared};
use super::verdict::Facts;
use crate::document::Document;
use crate::edit::{Similarity, Span, Verdict};
use crate::options::Threshold;

/// Two paragraphs that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// How they compare.
    pub verdict: Verdict,
    /// The block that would stay: the first, or the longer one where one contains the other.
    pub first: usize,
    /// The other block.
    pub second: usize,
    /// How alike they are; of a passage that both hold, how much of the second it is.
    pub similarity: Similarity,
    /// What is to be seen.
    pub detail: Detail,
}

/// What is to be seen of two paragraphs that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// They are equal.
    Equal,
    /// Words differ.
    Differ(Differences),
    /// The passages that both hold, each in the first and in the second.
    Share(Vec<(Span, Span)>),
}

/// The pairs of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs {
    /// Sorted by place. Not more than [`MOST_LISTED`](super::MOST_LISTED).
    pub list: Vec<Pair>,
    /// The number of pairs beside those.
    pub unlisted: Counts,
    /// What was too much to be searched.
    pub unsearched: Unsearched,
}

/// What a listed pair is told from: paragraphs by their places among the different ones.
#[derive(Debug)]
enum Found {
    Equal,
    Similar(usize, usize),
    Share(Shared),
}

impl Pairs {
    /// All pairs in a document. Each copy is paired with the first of its equals, and all others are looked for among
    /// the first of equals only.
    pub fn of(paragraphs: &Paragraphs, threshold: Threshold) -> Self {
        let all: Vec<Paragraph> = paragraphs.iter().collect();
        let groups = groups(&all);
        let mut listing = Listing::new();
        for group in &groups {
            let first = all[group[0]].block;
            let copies = group[1..].iter().map(|&copy| all[copy].block);
            copies.for_each(|copy| listing.add((Verdict::Same, first, copy), || Found::Equal));
        }
        let firsts = groups.iter().map(|group| &all[group[0]]).collect();
        let mut different = Different::new(paragraphs.document(), firsts, threshold);
        different.find_similar(&mut listing);
        different.find_shared(&mut listing);
        let (list, unlisted) = listing.finish();
        let list = list.into_iter().map(|((verdict, first, second), found)| {
            let (similarity, detail) = different.told(found);
            Pair { verdict, first, second, similarity, detail }
        });
        Self { list: list.collect(), unlisted, unsearched: different.near.unsearched() }
    }
}

/// The paragraphs of a document that are different from all before them.
#[derive(Debug)]
struct Different<'a> {
    document: &'a Document<'a>,
    paragraphs: Vec<&'a Paragraph>,
    forms: Forms,
    near: Near,
}

impl<'a> Different<'a> {
    fn new(document: &'a Document<'a>, paragraphs: Vec<&'a Paragraph>, threshold: Threshold) -> Self {
        let texts: Vec<&str> = paragraphs.iter().map(|paragraph| &*paragraph.canonical).collect();
        let forms = Forms::of_texts(&texts, threshold);
        let near = Near::new(&texts, threshold);
        Self { document, paragraphs, forms, near }
    }

    /// Enters the pairs that are similar enough.
    fn find_similar(&mut self, listing: &mut Listing<Found>) {
        let block = |place: usize| self.paragraphs[place].block;
        for form in self.forms.groups() {
            listing.add_all(Verdict::NumbersDiffer, form, block, Found::Similar);
        }
        let mut facts: Vec<Option<Facts>> = vec![None; self.paragraphs.len()];
        let mut facts =
            |place: usize| *facts[place].get_or_insert_with(|| Facts::of(&self.paragraphs[place].canonical));
        self.near.each_pair(&self.forms, |one, two| {
            let verdict = facts(one).verdict(facts(two));
            listing.add((verdict, block(one), block(two)), || Found::Similar(one, two));
        });
    }

    /// Enters the pairs that have a passage in common and are not similar as a whole.
    fn find_shared(&mut self, listing: &mut Listing<Found>) {
        let words =
            Words::of(self.paragraphs.iter().map(|paragraph| self.document.block_text(paragraph.block)));
        let wanted = |one, two| !self.forms.are_one(one, two);
        each_shared(&words, wanted, |shared| {
            let (long, short) = (shared.long, shared.short);
            if !self.near.are_similar(long, short) {
                let key = (Verdict::Contained, self.paragraphs[long].block, self.paragraphs[short].block);
                listing.add(key, || Found::Share(shared));
            }
        });
    }

    /// What is to be told of a pair.
    fn told(&mut self, found: Found) -> (Similarity, Detail) {
        match found {
            Found::Equal => (Similarity::SAME, Detail::Equal),
            Found::Similar(one, two) => {
                let [first, second] = [one, two].map(|place| &*self.paragraphs[place].canonical);
                let similarity =
                    self.near.similarity(one, two).unwrap_or_else(|| Forms::similarity(first, second));
                (similarity, Detail::Differ(Differences::between(first, second)))
            }
            Found::Share(shared) => {
                let [long, short] = [shared.long, shared.short]
                    .map(|place| self.document.block(self.paragraphs[place].block).span());
                let text = self.document.text();
                let spans = shared.spans(long.of(text), short.of(text));
                let spans =
                    spans.into_iter().map(|(one, two)| (one.shift(long.start()), two.shift(short.start())));
                (shared.share, Detail::Share(spans.collect()))
            }
        }
    }
}
