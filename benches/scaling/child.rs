//! Runs the program and measures it.

use std::io;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use wait4::Wait4;

/// What a run cost.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// The time that the processors worked for it.
    pub(crate) time: Duration,
    /// The peak of memory, in bytes.
    pub(crate) memory: u64,
}

impl Cost {
    /// The lesser of both in each respect: what more there was came from other work on the machine.
    pub(crate) fn least(self, other: Self) -> Self {
        Self { time: self.time.min(other.time), memory: self.memory.min(other.memory) }
    }
}

/// The program with `args`; what it prints is thrown away.
pub(crate) fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unscrape"));
    command.arg("--isolated").args(args).stdin(Stdio::null()).stdout(Stdio::null());
    command
}

/// Waits for the program to end.
///
/// # Errors
/// If it fails.
pub(crate) fn cost(mut child: Child) -> io::Result<Cost> {
    let used = child.wait4()?;
    if !used.status.success() {
        return Err(io::Error::other(format!("unscrape: {}", used.status)));
    }
    Ok(Cost { time: used.rusage.utime + used.rusage.stime, memory: used.rusage.maxrss })
}
