//! How long each stage takes: `cargo bench --bench stages`.
//!
//! Over articles that nobody wrote, and over real ones where `UNSCRAPE_CORPUS` names a folder of JSON Lines
//! (`*.jsonl`, `*.jsonl.gz`; the article in the field `text`). Bytes are of JSON Lines for `read`, `write` and
//! `end_to_end`, and of texts for the others.
//!
//! ```text
//! cargo bench --bench stages -- end_to_end           # one of them
//! UNSCRAPE_CORPUS=some/folder cargo bench --bench stages
//! ```

mod articles;
#[path = "../corpus/mod.rs"]
mod corpus;
mod folder;

use articles::{Articles, Case, all, each_rule};
use divan::Bencher;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;
use unscrape::document::{Document, Kind, Protect};
use unscrape::duplicates::{self, Fingerprint, Pairs, Paragraphs, canonical};
use unscrape::edit::Draft;
use unscrape::input::jsonl::{Lines, Record};
use unscrape::normalise::{self, Kept, Unsettled};
use unscrape::rules::{self, Bytes, Reading};
use unscrape::{Options, RuleSet, Threshold};

/// For each bench and corpus.
const LONGEST: Duration = Duration::from_secs(2);

fn main() {
    divan::main();
}

/// Each line is found, its JSON is checked, and its document is decoded.
#[divan::bench(args = all(), max_time = LONGEST)]
fn read(bencher: Bencher, articles: &Articles) {
    let field = articles::field();
    bencher.counter(articles.bytes_of_lines()).bench_local(|| {
        for line in Lines::new(articles.lines.as_bytes()).map_while(Result::ok) {
            let _ = black_box(Record::parse(&line.bytes, &field));
        }
    });
}

/// From a text to its blocks.
#[divan::bench(args = all(), max_time = LONGEST)]
fn segment(bencher: Bencher, articles: &Articles) {
    bencher.counter(articles.bytes()).bench_local(|| {
        for text in &articles.texts {
            black_box(Document::new(text));
        }
    });
}

/// The rules that take no word away, until the text is at rest.
#[divan::bench(args = all(), max_time = LONGEST)]
fn settle(bencher: Bencher, articles: &Articles) {
    let (rules, protect) = (RuleSet::default(), Protect::default());
    bencher.counter(articles.bytes()).bench_local(|| {
        for text in &articles.texts {
            black_box(normalise::settle(
                &mut Draft::new(text),
                Unsettled::new(text, &protect),
                &mut Bytes::of(text),
                &rules,
                &protect,
            ));
        }
    });
}

/// The rules on phrases together, once: lines are read once for all of them.
#[divan::bench(args = all(), max_time = LONGEST)]
fn phrases(bencher: Bencher, articles: &Articles) {
    let (documents, rules) = (articles.documents(), RuleSet::default());
    bencher.counter(articles.bytes()).bench_local(|| {
        for document in &documents {
            black_box(normalise::phrases(&Rc::new(Reading::of(document)), &rules));
        }
    });
}

/// Each rule alone, once, on the texts that it may concern.
#[divan::bench(args = each_rule(), max_time = LONGEST / 4)]
fn rule(bencher: Bencher, case: Case) {
    let documents = case.documents();
    if documents.is_empty() {
        return bencher.bench_local(|| ());
    }
    bencher.counter(case.articles.bytes()).bench_local(|| {
        for document in &documents {
            black_box(rules::find(case.rule, document));
        }
    });
}

/// The names of paragraphs, by which copies are found.
#[divan::bench(args = all(), max_time = LONGEST)]
fn fingerprint(bencher: Bencher, articles: &Articles) {
    let documents = articles.documents();
    bencher.counter(articles.bytes()).bench_local(|| {
        for document in &documents {
            let blocks = document.blocks().iter().filter(|block| block.kind() == Kind::Paragraph);
            for block in blocks {
                black_box(Fingerprint::of(&canonical(block.span().of(document.text()))));
            }
        }
    });
}

/// Equal copies that may go.
#[divan::bench(args = all(), max_time = LONGEST)]
fn copies(bencher: Bencher, articles: &Articles) {
    let documents = articles.documents();
    bencher.counter(articles.bytes()).bench_local(|| {
        for document in &documents {
            black_box(duplicates::safe(&Paragraphs::of(document), &Kept::default()));
        }
    });
}

/// All pairs of paragraphs that are nearly equal. Cleaning looks for them only when it is asked to.
#[divan::bench(args = all(), max_time = LONGEST)]
fn near(bencher: Bencher, articles: &Articles) {
    let documents = articles.documents();
    bencher.counter(articles.bytes()).bench_local(|| {
        for document in &documents {
            black_box(Pairs::of(&Paragraphs::of(document), Threshold::default()));
        }
    });
}

/// Edits of a document made in the line that holds it.
#[divan::bench(args = all(), max_time = LONGEST)]
fn write(bencher: Bencher, articles: &Articles) {
    let options = Options::default();
    let records = articles.records();
    let cleaned: Vec<_> = records.iter().map(|it| (it, unscrape::clean(it.text(), &options).edits)).collect();
    bencher.counter(articles.bytes_of_lines()).bench_local(|| {
        for (record, edits) in &cleaned {
            black_box(record.apply(edits));
        }
    });
}

/// `clean` of each text.
#[divan::bench(args = all(), max_time = 2 * LONGEST)]
fn clean(bencher: Bencher, articles: &Articles) {
    let options = Options::default();
    bencher.counter(articles.bytes()).bench_local(|| {
        for text in &articles.texts {
            black_box(unscrape::clean(text, &options));
        }
    });
}

/// From line to line: read, cleaned, written.
#[divan::bench(args = all(), max_time = 2 * LONGEST)]
fn end_to_end(bencher: Bencher, articles: &Articles) {
    let cleaning = articles::cleaning();
    bencher.counter(articles.bytes_of_lines()).bench_local(|| {
        for line in articles.lines.split_inclusive('\n') {
            black_box(cleaning.line(line));
        }
    });
}
