//! Lines that look like the headline of another article: told, never touched.
//!
//! A site puts the headline of another article between two paragraphs, and no mark of it is left in the text. It cannot
//! be known for certain from a subhead, so it is no edit: whoever reads the notice decides. A subhead speaks of what
//! follows, so it shares words with it. A foreign headline brings names and words that stand nowhere else in the
//! article, shares none with the text after it but those that the whole article is about, and either has the capitals of
//! a title or has another headline right behind it.
//!
//! Lists, tables, code, verse and headings are never named, nor lines in scripts without capitals. In 86 well-made
//! articles in Markdown it names nothing; of 91 real articles it names seven lines in one, all of them headlines of other
//! articles that those who marked the text by hand had overlooked.
//!
//! ```
//! use unscrape::{Notice, Options, clean};
//!
//! let text = include_str!("../../samples/suspect.txt");
//! let notices = clean(text, &Options { suspect: true, ..Options::default() }).notices;
//! let [Notice::Suspect { place, .. }] = &notices[..] else { panic!("one line is named") };
//! assert_eq!(place.of(text), "Inside the Secret Vineyard Army: Top Growers Poached from Tuscany & More");
//! ```

mod shape;
mod words;

use crate::document::Document;
use crate::edit::Span;
use shape::Shape;
use std::collections::HashMap;
use std::fmt;
use words::{Capitals, stems};

/// The id under which such lines are reported.
pub const RULE: &str = "suspect";

/// What it names, in one line.
pub const SUMMARY: &str = "Lines that look like the headline of another article";

/// How it knows them.
pub const WHY: &str = "A foreign headline brings names and words that stand nowhere else in the article, shares none \
    with the text after it but those that the whole article is about, and either has the capitals of a title or has \
    another headline right behind it. That is not certain, so the line stays.";

/// A text with less prose, in paragraphs, says too little of what it is about.
const FEWEST_PARAGRAPHS: usize = 3;
/// In hundredths: at least so many long words of a title in title case have a capital.
const TITLE_CASE: usize = 80;
/// In hundredths: where prose has so many capitals, the language gives them to its nouns.
const NOUNS: usize = 40;
/// A line with fewer telling words may say anything.
const FEWEST_WORDS: usize = 5;
/// A title of fewer long words has no case.
const FEWEST_LONG: usize = 3;
/// In hundredths: so many of its words stand nowhere else in the article, if it has the capitals of a title.
const FOREIGN_IN_CAPITALS: usize = 40;
/// And if it has not.
const FOREIGN: usize = 60;
/// So many short lines may stand together: the headline and a subhead.
const TOGETHER: usize = 2;

/// Why a line looks like the headline of another article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspicion {
    /// How many different words it has that say something.
    pub words: usize,
    /// How many of them stand nowhere else in the article.
    pub foreign: usize,
    /// Whether it has the capitals of a title.
    pub title_case: bool,
    /// Whether another headline stands right behind it.
    pub before_headline: bool,
}

impl fmt::Display for Suspicion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { words, foreign, .. } = self;
        write!(
            f,
            "{foreign} of its {words} words stand nowhere else here, none leads to the text that follows"
        )?;
        if self.title_case {
            f.write_str(", it has the capitals of a title")?;
        }
        if self.before_headline {
            f.write_str(", another headline stands right behind it")?;
        }
        Ok(())
    }
}

/// The lines of a document that look like headlines of other articles, in order.
pub fn headlines(document: &Document) -> Vec<(Span, Suspicion)> {
    let shapes: Vec<Shape> = (0..document.blocks().len()).map(|index| Shape::of(document, index)).collect();
    let prose = shapes.iter().filter(|shape| **shape == Shape::Prose).count();
    let lines = lone_lines(&shapes);
    if prose < FEWEST_PARAGRAPHS || lines.is_empty() {
        return Vec::new();
    }
    let article = Article::of(document, &shapes, &lines);
    let suspicion = |line: &LoneLine| Some((document.block(line.block).span(), article.suspicion(line)?));
    let found = lines.iter().filter_map(suspicion);
    found.map(|(span, suspicion)| (trimmed(document.text(), span), suspicion)).collect()
}

