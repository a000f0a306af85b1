//! From the files of phrases to a table of constants. A part of the build script, not of the program.

use super::Phrase;
use super::file::{self, Line};
use super::grow::{Growing, u32_of};
use super::heads::Heads;
use super::languages::LANGUAGES;
use super::lines::{End, NETWORKS};
use super::part::networks;
use super::sieve::Sieve;
use super::spread;
use super::trie::Trie;
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
    let mut first = vec![0];
    let (mut written, mut places) = (String::new(), vec![0]);
    for phrases in lists.values() {
        for phrase in phrases {
            written.push_str(phrase.written());
            places.push(u32_of(written.len()));
        }
        first.push(u32_of(places.len() - 1));
    }
    let rules: Vec<&&str> = lists.keys().collect();
    let count = places.len() - 1;
    // what `Debug` shows of numbers, texts and these structs is Rust
    format!(
        "pub(super) const COUNT: usize = {count};\n\
         pub(super) static RULES: &[&str] = &{rules:?};\n\
         pub(super) static FIRST: &[u32] = &{first:?};\n\
         pub(super) static WRITTEN: &str = {written:?};\n\
         pub(super) static PLACES: &[u32] = &{places:?};\n\
         {}{}",
        heads(lists.values().flatten()),
        lines(lists.values().map(Vec::as_slice)),
    )
}

fn heads<'p>(phrases: impl Iterator<Item = &'p Phrase>) -> String {
    let Heads { trie, ends, phrases } = Heads::of(phrases);
    format!(
        "pub(super) static HEADS: Heads = Heads {{\n\
         trie: {},\n\
         ends: Cow::Borrowed(&{ends:?}),\n\
         phrases: Cow::Borrowed(&{phrases:?}),\n\
         }};\n",
        source(&trie)
    )
}

fn lines<'p>(lists: impl Iterator<Item = &'p [Phrase]>) -> String {
    let (mut growing, mut sieve): (Growing<End>, Sieve) = Default::default();
    for (list, phrases) in lists.enumerate() {
        for phrase in phrases {
            if let Some(lines) = spread::lines(phrase) {
                for line in lines {
                    growing.end(&line).whole |= 1 << list;
                    sieve.add_line(&line);
                }
            } else {
                for head in phrase.heads(spread::BEGUN) {
                    growing.end(head.chars()).begun |= 1 << list;
                    sieve.add_head(head.chars());
                }
            }
        }
    }
    for name in networks() {
        growing.end(name).whole |= NETWORKS;
        sieve.add_line(name);
    }
    let (trie, ends) = growing.finish();
    let Sieve { long, middle, short } = sieve;
    format!(
        "pub(super) static LINES: Lines = Lines {{\n\
         trie: {},\n\
         ends: Cow::Borrowed(&{ends:?}),\n\
         sieve: Sieve {{\n\
         long: Cow::Borrowed(&{long:?}),\n\
         middle: Cow::Borrowed(&{middle:?}),\n\
         short: Cow::Borrowed(&{short:?}),\n\
         }},\n\
         }};\n",
        source(&trie)
    )
}

fn source(trie: &Trie) -> String {
    let Trie { third, root, ways, steps } = trie;
    format!(
        "Trie {{\n\
         third: Cow::Borrowed(&{third:?}),\n\
         root: {root},\n\
         ways: Cow::Borrowed(&{ways:?}),\n\
         steps: Cow::Borrowed(&{steps:?}),\n\
         }}"
    )
}
