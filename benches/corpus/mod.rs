//! Scraped articles that nobody wrote: the same on every machine, with what extractors leave in at the rates at which
//! they leave it.
//!
//! The benches take it in with `#[path]`.

#![allow(dead_code, reason = "each takes what it needs")]

mod artefacts;
mod articles;
pub(crate) mod cleaning;
mod near_misses;
mod prose;

use articles::Makes;
use prose::Writer;

/// Another one makes other texts, with other ratios to what they are held against.
const SEED: u64 = 41;

/// Articles of about so many bytes together.
pub(crate) fn texts(bytes: usize) -> Vec<String> {
    written(bytes, |writer, number| articles::article(writer, Makes::of(number)))
}

/// The same of texts that are hard on regular expressions.
pub(crate) fn near_misses(bytes: usize) -> Vec<String> {
    written(bytes, |writer, _| near_misses::text(writer))
}

fn written(bytes: usize, write: impl Fn(&mut Writer, usize) -> String) -> Vec<String> {
    let mut writer = Writer::new(SEED);
    let mut length = 0;
    let mut texts = Vec::new();
    while length < bytes {
        let text = write(&mut writer, texts.len());
        length += text.len();
        texts.push(text);
    }
    texts
}

/// A text as a record of JSON Lines, as an extractor writes it.
pub(crate) fn record(number: usize, text: &str) -> String {
    let address = format!("https://example.org/articles/{number}");
    format!("{}\n", serde_json::json!({ "id": format!("{number:08}"), "url": address, "text": text }))
}
