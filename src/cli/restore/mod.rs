//! `unscrape restore`: what a ledger knows is put back.

mod records;
mod text;

use super::args::{FormatChoice, Restore};
use super::console::{self, Closed, Console};
use super::exit::Exit;
use super::folders::Folders;
use super::plan;
use super::settings::check_rule;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{self, IsTerminal, Seek};
use std::path::Path;
use text::{Change, Text};
use unscrape::input::{Format, Input, paths};
use unscrape::ledger::{Home, Ledger, STDIN, name_of};
use unscrape::output::{Replacement, spool, visible_path};
use unscrape::restore::{Index, RestoreError};

/// Broken lines of a ledger that are told one by one.
const MOST_CUTS: usize = 10;

/// Restores all inputs. One that fails does not stop the others.
pub(super) fn restore(args: &Restore, console: &mut Console) -> Result<Exit> {
    let inputs = inputs(args)?;
    // what is piped in may come from a run that is still entering it
    let piped = if inputs.contains(&Input::Stdin) { Some(read_stdin().context(STDIN)?) } else { None };
    let index = Index::read(&args.ledger)?;
    tell_cuts(args, &index);
    if let Some(run) = args.run.filter(|run| *run > index.last_run()) {
        bail!("{}: there is no run {run}, the last one is {}", visible_path(&args.ledger), index.last_run());
    }
    args.only.iter().try_for_each(|id| check_restorable(id, &index))?;
    let ledger = if args.only.is_empty() { None } else { Some(Ledger::open(&args.ledger)?) };
    let home = Home::of(&args.ledger);
    let mut work =
        Work { args, index: &index, home, ledger, folders: Folders::default(), unknown: 0, console };
    match piped {
        Some(text) => work.filter(text).map(|()| Exit::Clean),
        None => work.files(&inputs),
    }
}

/// Another version may have had a rule that this one does not have: then the ledger knows it.
fn check_restorable(id: &str, index: &Index) -> Result<()> {
    if id == unscrape::duplicates::RULE {
        return Ok(());
    }
    check_rule(id).or_else(|unknown| if index.has_rule(id)? { Ok(()) } else { Err(unknown) })
}

fn inputs(args: &Restore) -> Result<Vec<Input>> {
    if args.paths.is_empty() && io::stdin().is_terminal() {
        bail!("nothing to restore: name files or folders, or pipe a text in");
    }
    let inputs = if args.paths.is_empty() { vec![Input::Stdin] } else { paths::resolve(&args.paths)? };
    let mut inputs = plan::without_ledgers(inputs, &args.paths);
    if inputs.len() > 1 && inputs.contains(&Input::Stdin) {
        bail!(
            "files are restored in place, and what is piped in goes to standard output: not both in one run"
        );
    }
    plan::keep_out(&args.ledger, &args.paths, &mut inputs, None)?;
    Ok(inputs)
}

/// All of standard input, which may be more than memory holds.
fn read_stdin() -> io::Result<File> {
    let mut text = spool()?;
    io::copy(&mut io::stdin().lock(), &mut text)?;
    Ok(text)
}

fn tell_cuts(args: &Restore, index: &Index) {
    let (ledger, cuts) = (visible_path(&args.ledger), index.cuts());
    for line in cuts.iter().take(MOST_CUTS) {
        console::note(&format!("{ledger}:{line}: not whole, so left out; the rest is used"));
    }
    if cuts.len() > MOST_CUTS {
        console::note(&format!("{ledger}: {} more lines are not whole", cuts.len() - MOST_CUTS));
    }
}

struct Work<'a> {
    args: &'a Restore,
    index: &'a Index,
    /// What the places of files are told from.
    home: Home,
    /// Where it is entered that a part was put back.
    ledger: Option<Ledger>,
    folders: Folders,
    /// Files in folders that the ledger does not know.
    unknown: u64,
    console: &'a mut Console,
}

