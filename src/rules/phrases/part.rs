//! What a phrase is made of, and which lines it matches.

use super::fold::fold;
use crate::document::Width;
use std::sync::LazyLock;

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// These words.
    Text {
        /// As the list has them.
        written: String,
        /// As they are compared.
        folded: Vec<char>,
    },
    /// One of these, or none of them if it is optional.
    Choice { of: Vec<Vec<Part>>, optional: bool },
    /// The name of a social network.
    Network,
    /// A few words of any kind, within a sentence.
    Few,
    /// All that is left of the line.
    Rest,
}

/// Shorter words may be anything.
const SHORTEST_WORD: Width = Width(3);

/// So many characters, blanks not counted, are a few words.
const FEW: usize = 60;

/// The longest name of a network, in bytes.
const LONGEST_NETWORK: usize = 24;

/// The names of social networks, as buttons have them, folded and in order.
static NETWORKS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let mut names: Vec<Vec<char>> = include_str!("networks.txt").lines().map(fold).collect();
    names.sort_unstable();
    names
});

/// Whether a line is the name of a social network.
pub(super) fn is_network(line: &str) -> bool {
    line.len() <= LONGEST_NETWORK && NETWORKS.contains(&fold(line))
}

/// The names of social networks, folded.
pub(super) fn networks() -> &'static [Vec<char>] {
    &NETWORKS
}

/// The names of networks with which `line` begins.
fn networks_before(line: &[char]) -> impl Iterator<Item = &'static [char]> {
    let first = line.first();
    let from = NETWORKS.partition_point(|name| name.first() < first);
    let same_letter = NETWORKS[from..].iter().take_while(move |name| name.first() == first);
    same_letter.map(Vec::as_slice).filter(|name| line.starts_with(name))
}

/// The places at which a match of all `parts` can end that begins at one of `starts`. Sets of places, not one after the
/// other: so the time does not grow with the number of ways in which a phrase can be read.
pub(super) fn ends(parts: &[Part], line: &[char], starts: Vec<usize>) -> Vec<usize> {
    parts.iter().fold(starts, |starts, part| if starts.is_empty() { starts } else { part.ends(line, starts) })
}

impl Part {
    pub(super) fn text(written: &str) -> Self {
        Self::Text { written: written.to_owned(), folded: fold(written) }
    }

    fn ends(&self, line: &[char], mut starts: Vec<usize>) -> Vec<usize> {
        let mut ends = match self {
            Self::Text { folded, .. } => {
                // in order and apart as they were
                starts.retain(|start| begins(&line[*start..], folded));
                for start in &mut starts {
                    *start += folded.len();
                }
                return starts;
            }
            Self::Network => {
                let after =
                    |start: usize| networks_before(&line[start..]).map(move |name| start + name.len());
                starts.into_iter().flat_map(after).collect()
            }
            Self::Choice { of, optional } => {
                let mut found = Vec::new();
                for parts in of {
                    // most are a word
                    if let [Self::Text { folded, .. }] = &parts[..] {
                        found.extend(after(folded, line, &starts));
                    } else if starts.iter().any(|start| may_begin(parts, &line[*start..])) {
                        found.append(&mut ends(parts, line, starts.clone()));
                    }
                }
                if *optional {
                    found.append(&mut starts);
                }
                found
            }
            Self::Few => starts.iter().flat_map(|&start| start..=start + few(&line[start..])).collect(),
            Self::Rest => vec![line.len()],
        };
        ends.sort_unstable();
        ends.dedup();
        ends
    }
}

/// Whether the first of `parts` does not speak against a match that begins with `line`: a quick look.
pub(super) fn may_begin(parts: &[Part], line: &[char]) -> bool {
    match parts.first() {
        Some(Part::Text { folded, .. }) => begins(line, folded),
        Some(Part::Network) => networks_before(line).next().is_some(),
        _ => true,
    }
}

fn after<'a>(text: &'a [char], line: &'a [char], starts: &'a [usize]) -> impl Iterator<Item = usize> + 'a {
    starts.iter().filter(move |start| begins(&line[**start..], text)).map(move |start| start + text.len())
}

/// Whether `line` begins with `text`: most have another first letter.
fn begins(line: &[char], text: &[char]) -> bool {
    text.first().is_none_or(|first| line.first() == Some(first)) && line.starts_with(text)
}

/// How many characters at the start of `line` may be a few words of one sentence.
fn few(line: &[char]) -> usize {
    line.iter()
        .take(FEW)
        .take_while(|char| !matches!(char, '.' | '!' | '?' | '؟' | '۔' | '।' | ':' | ';'))
        .count()
}

/// How many characters the shortest match has.
pub(super) fn shortest(parts: &[Part]) -> usize {
    let of = |part: &Part| match part {
        Part::Text { folded, .. } => folded.len(),
        Part::Network => NETWORKS.iter().map(Vec::len).min().unwrap_or(0),
        Part::Choice { of, optional: false } => of.iter().map(|parts| shortest(parts)).min().unwrap_or(0),
        Part::Choice { .. } | Part::Few | Part::Rest => 0,
    };
    parts.iter().map(of).sum()
}

/// Whether each match holds a word of some length: a phrase without one would match what is no phrase.
pub(super) fn has_word(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Text { written, .. } => Width::of(written.trim()) >= SHORTEST_WORD,
        Part::Choice { of, optional } => !optional && of.iter().all(|parts| has_word(parts)),
        Part::Network | Part::Few | Part::Rest => false,
    })
}
