//! From the files of phrases to a table of constants. A part of the build script, not of the program.

use super::Phrase;
use super::file::{self, Line};
use super::grow::{Growing, u32_of};
use super::languages::LANGUAGES;
use super::part::networks;
use super::trie::{NETWORKS, Trie};
use std::collections::BTreeMap;

/// The source of the constants of `table.rs`.
pub fn table() -> String {
    let mut lists: BTreeMap<&str, Vec<Phrase>> = BTreeMap::new();
    for (rule, line) in LANGUAGES.iter().flat_map(|(_, file)| file::lines(file)) {
        // the tests read every line: none is left out
        if let Line::Phrase(line) = line
            && let Ok(phrase) = line.parse()
        {
            lists.entry(rule).or_default().push(phrase);
        }
    }
    let (mut growing, mut first) = (Growing::default(), vec![0]);
    let (mut written, mut places) = (String::new(), vec![0]);
    for (list, phrases) in lists.values().enumerate() {
        for phrase in phrases {
            let index = u32_of(places.len() - 1);
            for head in phrase.heads() {
                growing.add(head.chars(), 1 << list, Some(index));
            }
            written.push_str(phrase.written());
            places.push(u32_of(written.len()));
        }
        first.push(u32_of(places.len() - 1));
    }
    for name in networks() {
        growing.add(name, NETWORKS, None);
    }
    let Trie { root, ends, phrases, ways, steps } = growing.finish();
    let rules: Vec<&&str> = lists.keys().collect();
    let count = places.len() - 1;
    // what `Debug` shows of numbers, texts and these structs is Rust
    format!(
        "pub(super) const COUNT: usize = {count};\n\
         pub(super) static RULES: &[&str] = &{rules:?};\n\
         pub(super) static FIRST: &[u32] = &{first:?};\n\
         pub(super) static WRITTEN: &str = {written:?};\n\
         pub(super) static PLACES: &[u32] = &{places:?};\n\
         pub(super) static TRIE: Trie = Trie {{\n\
         root: {root},\n\
         ends: Cow::Borrowed(&{ends:?}),\n\
         phrases: Cow::Borrowed(&{phrases:?}),\n\
         ways: Cow::Borrowed(&{ways:?}),\n\
         steps: Cow::Borrowed(&{steps:?}),\n\
         }};\n"
    )
}
