//! Whether cleaning has become slower, whatever machine it is: `cargo run --release -p guard`.
//!
//! What cleaning costs is held against what it costs to parse and write the same records with `serde_json`, in turns and
//! in the same run. How often the one goes into the other is kept in `ratios.txt` beside this file. It fails if a ratio
//! is too far above the one that is kept.
//!
//! ```text
//! cargo run --release -p guard -- --record              # keeps the ratios of this run
//! cargo run --release -p guard -- --round-trip FILE     # only parses and writes FILE, to standard output
//! ```

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

mod alone;
#[path = "../corpus/mod.rs"]
mod corpus;
mod cost;
mod inputs;
mod ratios;
mod round_trip;

use ratios::Ratios;
use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether nothing has become slower.
fn run() -> Result<bool, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut record = false;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--record" => record = true,
            "--round-trip" => {
                round_trip::file(&arguments.next().ok_or("--round-trip needs a file")?)?;
                return Ok(true);
            }
            other => return Err(format!("{other}: expected --record or --round-trip FILE").into()),
        }
    }
    let inputs = inputs::all()?;
    let mut measured = cost::measure(&inputs);
    if record {
        Ratios::record(&measured)?;
        println!("kept in {}", ratios::FILE);
        return Ok(true);
    }
    let kept = Ratios::read()?;
    if kept.is_slower(&measured)? {
        // what comes from other work on the machine does not come again
        let again = cost::measure(&inputs);
        measured = measured.into_iter().zip(again).map(|(one, two)| one.least(two)).collect();
    }
    Ok(kept.allow(&measured)?)
}
