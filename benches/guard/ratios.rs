//! The ratios that are kept.

use super::cost::Measured;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io;

pub(crate) const FILE: &str = "benches/guard/ratios.txt";
const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/guard/ratios.txt");

const HEAD: &str = "\
# How many serde_json round trips of the same records take as long as cleaning them, and as each rule alone.
# Written by `cargo bench --bench guard -- --record`.
";

/// A ratio below this says nothing: the work took some microseconds.
const SMALLEST: f64 = 0.1;
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
        let factors = all.iter().map(|it| self.row(it)).collect::<Result<Vec<f64>, String>>()?;
        let is_slower = |(it, factor): (&Measured, &f64)| *factor > it.most;
        if all.iter().zip(&factors).any(is_slower) {
            println!("\n{SLOWER}");
            return Ok(false);
        }
        if factors.iter().any(|factor| *factor < LEAST) {
            println!("\nIt has become faster: keep that with {RECORD}.");
        }
        Ok(true)
    }

    /// Prints a row, and gives the measured ratio over the kept one.
    fn row(&self, it: &Measured) -> Result<f64, String> {
        let kept = self.0.get(&it.name);
        let kept = *kept.ok_or_else(|| format!("{FILE}: nothing is kept for {:?}: {RECORD}", it.name))?;
        let [speed, trip] = it.speeds();
        let factor = it.ratio().max(SMALLEST) / kept.max(SMALLEST);
        let slower = if factor > it.most { "  SLOWER" } else { "" };
        println!(
            "{:30} {speed:>8.1} {trip:>9.0} {:>8.2} {kept:>8.2} {factor:>6.2}{slower}",
            it.name,
            it.ratio()
        );
        Ok(factor)
    }
}

const RECORD: &str = "`cargo bench --bench guard -- --record`";

const SLOWER: &str = "\
Something has become slower. What to do:
- Run it once more: `cargo bench --bench guard`. A figure that comes again is no accident.
- Look for a Unicode `\\b` in a pattern: write `(?-u:\\b)`.
- See which stage it is: `cargo bench --bench stages`, here and on the commit before.
- If it is meant, keep the new ratios with `cargo bench --bench guard -- --record`, and say why in the commit.";
