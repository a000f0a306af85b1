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
pub(super) const FEW: usize = 60;

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
pub(super) fn networks_before(line: &[char]) -> impl Iterator<Item = &'static [char]> {
    let first = line.first();
    let from = NETWORKS.partition_point(|name| name.first() < first);
    let same_letter = NETWORKS[from..].iter().take_while(move |name| name.first() == first);
    same_letter.map(Vec::as_slice).filter(|name| line.starts_with(name))
}

/// Puts, for the places in `places` from `from` on at which a match of all `parts` may begin, those at which one can end.
/// Sets of places, not one after the other: so the time does not grow with the number of ways in which a phrase can be
/// read. The sets of parts in parts stand one behind the other, so that only one takes room of its own.
pub(super) fn ends(parts: &[Part], line: &[char], places: &mut Vec<usize>, from: usize) {
    for part in parts {
        if places.len() == from {
            break;
        }
        part.ends(line, places, from);
    }
}

impl Part {
    pub(super) fn text(written: &str) -> Self {
        Self::Text { written: written.to_owned(), folded: fold(written) }
    }

    fn ends(&self, line: &[char], places: &mut Vec<usize>, from: usize) {
        let starts = from..places.len();
        match self {
            Self::Text { folded, .. } => {
                // in order and apart as they were
                replace(places, from, |start| begins(&line[start..], folded).then_some(start + folded.len()));
                return;
            }
            Self::Network => {
                for start in starts.clone() {
                    let start = places[start];
                    places.extend(networks_before(&line[start..]).map(|name| start + name.len()));
                }
            }
            Self::Choice { of, .. } => {
                for parts in of {
                    if starts.clone().any(|start| may_begin(parts, &line[places[start]..])) {
                        let own = places.len();
                        places.extend_from_within(starts.clone());
                        ends(parts, line, places, own);
                    }
                }
            }
            Self::Few => {
                for start in starts.clone() {
                    let start = places[start];
                    places.extend(start..=start + few(&line[start..]));
                }
            }
            Self::Rest => places.push(line.len()),
        }
        if !matches!(self, Self::Choice { optional: true, .. }) {
            places.drain(starts);
        }
        // as they mostly are
        if places[from..].is_sorted_by(|one, next| one < next) {
            return;
        }
        places[from..].sort_unstable();
        let mut last = None;
        replace(places, from, |place| (last.replace(place) != Some(place)).then_some(place));
    }
}

/// Puts for each of the places from `from` on what `with` says, if anything.
fn replace(places: &mut Vec<usize>, from: usize, mut with: impl FnMut(usize) -> Option<usize>) {
    let mut end = from;
    for at in from..places.len() {
        if let Some(place) = with(places[at]) {
            places[end] = place;
            end += 1;
        }
    }
    places.truncate(end);
}

/// Whether the first of `parts` does not speak against a match that begins with `line`: a quick look.
pub(super) fn may_begin(parts: &[Part], line: &[char]) -> bool {
    match parts.first() {
        Some(Part::Text { folded, .. }) => begins(line, folded),
        Some(Part::Network) => networks_before(line).next().is_some(),
        _ => true,
    }
}

/// Whether `line` begins with `text`: most have another first letter.
fn begins(line: &[char], text: &[char]) -> bool {
    text.first().is_none_or(|first| line.first() == Some(first)) && line.starts_with(text)
}

/// How many characters at the start of `line` may be a few words of one sentence.
pub(super) fn few(line: &[char]) -> usize {
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

/// How many characters the longest match has.
pub(super) fn longest(parts: &[Part]) -> usize {
    let of = |part: &Part| match part {
        Part::Text { folded, .. } => folded.len(),
        Part::Network => NETWORKS.iter().map(Vec::len).max().unwrap_or(0),
        Part::Choice { of, .. } => of.iter().map(|parts| longest(parts)).max().unwrap_or(0),
        Part::Few => FEW,
        Part::Rest => usize::MAX,
    };
    parts.iter().map(of).fold(0, usize::saturating_add)
}

/// The characters of a line, folded: a bit for each, which some share.
pub(super) fn chars_of(line: &[char]) -> u64 {
    line.iter().fold(0, |chars, char| chars | 1 << (u32::from(*char) % u64::BITS))
}

/// Those that each match has.
pub(super) fn needed(parts: &[Part]) -> u64 {
    let of = |part: &Part| match part {
        Part::Text { folded, .. } => chars_of(folded),
        Part::Choice { of, optional: false } => of.iter().fold(u64::MAX, |all, parts| all & needed(parts)),
        Part::Choice { .. } | Part::Network | Part::Few | Part::Rest => 0,
    };
    parts.iter().fold(0, |needed, part| needed | of(part))
}

/// Whether each match holds a word of some length: a phrase without one would match what is no phrase.
pub(super) fn has_word(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Text { written, .. } => Width::of(written.trim()) >= SHORTEST_WORD,
        Part::Choice { of, optional } => !optional && of.iter().all(|parts| has_word(parts)),
        Part::Network | Part::Few | Part::Rest => false,
    })
}
