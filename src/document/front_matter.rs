//! Front matter: where it ends, and what it says of the article.

use super::{About, Line, lines, marker};
use crate::edit::Span;
use std::str::Lines;

/// The last line of the front matter at the start of `text`.
///
/// A `---` at the top may as well be a thematic break: it counts only where a key follows and a second rule ends it.
pub(super) fn end(text: &str) -> Option<Line> {
    let mut lines = lines(text, Span::new(0, text.len()));
    let mark = marker::front_matter(lines.next()?.of(text))?;
    let separator = if mark == "---" { ':' } else { '=' };
    let mut lines = lines.skip_while(|line| line.is_blank(text));
    let first = lines.next()?.of(text);
    if !first.starts_with(['#', '[']) && key_value(first, separator).is_none() {
        return None;
    }
    lines.find(|line| {
        let line = line.of(text).trim_end();
        line == mark || (mark == "---" && line == "...")
    })
}

/// The key and value of `key: value`.
fn key_value(line: &str, separator: char) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(separator)?;
    let key = key.trim_end();
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.' | '"' | '\'' | ' ');
    (!key.is_empty() && key.chars().all(is_name)).then_some((key, value.trim()))
}

/// Title, description and authors, where they are easy to read. Front matter that is harder to read says nothing.
pub(super) fn about(front: &str) -> About {
    let separator = if front.starts_with("+++") { '=' } else { ':' };
    let text = |key: &&str| value(front, key, separator).and_then(|(value, _)| scalar(value));
    let names = |key: &&str| value(front, key, separator).and_then(|(value, below)| names(value, below));
    About {
        title: About::TITLE_KEYS.iter().find_map(text),
        description: About::DESCRIPTION_KEYS.iter().find_map(text),
        authors: About::AUTHOR_KEYS.iter().find_map(names).unwrap_or_default(),
    }
}

/// The value of `key` on its line, and the lines below.
fn value<'a>(front: &'a str, key: &str, separator: char) -> Option<(&'a str, Lines<'a>)> {
    let mut lines = front.lines();
    let of_line = |line: &'a str| line.strip_prefix(key)?.trim_start().strip_prefix(separator);
    let value = lines.find_map(of_line)?;
    Some((value.trim(), lines))
}

/// A value that is all on its line.
fn scalar(value: &str) -> Option<String> {
    let value = unquoted(value);
    (!value.trim().is_empty() && !matches!(value.as_str(), "|" | ">" | "|-" | ">-")).then_some(value)
}

/// One name, `[a, b]`, or `- a` and `- name: a` on the lines below.
fn names(value: &str, below: Lines) -> Option<Vec<String>> {
    let names: Vec<String> = if value.is_empty() {
        let items = below.map_while(|line| line.trim_start().strip_prefix("- "));
        items.filter_map(item).take(About::MOST_AUTHORS).collect()
    } else if let Some(list) = value.strip_prefix('[') {
        parts(list.strip_suffix(']')?).filter_map(name).take(About::MOST_AUTHORS).collect()
    } else {
        name(value).into_iter().collect()
    };
    (!names.is_empty()).then_some(names)
}

/// The name that an item of a list is, or gives as the first thing that it says.
fn item(item: &str) -> Option<String> {
    match key_value(item, ':') {
        Some(("name", value)) => name(value),
        Some(_) => None,
        None => name(item),
    }
}

fn name(value: &str) -> Option<String> {
    // a list or a table of its own
    if value.trim_start().starts_with(['[', '{']) { None } else { scalar(value.trim()) }
}

/// What stands between the commas of a list. Those in quotes do not count, and a quote only begins a part: `O'Brien`.
fn parts(list: &str) -> impl Iterator<Item = &str> {
    let mut quote = None;
    let mut is_begun = false;
    list.split(move |char: char| {
        let ends = char == ',' && quote.is_none();
        match quote {
            Some(mark) if mark == char => quote = None,
            None if !is_begun && matches!(char, '"' | '\'') => quote = Some(char),
            _ => {}
        }
        is_begun = !ends && (is_begun || !char.is_whitespace());
        ends
    })
}

/// A scalar without its quotes; `''` and `\"` inside become plain.
fn unquoted(value: &str) -> String {
    let inside = |quote: char| value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    match (inside('"'), inside('\'')) {
        (Some(text), _) => text.replace("\\\"", "\"").replace("\\\\", "\\"),
        (_, Some(text)) => text.replace("''", "'"),
        _ => value.to_owned(),
    }
}
