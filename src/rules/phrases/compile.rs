//! From the files of phrases to a table of constants. A part of the build script, not of the program.

use super::Phrase;
use super::file::{self, Line};
use super::grow::{Growing, u32_of};
use super::head::{Head, SHORTEST};
use super::heads;
use super::languages::LANGUAGES;
use super::lines::{End, Found, NETWORKS};
use super::openings::Openings;
use super::part::networks;
use super::sieve::Sieve;
use super::spread;
use super::trie::Trie;
use std::collections::{BTreeMap, BTreeSet};

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
         {}",
        lines(&lists),
    )
}

/// What ends at a node, and of which phrases.
#[derive(Default, PartialEq, Eq, Hash)]
struct Told {
    end: End,
    phrases: BTreeSet<Found>,
}

/// The list whose phrases are looked for in a line from each of its words on.
const IN_ROWS: &str = "navigation";

fn lines(lists: &BTreeMap<&str, Vec<Phrase>>) -> String {
    let (mut growing, mut sieve, mut listed): (Growing<Told>, Sieve, Vec<bool>) = Default::default();
    assert!(lists.contains_key(IN_ROWS), "no list of {IN_ROWS}");
    let mut openings = Openings::of(lists.keys().take_while(|rule| **rule != IN_ROWS).count());
    for (list, phrases) in lists.values().enumerate() {
        for phrase in phrases {
            let (number, heads) = (u32_of(listed.len()), phrase.heads(heads::LENGTH, heads::MOST));
            let found = |line: &[char]| (length(&heads, line), number);
            let lines = spread::lines(phrase);
            listed.push(lines.is_some());
            if let Some(lines) = lines {
                for line in lines {
                    let told = growing.end(&line);
                    told.end.whole |= 1 << list;
                    told.phrases.insert(found(&line));
                    sieve.add_line(&line);
                    openings.add(list, &line);
                }
            } else {
                for head in spread::heads(phrase) {
                    let told = growing.end(head.chars());
                    told.end.begun |= 1 << list;
                    told.phrases.insert(found(head.chars()));
                    sieve.add_head(head.chars());
                    openings.add(list, head.chars());
                }
            }
        }
    }
    for name in networks() {
        growing.end(name).end.whole |= NETWORKS;
        sieve.add_line(name);
        openings.add(openings.list, name);
    }
    let (trie, told) = growing.finish();
    let (mut ends, mut first, mut phrases) = (Vec::new(), vec![0], Vec::new());
    for told in told {
        ends.push(told.end);
        phrases.extend(told.phrases);
        first.push(u32_of(phrases.len()));
    }
    let Sieve { long, middle, short } = sieve;
    let Openings { list, bits } = openings;
    format!(
        "pub(super) static LISTED: &[bool] = &{listed:?};\n\
         pub(super) static LINES: Lines = Lines {{\n\
         trie: {},\n\
         ends: Cow::Borrowed(&{ends:?}),\n\
         first: Cow::Borrowed(&{first:?}),\n\
         phrases: Cow::Borrowed(&{phrases:?}),\n\
         sieve: Sieve {{\n\
         long: Cow::Borrowed(&{long:?}),\n\
         middle: Cow::Borrowed(&{middle:?}),\n\
         short: Cow::Borrowed(&{short:?}),\n\
         }},\n\
         openings: Openings {{ list: {list}, bits: Cow::Borrowed(&{bits:?}) }},\n\
         }};\n",
        source(&trie)
    )
}

/// How many characters of a line tell that it may be a phrase with these `heads`, as [`Heads`](heads::Heads) count them.
fn length(heads: &[Head], line: &[char]) -> u32 {
    let lengths = heads.iter().map(Head::chars).filter(|head| line.starts_with(head)).map(<[char]>::len);
    u32_of(lengths.min().unwrap_or(SHORTEST).min(SHORTEST))
}

fn source(trie: &Trie) -> String {
    let Trie { third, root, steps } = trie;
    format!(
        "Trie {{\n\
         third: Cow::Borrowed(&{third:?}),\n\
         root: {root:?},\n\
         steps: Cow::Borrowed(&{steps:?}),\n\
         }}"
    )
}