/// The span without blanks around it.
fn trimmed(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let start = line.len() - line.trim_start().len();
    span.part(start..start + line.trim().len())
}

/// A line between two paragraphs of prose that may be a headline.
struct LoneLine {
    block: usize,
    /// The prose after it.
    next: usize,
    before_headline: bool,
}

/// All of them. Where more short lines stand together there is a list, or verse.
fn lone_lines(shapes: &[Shape]) -> Vec<LoneLine> {
    let mut lines = Vec::new();
    let mut before = Shape::Other;
    let mut run = Vec::new();
    for (next, &shape) in shapes.iter().enumerate() {
        match shape {
            Shape::Nothing => {}
            // one more than may be tells as much as a thousand
            Shape::Title | Shape::Short if run.len() > TOGETHER => {}
            Shape::Title | Shape::Short => run.push(next),
            Shape::Prose | Shape::Other => {
                if before == Shape::Prose && shape == Shape::Prose && run.len() <= TOGETHER {
                    let titles = run.iter().enumerate().filter(|(_, block)| shapes[**block] == Shape::Title);
                    lines.extend(titles.map(|(place, &block)| LoneLine {
                        block,
                        next,
                        before_headline: place + 1 < run.len(),
                    }));
                }
                before = shape;
                run.clear();
            }
        }
    }
    lines
}

/// What a line is compared with.
struct Article<'a> {
    document: &'a Document<'a>,
    /// In how many blocks each stem of the lines stands.
    blocks: HashMap<String, usize>,
    /// A word that stands in more blocks is what the article is about, and leads nowhere.
    everywhere: usize,
    /// Whether capitals tell a title from a sentence.
    has_title_case: bool,
}

impl<'a> Article<'a> {
    fn of(document: &'a Document<'a>, shapes: &[Shape], lines: &[LoneLine]) -> Self {
        let text = document.text();
        let span = |index: usize| document.block(index).span();
        let mut prose = 0;
        let mut capitals = Capitals::default();
        for (index, _) in shapes.iter().enumerate().filter(|(_, shape)| **shape == Shape::Prose) {
            prose += 1;
            capitals.add(Capitals::of(text, span(index)));
        }
        let wanted = lines.iter().flat_map(|line| stems(text, span(line.block)));
        let blocks = words::blocks(document, wanted);
        let everywhere = (prose / 3).max(3);
        Self { document, blocks, everywhere, has_title_case: !capitals.reach(NOUNS) }
    }

    /// Why a line looks like the headline of another article, if it does.
    fn suspicion(&self, line: &LoneLine) -> Option<Suspicion> {
        let before_headline = line.before_headline;
        let text = self.document.text();
        let span = self.document.block(line.block).span();
        let telling = stems(text, span);
        let count = |stem: &String| self.blocks.get(stem).copied().unwrap_or_default();
        let (words, foreign) = (telling.len(), telling.iter().filter(|stem| count(stem) <= 1).count());
        let capitals = Capitals::of(text, span);
        let title_case = self.has_title_case && capitals.words >= FEWEST_LONG && capitals.reach(TITLE_CASE);
        let is_foreign = |hundredths: usize| foreign * 100 >= words * hundredths;
        let is_suspect =
            title_case && is_foreign(FOREIGN_IN_CAPITALS) || before_headline && is_foreign(FOREIGN);
        if words < FEWEST_WORDS || !is_suspect {
            return None;
        }
        let following = stems(text, self.document.block(line.next).span());
        let leads_on = telling.iter().any(|stem| following.contains(stem) && count(stem) <= self.everywhere);
        (!leads_on).then_some(Suspicion { words, foreign, title_case, before_headline })
    }
}
