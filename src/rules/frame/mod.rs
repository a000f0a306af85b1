//! The frame of a page around its article: the kinds of lines that stand over it and under it.
//!
//! One such line says little: an author may write it. Several in a row, at the start or the end, are the page's.

mod agencies;
pub(super) mod authors;
mod class;
mod contact;
mod counts;
mod line;
mod link;
mod menu;
mod report;
mod row;
mod shape;
mod zone;

pub(super) use class::{Class, Found, class_of, is_mere_copyright};
pub(super) use line::{Known, Line, without_mark};
pub(super) use link::{Link, Targets, bare, target, words};
pub(super) use menu::{evidence, is_telling, names};
pub(super) use zone::{Told, head, tail};

use super::Hits;

/// Asks that each line of one class be taken away for which `concerns` holds, given its place and the number of lines.
pub(super) fn remove_alone(hits: &mut Hits, class: Class, concerns: impl Fn(usize, usize) -> bool) {
    let (lists, reading) = (hits.lists(), hits.reading());
    let count = reading.lines().count();
    for (_, line) in reading.lines().enumerate().filter(|(place, _)| concerns(*place, count)) {
        let text = line.text();
        let told = || {
            let (_, clue) = class_of(&text, line.known.listed).filter(|(found, _)| *found == class)?;
            Some(clue.evidence(&text, line.known.listed))
        };
        if let Some(evidence) = lists.find(&text, line.known.listed).or_else(told) {
            hits.remove_phrase(line.block, evidence);
        }
    }
}

/// Whether a line is one of the first or the last few.
pub(super) fn is_near_an_end(place: usize, count: usize) -> bool {
    const FEW: usize = 8;
    place < FEW || place + FEW >= count
}
