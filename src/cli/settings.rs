//! From flags and configuration to what is to be done to each input.

use super::args::{Clean, FormatChoice};
use anyhow::{Result, bail};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use unscrape::config::{Config, Finder};
use unscrape::input::jsonl::{AboutFields, FieldPath};
use unscrape::input::{Encoding, Format, Input, MaxBytes};
use unscrape::ledger::{Home, STDIN, name_of};
use unscrape::options::{Options, Policy, RuleSet};
use unscrape::output::visible;
use unscrape::rules::{self, phrases::Phrase};
use unscrape::suggest::Suggestion;

/// One input and what is to be done to it.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) input: Input,
    /// What it is called in reports; free of anything that a terminal would obey.
    pub(crate) name: String,
    /// The same as it is, for the header of a diff, which quotes names in a way of its own.
    pub(crate) raw_name: String,
    /// The same for a ledger, if one is kept, and where the file is.
    pub(crate) entered_name: String,
    pub(crate) place: Option<String>,
    pub(crate) format: Format,
    pub(crate) options: Arc<Options>,
    pub(crate) reading: Arc<Reading>,
}

impl Job {
    /// Whether the input is decoded from an encoding other than UTF-8.
    pub(crate) fn is_decoded(&self) -> bool {
        self.reading.encoding.is_some_and(|encoding| !encoding.is_utf8())
    }

    /// Whether ASCII is the same bytes in the encoding of the input.
    pub(crate) fn keeps_ascii(&self) -> bool {
        self.reading.encoding.is_none_or(Encoding::keeps_ascii)
    }
}

/// How inputs are read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) field: FieldPath,
    pub(crate) about: AboutFields,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) skip_invalid: bool,
    pub(crate) max_bytes: MaxBytes,
}

/// The jobs for `inputs`, each with the configuration that is nearest to it.
pub(crate) fn jobs(inputs: Vec<Input>, args: &Clean) -> Result<Vec<Job>> {
    check_rules(args)?;
    let reading = Arc::new(Reading {
        field: args.input.field.clone(),
        about: AboutFields {
            title: args.input.title_field.clone(),
            description: args.input.description_field.clone(),
            author: args.input.author_field.clone(),
        },
        encoding: args.input.encoding,
        skip_invalid: args.input.skip_invalid,
        max_bytes: args.input.max_bytes,
    });
    let home = args.output.ledger.as_deref().map(Home::of);
    let mut configs = Configs::default();
    let job = |input: Input| {
        let path = match &input {
            Input::File(path) => Some(path.as_path()),
            Input::Stdin => args.input.stdin_filename.as_deref(),
        };
        let name = path.map_or_else(|| STDIN.into(), Path::to_string_lossy);
        Ok(Job {
            name: visible(&name).into_owned(),
            raw_name: name.into_owned(),
            entered_name: path.map_or_else(|| STDIN.to_owned(), name_of),
            place: home.as_ref().zip(path).map(|(home, path)| home.place_of(path)),
            format: format(args.input.format, path),
            options: configs.options(path, args)?,
            reading: Arc::clone(&reading),
            input,
        })
    };
    inputs.into_iter().map(job).collect()
}

fn format(choice: FormatChoice, path: Option<&Path>) -> Format {
    match choice {
        FormatChoice::Auto => path.map_or(Format::Text, Format::of),
        FormatChoice::Text => Format::Text,
        FormatChoice::Jsonl => Format::JsonLines,
    }
}

/// Configurations that were read, by the file they are from.
#[derive(Default)]
struct Configs {
    finder: Finder,
    read: HashMap<Option<PathBuf>, Arc<Options>>,
}

impl Configs {
    fn options(&mut self, path: Option<&Path>, args: &Clean) -> Result<Arc<Options>> {
        let file = match &args.cleaning.config {
            _ if args.cleaning.isolated => None,
            Some(file) => Some(file.clone()),
            None => {
                let folder = path.and_then(Path::parent).unwrap_or(Path::new(""));
                self.finder.find(folder).map(Path::to_owned)
            }
        };
        if let Some(options) = self.read.get(&file) {
            return Ok(Arc::clone(options));
        }
        let config = match &file {
            Some(file) => Config::read(file, &rules::ids())?,
            None => Config::default(),
        };
        let options = Arc::new(merge(&config, args));
        self.read.insert(file, Arc::clone(&options));
        Ok(options)
    }
}

/// What is typed goes before what is configured.
fn merge(config: &Config, args: &Clean) -> Options {
    let asked = &args.cleaning;
    let switch = |set: RuleSet, ids: &[String], on: bool| ids.iter().fold(set, |set, id| set.with(id, on));
    let rules = match &asked.only {
        Some(only) => switch(RuleSet::none(), only, true),
        None => config.rules.iter().fold(RuleSet::default(), |set, (id, on)| set.with(id, *on)),
    };
    let phrases = |set: RuleSet, (id, list): (&String, &Vec<Phrase>)| set.with_phrases(id, list.clone());
    let rules = config.phrases.iter().fold(rules, phrases);
    let duplicates = asked.duplicates.or(config.duplicates).unwrap_or_default();
    Options {
        rules: switch(switch(rules, &asked.enable, true), &asked.disable, false),
        duplicates,
        threshold: asked.threshold.or(config.threshold).unwrap_or_default(),
        report: args.running.verbose || duplicates == Policy::Report,
        suspect: asked.suspect || config.suspect.unwrap_or_default(),
    }
}

/// Refuses ids that no rule has.
fn check_rules(args: &Clean) -> Result<()> {
    let asked = &args.cleaning;
    let only = asked.only.iter().flatten().filter(|id| id.as_str() != "none");
    only.chain(&asked.enable).chain(&asked.disable).try_for_each(|id| check_rule(id))
}

/// Refuses an id that no rule has.
pub(crate) fn check_rule(id: &str) -> Result<()> {
    if rules::by_id(id).is_some() {
        return Ok(());
    }
    if id == unscrape::duplicates::RULE {
        bail!("{id} is no rule of the table: `--duplicates safe|all|report|off` says what becomes of copies");
    }
    let suggestion = Suggestion::new(id, rules::ids());
    bail!("unknown rule \"{}\"{suggestion} (`unscrape rules` lists all)", visible(id));
}