impl Work<'_> {
    /// From standard input to standard output: all of it, or nothing.
    fn filter(&mut self, file: File) -> Result<()> {
        let path = self.args.stdin_filename.as_deref();
        let label = path.map_or_else(|| STDIN.to_owned(), visible_path);
        let name = path.map_or_else(|| STDIN.to_owned(), name_of);
        let place = path.map(|path| self.home.place_of(path));
        let mut text = Text::new(file, name, place).with_context(|| label.clone())?;
        let change = match text.change(self.args, self.index, false) {
            Err(error) if is_unknown(&error) && self.holds_records(path) => {
                let restored = records::restore(self.args, &label, &mut text)?;
                return self.print(restored);
            }
            change => change.with_context(|| label.clone())?,
        };
        if let Change::Nothing = change {
            self.tell_left(&label);
            return self.print(text.file);
        }
        let mut new = spool()?;
        text.write(&change, self.ledger.as_mut(), &mut new).with_context(|| label.clone())?;
        self.print(new)
    }

    /// Whether what is piped in is JSON Lines that need not be a whole file. Some rules alone cannot be undone in them.
    fn holds_records(&self, path: Option<&Path>) -> bool {
        let format = match self.args.format {
            FormatChoice::Auto => path.map_or(Format::Text, Format::of),
            FormatChoice::Text => Format::Text,
            FormatChoice::Jsonl => Format::JsonLines,
        };
        format == Format::JsonLines && self.args.only.is_empty()
    }

    fn print(&mut self, mut text: File) -> Result<()> {
        text.rewind()?;
        self.console.print(|out| io::copy(&mut text, out).map(drop))
    }

    /// Files, in place. One that fails does not stop the others.
    fn files(&mut self, inputs: &[Input]) -> Result<Exit> {
        // files are still to be written when nobody reads what is printed of them
        self.console.outlive_reader();
        let mut exit = Exit::Clean;
        for input in inputs {
            let Input::File(path) = input else { continue };
            let is_found = !self.args.paths.contains(path);
            if let Err(error) = self.in_place(path, is_found).with_context(|| visible_path(path)) {
                if error.is::<Closed>() {
                    return Err(error);
                }
                self.console.flush()?;
                console::error(&error);
                exit = Exit::Trouble;
                if is_unknown(&error) && Format::of(path) == Format::JsonLines {
                    let name = visible_path(path);
                    console::note(&format!(
                        "its records may be known one by one: unscrape restore … --stdin-filename {name} < {name}"
                    ));
                }
            }
        }
        self.folders.flush();
        match self.unknown {
            0 => {}
            1 => console::note("1 file was left that the ledger does not know; -v names it"),
            n => console::note(&format!("{n} files were left that the ledger does not know; -v names them")),
        }
        Ok(exit)
    }

    /// A file, which is replaced whole or not at all.
    fn in_place(&mut self, path: &Path, is_found: bool) -> Result<()> {
        let label = visible_path(path);
        // opening a pipe would wait for a writer
        if !std::fs::metadata(path)?.is_file() {
            bail!("is no regular file; pipe it in to restore it");
        }
        let mut text = Text::new(File::open(path)?, name_of(path), Some(self.home.place_of(path)))?;
        let change = match text.change(self.args, self.index, is_found) {
            // a folder may hold what never was cleaned
            Err(error) if is_found && matches!(error.downcast_ref(), Some(RestoreError::Unknown)) => {
                self.unknown += 1;
                if self.args.verbose {
                    console::note(&format!("{label}: the ledger does not know it; left as it is"));
                }
                return Ok(());
            }
            change => change?,
        };
        if let Change::Nothing = change {
            self.tell_left(&label);
            return Ok(());
        }
        self.folders.prepare(path);
        let mut new = Replacement::new(path)?;
        text.write(&change, self.ledger.as_mut(), &mut new)?;
        new.commit_over(text.digest)?;
        if self.args.quiet { Ok(()) } else { self.console.line(&format!("{label}: {change}")) }
    }

    fn tell_left(&self, label: &str) {
        if self.args.verbose {
            console::note(&format!("{label}: nothing to put back"));
        }
    }
}

/// Whether the ledger does not know a text.
fn is_unknown(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(RestoreError::Unknown | RestoreError::Changed { .. }))
}
