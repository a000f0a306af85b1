//! `unscrape completions`: what a shell needs to complete what can be typed.

use super::args::Cli;
use super::console::Console;
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::{Generator, Shell};

/// Prints the script for a shell.
pub(crate) fn completions(shell: Shell, console: &mut Console) -> Result<()> {
    let mut cli = Cli::command().bin_name(env!("CARGO_PKG_NAME"));
    cli.build();
    console.print(|out| shell.try_generate(&cli, out))
}
