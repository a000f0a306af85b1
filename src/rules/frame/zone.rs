//! Where an article begins and ends: what stands over its first prose and under its last.

use super::super::Reading;
use super::super::phrases::{self, Lists, Phrase, Sought};
use super::authors::is_lead_in;
use super::class::Found;
use super::{Class, Line, Link};
use crate::document::{Document, Kind, Width};
use std::sync::LazyLock;

/// Nobody looks for the start of an article further down than this, in lines.
const DEEPEST: usize = 14;

/// A longer line does more than name the author.
const LONGEST_BYLINE: Width = Width(80);
/// A longer name of an author, in bytes, is none.
const LONGEST_NAME: usize = 200;

/// The list of the table.
static BYLINES: LazyLock<Lists> = LazyLock::new(|| Lists::new("byline", None));

/// A line at one end of an article, and what it is if it is of the frame.
pub(in super::super) type Told<'d> = (Line<'d>, Option<Found>);

/// The lines over an article, from the first on. None if no prose follows: the text may be all lines of some kind.
pub(in super::super) fn head<'d>(reading: &Reading<'d>, lists: Lists) -> Vec<Told<'d>> {
    let document = reading.document();
    let mut head = Vec::new();
    let Some(first_prose) = reading.first_prose() else { return head };
    let mut is_over_name = false;
    let mut lines = reading.lines();
    while let Some(line) = lines.next() {
        if head.len() == DEEPEST && !line.is_prose() {
            continue;
        }
        let name =
            || phrases::are_names(&line.text()).then(|| (Class::Byline, "names under a byline".into()));
        let class = told(reading, &line, lists).or_else(|| is_over_name.then(name).flatten());
        is_over_name = is_over_author(&line);
        if class.is_none() && line.is_prose() {
            spare_title(document, &mut head);
            spare_lists(&mut head);
            return head;
        }
        if head.len() < DEEPEST {
            head.push((line, class));
            if head.len() == DEEPEST {
                lines.pass_to(first_prose);
            }
        }
    }
    Vec::new()
}

/// Leaves the title where it is, which may read as a byline: `By the Book`, `Par Excellence`. It is what the record or a
/// heading says, else the first line, if the real byline follows.
fn spare_title(document: &Document, head: &mut [Told]) {
    let given = document.about().title.as_deref();
    let heading = head.iter().position(|(line, _)| line.kind == Kind::Heading);
    let is_byline =
        |told: &Told| matches!(told.1, Some((Class::Byline, _))) && !told.0.text().contains([':', '：']);
    let first = head.first().is_some_and(is_byline) && head.iter().skip(1).any(is_byline);
    let title = match given {
        Some(given) => head.iter().position(|(line, _)| line.text() == given.trim()),
        None => heading.or(first.then_some(0)),
    };
    if let Some((_, class)) = title.and_then(|title| head.get_mut(title)) {
        *class = None;
    }
}

/// The lines under an article that are of the frame, from the last one on, without a gap. None if the text is nothing
/// else.
pub(in super::super) fn tail<'d>(reading: &Reading<'d>, lists: Lists) -> Vec<Told<'d>> {
    let mut tail = Vec::new();
    let mut rest = reading.lines().rev().peekable();
    while let Some(line) = rest.next() {
        // what stands under a heading that says so is about the author
        let mut of_author = || {
            let may_be = line.kind == Kind::Paragraph && !line.known.is_long;
            let is_under_heading = may_be && rest.peek().is_some_and(is_over_author);
            is_under_heading.then(|| (Class::Byline, "about the author".into()))
        };
        let Some(class) = told(reading, &line, lists).or_else(&mut of_author) else {
            spare_list(&line, &mut tail);
            return tail;
        };
        tail.push((line, Some(class)));
    }
    Vec::new()
}

/// Leaves a list at the end of which another item, the `line` before it, is the author's, or to which that line leads.
fn spare_list(line: &Line, tail: &mut Vec<Told>) {
    let is_item = |line: &Line| line.kind == Kind::ListItem;
    let is_authors = is_item(line) || is_lead_in(line);
    while is_authors && tail.last().is_some_and(|(next, _)| is_item(next)) {
        tail.pop();
    }
}

/// Leaves the lists to which the author leads.
fn spare_lists(head: &mut [Told]) {
    let mut is_authors = false;
    for place in 1..head.len() {
        if head[place].0.kind != Kind::ListItem {
            is_authors = false;
            continue;
        }
        let (before, class) = &head[place - 1];
        is_authors |= class.is_none() && is_lead_in(before);
        if is_authors {
            head[place].1 = None;
        }
    }
}

/// The class of a line in a document that may be known to name its authors.
fn told(reading: &Reading, line: &Line, lists: Lists) -> Option<Found> {
    let is_item = line.kind == Kind::ListItem;
    let text = line.text();
    let own = || {
        let phrase = lists.find(&text, line.known.listed)?;
        Some((Class::Label, phrase.into()))
    };
    // changelogs and plans have dates and names over their parts and in their lists
    let may_be = |(class, _): &Found| match class {
        Class::Date | Class::Credit | Class::Copyright => !is_item && line.kind != Kind::Heading,
        Class::Byline | Class::Report => !is_item,
        Class::Navigation => line.known.link != Link::Inner && (!is_item || line.known.link == Link::Outer),
        _ => true,
    };
    let class = reading.class_of(line, &text).filter(may_be).or_else(own);
    let is_byline = matches!(class, Some((Class::Byline, _)));
    if (is_byline || class.is_none()) && names_author(reading.document(), &text, is_byline) {
        return Some((Class::Author, "the author whom the record names".into()));
    }
    class
}

/// Whether a line is the full name of an author, or a byline that ends with one.
fn names_author(document: &Document, line: &str, is_byline: bool) -> bool {
    let line = line.trim_end_matches(['.', ',']);
    let authors = &document.about().authors;
    if authors.is_empty() || LONGEST_BYLINE.is_exceeded_by(line) {
        return false;
    }
    let line = line.to_lowercase();
    let authors = authors.iter().map(|author| author.trim());
    authors.filter(|author| author.len() <= LONGEST_NAME && author.contains(' ')).any(|author| {
        let author = author.to_lowercase();
        line == author || is_byline && line.ends_with(&author)
    })
}

/// Whether a line stands over the author's name or what is said of the author.
fn is_over_author(line: &Line) -> bool {
    BYLINES.may_hold(line.known.listed)
        && phrases::find("byline", &Sought::listed(&line.text(), line.known.listed))
            .is_some_and(Phrase::is_closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_over_prose_is_the_head_however_far_down_that_begins() {
        const PROSE: &str =
            "We began at dawn, while the fog was still on the water, and took the old road to the north.";
        for count in [1, DEEPEST - 1, DEEPEST, DEEPEST + 1, 3 * DEEPEST] {
            let text = "The ferry\n\n".repeat(count) + PROSE;
            let document = Document::new(&text);
            let head = head(&Reading::of(&document), Lists::new("edge-line", None));
            assert_eq!(head.len(), count.min(DEEPEST), "{count}");
        }
    }
}
