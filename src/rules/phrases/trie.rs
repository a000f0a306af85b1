//! Beginnings of lines as a tree, in which that of a line is found in a few steps.

use super::fold::each;
use std::borrow::Cow;
use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::RangeInclusive;

/// A tree of characters, folded. Branches that are the same to their end are one, so a node has many beginnings. What
/// belongs to the nodes at which something ends is kept elsewhere, by the numbers of these ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trie {
    /// Of three letters with which a line may begin: the node to which they lead, by [`place`]. [`NOWHERE`] if to none, and
    /// the root if something ends on the way.
    pub(super) third: Cow<'static, [Node]>,
    /// The node with which a line begins.
    pub(super) root: Node,
    /// The ways from all nodes, those from one in their order, and behind them those from the node to which its first one
    /// leads: most of a walk is waiting for them.
    pub(super) steps: Cow<'static, [Step]>,
}

/// A node: how many steps lead on from it, and where the first of them is. Where something ends, marked by [`ENDS`], its
/// number: in the place of a step before them, or right here if there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node(pub(super) u16, pub(super) u32);

/// A step: its character, as a [`key`], and the [`Node`] to which it leads. All in one place, and eight bytes.
pub(super) type Step = (u16, u16, u32);

/// Marks a node at which something ends. There is no room in memory for so many steps.
pub(super) const ENDS: u32 = 1 << 31;

/// No node.
pub(super) const NOWHERE: Node = Node(0, 0);

impl Default for Node {
    fn default() -> Self {
        NOWHERE
    }
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

/// What belongs to an end with this number, where `firsts` has the first of each, and where those of the last one end.
pub(super) fn of_end<'a, T>(end: usize, firsts: &[u32], all: &'a [T]) -> &'a [T] {
    let place = |end: usize| firsts.get(end).map(|first| *first as usize);
    place(end).zip(place(end + 1)).and_then(|(first, end)| all.get(first..end)).unwrap_or_default()
}

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
    /// Shows `visit` the characters of `line`, folded, with how many they are so far and the node to which they lead,
    /// if there is one, as long as it goes on. It is shown none if nothing begins with the first three letters,
    /// and of those only the third if nothing ends before it.
    pub(super) fn walk(
        &self,
        line: &str,
        mut visit: impl FnMut(usize, char, Option<Node>) -> ControlFlow<()>,
    ) {
        let mut node = Some(self.root);
        let (mut rest, mut length) = (line, 0);
        if let Some((letters, behind)) = first_letters::<3>(line) {
            match self.third.get(place(letters)) {
                None | Some(&NOWHERE) => return,
                Some(third) if *third == self.root => {}
                Some(third) => {
                    node = Some(*third);
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

    /// Shows `visit` the ends that `line` passes, each with the number of characters that lead to it. Most lines leave the
    /// trie after a few.
    pub(super) fn pass(&self, line: &str, mut visit: impl FnMut(usize, usize)) {
        self.walk(line, |length, _, node| {
            let Some(node) = node else { return Break(()) };
            if let Some(end) = self.end(node) {
                visit(length, end);
            }
            Continue(())
        });
    }

    /// The number of what ends at a node, if something does.
    #[inline]
    pub(super) fn end(&self, Node(ways, first): Node) -> Option<usize> {
        if first & ENDS == 0 {
            return None;
        }
        let place = first ^ ENDS;
        let end = if ways == 0 { place } else { self.steps.get(place as usize)?.2 };
        Some(end as usize)
    }

    /// What [`third`](Self::third) is to hold.
    pub(super) fn thirds(&self) -> Vec<Node> {
        let mut thirds = vec![NOWHERE; COUNT.pow(3)];
        let ways = |node: Node| {
            LETTERS.filter_map(move |letter| Some((letter, self.next(node, char::from(letter))?)))
        };
        for (one, first) in ways(self.root) {
            if self.end(first).is_some() {
                let place = place([one, b'a', b'a']);
                thirds[place..place + COUNT.pow(2)].fill(self.root);
                continue;
            }
            for (two, second) in ways(first) {
                let place = place([one, two, b'a']);
                if self.end(second).is_some() {
                    thirds[place..place + COUNT].fill(self.root);
                    continue;
                }
                for (three, third) in ways(second) {
                    thirds[place + usize::from(three - b'a')] = third;
                }
            }
        }
        thirds
    }

    fn next(&self, Node(ways, first): Node, char: char) -> Option<Node> {
        let first = (first & !ENDS) as usize + usize::from(first & ENDS != 0);
        let (ways, key) = (self.steps.get(first..first + usize::from(ways))?, key(char));
        let place = match ways {
            // most nodes have one way
            [only] => (only.0 == key).then_some(0)?,
            _ => ways.binary_search_by_key(&key, |way| way.0).ok()?,
        };
        ways.get(place).map(|(_, ways, first)| Node(*ways, *first))
    }
}
