//! The articles that are cleaned.

use crate::corpus::{self, cleaning::Cleaning};
use crate::folder;
use divan::counter::BytesCount;
use std::fmt;
use std::sync::LazyLock;
use unscrape::Options;
use unscrape::document::Document;
use unscrape::input::jsonl::{FieldPath, Line, Record};
use unscrape::rules::{RULES, Rule, Triggered};

/// Bytes of the articles that nobody wrote.
const SIZE: usize = 2 << 20;

/// Articles as JSON Lines and as texts.
pub(crate) struct Articles {
    name: &'static str,
    pub(crate) lines: String,
    pub(crate) texts: Vec<String>,
}

impl fmt::Display for Articles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Those that nobody wrote, and the real ones if there are any.
pub(crate) fn all() -> &'static [Articles] {
    static ALL: LazyLock<Vec<Articles>> = LazyLock::new(|| {
        let lines =
            |texts: Vec<String>| texts.iter().enumerate().map(|(n, text)| corpus::record(n, text)).collect();
        let mut all = vec![
            Articles::new("generated", lines(corpus::texts(SIZE))),
            Articles::new("near misses", lines(corpus::near_misses(SIZE / 8))),
        ];
        all.extend(folder::named().map(|lines| Articles::new("real", lines)));
        all
    });
    &ALL
}

impl Articles {
    fn new(name: &'static str, lines: String) -> Self {
        let texts = records(&lines).map(|record| record.text().to_owned()).collect();
        Self { name, lines, texts }
    }

    pub(crate) fn bytes(&self) -> BytesCount {
        BytesCount::new(self.texts.iter().map(String::len).sum::<usize>())
    }

    pub(crate) fn bytes_of_lines(&self) -> BytesCount {
        BytesCount::new(self.lines.len())
    }

    pub(crate) fn documents(&self) -> Vec<Document<'_>> {
        self.texts.iter().map(|text| Document::new(text)).collect()
    }

    pub(crate) fn records(&self) -> Vec<Record<'_>> {
        records(&self.lines).collect()
    }
}

fn records(lines: &str) -> impl Iterator<Item = Record<'_>> {
    let field = field();
    lines.split_inclusive('\n').filter_map(move |line| match Record::parse(line.as_bytes(), &field) {
        Ok(Line::Record(record)) => Some(record),
        _ => None,
    })
}

#[expect(clippy::expect_used, reason = "a constant")]
pub(crate) fn field() -> FieldPath {
    "text".parse().expect("a name is a path")
}

#[expect(clippy::expect_used, reason = "its path is a constant")]
pub(crate) fn cleaning() -> Cleaning {
    Cleaning::new(Options::default()).expect("its path is one")
}

/// A rule and the articles that it is run on.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) rule: &'static Rule,
    pub(crate) articles: &'static Articles,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.rule.id, self.articles)
    }
}

/// Each rule with all articles.
pub(crate) fn each_rule() -> Vec<Case> {
    let with = |rule| all().iter().map(move |articles| Case { rule, articles });
    RULES.iter().flat_map(|rule| with(*rule)).collect()
}

impl Case {
    /// The documents that the rule is shown.
    pub(crate) fn documents(self) -> Vec<Document<'static>> {
        let concerned = self.articles.texts.iter().filter(|text| Triggered::by(text).concerns(self.rule));
        concerned.map(|text| Document::new(text)).collect()
    }
}
