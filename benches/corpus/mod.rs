//! Scraped articles that nobody wrote: the same on every machine, with what extractors leave in at the rates at which
//! they leave it.
//!
//! Each bench takes it in with `#[path]`, and all of it is used by each.

mod artefacts;
mod articles;
mod cleaning;
pub(crate) mod prose;

pub(crate) use artefacts::LINES;
pub(crate) use articles::{Makes, article};
pub(crate) use cleaning::Cleaning;

use prose::Writer;

/// Another one makes other texts, with other ratios to what they are held against.
const SEED: u64 = 41;

/// Texts of about so many bytes together.
pub(crate) fn texts(bytes: usize) -> Vec<String> {
    let mut writer = Writer::new(SEED);
    let mut written = 0;
    let mut texts = Vec::new();
    while written < bytes {
        let text = article(&mut writer, Makes::of(texts.len()));
        written += text.len();
        texts.push(text);
    }
    texts
}

/// A text as a record of JSON Lines, as an extractor writes it.
pub(crate) fn record(number: usize, text: &str) -> String {
    let address = format!("https://example.org/articles/{number}");
    format!("{}\n", serde_json::json!({ "id": format!("{number:08}"), "url": address, "text": text }))
}
