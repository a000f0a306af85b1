//! What can be typed.

use super::values;
use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;
use unscrape::findings::Format;
use unscrape::input::jsonl::FieldPath;
use unscrape::input::{Encoding, MaxBytes};
use unscrape::options::{Policy, Threshold};

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

const RESTORE_EXAMPLES: &str = "\
Examples:
  unscrape restore --ledger l.jsonl articles/            put everything back, in place
  unscrape restore --ledger l.jsonl < new.txt > old.txt
  unscrape restore --ledger l.jsonl --only empty-image article.md
  unscrape restore --ledger l.jsonl --run 2 article.md   undo run 2 and those after it

Exit status: 0 restored, or nothing to restore; 2 trouble.";

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

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatChoice {
    #[default]
    Auto,
    Text,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingsFormat {
    Text,
    Json,
    Github,
    Sarif,
}

impl From<FindingsFormat> for Format {
    fn from(format: FindingsFormat) -> Self {
        match format {
            FindingsFormat::Text => Self::Text,
            FindingsFormat::Json => Self::Json,
            FindingsFormat::Github => Self::Github,
            FindingsFormat::Sarif => Self::Sarif,
        }
    }
}
