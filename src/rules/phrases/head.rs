//! The first characters of a line, by which phrases are found.

use super::part::{Part, networks};

/// So many characters at least are a head, however many ways there are to begin. Phrases with a head that is shorter are
/// looked at first.
pub(super) const SHORTEST: usize = 4;

/// The first characters that all lines of some kind have, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Head {
    chars: Vec<char>,
    /// Whether the characters after these may be any.
    is_full: bool,
}

impl Head {
    /// The head with more characters, `length` in all.
    fn with(mut self, more: &[char], length: usize) -> Self {
        if !self.is_full {
            self.chars.extend(more.iter().take(length - self.chars.len()));
            self.is_full = self.chars.len() == length;
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

/// How all lines begin that match `parts`, in `length` characters. Of those that can begin in more ways than `most`, no more
/// of each is a head than makes them so many.
pub(super) fn heads(parts: &[Part], length: usize, most: usize) -> Vec<Head> {
    go_on(parts, vec![Head::default()], length, most)
}

/// Whether each line that matches `parts` has a certain first character.
pub(super) fn have_start(parts: &[Part]) -> bool {
    heads(parts, 1, 1).iter().all(|head| !head.chars.is_empty())
}

fn go_on(parts: &[Part], mut heads: Vec<Head>, length: usize, most: usize) -> Vec<Head> {
    for part in parts {
        if heads.iter().all(|head| head.is_full) {
            break;
        }
        heads = part.go_on(heads, length, most);
        heads.sort_unstable();
        heads.dedup();
        if heads.len() > most {
            for head in &mut heads {
                head.is_full |= head.chars.len() >= SHORTEST;
            }
        }
    }
    heads
}

impl Part {
    /// Adds to each of `heads` that is not full what a match of this part can go on with.
    fn go_on(&self, heads: Vec<Head>, length: usize, most: usize) -> Vec<Head> {
        match self {
            Self::Text { folded, .. } => heads.into_iter().map(|head| head.with(folded, length)).collect(),
            Self::Network => {
                let with_each =
                    |head: Head| networks().iter().map(move |name| head.clone().with(name, length));
                heads.into_iter().flat_map(with_each).collect()
            }
            Self::Choice { of, optional } => {
                let mut all: Vec<Head> =
                    of.iter().flat_map(|parts| go_on(parts, heads.clone(), length, most)).collect();
                if *optional {
                    all.extend(heads);
                }
                all
            }
            Self::Few | Self::Rest => heads.into_iter().map(Head::closed).collect(),
        }
    }
}
