//! Beginnings of lines as a tree, in which that of a line is found in a few steps.

use super::fold::each;
use std::borrow::Cow;
use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::RangeInclusive;

/// A tree of characters, folded. Branches that are the same to their end are one, so a node has many beginnings. What
/// belongs to nodes is kept elsewhere, by their numbers: those to which something belongs come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trie {
    /// Of three letters with which a line may begin: the node to which they lead, by [`place`]. [`NOWHERE`] if to none, and
    /// the root if something ends on the way.
    pub(super) third: Cow<'static, [u32]>,
    /// The number of the node with which a line begins.
    pub(super) root: u32,
    /// Of each node: the first way from it.
    pub(super) ways: Cow<'static, [u32]>,
    /// The ways: each with its character, as a [`key`], and the node to which it leads. Those from one node are in their
    /// order. The two stand together: most of a walk is waiting for them.
    pub(super) steps: Cow<'static, [(u16, u32)]>,
}

/// A character in 16 bits. Those that have none there, of emoji and old scripts, are one: what is found in a trie is
/// compared letter by letter.
pub(super) fn key(char: char) -> u16 {
    u16::try_from(char).unwrap_or(u16::MAX)
}

/// Whether a character is the only one with its [`key`].
pub(super) fn is_told_apart(char: char) -> bool {
    u16::try_from(char).is_ok_and(|key| key < u16::MAX)
}

/// No node.
const NOWHERE: u32 = u32::MAX;

/// The letters of ASCII, folded, and how many they are.
const LETTERS: RangeInclusive<u8> = b'a'..=b'z';
pub(super) const COUNT: usize = 26;

/// The first few characters of a line but for blanks, in lower case, if they are letters of ASCII that are folded by
/// themselves, and what follows them.
pub(super) fn first_letters<const FEW: usize>(line: &str) -> Option<([u8; FEW], &str)> {
    let bytes = line.as_bytes();
    let (mut letters, mut end) = ([0; FEW], 0);
    for letter in &mut letters {
        while bytes.get(end) == Some(&b' ') {
            end += 1;
        }
        *letter = bytes.get(end).filter(|byte| byte.is_ascii_alphabetic())?.to_ascii_lowercase();
        end += 1;
    }
    // what follows may belong to the last one
    bytes.get(end).is_none_or(u8::is_ascii).then(|| (letters, &line[end..]))
}

/// The place of a few letters of ASCII, in lower case.
pub(super) fn place<const FEW: usize>(letters: [u8; FEW]) -> usize {
    letters.iter().fold(0, |place, letter| place * COUNT + usize::from(letter.wrapping_sub(b'a')))
}

impl Trie {
    /// Shows `visit` the characters of `line`, folded, with how many they are so far and the number of the node to which
    /// they lead, if there is one, as long as it goes on. It is shown none if nothing begins with the first three letters,
    /// and of those only the third if nothing ends before it.
    pub(super) fn walk(
        &self,
        line: &str,
        mut visit: impl FnMut(usize, char, Option<usize>) -> ControlFlow<()>,
    ) {
        let mut node = Some(self.root as usize);
        let (mut rest, mut length) = (line, 0);
        if let Some((letters, behind)) = first_letters::<3>(line) {
            match self.third.get(place(letters)) {
                None | Some(&NOWHERE) => return,
                Some(third) if *third == self.root => {}
                Some(third) => {
                    node = Some(*third as usize);
                    length = letters.len();
                    rest = behind;
                    if visit(length, char::from(letters[2]), node).is_break() {
                        return;
                    }
                }
            }
        }
        each(rest, |char| {
            node = node.and_then(|node| self.next(node, char));
            length += 1;
            visit(length, char, node)
        });
    }

    /// Shows `visit` the nodes that `line` passes, each with the number of characters that lead to it. Most lines leave the
    /// trie after a few.
    pub(super) fn pass(&self, line: &str, mut visit: impl FnMut(usize, usize)) {
        self.walk(line, |length, _, node| {
            let Some(node) = node else { return Break(()) };
            visit(length, node);
            Continue(())
        });
    }

    /// What [`third`](Self::third) is to hold, where something ends at the first `ends` nodes.
    pub(super) fn thirds(&self, ends: usize) -> Vec<u32> {
        let mut thirds = vec![NOWHERE; COUNT.pow(3)];
        let ways = |node: usize| {
            LETTERS.filter_map(move |letter| Some((letter, self.next(node, char::from(letter))?)))
        };
        for (one, first) in ways(self.root as usize) {
            if first < ends {
                let place = place([one, b'a', b'a']);
                thirds[place..place + COUNT.pow(2)].fill(self.root);
                continue;
            }
            for (two, second) in ways(first) {
                let place = place([one, two, b'a']);
                if second < ends {
                    thirds[place..place + COUNT].fill(self.root);
                    continue;
                }
                for (three, third) in ways(second) {
                    thirds[place + usize::from(three - b'a')] = u32::try_from(third).unwrap_or(NOWHERE);
                }
            }
        }
        thirds
    }

    fn next(&self, node: usize, char: char) -> Option<usize> {
        let (first, end) = (*self.ways.get(node)? as usize, *self.ways.get(node + 1)? as usize);
        let steps = self.steps.get(first..end)?;
        let place = match steps {
            // most nodes have one way
            [(only, _)] => (*only == key(char)).then_some(0)?,
            _ => steps.binary_search_by_key(&key(char), |(key, _)| *key).ok()?,
        };
        steps.get(place).map(|(_, node)| *node as usize)
    }
}
