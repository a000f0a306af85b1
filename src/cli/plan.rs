//! What is asked for: which inputs, and what becomes of the result.

use super::args::{Clean, Command, FindingsFormat, Output};
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use unscrape::input::{Format, Input, paths};
use unscrape::ledger::{is_ledger, is_same_place};
use unscrape::output::{is_same_file, is_stdin, visible_path};

/// What becomes of the cleaned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// To standard output.
    Print,
    /// To a file of its own.
    To(PathBuf),
    /// Into the file that it is from.
    Write,
    /// Nowhere: what would change is told, as a line or as a diff.
    Show { diff: bool },
}

/// The inputs, and what becomes of them. `None`: nothing is named and nothing is piped in.
pub(crate) fn plan(args: &Clean) -> Result<Option<(Mode, Vec<Input>)>> {
    if args.paths.is_empty() && io::stdin().is_terminal() {
        return Ok(None);
    }
    if let Some(help) = args.paths.first().filter(|path| *path == Path::new("help") && !path.exists()) {
        let help = help.display();
        bail!(
            "there is no file {help}: `unscrape --help` lists the options, and `unscrape COMMAND --help` those of a command"
        );
    }
    if let Some(command) = args.paths.iter().find(|path| is_command(path) && !path.exists()) {
        let command = command.display();
        bail!("options stand behind the command: unscrape {command} …");
    }
    let mode = mode(&args.output);
    if mode == Mode::Print && args.output.findings == Some(FindingsFormat::Sarif) {
        bail!(
            "a log in SARIF is one document and goes to standard output, where the cleaned text would go: add --check to \
             only look, or --output FILE for the text"
        );
    }
    let inputs = if args.paths.is_empty() { vec![Input::Stdin] } else { paths::resolve(&args.paths)? };
    let inputs = without_ledgers(inputs, &args.paths);
    let folder = args.paths.iter().any(|path| path.is_dir());
    check(&mode, &inputs, folder)?;
    Ok(Some((mode, inputs)))
}

fn is_command(path: &Path) -> bool {
    path.to_str().is_some_and(Command::has_subcommand)
}

fn mode(output: &Output) -> Mode {
    match &output.to {
        Some(file) => Mode::To(file.clone()),
        None if output.write => Mode::Write,
        None if output.check || output.diff => Mode::Show { diff: output.diff },
        None => Mode::Print,
    }
}

/// Refuses what cannot be meant, before anything is read.
fn check(mode: &Mode, inputs: &[Input], folder: bool) -> Result<()> {
    match mode {
        Mode::Print | Mode::To(_) if folder || inputs.len() > 1 => {
            bail!(
                "several inputs need one of --write (clean in place), --check (tell which would change) or \
                 --diff (show what would change)"
            );
        }
        Mode::Write if inputs.contains(&Input::Stdin) => {
            bail!("--write cleans files in place, and standard input is none: leave it out, or name files");
        }
        Mode::To(file) => inputs.iter().try_for_each(|input| refuse_same(file, input)),
        _ => Ok(()),
    }
}

fn refuse_same(output: &Path, input: &Input) -> Result<()> {
    let shown = || visible_path(output);
    if output == Path::new("-") || output.starts_with("/dev") || output.starts_with("/proc") {
        bail!("{}: is no file to write; to print the text leave --output out", shown());
    }
    let same = match input {
        Input::File(input) => is_same_file(output, input),
        Input::Stdin => is_stdin(output),
    };
    if same.with_context(shown)? {
        bail!("{}: is the input itself; to clean it in place use --write", visible_path(output));
    }
    Ok(())
}

/// Leaves out the ledgers that folders hold: they are JSON Lines, but no articles.
pub(crate) fn without_ledgers(mut inputs: Vec<Input>, named: &[PathBuf]) -> Vec<Input> {
    inputs.retain(|input| match input {
        Input::File(path) => Format::of(path) == Format::Text || named.contains(path) || !is_ledger(path),
        Input::Stdin => true,
    });
    inputs
}

/// Leaves the ledger out of what is to be read: a folder may hold it. Where it was named itself, that cannot be meant.
pub(crate) fn keep_out(
    ledger: &Path,
    named: &[PathBuf],
    inputs: &mut Vec<Input>,
    mode: Option<&Mode>,
) -> Result<()> {
    let is_ledger =
        |path: &Path| is_same_place(path, ledger) || is_same_file(path, ledger).unwrap_or_default();
    let shown = || visible_path(ledger);
    if let Some(Mode::To(output)) = mode
        && is_ledger(output)
    {
        bail!("{}: the ledger and the output are one file", shown());
    }
    if named.iter().any(|path| is_ledger(path)) || (inputs.contains(&Input::Stdin) && is_stdin(ledger)?) {
        bail!("{}: is the ledger, and cannot be an input too", shown());
    }
    let name = std::fs::canonicalize(ledger).ok().and_then(|path| path.file_name().map(ToOwned::to_owned));
    inputs.retain(|input| match input {
        Input::File(path) => path.file_name() != name.as_deref() || !is_ledger(path),
        Input::Stdin => true,
    });
    Ok(())
}
