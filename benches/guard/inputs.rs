//! What is measured.

use crate::alone;
use crate::corpus::{self, cleaning::Cleaning};
use std::hint::black_box;
use std::rc::Rc;
use unscrape::input::jsonl::FieldPathError;
use unscrape::rules::{RULES, ids};
use unscrape::{Options, RuleSet};

/// In bytes, of the articles.
const SIZE: usize = 1 << 20;

/// Work, and the records that it is done on.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) records: Rc<[String]>,
    pub(crate) work: Box<dyn Fn()>,
}

/// All that is measured: cleaning, and each rule alone.
pub(crate) fn all() -> Result<Vec<Input>, FieldPathError> {
    let every_rule = || {
        let rules = ids().iter().fold(RuleSet::default(), |rules, id| rules.with(id, true));
        Options { rules, ..Options::default() }
    };
    let articles = records(&corpus::texts(SIZE));
    let near_misses: &'static [String] = corpus::near_misses(SIZE / 4).leak();
    let records_of_near_misses = records(near_misses);
    let mut all = vec![
        cleaning("clean", &articles, Options::default())?,
        cleaning("clean, every rule", &articles, every_rule())?,
        cleaning("clean near misses, every rule", &records_of_near_misses, every_rule())?,
    ];
    all.extend(RULES.iter().map(|rule| alone::input(rule, near_misses, &records_of_near_misses)));
    Ok(all)
}

fn records(texts: &[String]) -> Rc<[String]> {
    texts.iter().enumerate().map(|(number, text)| corpus::record(number, text)).collect()
}

fn cleaning(name: &str, records: &Rc<[String]>, options: Options) -> Result<Input, FieldPathError> {
    let cleaning = Cleaning::new(options)?;
    let lines = Rc::clone(records);
    let work = move || {
        for line in lines.iter() {
            black_box(cleaning.line(black_box(line)));
        }
    };
    Ok(Input { name: name.to_owned(), records: Rc::clone(records), work: Box::new(work) })
}
