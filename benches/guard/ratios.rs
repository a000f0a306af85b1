//! The ratios that are kept.

use super::cost::Measured;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io;

pub(crate) const FILE: &str = "benches/guard/ratios.txt";
const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ratios.txt");

const HEAD: &str = "\
# How many serde_json round trips of the same records take as long as cleaning them, and as each rule alone.
# Written by `cargo run --release -p guard -- --record`.
";

/// A ratio below this says nothing: the work took some microseconds.
const SMALLEST: f64 = 0.1;
/// What is above what is kept by more than this has become slower. Runs of one build differ by up to 9%, builds by up to
/// 30%: the round trip is a short loop, and how fast that is depends on where the compiler puts it.
const MOST: f64 = 1.4;
/// What is below what is kept by more than this is worth keeping.
const LEAST: f64 = 0.75;

/// The ratios by the names of their inputs.
pub(crate) struct Ratios(BTreeMap<String, f64>);

impl Ratios {
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let file = fs::read_to_string(PATH).map_err(|error| format!("{FILE}: {error}"))?;
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        let read = lines.map(|line| {
            let (name, ratio) =
                line.split_once(": ").ok_or_else(|| format!("{FILE}: no ratio in {line:?}"))?;
            Ok((name.to_owned(), ratio.parse()?))
        });
        read.collect::<Result<_, Box<dyn Error>>>().map(Self)
    }

    pub(crate) fn record(all: &[Measured]) -> io::Result<()> {
        let lines = all.iter().map(|it| format!("{}: {:.2}\n", it.name, it.ratio()));
        fs::write(PATH, HEAD.to_owned() + &lines.collect::<String>())
    }

    /// Prints what was measured beside what is kept, and says whether nothing has become slower.
    pub(crate) fn allow(&self, all: &[Measured]) -> Result<bool, String> {
        println!("{:30} {:>8} {:>9} {:>8} {:>8} {:>6}", "", "MB/s", "trip MB/s", "ratio", "kept", "of it");
        let mut faster = false;
        for it in all {
            let (kept, factor) = self.factor(it)?;
            let ([speed, trip], ratio) = (it.speeds(), it.ratio());
            let slower = if factor > MOST { "  SLOWER" } else { "" };
            println!(
                "{:30} {speed:>8.1} {trip:>9.0} {ratio:>8.2} {kept:>8.2} {factor:>6.2}{slower}",
                it.name
            );
            faster |= factor < LEAST;
        }
        if self.is_slower(all)? {
            println!("\n{SLOWER}");
            return Ok(false);
        }
        if faster {
            println!("\nIt has become faster: keep that with {RECORD}.");
        }
        Ok(true)
    }

    /// Whether something is too far above what is kept.
    pub(crate) fn is_slower(&self, all: &[Measured]) -> Result<bool, String> {
        let factors = all.iter().map(|it| self.factor(it)).collect::<Result<Vec<_>, String>>()?;
        Ok(factors.iter().any(|(_, factor)| *factor > MOST))
    }

    /// The ratio that is kept, and the measured one over it.
    fn factor(&self, it: &Measured) -> Result<(f64, f64), String> {
        let kept = self.0.get(&it.name);
        let kept = *kept.ok_or_else(|| format!("{FILE}: nothing is kept for {:?}: {RECORD}", it.name))?;
        Ok((kept, it.ratio().max(SMALLEST) / kept.max(SMALLEST)))
    }
}

const RECORD: &str = "`cargo run --release -p guard -- --record`";

const SLOWER: &str = "\
Something has become slower. What to do:
- Run it once more: `cargo run --release -p guard`. A figure that comes again is no accident.
- Look for a Unicode `\\b` in a pattern: write `(?-u:\\b)`.
- See which stage it is: `cargo bench --bench stages`, here and on the commit before.
- If it is meant, keep the new ratios with `cargo run --release -p guard -- --record`, and say why in the commit.";
