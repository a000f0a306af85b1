//! Words of which each line holds one that a pattern matches: all of them are looked for at once.

/// So many bytes of a cue are looked at first; none is shorter.
const WINDOW: usize = 4;
/// The most bytes that are stepped over at once: behind them a window can begin whatever the two bytes are.
const LONGEST_STEP: u8 = 3;
const _: () = assert!(LONGEST_STEP == 3 && WINDOW == 4);

/// The sign of the unit is a `k` in lower case.
const KELVIN: char = '\u{212A}';

/// Finds words in lower case, whatever their case in the text, as Wu and Manber do (A fast algorithm for multi-pattern
/// searching, 1994): most of a line is stepped over, and nothing large is made for it.
#[derive(Debug)]
pub(super) struct Cues {
    /// By two bytes of a line: how many bytes behind them the first window of a cue can end at the soonest.
    steps: Box<[u8; PLACES]>,
    /// A bit for each window with which a cue begins, by [`bit`]: most windows that look like one by their end are none.
    windows: Box<[u64; PLACES / 64]>,
    /// The cues, in the order of their first [`WINDOW`] bytes.
    known: Vec<(u32, Vec<u8>)>,
}

impl Cues {
    pub(super) fn of<'c>(cues: impl Iterator<Item = &'c str>) -> Self {
        let mut steps = Box::new([LONGEST_STEP; PLACES]);
        let mut windows = Box::new([0; PLACES / 64]);
        let mut known = Vec::new();
        for cue in cues.flat_map(beginnings).map(String::into_bytes) {
            let Some(window) = cue.first_chunk() else {
                debug_assert!(false, "{cue:?} is too short to be looked for");
                continue;
            };
            for (pair, step) in window.windows(2).zip((0..LONGEST_STEP).rev()) {
                let known = &mut steps[place(pair[0], pair[1])];
                *known = step.min(*known);
            }
            let window = folded(*window);
            windows[bit(window) / 64] |= 1 << (bit(window) % 64);
            known.push((window, cue));
        }
        known.sort_unstable();
        Self { steps, windows, known }
    }

    /// Whether `line` may hold one of them.
    pub(super) fn are_in(&self, line: &str) -> bool {
        let mut rest = line.as_bytes();
        while let Some(window) = rest.first_chunk::<WINDOW>() {
            let [_, _, first, second] = *window;
            let step = self.steps[place(first, second)];
            if step == 0 && self.one_begins(folded(*window), rest) {
                return true;
            }
            // no step is as long as a window, and so none goes beyond it
            rest = &rest[usize::from(step.max(1)) % WINDOW..];
        }
        !line.is_ascii() && line.contains(KELVIN)
    }

    /// Whether `rest`, which begins with a window, begins with a cue.
    fn one_begins(&self, window: u32, rest: &[u8]) -> bool {
        if self.windows[bit(window) / 64] >> (bit(window) % 64) & 1 == 0 {
            return false;
        }
        let first = self.known.partition_point(|(begun, _)| *begun < window);
        let same = self.known[first..].iter().take_while(|(known, _)| *known == window);
        same.map(|(_, cue)| cue)
            .any(|cue| rest.get(..cue.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(cue)))
    }
}

/// The bit that is set in a small letter and not in a capital.
const SMALL: u8 = 0x20;

/// How many pairs of bytes are told apart.
const PLACES: usize = 1 << 12;

/// The place of two bytes among the steps. Some pairs share one, which costs a look and no more.
fn place(first: u8, second: u8) -> usize {
    let pair = usize::from(u16::from_le_bytes([first | SMALL, second | SMALL]));
    (pair ^ pair >> 5) % PLACES
}

/// The bit of a window. Few share one.
fn bit(window: u32) -> usize {
    (window.wrapping_mul(0x9E37_79B1) >> (u32::BITS - PLACES.ilog2())) as usize
}

/// A window, with both cases of a letter as one.
fn folded(window: [u8; WINDOW]) -> u32 {
    u32::from_be_bytes(window.map(|byte| byte | SMALL))
}

/// What to look for: both cases of ASCII are one, and of other scripts the first letters tell enough.
fn beginnings(cue: &str) -> Vec<String> {
    if cue.is_ascii() {
        return vec![cue.to_owned()];
    }
    let mut begun = vec![String::new()];
    for char in cue.chars() {
        if begun.iter().all(|begun| begun.len() >= WINDOW) {
            break;
        }
        let both = [char.to_lowercase().to_string(), char.to_uppercase().to_string()];
        begun =
            begun.iter().flat_map(|begun| both.iter().map(move |next| format!("{begun}{next}"))).collect();
    }
    begun
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_found_in_either_case() {
        let cues = Cues::of(["cookie", "вконтакте", "läs"].into_iter());
        for line in ["Our COOKIES", "coo\u{212A}ie", "в ВКонтакте", "вкОНТАКТЕ", "att LÄSA"]
        {
            assert!(cues.are_in(line), "{line}");
        }
        assert!(!cues.are_in("in the kitchen"));
    }
}
