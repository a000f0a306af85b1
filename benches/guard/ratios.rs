//! The ratios that are kept.

use super::cost::Measured;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io;

pub(crate) const FILE: &str = "benches/guard/ratios.txt";
const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/guard/ratios.txt");

const HEAD: &str = "\
# How many serde_json round trips of the same records take the time of cleaning them.
# Written by `cargo bench --bench guard -- --record`.
";

/// What is above a kept ratio by more than this has become slower. Between runs and machines a ratio differs by less.
const MOST: f64 = 1.35;
/// What is below it by more than this is worth keeping.
const LEAST: f64 = 0.8;

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
        let lines = all.iter().map(|it| format!("{}: {:.1}\n", it.name, it.ratio()));
        fs::write(PATH, HEAD.to_owned() + &lines.collect::<String>())
    }

    /// Prints what was measured beside what is kept, and says whether nothing has become slower.
    pub(crate) fn allow(&self, all: &[Measured]) -> Result<bool, String> {
        println!("{:26} {:>8} {:>10} {:>8} {:>8} {:>8}", "", "MB/s", "trip MB/s", "ratio", "kept", "of it");
        let factors = all.iter().map(|it| self.row(it)).collect::<Result<Vec<f64>, String>>()?;
        if factors.iter().any(|factor| *factor > MOST) {
            println!("\n{SLOWER}");
            return Ok(false);
        }
        if factors.iter().any(|factor| *factor < LEAST) {
            println!("\nIt has become faster: keep that with `cargo bench --bench guard -- --record`.");
        }
        Ok(true)
    }

    /// Prints a row, and gives the measured ratio over the kept one.
    fn row(&self, it: &Measured) -> Result<f64, String> {
        let [cleaning, trip] = it.speeds();
        let kept = self.0.get(it.name).ok_or_else(|| format!("{FILE}: nothing is kept for {:?}", it.name))?;
        let factor = it.ratio() / kept;
        let slower = if factor > MOST { "  SLOWER" } else { "" };
        println!(
            "{:26} {cleaning:>8.1} {trip:>10.0} {:>8.1} {kept:>8.1} {factor:>8.2}{slower}",
            it.name,
            it.ratio()
        );
        Ok(factor)
    }
}

const SLOWER: &str = "\
Cleaning has become slower. What to do:
- Run it once more: `cargo bench --bench guard`. A figure that comes again is no accident.
- See which stage it is: `cargo bench --bench stages`, here and on the commit before.
- Look for a Unicode `\\b` in a pattern: write `(?-u:\\b)`.
- If it is meant, keep the new ratios with `cargo bench --bench guard -- --record`, and say why in the commit.";
