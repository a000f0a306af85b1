//! What can be typed behind `restore`.

use super::FormatChoice;
use crate::cli::values;
use clap::Args;
use std::path::PathBuf;
use unscrape::input::MaxBytes;
use unscrape::input::jsonl::FieldPath;

const RESTORE_EXAMPLES: &str = "\
Examples:
  unscrape restore --ledger l.jsonl articles/            put everything back, in place
  unscrape restore --ledger l.jsonl < new.txt > old.txt
  unscrape restore --ledger l.jsonl --only empty-image article.md
  unscrape restore --ledger l.jsonl --run 2 article.md   undo run 2 and those after it

Exit status: 0 restored, or nothing to restore; 2 trouble.";

#[derive(Args, Debug)]
#[command(after_help = RESTORE_EXAMPLES)]
pub(crate) struct Restore {
    /// Files and folders to restore in place; `-` or none: what is piped in goes to standard output
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// The ledger that `--ledger` wrote when the texts were cleaned
    #[arg(long, value_name = "FILE")]
    pub(crate) ledger: PathBuf,

    /// Put back only what these rules took; it is entered in the ledger, so the rest can still be put back
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    #[arg(value_parser = values::explained_rule(), hide_possible_values = true)]
    pub(crate) only: Vec<String>,

    /// Go back to what run N found, and not to the oldest text that is known
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) run: Option<u64>,

    /// For what is piped in: auto, text or jsonl; in jsonl, records that have left their file are found one by one
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(crate) format: FormatChoice,

    /// In such records, the field that holds the text
    #[arg(long, default_value = "text", value_name = "NAME")]
    pub(crate) field: FieldPath,

    /// Pass such records through that the ledger does not know, and count them: cleaning left them as they were, or they
    /// were changed since
    #[arg(long)]
    pub(crate) skip_unknown: bool,

    /// The name that standard input had when it was cleaned, if that is needed to tell texts apart
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<PathBuf>,

    /// The most bytes that a file may have with --only, or a line of JSON Lines
    #[arg(long, value_name = "N", default_value_t)]
    pub(crate) max_bytes: MaxBytes,

    /// Say less: no line for each file
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// Say more: which runs were undone, and what was left as it is
    #[arg(short, long)]
    pub(crate) verbose: bool,
}
