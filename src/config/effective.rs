//! What holds for a text, and who said so.

use super::{At, Config, Settings};
use crate::document::Protect;
use crate::options::{Options, Policy, RuleSet, Threshold};
use crate::output::Position;
use crate::rules::phrases::Phrase;
use crate::rules::{self, Level, RULES};
use std::collections::BTreeMap;
use std::path::Path;

/// Who said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody: it is so unless somebody says otherwise.
    Default,
    /// The configuration file, here.
    File(Position),
    /// What was typed.
    Typed,
}

/// A value that holds, and who said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Who said so.
    pub source: Source,
}

impl<T: Clone> Sourced<T> {
    fn default(value: T) -> Self {
        Self { value, source: Source::Default }
    }

    /// Takes what a file says, if it says anything.
    fn read(&mut self, said: Option<&At<T>>) {
        if let Some(said) = said {
            *self = Self { value: said.value.clone(), source: Source::File(said.position) };
        }
    }

    /// Takes what was typed, if anything was.
    pub fn typed(&mut self, typed: Option<T>) {
        if let Some(value) = typed {
            *self = Self { value, source: Source::Typed };
        }
    }
}

/// What holds for a text: the defaults, over them what the configuration says of all files, then of some, then what was
/// typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// Which copies go.
    pub duplicates: Sourced<Policy>,
    /// How alike two paragraphs are to count as copies.
    pub threshold: Sourced<Threshold>,
    /// Whether to name lines that look like the headline of another article.
    pub suspect: Sourced<bool>,
    /// What no rule touches.
    pub protect: Sourced<Protect>,
    /// Whether each rule is on, in the order of [`RULES`].
    rules: Vec<Sourced<bool>>,
    /// The user's own phrases, by the rule's id.
    pub phrases: BTreeMap<String, Sourced<Vec<Phrase>>>,
}

impl Effective {
    /// What holds by a configuration for the file at `path`, which is from the folder in which the patterns begin; `None`
    /// if the file is elsewhere.
    pub fn of(config: &Config, path: Option<&Path>) -> Self {
        let mut effective = Self {
            duplicates: Sourced::default(Policy::default()),
            threshold: Sourced::default(Threshold::default()),
            suspect: Sourced::default(false),
            protect: Sourced::default(Protect::default()),
            rules: RULES.iter().map(|rule| Sourced::default(rule.level == Level::On)).collect(),
            phrases: BTreeMap::new(),
        };
        effective.read(&config.general);
        for index in config.concerning(path) {
            effective.read(&config.per_path[index].settings);
        }
        effective
    }

    fn read(&mut self, said: &Settings) {
        self.duplicates.read(said.duplicates.as_ref());
        self.threshold.read(said.threshold.as_ref());
        self.suspect.read(said.suspect.as_ref());
        self.protect.read(said.protect.as_ref());
        for (id, on) in &said.rules {
            if let Some(index) = rules::position(id) {
                self.rules[index].read(Some(on));
            }
        }
        for (id, list) in &said.phrases {
            let list = Sourced { value: list.value.clone(), source: Source::File(list.position) };
            self.phrases.insert(id.clone(), list);
        }
    }

    /// Switches a rule as it was typed. An id that no rule has changes nothing.
    pub fn switch(&mut self, id: &str, on: bool) {
        if let Some(index) = rules::position(id) {
            self.rules[index].typed(Some(on));
        }
    }

    /// Switches all rules off, as it was typed.
    pub fn switch_all_off(&mut self) {
        self.rules.iter_mut().for_each(|rule| rule.typed(Some(false)));
    }

    /// The rules by id, in the order in which they run.
    pub fn rules(&self) -> impl Iterator<Item = (&'static str, &Sourced<bool>)> {
        RULES.iter().map(|rule| rule.id).zip(&self.rules)
    }

    /// The same as options, without a report.
    pub fn options(&self) -> Options {
        let set = self.rules().fold(RuleSet::none(), |set, (id, on)| set.with(id, on.value));
        let rules = self.phrases.iter().fold(set, |set, (id, list)| set.with_phrases(id, list.value.clone()));
        Options {
            rules,
            duplicates: self.duplicates.value,
            threshold: self.threshold.value,
            report: false,
            suspect: self.suspect.value,
            protect: self.protect.value.clone(),
        }
    }
}
