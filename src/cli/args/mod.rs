//! What can be typed.

mod choices;
mod clean;
mod restore;

pub(crate) use choices::{FindingsFormat, FormatChoice};
pub(crate) use clean::{Cleaning, Input, Output, Running};
pub(crate) use restore::Restore;

use super::values;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  unscrape article.txt                  print the cleaned article
  scrape URL | unscrape > article.md    clean what comes through a pipe
  unscrape --write articles/            clean files in place
  unscrape --check --diff articles/     show what would change, write nothing
  zcat crawl.jsonl.gz | unscrape --format jsonl --field body
  unscrape --check --findings sarif articles/ > log.sarif
  unscrape --write --ledger l.jsonl articles/    keep what goes, to put it back with
  unscrape restore --ledger l.jsonl articles/
  unscrape rules glued-sentence         why a rule is there and what it keeps

Exit status: 0 clean or written, 1 --check or --diff found changes, 2 trouble.";

const CONFIG_EXAMPLES: &str = "\
Examples:
  unscrape config                                   what holds here
  unscrape config wiki/page.md                      what holds for a file
  unscrape config --schema > unscrape.schema.json   for editors; it tells all keys

A configuration is an unscrape.toml such as this one:

  exclude = [\"drafts/\"]
  protect = [\"^Photo: \"]
  [rules]
  promo-line = false";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  unscrape completions bash > ~/.local/share/bash-completion/completions/unscrape
  unscrape completions zsh > ~/.zfunc/_unscrape   in a folder of $fpath
  unscrape completions fish > ~/.config/fish/completions/unscrape.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  unscrape man > ~/.local/share/man/man1/unscrape.1   for `man unscrape`
  unscrape man | man -l -                             read it at once";

/// Clean scraped articles: take away what the scraper left and what stands there twice, and nothing else.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
#[command(subcommand_negates_reqs = true, disable_help_subcommand = true, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) clean: Clean,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the rules, or explain one
    Rules {
        /// The rule to explain
        #[arg(value_parser = values::explained_rule(), hide_possible_values = true)]
        id: Option<String>,
    },
    /// Print what holds for a path, as TOML, each value with who said so
    #[command(after_help = CONFIG_EXAMPLES)]
    Config(ConfigArgs),
    /// Put back what was taken away, by what a ledger says
    Restore(Restore),
    /// Print what a shell needs to complete options, rules and policies
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell: bash, elvish, fish, powershell or zsh
        #[arg(hide_possible_values = true)]
        shell: Shell,
    },
    /// Print the manual page
    #[command(after_help = MAN_EXAMPLES)]
    Man,
}

#[derive(Args, Debug)]
pub(crate) struct ConfigArgs {
    /// The file or folder that is asked about; it need not exist [default: this folder]
    #[arg(value_name = "PATH")]
    pub(crate) path: Option<PathBuf>,

    /// Print the JSON schema of unscrape.toml, for editors
    #[arg(long, conflicts_with = "path")]
    pub(crate) schema: bool,

    #[command(flatten, next_help_heading = "What would be typed for cleaning")]
    pub(crate) cleaning: Cleaning,
}

#[derive(Args, Debug)]
pub(crate) struct Clean {
    /// Files, folders, or `-` for standard input; without any, what is piped in
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten, next_help_heading = "Output")]
    pub(crate) output: Output,

    #[command(flatten, next_help_heading = "Input")]
    pub(crate) input: Input,

    #[command(flatten, next_help_heading = "Cleaning")]
    pub(crate) cleaning: Cleaning,

    #[command(flatten, next_help_heading = "Running")]
    pub(crate) running: Running,
}
