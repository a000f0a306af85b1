//! The rules of a log: those of the table, and what else gives findings.

use super::message::Message;
use super::model::{Configuration, ReportingDescriptor};
use crate::rules::{self, Level, RULES, Rule};
use crate::{Policy, duplicates, suspect};

/// What can give a finding.
pub(super) enum Source {
    Table(&'static Rule),
    Duplicates,
    Suspect,
}

/// All, in the order of their indices.
pub(super) fn all() -> impl Iterator<Item = Source> {
    RULES.iter().map(|rule| Source::Table(rule)).chain([Source::Duplicates, Source::Suspect])
}

/// The index of the rule with this id.
pub(super) fn index(id: &str) -> Option<usize> {
    let beside = [duplicates::RULE, suspect::RULE].iter().position(|other| *other == id);
    rules::position(id).or_else(|| beside.map(|at| RULES.len() + at))
}

impl Source {
    /// What a log says of it.
    pub(super) fn describe(&self) -> ReportingDescriptor {
        let (id, summary, why, on, level) = match self {
            Self::Table(rule) => (rule.id, rule.summary, rule.why, rule.level == Level::On, "warning"),
            Self::Duplicates => (duplicates::RULE, duplicates::SUMMARY, duplicates::SUMMARY, true, "warning"),
            Self::Suspect => (suspect::RULE, suspect::SUMMARY, suspect::WHY, false, "note"),
        };
        ReportingDescriptor {
            id,
            short_description: Message::new(&format!("{summary}.")),
            full_description: Message::new(&format!("{}.", why.trim_end_matches('.'))),
            help: self.help(),
            default_configuration: Configuration { enabled: on, level },
        }
    }

    fn help(&self) -> Message {
        match self {
            Self::Table(rule) => {
                let (id, switch) = match rule.level {
                    Level::On => (rule.id, "off: --disable"),
                    Level::OptIn => (rule.id, "on: --enable"),
                };
                Message::new(&format!(
                    "`unscrape rules {id}` has examples and what it keeps. To switch it {switch} {id}"
                ))
            }
            Self::Duplicates => {
                let policies = Policy::ALL.map(Policy::name).join("|");
                let text = format!("To choose what becomes of copies: --duplicates {policies}");
                Message::new(&text).with_markdown(duplicates::GUIDE)
            }
            Self::Suspect => Message::new("Asked for with --suspect, or `suspect = true` in unscrape.toml."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{all, index};

    #[test]
    fn each_rule_stands_at_its_index() {
        for (at, rule) in all().enumerate() {
            assert_eq!(index(rule.describe().id), Some(at));
        }
        assert_eq!(index("a-rule-of-another-version"), None);
    }
}
