//! How long it takes to find all pairs of paragraphs that are alike: `cargo bench --bench duplicates`.
//!
//! Documents of 100, 1,000 and 10,000 paragraphs of generated prose, one in twenty of them a copy with a few letters
//! changed, at four thresholds, and beside them every pair compared by `strsim` (which takes half a minute). Then the
//! documents that a search by pairs would never come back from. `items` are pairs.
//!
//! ```text
//! cargo bench --bench duplicates -- search       # without the brute force
//! cargo bench --bench duplicates -- traps
//! ```

mod documents;
#[path = "../corpus/prose.rs"]
mod prose;

use divan::Bencher;
use divan::counter::ItemsCount;
use documents::Trap;
use std::time::Duration;
use unscrape::Threshold;
use unscrape::document::Document;
use unscrape::duplicates::{Pairs, Paragraphs, canonical};

/// In thousandths.
const THRESHOLDS: [u16; 4] = [950, 900, 850, 800];

fn main() {
    divan::main();
}

fn pairs_of(paragraphs: usize) -> ItemsCount {
    ItemsCount::new(paragraphs * (paragraphs - 1) / 2)
}

fn threshold(thousandths: u16) -> Threshold {
    Threshold::thousandths(thousandths).unwrap_or_default()
}

/// All pairs with their verdicts, shared passages among them.
#[divan::bench(args = THRESHOLDS, consts = [100, 1_000, 10_000], max_time = Duration::from_secs(4))]
fn search<const PARAGRAPHS: usize>(bencher: Bencher, thousandths: u16) {
    let text = documents::near_copies(PARAGRAPHS);
    let document = Document::new(&text);
    let paragraphs = Paragraphs::of(&document);
    bencher.counter(pairs_of(PARAGRAPHS)).bench_local(|| Pairs::of(&paragraphs, threshold(thousandths)));
}

/// Every pair compared by `strsim`.
#[divan::bench(args = [900], consts = [1_000], sample_count = 1, sample_size = 1)]
fn brute_force<const PARAGRAPHS: usize>(bencher: Bencher, thousandths: usize) {
    let text = documents::near_copies(PARAGRAPHS);
    let forms: Vec<String> = text.split("\n\n").map(canonical).collect();
    bencher.counter(pairs_of(PARAGRAPHS)).bench_local(|| {
        let is_near = |one: &String, two: &String| {
            let longest = one.chars().count().max(two.chars().count());
            1000 * strsim::levenshtein(one, two) <= (1000 - thousandths) * longest
        };
        let pairs = forms.iter().enumerate();
        pairs.map(|(at, one)| forms[..at].iter().filter(|two| is_near(one, two)).count()).sum::<usize>()
    });
}

/// Documents of which no pair may be looked at alone. Each is to take less than a second.
#[divan::bench(args = documents::TRAPS, sample_count = 3, sample_size = 1)]
fn traps(bencher: Bencher, trap: &Trap) {
    let text = (trap.text)();
    let document = Document::new(&text);
    let paragraphs = Paragraphs::of(&document);
    bencher.bench_local(|| Pairs::of(&paragraphs, Threshold::default()));
}
