//! The options for cleaning, in the groups of `--help`.

use super::{FindingsFormat, FormatChoice};
use crate::cli::values;
use clap::{Args, ColorChoice};
use std::path::PathBuf;
use unscrape::input::jsonl::FieldPath;
use unscrape::input::{Encoding, MaxBytes};
use unscrape::options::{Policy, Threshold};

#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub(crate) struct Output {
    /// Write cleaned files in place, and print a line for each that changed
    #[arg(short, long, conflicts_with_all = ["check", "diff", "to"])]
    pub(crate) write: bool,

    /// Write nothing; exit 1 if anything would change
    #[arg(long, conflicts_with = "to")]
    pub(crate) check: bool,

    /// Write nothing; print what would change as a unified diff, each hunk with its rules; exit 1 if anything would
    #[arg(long, conflicts_with = "to")]
    pub(crate) diff: bool,

    /// Write the cleaned text to FILE, whole or not at all
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,

    /// Tell every finding, with its place, in the place of the lines for each file: as text, json (JSON Lines), github
    /// (annotations of a workflow) or sarif; on standard error where the cleaned text goes to standard output
    #[arg(long, value_enum, value_name = "FORMAT", hide_possible_values = true, conflicts_with = "diff")]
    pub(crate) findings: Option<FindingsFormat>,

    /// Append what is taken away to the ledger FILE, for `unscrape restore`; it is on the disk before a file is replaced
    #[arg(long, value_name = "FILE", conflicts_with_all = ["check", "diff"])]
    pub(crate) ledger: Option<PathBuf>,

    /// With --write, exit 1 if a file was changed
    #[arg(hide_short_help = true, long, requires = "write")]
    pub(crate) exit_non_zero_on_fix: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Input {
    /// How documents stand in the input; auto: by the file's name, and text where there is none
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    #[arg(help = "How documents stand in the input: auto, text or jsonl; auto goes by the file's name")]
    pub(crate) format: FormatChoice,

    /// In JSON Lines, the field that holds the text; `a.b` for a field in an object
    #[arg(long, default_value = "text", value_name = "NAME")]
    pub(crate) field: FieldPath,

    /// In JSON Lines, the field that holds the title, evidence for what stands there twice; no other counts then
    /// [default: title, else headline]
    #[arg(hide_short_help = true, long, value_name = "NAME")]
    pub(crate) title_field: Option<FieldPath>,

    /// The same for the description [default: description, else summary or excerpt]
    #[arg(hide_short_help = true, long, value_name = "NAME")]
    pub(crate) description_field: Option<FieldPath>,

    /// The same for the author, or a list of authors [default: author, else byline or authors]
    #[arg(hide_short_help = true, long, value_name = "NAME")]
    pub(crate) author_field: Option<FieldPath>,

    /// In JSON Lines, pass records that cannot be read through untouched, and count them
    #[arg(hide_short_help = true, long)]
    pub(crate) skip_invalid: bool,

    /// Decode the input from another encoding (any WHATWG label); the output is UTF-8
    #[arg(hide_short_help = true, long, value_name = "LABEL")]
    pub(crate) encoding: Option<Encoding>,

    /// The most bytes that a text, or a line of JSON Lines, may have: K, M and G are powers of 1024
    #[arg(hide_short_help = true, long, value_name = "N", default_value_t)]
    pub(crate) max_bytes: MaxBytes,

    /// The name that standard input goes by: for its format, its configuration and in reports
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Cleaning {
    /// Switch rules on
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    #[arg(value_parser = values::rule(&[]), hide_possible_values = true)]
    pub(crate) enable: Vec<String>,

    /// Switch rules off
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    #[arg(value_parser = values::rule(&[]), hide_possible_values = true)]
    pub(crate) disable: Vec<String>,

    /// Run these rules and no others; `none` for no rule
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    #[arg(value_parser = values::rule(&["none"]), hide_possible_values = true)]
    pub(crate) only: Option<Vec<String>>,

    /// What becomes of paragraphs that stand there twice: safe, all, report or off [default: safe]
    #[arg(long, value_name = "POLICY", value_parser = values::policy(), hide_possible_values = true)]
    pub(crate) duplicates: Option<Policy>,

    /// How alike paragraphs must be to count as nearly equal, 0.75 to 1 [default: 0.9]
    #[arg(hide_short_help = true, long, value_name = "SHARE")]
    pub(crate) threshold: Option<Threshold>,

    /// Name lines that look like the headline of another article; they stay, and the exit status is not changed
    #[arg(hide_short_help = true, long)]
    pub(crate) suspect: bool,

    /// Read this configuration and no other [default: the nearest unscrape.toml or .unscrape.toml]
    #[arg(hide_short_help = true, long, value_name = "FILE", conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration
    #[arg(hide_short_help = true, long)]
    pub(crate) isolated: bool,

    /// Clean files too that the configuration excludes
    #[arg(hide_short_help = true, long)]
    pub(crate) no_exclude: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Running {
    /// How many threads work [default: one for each core]
    #[arg(hide_short_help = true, short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,

    /// Say less: no line for each file
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// Say more: every edit with its rule and evidence, and what was seen and left alone
    #[arg(short, long)]
    pub(crate) verbose: bool,

    /// Colour in diffs: auto (on a terminal, unless `NO_COLOR` is set), always or never
    #[arg(long, default_value_t = ColorChoice::Auto, value_name = "WHEN", hide_possible_values = true)]
    #[arg(hide_short_help = true, hide_default_value = true)]
    pub(crate) color: ColorChoice,
}
