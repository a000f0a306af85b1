//! From flags and configuration to what is to be done to each input.

use super::args::{Clean, Cleaning, FormatChoice};
use super::configs::Configs;
use anyhow::{Result, bail};
use std::path::Path;
use std::sync::Arc;
use unscrape::input::jsonl::{AboutFields, FieldPath};
use unscrape::input::{Encoding, Format, Input, MaxBytes};
use unscrape::ledger::{Home, STDIN, name_of};
use unscrape::options::Options;
use unscrape::output::visible;
use unscrape::rules;
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
    /// Which pattern of which configuration says that the input is left alone.
    pub(crate) excluded: Option<String>,
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
    check_rules(&args.cleaning)?;
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
    let mut configs = Configs::new(&args.cleaning, args.running.verbose);
    let job = |input: Input| {
        let path = match &input {
            Input::File(path) => Some(path.as_path()),
            Input::Stdin => args.input.stdin_filename.as_deref(),
        };
        let (options, excluded) = configs.options(path)?;
        let name = path.map_or_else(|| STDIN.into(), Path::to_string_lossy);
        Ok(Job {
            name: visible(&name).into_owned(),
            raw_name: name.into_owned(),
            entered_name: path.map_or_else(|| STDIN.to_owned(), name_of),
            place: home.as_ref().zip(path).map(|(home, path)| home.place_of(path)),
            format: format(args.input.format, path),
            options,
            excluded,
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

/// Refuses ids that no rule has.
pub(crate) fn check_rules(asked: &Cleaning) -> Result<()> {
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
