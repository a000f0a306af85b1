//! Regular expressions that are compiled when they are first needed.

use regex::Regex;
use std::ops::Deref;
use std::sync::OnceLock;

/// A constant regular expression. It costs nothing until it is first used.
pub(super) struct Pattern {
    source: &'static str,
    regex: OnceLock<Regex>,
}

impl Pattern {
    pub(super) const fn new(source: &'static str) -> Self {
        Self { source, regex: OnceLock::new() }
    }
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        #[expect(
            clippy::expect_used,
            reason = "a constant; the examples of its rule compile it in the tests"
        )]
        self.regex.get_or_init(|| Regex::new(self.source).expect("a constant pattern compiles"))
    }
}
