//! The first characters of a line, by which phrases are found.

use super::part::{Part, networks};

/// Of a phrase that can begin in more ways than this, no more of each is a head than makes them so many,
const MOST: usize = 16;
/// but so many characters at least. Phrases with a head that is shorter are looked at first.
pub(super) const SHORTEST: usize = 4;

/// The first characters that all lines of some kind have, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Head {
    chars: Vec<char>,
    /// Whether the characters after these may be any.
    is_full: bool,
}

impl Head {
    /// The head with more characters, `most` in all.
    fn with(mut self, more: &[char], most: usize) -> Self {
        if !self.is_full {
            self.chars.extend(more.iter().take(most - self.chars.len()));
            self.is_full = self.chars.len() == most;
        }
        self
    }

    /// The head after which any characters may come.
    fn closed(self) -> Self {
        Self { is_full: true, ..self }
    }

    /// Drops a mark at its end that would be a part of a number if a digit followed.
    pub(super) fn drop_mark_of_number(&mut self) {
        if let [.., '0', '.' | ',' | '\''] = self.chars[..] {
            self.chars.pop();
        }
    }

    /// Its characters.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }
}

/// How all lines begin that match `parts`, in `most` characters.
pub(super) fn heads(parts: &[Part], most: usize) -> Vec<Head> {
    go_on(parts, vec![Head::default()], most)
}

/// Whether each line that matches `parts` has a certain first character.
pub(super) fn have_start(parts: &[Part]) -> bool {
    heads(parts, 1).iter().all(|head| !head.chars.is_empty())
}

fn go_on(parts: &[Part], mut heads: Vec<Head>, most: usize) -> Vec<Head> {
    for part in parts {
        if heads.iter().all(|head| head.is_full) {
            break;
        }
        heads = part.go_on(heads, most);
        heads.sort_unstable();
        heads.dedup();
        if heads.len() > MOST {
            for head in &mut heads {
                head.is_full |= head.chars.len() >= SHORTEST;
            }
        }
    }
    heads
}

impl Part {
    /// Adds to each of `heads` that is not full what a match of this part can go on with.
    fn go_on(&self, heads: Vec<Head>, most: usize) -> Vec<Head> {
        match self {
            Self::Text { folded, .. } => heads.into_iter().map(|head| head.with(folded, most)).collect(),
            Self::Network => {
                let with_each = |head: Head| networks().iter().map(move |name| head.clone().with(name, most));
                heads.into_iter().flat_map(with_each).collect()
            }
            Self::Choice { of, optional } => {
                let mut all: Vec<Head> =
                    of.iter().flat_map(|parts| go_on(parts, heads.clone(), most)).collect();
                if *optional {
                    all.extend(heads);
                }
                all
            }
            Self::Few | Self::Rest => heads.into_iter().map(Head::closed).collect(),
        }
    }
}
