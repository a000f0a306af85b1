//! One document of each shape and size.

use super::MB;
use super::child::{self, Cost};
use super::shapes::Shape;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Duration;

/// A doubling may cost so many times as much.
const MOST_TIME: f64 = 2.3;
/// The peak of memory may be so many times the document.
const MOST_MEMORY: f64 = 6.0;
/// Shorter runs say nothing: starting the program takes some of it.
const SHORTEST: Duration = Duration::from_millis(50);
/// In megabytes: the program itself takes six, which is most of what a smaller document takes.
const SMALLEST: usize = 8;
/// A doubling that costs too much is measured so many times before it is believed.
const MOST_RUNS: usize = 4;

/// Writes the document of `size` bytes into a folder.
pub(crate) fn save(shape: &Shape, folder: &Path, number: usize, size: usize) -> io::Result<()> {
    write(shape, &folder.join(format!("{number:02}.txt")), size)
}

fn write(shape: &Shape, path: &Path, size: usize) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    shape.write(&mut out, size)?;
    out.flush()
}

pub(crate) fn print_head() {
    println!("Seconds, with the ratio to half the size, and the peak of memory in lengths of the document\n");
    println!("{:30} {:>6} {:>9} {:>6} {:>8}", "shape", "MB", "seconds", "ratio", "memory");
}

/// Measures one shape up to `largest` megabytes, and says whether it stayed within the limits.
pub(crate) fn measure(shape: &Shape, largest: usize) -> io::Result<bool> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (half_path, path) = (folder.path().join("half.txt"), folder.path().join("whole.txt"));
    let mut half: Option<Cost> = None;
    let mut good = true;
    let mut megabytes = 1;
    while megabytes <= largest {
        write(shape, &path, megabytes * MB)?;
        let mut cost = run(&path)?;
        let mut before = half;
        for _ in 1..MOST_RUNS {
            if ratio(before, cost).is_none_or(|ratio| ratio <= MOST_TIME) {
                break;
            }
            before = before.map(|before| run(&half_path).map(|again| again.least(before))).transpose()?;
            cost = cost.least(run(&path)?);
        }
        let size = std::fs::metadata(&path)?.len();
        good &= row(shape, megabytes, size, cost, ratio(before, cost));
        half = Some(cost);
        std::fs::rename(&path, &half_path)?;
        megabytes *= 2;
    }
    Ok(good)
}

fn run(path: &Path) -> io::Result<Cost> {
    child::cost(child::program(&[&path.to_string_lossy()]).spawn()?)
}

/// How much more the whole costs than the half, if that can be told.
fn ratio(half: Option<Cost>, whole: Cost) -> Option<f64> {
    let half = half.filter(|half| half.time >= SHORTEST)?;
    Some(whole.time.as_secs_f64() / half.time.as_secs_f64())
}

/// Prints a row of the table, and says whether it is within the limits.
fn row(shape: &Shape, megabytes: usize, size: u64, cost: Cost, ratio: Option<f64>) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "two digits are shown")]
    let memory = cost.memory as f64 / size as f64;
    let slow = ratio.is_some_and(|ratio| ratio > MOST_TIME);
    let large = megabytes >= SMALLEST && memory > MOST_MEMORY;
    let shown = ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
    println!(
        "{:30} {megabytes:>6} {:>9.3} {shown:>6} {memory:>8.1}{}{}",
        shape.name,
        cost.time.as_secs_f64(),
        if slow { "  TOO SLOW" } else { "" },
        if large { "  TOO LARGE" } else { "" },
    );
    !slow && !large
}
