//! From TOML to a [`Config`], with a place for each thing that is not understood.

use super::{At, Config, Globs, PerPath, Problem, Settings};
use crate::document::Protect;
use crate::duplicates;
use crate::options::Threshold;
use crate::output::{Lines, Position};
use crate::rules;
use crate::rules::phrases::Phrase;
use crate::suggest::Suggestion;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of a file.
pub(super) const KEYS: [&str; 8] =
    ["duplicates", "threshold", "suspect", "protect", "exclude", "rules", "phrases", "per-path"];

/// Those that concern the file as a whole, and are in no `[per-path]` table.
pub(super) const OF_THE_FILE: [&str; 2] = ["exclude", "per-path"];

/// A problem and the bytes it concerns.
type Found = (Range<usize>, Problem);

type Value<'t> = Spanned<DeValue<'t>>;

/// Understands `text`, or says where the first thing is that it does not.
pub(super) fn parse(text: &str, known: &[&str]) -> Result<Config, (Position, Problem)> {
    let reader = Reader { lines: Lines::new(text), known };
    let mut config = Config::default();
    table(text)
        .and_then(|table| entries(&table, |key, place, value| reader.of_file(&mut config, key, place, value)))
        .map_err(|(bytes, problem)| (reader.lines.position(bytes.start), problem))?;
    Ok(config)
}

fn table(text: &str) -> Result<DeTable<'_>, Found> {
    DeTable::parse(text).map(Spanned::into_inner).map_err(|error| {
        (error.span().unwrap_or_default(), Problem::Syntax(error.message().trim_end().to_owned()))
    })
}

/// Visits a table's keys in the order in which they stand in the file, so that the first problem is the one told.
fn entries<'t>(
    table: &'t DeTable<'_>,
    mut visit: impl FnMut(&'t str, Range<usize>, &'t Value<'t>) -> Result<(), Found>,
) -> Result<(), Found> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter().try_for_each(|(key, value)| visit(key.get_ref(), key.span(), value))
}

/// What is needed to understand a file.
struct Reader<'t> {
    lines: Lines<'t>,
    /// The ids of all rules.
    known: &'t [&'t str],
}

