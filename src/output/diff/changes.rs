//! Edits widened to the whole lines that they change.

use crate::edit::{Edit, Edits};
use crate::output::Lines;
use std::iter::zip;
use std::ops::Range;

/// Lines of the old text and the lines that take their place. The first and the last of them differ.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The lines that go, counted from 0. Empty where lines are only put in.
    pub(super) old: Range<usize>,
    /// The lines that come, each with its `\n`; only the last line of the new text may lack it.
    new: String,
    /// The rules that asked for it, in the order in which they did, each once.
    pub(super) rules: Vec<&'static str>,
}

impl Change {
    /// The lines that come.
    pub(super) fn new_lines(&self) -> impl Iterator<Item = &str> {
        self.new.split_inclusive('\n')
    }

    /// Joins a change that begins where this one ends.
    fn join(&mut self, next: &Self) {
        self.old.end = next.old.end;
        self.new.push_str(&next.new);
        add_rules(&mut self.rules, &next.rules);
    }
}

/// Adds to `rules` those of `more` that it does not have yet.
pub(super) fn add_rules(rules: &mut Vec<&'static str>, more: &[&'static str]) {
    for rule in more {
        if !rules.contains(rule) {
            rules.push(rule);
        }
    }
}

/// What `edits` change in `old`, whose lines are `lines`: sorted, with at least one line between any two.
pub(super) fn changes(old: &str, lines: &Lines<'_>, edits: &Edits) -> Vec<Change> {
    let mut list: Vec<Change> = Vec::new();
    let mut edits = edits.iter().peekable();
    while let Some(edit) = edits.next() {
        let mut region = Region::new(old, lines, edit);
        while let Some(next) = edits.next_if(|next| next.span().start() < region.end) {
            region.add(next);
        }
        let Some(change) = region.finish() else { continue };
        match list.last_mut() {
            Some(last) if last.old.end == change.old.start => last.join(&change),
            _ => list.push(change),
        }
    }
    list
}

/// Whole lines of the old text with some edits in them. It begins and ends where a line does, before and after.
struct Region<'a> {
    old: &'a str,
    lines: &'a Lines<'a>,
    /// Where it begins, in bytes of the old text.
    start: usize,
    /// Where it ends, in bytes of the old text.
    end: usize,
    /// How far the old text has been taken over into `new`.
    at: usize,
    new: String,
    rules: Vec<&'static str>,
}

impl<'a> Region<'a> {
    fn new(old: &'a str, lines: &'a Lines<'a>, first: &Edit) -> Self {
        let start = lines.start(lines.index(first.span().start()));
        let mut region =
            Self { old, lines, start, end: start, at: start, new: String::new(), rules: Vec::new() };
        region.add(first);
        region
    }

    fn add(&mut self, edit: &Edit) {
        self.new.push_str(&self.old[self.at..edit.span().start()]);
        self.new.push_str(edit.inserted());
        self.at = edit.span().end();
        let line = self.lines.index(self.at);
        let whole_lines_so_far = self.new.is_empty() || self.new.ends_with('\n');
        let at_line_start = self.lines.start(line) == self.at;
        self.end = if at_line_start && whole_lines_so_far { self.at } else { self.lines.start(line + 1) };
        let rules: Vec<&'static str> = edit.reasons().iter().map(|reason| reason.rule).collect();
        add_rules(&mut self.rules, &rules);
    }

    /// The change it comes to, without the lines at both its ends that stay as they were.
    fn finish(mut self) -> Option<Change> {
        self.new.push_str(&self.old[self.at..self.end]);
        let old: Vec<&str> = self.old[self.start..self.end].split_inclusive('\n').collect();
        let new: Vec<&str> = self.new.split_inclusive('\n').collect();
        let head = zip(&old, &new).take_while(|(old, new)| old == new).count();
        let rest = zip(old[head..].iter().rev(), new[head..].iter().rev());
        let tail = rest.take_while(|(old, new)| old == new).count();
        let first = self.lines.index(self.start);
        let change = Change {
            old: first + head..first + old.len() - tail,
            new: new[head..new.len() - tail].concat(),
            rules: self.rules,
        };
        (!change.old.is_empty() || !change.new.is_empty()).then_some(change)
    }
}
