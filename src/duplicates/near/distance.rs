//! The Levenshtein distance, up to a limit.

/// Rows of the table that one step computes.
const ROWS: usize = 64;
/// Whether the limit is still within reach is asked every so many columns.
const STRIDE: usize = 16;
/// Characters that are compared at once.
const AT_ONCE: usize = 16;

/// A text that others are compared with.
///
/// The distance is computed by G. Myers' method (Journal of the ACM 46(3), 1999): 64 cells of a column at a time, as the
/// differences between neighbours. Of each column only the blocks are computed that a path of few enough edits can
/// touch (E. Ukkonen, Information and Control 64, 1985); what lies beside them is taken to be larger than it is, which
/// cannot make such a path longer.
#[derive(Debug)]
pub(super) struct Pattern {
    /// In characters.
    length: usize,
    /// In blocks of 64.
    blocks: usize,
    /// By number of a character: where its row in `places` begins, in blocks, plus one; 0 if it is not in the pattern.
    rows: Vec<usize>,
    /// The characters that have a row.
    letters: Vec<u32>,
    /// A row for each character: a bit for each place in the pattern where it stands.
    places: Vec<u64>,
    column: Vec<Block>,
}

/// 64 cells of a column.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// Where a cell is larger by one than the one above it.
    more: u64,
    /// Where it is smaller by one.
    less: u64,
    /// The value of the lowest cell.
    lowest: usize,
}

/// Whether the cells of a row became larger or smaller by one, from one column to the next.
#[derive(Clone, Copy)]
struct Step {
    more: u64,
    less: u64,
}

impl Pattern {
    /// No text yet, of an alphabet of so many characters.
    pub(super) fn new(letters: usize) -> Self {
        Self {
            length: 0,
            blocks: 0,
            rows: vec![0; letters + 1],
            letters: Vec::new(),
            places: Vec::new(),
            column: Vec::new(),
        }
    }

    /// Takes `text` as the pattern.
    pub(super) fn set(&mut self, text: &[u32]) {
        self.letters.drain(..).for_each(|letter| self.rows[letter as usize] = 0);
        self.places.clear();
        self.length = text.len();
        self.blocks = text.len().div_ceil(ROWS);
        for (place, &letter) in text.iter().enumerate() {
            let row = &mut self.rows[letter as usize];
            if *row == 0 {
                *row = self.places.len() + 1;
                self.letters.push(letter);
                self.places.resize(self.places.len() + self.blocks, 0);
            }
            self.places[*row - 1 + place / ROWS] |= 1 << (place % ROWS);
        }
    }

    /// The distance of `text`, which is no longer than the pattern, if it is at most `most`.
    pub(super) fn distance(&mut self, text: &[u32], most: usize) -> Option<usize> {
        let surplus = self.length.checked_sub(text.len())?;
        let slack = most.checked_sub(surplus)? / 2;
        if text.is_empty() {
            return Some(self.length);
        }
        let rows_of = |block: usize| ROWS.min(self.length - block * ROWS);
        let (mut first, mut next) = (0, 0);
        let mut above = 0;
        self.column.clear();
        for (column, &letter) in text.iter().enumerate() {
            // a path of `most` edits goes down at most `slack` rows more than it must, and right likewise
            let (top, bottom) = (column.saturating_sub(slack), column + surplus + slack);
            first = first.max(top / ROWS);
            while next <= bottom / ROWS && next < self.blocks {
                above += rows_of(next);
                self.column.push(Block { more: !0, less: 0, lowest: above });
                next += 1;
            }
            let row = self.rows[letter as usize].checked_sub(1);
            let mut step = Step { more: 1, less: 0 };
            for block in first..next {
                let equal = row.map_or(0, |row| self.places[row + block]);
                step = self.column[block].advance(equal, step, rows_of(block) - 1);
            }
            above = self.column[next - 1].lowest;
            let reach = |block: &Block| block.lowest.saturating_sub(block.more.count_ones() as usize);
            if column % STRIDE == 0 && self.column[first..].iter().all(|block| reach(block) > most) {
                return None;
            }
        }
        (above <= most).then_some(above)
    }
}

impl Block {
    /// To the next column: `equal` tells where its character stands, `step` how the cell above the block changes, `last`
    /// is the lowest row. Gives how the lowest cell changes.
    fn advance(&mut self, equal: u64, step: Step, last: usize) -> Step {
        let vertical = equal | self.less;
        let equal = equal | step.less;
        let diagonal = ((equal & self.more).wrapping_add(self.more) ^ self.more) | equal;
        let more = self.less | !(diagonal | self.more);
        let less = self.more & diagonal;
        self.lowest += (more >> last & 1) as usize;
        self.lowest -= (less >> last & 1) as usize;
        let shifted = Step { more: more << 1 | step.more, less: less << 1 | step.less };
        self.more = shifted.less | !(vertical | shifted.more);
        self.less = shifted.more & vertical;
        Step { more: more >> (ROWS - 1), less: less >> (ROWS - 1) }
    }
}

/// The two texts without what they have in common at their beginnings and ends, which is no part of the distance.
pub(super) fn middles<'a>(one: &'a [u32], two: &'a [u32]) -> (&'a [u32], &'a [u32]) {
    let first = same(one.chunks(AT_ONCE).zip(two.chunks(AT_ONCE)), one.iter().zip(two));
    let (one, two) = (&one[first..], &two[first..]);
    let last = same(one.rchunks(AT_ONCE).zip(two.rchunks(AT_ONCE)), one.iter().rev().zip(two.iter().rev()));
    (&one[..one.len() - last], &two[..two.len() - last])
}

/// How many characters are the same before the first that are not: whole chunks, and then one by one.
fn same<'a>(
    mut chunks: impl Iterator<Item = (&'a [u32], &'a [u32])>,
    letters: impl Iterator<Item = (&'a u32, &'a u32)>,
) -> usize {
    let before =
        AT_ONCE * chunks.position(|(one, two)| one.len() < AT_ONCE || one != two).unwrap_or_default();
    before + letters.skip(before).take_while(|(one, two)| one == two).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duplicates::near::alphabet::Alphabet;
    use proptest::prelude::*;

    fn texts() -> impl Strategy<Value = (String, String)> {
        let unlike = ("[a-dя]{0,300}", "[a-dя]{0,300}");
        let edits = proptest::collection::vec((0..400usize, "[a-z]{0,3}"), 0..30);
        let alike = ("[a-d字]{1,400}", edits).prop_map(|(text, edits)| {
            let mut other: Vec<String> = text.chars().map(String::from).collect();
            for (at, letters) in edits {
                let at = at % other.len();
                other[at] = letters;
            }
            (text, other.concat())
        });
        prop_oneof![unlike, alike]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn it_is_the_distance_that_strsim_knows((a, b) in texts(), most in 0..400usize) {
            let mut alphabet = Alphabet::new();
            let (mut long, mut short) = (alphabet.spell(&a), alphabet.spell(&b));
            if long.len() < short.len() {
                std::mem::swap(&mut long, &mut short);
            }
            let mut pattern = Pattern::new(alphabet.last());
            // a pattern leaves nothing behind for the next
            pattern.set(&short);
            pattern.set(&long);
            let distance = strsim::levenshtein(&a, &b);
            for most in [most, distance, distance.saturating_sub(1), distance + 1] {
                let wanted = (distance <= most).then_some(distance);
                prop_assert_eq!(pattern.distance(&short, most), wanted, "at most {}", most);
            }
            let (long, short) = middles(&long, &short);
            pattern.set(long);
            prop_assert_eq!(pattern.distance(short, distance), Some(distance));
        }
    }
}
