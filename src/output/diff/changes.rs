//! Edits widened to the whole lines that they change.

use crate::edit::{Edit, Edits};
use crate::output::Lines;
use std::borrow::Cow;
use std::iter::zip;
use std::mem::take;
use std::ops::Range;

/// A rule's id.
pub(super) type Rule = Cow<'static, str>;

/// Lines of the old text and the lines that take their place. The first and the last of them differ.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The lines that go, counted from 0. Empty where lines are only put in.
    pub(super) old: Range<usize>,
    /// The lines that come, each with its `\n`; only the last line of the new text may lack it.
    new: String,
    /// The rules that asked for it, in the order in which they did, each once.
    pub(super) rules: Vec<Rule>,
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

    /// Leaves out the lines at both its ends that stay as they are; all of them, if nothing changes.
    fn trim(&mut self, lines: &Lines<'_>) {
        let old: Vec<&str> = self.old.clone().map(|index| lines.line(index)).collect();
        let new: Vec<&str> = self.new_lines().collect();
        let head = zip(&old, &new).take_while(|(old, new)| old == new).count();
        let rest = zip(old[head..].iter().rev(), new[head..].iter().rev());
        let tail = rest.take_while(|(old, new)| old == new).count();
        let new = new[head..new.len() - tail].concat();
        *self = Self { old: self.old.start + head..self.old.end - tail, new, rules: take(&mut self.rules) };
    }

    fn is_empty(&self) -> bool {
        self.old.is_empty() && self.new.is_empty()
    }
}

/// Adds to `rules` those of `more` that it does not have yet.
pub(super) fn add_rules(rules: &mut Vec<Rule>, more: &[Rule]) {
    for rule in more {
        if !rules.contains(rule) {
            rules.push(rule.clone());
        }
    }
}

/// What `edits` change in `old`, whose lines are `lines`: sorted, with at least one line between any two.
pub(super) fn changes(old: &str, lines: &Lines<'_>, edits: &Edits) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let mut edits = edits.iter().peekable();
    while let Some(edit) = edits.next() {
        let mut region = Region::new(old, lines, edit);
        while let Some(next) = edits.next_if(|next| region.reaches(next)) {
            region.add(next);
        }
        let mut change = region.finish();
        change.trim(lines);
        match found.last_mut() {
            _ if change.is_empty() => {}
            Some(before) if before.old.end == change.old.start => before.join(&change),
            _ => found.push(change),
        }
    }
    // a line that one takes away may be the line that its neighbour puts in
    for change in &mut found {
        change.trim(lines);
    }
    found.retain(|change| !change.is_empty());
    found
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
    rules: Vec<Rule>,
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
        let rules: Vec<Rule> = edit.reasons().iter().map(|reason| reason.rule.clone()).collect();
        add_rules(&mut self.rules, &rules);
    }

    /// Whether `next`, an edit after those in it, changes a line of it.
    fn reaches(&self, next: &Edit) -> bool {
        self.lines.start(self.lines.index(next.span().start())) < self.end
    }

    /// The change it comes to, lines that stay included.
    fn finish(mut self) -> Change {
        self.new.push_str(&self.old[self.at..self.end]);
        let first = self.lines.index(self.start);
        let count = self.old[self.start..self.end].split_inclusive('\n').count();
        Change { old: first..first + count, new: self.new, rules: self.rules }
    }
}
