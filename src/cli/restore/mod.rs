//! `unscrape restore`: what a ledger knows is put back.

mod records;

use super::args::{FormatChoice, Restore};
use super::console::{self, Console};
use super::exit::Exit;
use super::folders::Folders;
use super::plan;
use super::settings::{check_rule, shown};
use super::tally::Tally;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, IsTerminal, Seek, Write};
use std::path::Path;
use unscrape::digest::{Digest, Digesting};
use unscrape::edit::{Edit, Edits};
use unscrape::input::{Format, Input, paths};
use unscrape::ledger::{Asked, Edited, Entry, Ledger, What};
use unscrape::output::{Replacement, spool};
use unscrape::restore::{Index, Name, RestoreError, WayBack};

/// The name of standard input, in a ledger too.
const STDIN: &str = "<stdin>";

/// Restores all inputs. One that fails does not stop the others.
pub(super) fn restore(args: &Restore, console: &mut Console) -> Result<Exit> {
    let inputs = inputs(args)?;
    // what is piped in may come from a run that is still entering it
    let piped = if inputs.contains(&Input::Stdin) { Some(read_stdin().context(STDIN)?) } else { None };
    let index = Index::read(&args.ledger)?;
    for line in index.cuts() {
        console::note(&format!("{}:{line}: not whole, so left out; the rest is used", shown(&args.ledger)));
    }
    if let Some(run) = args.run.filter(|run| *run > index.last_run()) {
        bail!("{}: there is no run {run}, the last one is {}", shown(&args.ledger), index.last_run());
    }
    let ledger = if args.only.is_empty() { None } else { Some(Ledger::open(&args.ledger)?) };
    let mut work =
        Work { args, index: &index, ledger, folders: Folders::default(), put_back: BTreeSet::new(), console };
    let mut exit = Exit::Clean;
    if let Some(text) = piped {
        work.filter(text)?;
    }
    for input in &inputs {
        let Input::File(path) = input else { continue };
        let done = work.in_place(path);
        match done {
            Err(error) if !error.is::<super::Closed>() => {
                work.console.flush()?;
                console::error(&error);
                exit = Exit::Trouble;
            }
            done => done?,
        }
    }
    work.folders.flush();
    // another version may have had a rule that this one does not have: then the ledger knows it
    args.only.iter().filter(|id| !work.put_back.contains(*id)).try_for_each(|id| check_restorable(id))?;
    Ok(exit)
}

fn check_restorable(id: &str) -> Result<()> {
    if id == unscrape::duplicates::RULE { Ok(()) } else { check_rule(id) }
}

fn inputs(args: &Restore) -> Result<Vec<Input>> {
    if args.paths.is_empty() && io::stdin().is_terminal() {
        bail!("nothing to restore: name files or folders, or pipe a text in");
    }
    let mut inputs = if args.paths.is_empty() { vec![Input::Stdin] } else { paths::resolve(&args.paths)? };
    if inputs.len() > 1 && inputs.contains(&Input::Stdin) {
        bail!(
            "files are restored in place, and what is piped in goes to standard output: not both in one run"
        );
    }
    plan::keep_out(&args.ledger, &args.paths, &mut inputs, None)?;
    Ok(inputs)
}

struct Work<'a> {
    args: &'a Restore,
    index: &'a Index,
    /// Where it is entered that a part was put back.
    ledger: Option<Ledger>,
    folders: Folders,
    /// The rules of which something was put back.
    put_back: BTreeSet<String>,
    console: &'a mut Console,
}