impl Reader<'_> {
    fn of_file(
        &self,
        config: &mut Config,
        key: &str,
        place: Range<usize>,
        value: &Value,
    ) -> Result<(), Found> {
        match key {
            "exclude" => config.exclude = self.globs(key, value)?,
            "per-path" => {
                let DeValue::Table(paths) = value.get_ref() else {
                    return Err(wrong_type(key, "a table for each pattern", value));
                };
                entries(paths, |glob, place, value| {
                    config.per_path.push(self.per_path(glob, place, value)?);
                    Ok(())
                })?;
            }
            _ => self.setting(&mut config.general, &KEYS, key, place, value)?,
        }
        Ok(())
    }

    fn per_path(&self, glob: &str, place: Range<usize>, value: &Value) -> Result<PerPath, Found> {
        if glob.starts_with('!') {
            let problem = "it takes back, and nothing is before it".to_owned();
            return Err((place, Problem::Glob { glob: glob.to_owned(), problem }));
        }
        let at = self.at(place.start, glob.to_owned());
        let globs = Globs::new(vec![at]).map_err(|(_, problem)| (place, not_a_glob(glob, problem)))?;
        let DeValue::Table(table) = value.get_ref() else {
            return Err(wrong_type(glob, "a table of settings", value));
        };
        let mut settings = Settings::default();
        let keys: Vec<&str> = KEYS.into_iter().filter(|key| !OF_THE_FILE.contains(key)).collect();
        entries(table, |key, place, value| {
            if OF_THE_FILE.contains(&key) {
                return Err((place, Problem::OfTheFile { key: key.to_owned() }));
            }
            self.setting(&mut settings, &keys, key, place, value)
        })?;
        Ok(PerPath { globs, settings })
    }

    /// Takes what a key says; `keys` are those that can stand there.
    fn setting(
        &self,
        settings: &mut Settings,
        keys: &[&'static str],
        key: &str,
        place: Range<usize>,
        value: &Value,
    ) -> Result<(), Found> {
        let at = value.span();
        let start = place.start;
        match (key, value.get_ref()) {
            ("duplicates", DeValue::String(word)) => {
                let policy =
                    word.parse().map_err(|error: crate::options::UnknownPolicy| (at, error.into()))?;
                settings.duplicates = Some(self.at(start, policy));
            }
            ("threshold", DeValue::Float(_) | DeValue::Integer(_)) => {
                settings.threshold = Some(self.at(start, threshold(value)?));
            }
            ("suspect", DeValue::Boolean(on)) => settings.suspect = Some(self.at(start, *on)),
            ("protect", DeValue::Array(_)) => {
                settings.protect = Some(self.at(start, protect(key, value)?));
            }
            ("rules", DeValue::Table(rules)) => {
                return entries(rules, |id, place, value| self.switch(settings, id, place, value));
            }
            ("phrases", DeValue::Table(rules)) => {
                return entries(rules, |id, place, value| self.phrases(settings, id, place, value));
            }
            ("duplicates", _) => return Err(wrong_type(key, "a policy such as \"safe\"", value)),
            ("threshold", _) => return Err(wrong_type(key, "a number such as 0.90", value)),
            ("suspect", _) => return Err(wrong_type(key, "true or false", value)),
            ("protect", _) => return Err(wrong_type(key, "a list of patterns", value)),
            ("rules", _) => return Err(wrong_type(key, "a table of switches", value)),
            ("phrases", _) => return Err(wrong_type(key, "a table of phrases", value)),
            (rule, _) if self.known.contains(&rule) => {
                return Err((place, Problem::RuleOutsideRules { rule: rule.to_owned() }));
            }
            (duplicates::RULE, _) => return Err((place, Problem::Duplicates)),
            _ => {
                let (key, known) = (key.to_owned(), keys.to_vec());
                let suggestion = Suggestion::new(&key, known.iter().copied());
                return Err((place, Problem::UnknownKey { key, suggestion, known }));
            }
        }
        Ok(())
    }

    fn switch(&self, to: &mut Settings, id: &str, place: Range<usize>, value: &Value) -> Result<(), Found> {
        self.check_rule(id, &place)?;
        let DeValue::Boolean(on) = value.get_ref() else {
            return Err(wrong_type(id, "true or false", value));
        };
        to.rules.insert(id.to_owned(), self.at(place.start, *on));
        Ok(())
    }

    fn phrases(&self, to: &mut Settings, id: &str, place: Range<usize>, value: &Value) -> Result<(), Found> {
        self.check_rule(id, &place)?;
        if !rules::phrases::rules().contains(&id) {
            return Err((place, Problem::NoPhrases { rule: id.to_owned() }));
        }
        let phrase = |(span, text): (Range<usize>, &str)| {
            let refused = |problem| (span, Problem::Phrase { phrase: text.to_owned(), problem });
            text.parse::<Phrase>().map_err(refused)
        };
        let list =
            strings(id, "a list of phrases", value)?.into_iter().map(phrase).collect::<Result<_, _>>()?;
        to.phrases.insert(id.to_owned(), self.at(place.start, list));
        Ok(())
    }

    fn globs(&self, key: &str, value: &Value) -> Result<Globs, Found> {
        let given = strings(key, "a list of patterns for paths", value)?;
        let patterns = given.iter().map(|(span, text)| self.at(span.start, (*text).to_owned())).collect();
        Globs::new(patterns)
            .map_err(|(index, problem)| (given[index].0.clone(), not_a_glob(given[index].1, problem)))
    }

    /// Refuses an id that is not among the known ones.
    fn check_rule(&self, id: &str, place: &Range<usize>) -> Result<(), Found> {
        if self.known.contains(&id) {
            return Ok(());
        }
        if id == duplicates::RULE {
            return Err((place.clone(), Problem::Duplicates));
        }
        let suggestion = Suggestion::new(id, self.known.iter().copied());
        Err((place.clone(), Problem::UnknownRule { id: id.to_owned(), suggestion }))
    }

    fn at<T>(&self, byte: usize, value: T) -> At<T> {
        At { value, position: self.lines.position(byte) }
    }
}

fn threshold(value: &Value) -> Result<Threshold, Found> {
    let number = match value.get_ref() {
        DeValue::Float(number) => number.as_str(),
        DeValue::Integer(number) => number.as_str(),
        _ => "",
    };
    number.parse().map_err(|error: crate::options::ThresholdError| (value.span(), error.into()))
}

/// Patterns for what no rule touches. The first that is none is told.
fn protect(key: &str, value: &Value) -> Result<Protect, Found> {
    let given = strings(key, "a list of patterns", value)?;
    for (span, pattern) in &given {
        let one =
            Protect::new([pattern]).map_err(|error| (span.clone(), Problem::pattern(pattern, &error)))?;
        // nearly always it matches every line then, and no text is cleaned
        if one.matches("") {
            return Err((span.clone(), Problem::EmptyMatch { pattern: (*pattern).to_owned() }));
        }
    }
    let all = Protect::new(given.iter().map(|(_, pattern)| pattern));
    all.map_err(|error| (value.span(), Problem::pattern(key, &error)))
}

/// A list of strings, each with its place.
fn strings<'t>(
    key: &str,
    takes: &'static str,
    value: &'t Value<'t>,
) -> Result<Vec<(Range<usize>, &'t str)>, Found> {
    let DeValue::Array(list) = value.get_ref() else { return Err(wrong_type(key, takes, value)) };
    let string = |value: &'t Value<'t>| match value.get_ref() {
        DeValue::String(text) => Ok((value.span(), text.as_ref())),
        _ => Err(wrong_type(key, takes, value)),
    };
    list.iter().map(string).collect()
}

fn not_a_glob(glob: &str, problem: String) -> Problem {
    Problem::Glob { glob: glob.to_owned(), problem }
}

fn wrong_type(key: &str, takes: &'static str, value: &Value) -> Found {
    let found = match value.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    (value.span(), Problem::Type { key: key.to_owned(), takes, found })
}
