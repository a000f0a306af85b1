//! A rule alone, on lines that it has to look at twice.
//!
//! Few lines ever meet a regular expression, so one that has become ten times slower would hardly show in what cleaning
//! costs: not before a text of many such lines comes.

use crate::inputs::Input;
use std::hint::black_box;
use std::rc::Rc;
use unscrape::document::Document;
use unscrape::rules::{Reading, Rule, find_with};

/// The rule on all texts. What they are read for, once for all rules, is done before.
pub(crate) fn input(rule: &'static Rule, texts: &'static [String], records: &Rc<[String]>) -> Input {
    let documents: &'static [Document] =
        texts.iter().map(|text| Document::new(text)).collect::<Vec<_>>().leak();
    let readings: Vec<Rc<Reading>> =
        documents.iter().map(|document| Rc::new(Reading::of(document))).collect();
    let work = move || {
        for reading in &readings {
            black_box(find_with(rule, Rc::clone(reading), None));
        }
    };
    work();
    Input { name: rule.id.to_owned(), records: Rc::clone(records), work: Box::new(work) }
}