impl Work<'_> {
    /// From standard input to standard output: all of it, or nothing.
    fn filter(&mut self, mut text: File) -> Result<()> {
        let path = self.args.stdin_filename.as_deref().unwrap_or(Path::new(STDIN));
        let (name, label) = (path.to_string_lossy(), shown(path));
        let digest = digest(&mut text).with_context(|| label.clone())?;
        let called = Name { file: &name, record: None };
        let way = match self.index.way_back(digest, called, self.args.run) {
            Err(RestoreError::Unknown | RestoreError::Changed { .. }) if self.holds_records(path) => {
                let mut restored = records::restore(self.args, &name, &label, &mut text)?;
                return self.print(&mut restored);
            }
            way => way.with_context(|| label.clone())?,
        };
        let Some(way) = way else {
            self.tell_left(&label);
            return self.print(&mut text);
        };
        if self.args.only.is_empty() {
            let mut restored = spool()?;
            way.undo(&mut text, &mut restored).with_context(|| label.clone())?;
            return self.print(&mut restored);
        }
        let part = self.part(&way, &mut text, digest).with_context(|| label.clone())?;
        self.enter(&name, &part)?;
        self.console.write(part.new.as_bytes())
    }

    /// Whether what is piped in is JSON Lines that need not be a whole file. Some rules alone cannot be undone in them.
    fn holds_records(&self, path: &Path) -> bool {
        let format = match self.args.format {
            FormatChoice::Auto => Format::of(path),
            FormatChoice::Text => Format::Text,
            FormatChoice::Jsonl => Format::JsonLines,
        };
        format == Format::JsonLines && self.args.only.is_empty()
    }

    fn print(&mut self, text: &mut File) -> Result<()> {
        text.rewind()?;
        self.console.print(|out| io::copy(text, out).map(drop))
    }

    /// A file, which is replaced whole or not at all.
    fn in_place(&mut self, path: &Path) -> Result<()> {
        let (name, label) = (path.to_string_lossy(), shown(path));
        let mut file = File::open(path).with_context(|| label.clone())?;
        let digest = digest(&mut file).with_context(|| label.clone())?;
        let called = Name { file: &name, record: None };
        let way = match self.index.way_back(digest, called, self.args.run) {
            // a folder may hold what never was cleaned
            Err(RestoreError::Unknown) if !self.args.paths.iter().any(|named| named == path) => {
                if self.args.verbose {
                    console::note(&format!("{label}: the ledger does not know it; left as it is"));
                }
                return Ok(());
            }
            way => way.with_context(|| label.clone())?,
        };
        let Some(way) = way else {
            self.tell_left(&label);
            return Ok(());
        };
        self.folders.prepare(path);
        if self.args.only.is_empty() {
            let mut new = Replacement::new(path)?;
            way.undo(&mut file, &mut new).with_context(|| label.clone())?;
            new.commit_over_bytes(digest)?;
            return self.tell(&label, &restored(&way));
        }
        let part = self.part(&way, &mut file, digest).with_context(|| label.clone())?;
        if part.edits.is_empty() {
            self.tell_left(&label);
            return Ok(());
        }
        self.enter(&name, &part)?;
        let mut new = Replacement::new(path)?;
        new.write_all(part.new.as_bytes()).with_context(|| label.clone())?;
        new.commit_over_bytes(digest)?;
        let mut tally = Tally::default();
        tally.add(&part.edits);
        self.tell(&label, &format!("put back {tally}"))
    }

    /// What it is to put back what some rules took.
    fn part(&mut self, way: &WayBack, file: &mut File, digest: Digest) -> Result<Part> {
        file.rewind()?;
        let length = file.metadata()?.len();
        let bytes = self.args.max_bytes.read(&*file, Some(length))?;
        if Digest::of(&bytes) != digest {
            bail!("changed while it was being read; left as it is");
        }
        let text =
            String::from_utf8(bytes).map_err(|_| anyhow!("is not UTF-8, so no run can have written it"))?;
        let edits = way.undo_rules(&text, &self.args.only)?;
        let reasons = edits.iter().flat_map(Edit::reasons);
        self.put_back.extend(reasons.map(|reason| reason.rule.to_string()));
        let new = edits.apply(&text);
        Ok(Part { old: text, new, input: digest, edits })
    }

    /// Enters in the ledger what is put back, before it is written.
    fn enter(&mut self, name: &str, part: &Part) -> Result<()> {
        let Some(ledger) = self.ledger.as_mut().filter(|_| !part.edits.is_empty()) else { return Ok(()) };
        let entry = Entry {
            name,
            input: part.input,
            output: Digest::of(part.new.as_bytes()),
            decoded: None,
            what: What::Text(Edited { text: &part.old, edits: &part.edits, from: [0, 0] }),
        };
        let asked = Asked::Restore { only: self.args.only.clone() };
        ledger.append(&asked, &[entry])?;
        Ok(ledger.flush()?)
    }

    fn tell(&mut self, label: &str, what: &str) -> Result<()> {
        if self.args.quiet { Ok(()) } else { self.console.line(&format!("{label}: {what}")) }
    }

    fn tell_left(&self, label: &str) {
        if self.args.verbose {
            console::note(&format!("{label}: nothing to put back"));
        }
    }
}

/// A text of which a part was put back.
struct Part {
    old: String,
    new: String,
    input: Digest,
    /// Over the old text.
    edits: Edits,
}

fn restored(way: &WayBack) -> String {
    let runs: Vec<String> = way.runs().map(|run| run.to_string()).collect();
    let s = if runs.len() > 1 { "s" } else { "" };
    format!("restored, run{s} {} undone", runs.join(", "))
}

/// All of standard input, which may be more than memory holds.
fn read_stdin() -> io::Result<File> {
    let mut text = spool()?;
    io::copy(&mut io::stdin().lock(), &mut text)?;
    Ok(text)
}

/// The digest of a file, from its start.
fn digest(file: &mut File) -> io::Result<Digest> {
    file.rewind()?;
    let mut digesting = Digesting::default();
    io::copy(file, &mut digesting)?;
    Ok(digesting.finish())
}
