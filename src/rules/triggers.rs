//! Which rules a text can concern at all, found in one look at it.

use super::{RULES, Rule, position};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

/// The rules of which a text holds a trigger.
#[derive(Clone, Debug)]
pub struct Triggered(Vec<bool>);

impl Triggered {
    /// Looks for the triggers of all rules at once, overlapping as they may.
    pub fn by(text: &str) -> Self {
        let mut found: Vec<bool> = RULES.iter().map(|rule| rule.triggers.is_empty()).collect();
        let mut missing = found.iter().filter(|found| !**found).count();
        if let Some(automaton) = &AUTOMATON.automaton {
            for hit in automaton.find_overlapping_iter(text) {
                let rule = AUTOMATON.rules[hit.pattern().as_usize()];
                if !std::mem::replace(&mut found[rule], true) {
                    missing -= 1;
                    if missing == 0 {
                        break;
                    }
                }
            }
        } else {
            found.fill(true);
        }
        Self(found)
    }

    /// Whether `rule` has to look at the text.
    pub fn concerns(&self, rule: &Rule) -> bool {
        position(rule.id).is_none_or(|index| self.0[index])
    }
}

struct Automaton {
    /// None only if the table outgrew what an automaton can hold; then every rule looks at every text.
    automaton: Option<AhoCorasick>,
    /// The index in [`RULES`] to which each pattern belongs.
    rules: Vec<usize>,
}

static AUTOMATON: LazyLock<Automaton> = LazyLock::new(|| {
    let pairs = RULES.iter().enumerate();
    let pairs = pairs.flat_map(|(index, rule)| rule.triggers.iter().map(move |literal| (index, *literal)));
    let (rules, literals): (Vec<usize>, Vec<&str>) = pairs.unzip();
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .kind(Some(AhoCorasickKind::DFA))
        .build(literals);
    Automaton { automaton: automaton.ok(), rules }
});
