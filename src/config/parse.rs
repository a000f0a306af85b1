//! From TOML to a [`Config`], with a place for each thing that is not understood.

use super::{Config, Problem};
use crate::options::{Policy, Threshold};
use crate::output::{Lines, Position};
use crate::rules;
use crate::rules::phrases::Phrase;
use crate::suggest::Suggestion;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of a file.
pub(super) const KEYS: [&str; 5] = ["duplicates", "threshold", "suspect", "rules", "phrases"];

/// A problem and the bytes it concerns.
type Found = (Range<usize>, Problem);

/// Understands `text`, or says where the first thing is that it does not.
pub(super) fn parse(text: &str, known: &[&str]) -> Result<Config, (Position, Problem)> {
    let mut config = Config::default();
    table(text)
        .and_then(|table| entries(&table, |key, place, value| set(&mut config, key, place, value, known)))
        .map_err(|(bytes, problem)| (Lines::new(text).position(bytes.start), problem))?;
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
    mut visit: impl FnMut(&'t str, Range<usize>, &'t Spanned<DeValue<'t>>) -> Result<(), Found>,
) -> Result<(), Found> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter().try_for_each(|(key, value)| visit(key.get_ref(), key.span(), value))
}

fn set(
    config: &mut Config,
    key: &str,
    place: Range<usize>,
    value: &Spanned<DeValue<'_>>,
    known: &[&str],
) -> Result<(), Found> {
    let at = value.span();
    let threshold = |number: &str| number.parse::<Threshold>().map_err(|error| (at.clone(), error.into()));
    match (key, value.get_ref()) {
        ("duplicates", DeValue::String(word)) => {
            config.duplicates = Some(word.parse::<Policy>().map_err(|error| (at, error.into()))?);
        }
        ("threshold", DeValue::Float(number)) => config.threshold = Some(threshold(number.as_str())?),
        ("threshold", DeValue::Integer(number)) => config.threshold = Some(threshold(number.as_str())?),
        ("suspect", DeValue::Boolean(on)) => config.suspect = Some(*on),
        ("rules", DeValue::Table(rules)) => {
            return entries(rules, |id, place, value| switch(config, id, place, value, known));
        }
        ("phrases", DeValue::Table(rules)) => {
            return entries(rules, |id, place, value| phrases(config, id, place, value, known));
        }
        ("duplicates", other) => return Err((at, wrong_type(key, "a policy such as \"safe\"", other))),
        ("threshold", other) => return Err((at, wrong_type(key, "a number such as 0.90", other))),
        ("suspect", other) => return Err((at, wrong_type(key, "true or false", other))),
        ("rules", other) => return Err((at, wrong_type(key, "a table of switches", other))),
        ("phrases", other) => return Err((at, wrong_type(key, "a table of phrases", other))),
        (rule, _) if known.contains(&rule) => {
            return Err((place, Problem::RuleOutsideRules { rule: rule.to_owned() }));
        }
        _ => {
            let suggestion = Suggestion::new(key, KEYS);
            return Err((place, Problem::UnknownKey { key: key.to_owned(), suggestion }));
        }
    }
    Ok(())
}

/// Refuses an id that is not among the known ones.
fn check_rule(id: &str, place: &Range<usize>, known: &[&str]) -> Result<(), Found> {
    if known.contains(&id) {
        return Ok(());
    }
    let suggestion = Suggestion::new(id, known.iter().copied());
    Err((place.clone(), Problem::UnknownRule { id: id.to_owned(), suggestion }))
}

fn phrases(
    config: &mut Config,
    id: &str,
    place: Range<usize>,
    value: &Spanned<DeValue<'_>>,
    known: &[&str],
) -> Result<(), Found> {
    check_rule(id, &place, known)?;
    if !rules::phrases::rules().contains(&id) {
        return Err((place, Problem::NoPhrases { rule: id.to_owned() }));
    }
    let takes = "a list of phrases";
    let DeValue::Array(list) = value.get_ref() else {
        return Err((value.span(), wrong_type(id, takes, value.get_ref())));
    };
    let phrase = |value: &Spanned<DeValue<'_>>| {
        let DeValue::String(text) = value.get_ref() else {
            return Err((value.span(), wrong_type(id, takes, value.get_ref())));
        };
        let refused = |problem| (value.span(), Problem::Phrase { phrase: text.to_string(), problem });
        text.parse::<Phrase>().map_err(refused)
    };
    let list = list.iter().map(phrase).collect::<Result<_, _>>()?;
    config.phrases.insert(id.to_owned(), list);
    Ok(())
}

fn switch(
    config: &mut Config,
    id: &str,
    place: Range<usize>,
    value: &Spanned<DeValue<'_>>,
    known: &[&str],
) -> Result<(), Found> {
    check_rule(id, &place, known)?;
    let DeValue::Boolean(on) = value.get_ref() else {
        return Err((value.span(), wrong_type(id, "true or false", value.get_ref())));
    };
    config.rules.insert(id.to_owned(), *on);
    Ok(())
}

fn wrong_type(key: &str, takes: &'static str, found: &DeValue<'_>) -> Problem {
    let found = match found {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Problem::Type { key: key.to_owned(), takes, found }
}
