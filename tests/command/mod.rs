//! Running the command.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "each test uses a part of it")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What came of it.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl Ran {
    /// Standard output as text.
    pub(crate) fn text(self) -> String {
        String::from_utf8(self.stdout).expect("text")
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().expect("an exit status, not a signal"),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).expect("text"),
        }
    }
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unscrape"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    command
}

/// Runs it in `folder`.
pub(crate) fn unscrape(folder: &Path, args: &[&str]) -> Ran {
    command(folder, args).output().expect("it runs").into()
}

/// Runs it in `folder` with something on standard input.
pub(crate) fn fed(folder: &Path, args: &[&str], input: &[u8]) -> Ran {
    let mut command = command(folder, args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let output = std::thread::scope(|scope| {
        // it may stop reading early
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output()
    });
    output.expect("it ends").into()
}
