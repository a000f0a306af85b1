//! A command that is run and measured.

use std::fmt;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// What a run cost.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    wall: Duration,
    processors: Duration,
}

impl Cost {
    /// The lesser of both in each respect.
    pub(crate) fn least(self, other: Self) -> Self {
        Self { wall: self.wall.min(other.wall), processors: self.processors.min(other.processors) }
    }

    /// How many times the other it takes on the wall.
    pub(crate) fn times(self, other: Self) -> String {
        format!("{:.2}x", self.wall.as_secs_f64() / other.wall.as_secs_f64())
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [wall, processors] = [self.wall, self.processors].map(|time| time.as_secs_f64() * 1e3);
        write!(f, "{wall:>9.2} {processors:>9.2}")
    }
}

/// A command with what it is given.
pub(crate) struct Task {
    pub(crate) name: &'static str,
    command: Vec<String>,
    input: String,
    /// Whether it does the same as the task before it.
    pub(crate) is_beside_the_last: bool,
}

impl Task {
    pub(crate) fn new(name: &'static str, command: &[&str]) -> Self {
        let command = command.iter().map(|&part| part.to_owned()).collect();
        Self { name, command, input: String::new(), is_beside_the_last: false }
    }

    /// The same with a text on standard input.
    pub(crate) fn fed(self, input: &str) -> Self {
        Self { input: input.to_owned(), ..self }
    }

    pub(crate) fn beside_the_last(self) -> Self {
        Self { is_beside_the_last: true, ..self }
    }

    /// Runs it in `folder`; what it prints goes through a pipe and is thrown away.
    ///
    /// # Errors
    /// If it fails.
    pub(crate) fn run(&self, folder: &Path) -> io::Result<Cost> {
        let start = Instant::now();
        let mut command = Command::new(&self.command[0]);
        command.args(&self.command[1..]).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(self.input.as_bytes())?;
        }
        if let Some(mut output) = child.stdout.take() {
            io::copy(&mut output, &mut io::sink())?;
        }
        let used = child.wait4()?;
        if !used.status.success() {
            return Err(io::Error::other(format!("{}: {}", self.name, used.status)));
        }
        Ok(Cost { wall: start.elapsed(), processors: used.rusage.utime + used.rusage.stime })
    }
}
