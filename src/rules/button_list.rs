//! Buttons that are the items of a list.

use super::Hits;
use super::entry::{Entry, first_match};
use super::frame::{Line, authors};
use super::notes::Noted;
use crate::document::Kind;
use std::borrow::Cow;

/// Among so many buttons one item may be a word of another kind: it is “More”, and goes along.
const MANY: usize = 3;
const MOST_OTHERS: usize = 1;
/// A list of one item is a button if it has at least so many words: fewer may be the author's link.
const WORDS_ALONE: usize = 3;

/// Asks for the removal of each list of which all items that say something are links with words that one of the rule's
/// lists holds or one of `entries` matches. The heading of such a list goes with it.
///
/// A list that the author leads to, that stands under a heading of another kind or inside another list is the author's.
pub(super) fn remove(hits: &mut Hits, entries: &'static [Entry]) {
    let (reading, lists) = (hits.reading(), hits.lists());
    let matched = |line: &Line| first_match(entries, &line.text());
    let which = |line: &Line| {
        let phrase = lists.find(&line.text(), line.known.listed);
        phrase.or_else(|| matched(line))
    };
    let is_item = |line: &Line| line.kind == Kind::ListItem;
    let may_be_button =
        |noted: &Noted| lists.may_hold(noted.known.listed) || !entries.is_empty() && noted.is_cued_item;
    let mut buttons = reading.linked_items(may_be_button).peekable();
    let mut lines = reading.lines();
    let mut before: Option<Line> = None;
    // most texts have no button, and need not be looked through
    while buttons.peek().is_some()
        && let Some(line) = lines.next()
    {
        if !is_item(&line) {
            before = Some(line);
            continue;
        }
        let others = lines.clone();
        let mut last = line;
        while let Some(item) = lines.next_if(is_item) {
            last = item;
        }
        let over = before.replace(last);
        // most lists have none either
        if buttons.peek().is_some_and(|button| *button > last.block) {
            continue;
        }
        while buttons.next_if(|button| *button <= last.block).is_some() {}
        let mut list = List::default();
        list.add(&line, which);
        others.take_while(|item| item.block <= last.block).for_each(|item| list.add(&item, which));
        if list.is_of_buttons() && !over.as_ref().is_some_and(authors::is_lead_in) {
            list.remove(over, which, hits);
        }
    }
}

/// What the items of a list are.
#[derive(Default)]
struct List {
    buttons: usize,
    /// The most words of a button.
    words: usize,
    /// Items of one word that is no button's.
    others: usize,
    /// Whether there is an item that says more, or several words of another kind.
    is_authors: bool,
    /// The buttons, and the items that go along with them.
    gone: Vec<(usize, Cow<'static, str>)>,
}

impl List {
    /// Adds an item. After the first that says more the rest need not be read.
    fn add(&mut self, line: &Line, which: impl Fn(&Line) -> Option<Cow<'static, str>>) {
        if self.is_authors {
            return;
        }
        let words = || line.text().split_whitespace().count();
        let mut links = Vec::new();
        let is_linked = line.add_links(&mut links) && links.len() == 1;
        if let Some(entry) = is_linked.then(|| which(line)).flatten() {
            self.words = self.words.max(words());
            self.buttons += 1;
            self.gone.push((line.block, entry));
        } else if goes_along(line) {
            self.others += words();
            self.is_authors = self.others > MOST_OTHERS;
            self.gone.push((line.block, "an item of one word or none, among buttons".into()));
        } else {
            self.is_authors = true;
        }
    }

    /// Asks for its removal, with the heading over it, unless that says something else.
    fn remove(self, over: Option<Line>, which: impl Fn(&Line) -> Option<Cow<'static, str>>, hits: &mut Hits) {
        let over = over.filter(|line| line.kind == Kind::Heading || line.text().ends_with([':', '：']));
        let headed = over.map(|line| (line, which(&line)));
        if headed.as_ref().is_some_and(|(_, entry)| entry.is_none()) {
            return;
        }
        let heading = headed.filter(|(line, _)| line.kind == Kind::Heading);
        let heading = heading.and_then(|(line, entry)| Some((line.block, entry?)));
        hits.remove_row(heading.into_iter().chain(self.gone));
    }

    fn is_of_buttons(&self) -> bool {
        let least_words = if self.buttons > 1 { 0 } else { WORDS_ALONE };
        let most_others = if self.buttons >= MANY { MOST_OTHERS } else { 0 };
        self.buttons > 0 && !self.is_authors && self.words >= least_words && self.others <= most_others
    }
}

/// Whether a line is an item without words, or with one that is no sentence.
fn goes_along(line: &Line) -> bool {
    let text = line.text();
    line.kind == Kind::ListItem
        && !line.known.is_long
        && text.split_whitespace().nth(1).is_none()
        && text.chars().all(char::is_alphanumeric)
}
