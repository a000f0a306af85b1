//! From a phrase to the lines that match it. A part of the build script, not of the program.

use super::Phrase;
use super::head::Head;
use super::part::{Part, networks};

/// A phrase that matches more lines than this is not listed line by line: most match ten.
const MOST: usize = 300;
/// Of others so many characters tell them from most lines,
const BEGUN: usize = 12;
/// of each of many: a phrase may begin with the name of any network, and a line that is such a name is no phrase yet.
const MOST_BEGUN: usize = 1000;

/// All lines that match a phrase, folded, but for marks behind them; if they are not too many.
pub(super) fn lines(phrase: &Phrase) -> Option<Vec<Vec<char>>> {
    let are_few = phrase.tail().is_none() && count(&phrase.parts).is_some_and(|count| count <= MOST);
    are_few.then(|| spread(&phrase.parts, vec![Vec::new()]))
}

/// How the lines begin that match any other phrase.
pub(super) fn heads(phrase: &Phrase) -> Vec<Head> {
    phrase.heads(BEGUN, MOST_BEGUN)
}

/// The lines, each with all ways in which it may go on.
fn spread(parts: &[Part], lines: Vec<Vec<char>>) -> Vec<Vec<char>> {
    parts.iter().fold(lines, |lines, part| match part {
        Part::Text { folded, .. } => with_each(&lines, std::slice::from_ref(folded)),
        Part::Network => with_each(&lines, networks()),
        Part::Choice { of, optional } => {
            let chosen = of.iter().flat_map(|parts| spread(parts, lines.clone()));
            chosen.chain(if *optional { lines.clone() } else { Vec::new() }).collect()
        }
        // those that match this are not counted, and not spread
        Part::Few | Part::Rest => lines,
    })
}

fn with_each(lines: &[Vec<char>], ends: &[Vec<char>]) -> Vec<Vec<char>> {
    lines.iter().flat_map(|line| ends.iter().map(|end| [&line[..], end].concat())).collect()
}

/// How many ways there are to match `parts`, if they can be counted.
fn count(parts: &[Part]) -> Option<usize> {
    let of = |part: &Part| match part {
        Part::Text { .. } => Some(1),
        Part::Network => Some(networks().len()),
        Part::Choice { of, optional } => {
            of.iter().try_fold(usize::from(*optional), |sum, parts| sum.checked_add(count(parts)?))
        }
        Part::Few | Part::Rest => None,
    };
    parts.iter().try_fold(1_usize, |count, part| count.checked_mul(of(part)?))
}
