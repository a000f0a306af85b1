//! Front matter: where it ends, and what it says of the article.

use super::{About, Line, lines, marker};
use crate::edit::Span;

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

/// Title and description, where they stand on one line. Front matter that is harder to read says nothing.
pub(super) fn about(front: &str) -> About {
    let separator = if front.starts_with("+++") { '=' } else { ':' };
    let value = |wanted: &[&str]| {
        let mut pairs = front.lines().filter_map(|line| key_value(line, separator));
        let (_, value) = pairs.find(|(key, _)| wanted.contains(key))?;
        let value = unquoted(value);
        (!value.is_empty() && !matches!(value.as_str(), "|" | ">" | "|-" | ">-")).then_some(value)
    };
    About { title: value(&["title"]), description: value(&["description", "summary", "excerpt"]) }
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
