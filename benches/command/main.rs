//! What the command takes from start to end: `cargo bench --bench command`.
//!
//! - a short article through a pipe, beside `cat`
//! - `--check --diff` of 1,000 clean files of 5 kB, as the hook for pre-commit does it
//! - two threads beside one, over these files and over records
//! - the size of the program
//!
//! Each is run a few times, in turns, and the least counts. Milliseconds are of the clock on the wall and of all
//! processors together: on the wall nothing else should run meanwhile. The files are warm.

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

#[path = "../corpus/mod.rs"]
mod corpus;
mod files;
mod task;

use files::Files;
use std::io;
use std::process::ExitCode;
use task::{Cost, Task};

/// How often each is run.
const ROUNDS: usize = 10;

fn main() -> ExitCode {
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> io::Result<()> {
    let files = Files::write()?;
    let tasks = tasks(&files);
    let mut least: Vec<Option<Cost>> = vec![None; tasks.len()];
    for _ in 0..ROUNDS {
        for (task, least) in tasks.iter().zip(&mut least) {
            let cost = task.run(files.folder())?;
            *least = Some(least.map_or(cost, |before| before.least(cost)));
        }
    }
    println!("{:40} {:>9} {:>9} {:>16}", "", "ms", "CPU ms", "ms of one above");
    let mut before: Option<Cost> = None;
    for (task, cost) in tasks.iter().zip(least.into_iter().flatten()) {
        let ratio = before.filter(|_| task.is_beside_the_last).map(|before| cost.times(before));
        println!("{:40} {cost} {:>16}", task.name, ratio.unwrap_or_default());
        before = Some(cost);
    }
    let size = std::fs::metadata(env!("CARGO_BIN_EXE_unscrape"))?.len();
    println!("\nThe program has {size} bytes.");
    Ok(())
}

fn tasks(files: &Files) -> Vec<Task> {
    let names: Vec<&str> = files.names.iter().map(String::as_str).collect();
    let hook = |threads| unscrape(&[&["--check", "--diff", threads, "--"], &names[..]].concat());
    let records = |threads| unscrape(&["--format", "jsonl", threads, files::RECORDS]);
    vec![
        Task::new("cat, 5 kB through a pipe", &["cat"]).fed(&files.article),
        Task::new("unscrape, 5 kB through a pipe", &unscrape(&[])).fed(&files.article).beside_the_last(),
        Task::new("check 1,000 clean files of 5 kB, -j1", &hook("-j1")),
        Task::new("check 1,000 clean files of 5 kB, -j2", &hook("-j2")).beside_the_last(),
        Task::new("16 MB of JSON Lines, -j1", &records("-j1")),
        Task::new("16 MB of JSON Lines, -j2", &records("-j2")).beside_the_last(),
    ]
}

fn unscrape<'a>(args: &[&'a str]) -> Vec<&'a str> {
    [&[env!("CARGO_BIN_EXE_unscrape"), "--isolated"], args].concat()
}
