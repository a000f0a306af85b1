//! `unscrape man`: the manual page, made of what can be typed and of what `--help` says of it.

use super::args::Cli;
use super::console::Console;
use anyhow::Result;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::fmt::Write as _;
use std::io;

/// What the page says besides.
const DESCRIPTION: &str = "\
Without options the cleaned text goes to standard output, and nothing else does. Nothing is changed but by an edit that \
names its rule: see --diff and --verbose. What was cleaned once is left alone the next time.

The rules are listed by `unscrape rules`. They are switched on and off with options, or in the nearest unscrape.toml: \
in the folder of the text, or in one above it.";

/// Parts the examples from the exit statuses in what stands below the options.
const EXIT_STATUS: &str = "\n\nExit status: ";

/// Prints the page, in roff.
pub(crate) fn man(console: &mut Console) -> Result<()> {
    console.write(page()?.as_bytes())
}

fn page() -> io::Result<String> {
    let mut cli = Cli::command();
    cli.build();
    let cli = whole(cli).mut_subcommands(whole);
    // only now: the help of --help depends on it
    let cli = cli.long_about(DESCRIPTION);
    // an empty argument has to be quoted, which the crate leaves out
    let man = with_usage(&cli).date("\"\"").manual("User Commands");
    let mut page = Roff::new().render();
    page += &section(|out| man.render_title(out))?;
    page += &section(|out| man.render_name_section(out))?;
    page += &section(|out| man.render_synopsis_section(out))?;
    page += &section(|out| man.render_description_section(out))?;
    // the headings that --help groups options under are headings within OPTIONS
    page += &section(|out| man.render_options_section(out))?.replace("\n.SH ", "\n.SS ");
    page += &Roff::new().control("SH", ["COMMANDS"]).to_roff();
    for command in cli.get_subcommands() {
        page += &subcommand(command)?;
    }
    page += &exit_status(&cli);
    page += &Roff::new().control("SH", ["EXAMPLES"]).to_roff();
    page += &examples(&cli);
    Ok(ascii(&page))
}

/// With what `-h` leaves to `--help`.
fn whole(command: Command) -> Command {
    command.mut_args(|arg| arg.hide_short_help(false))
}

/// With the synopsis of `--help`: that of the crate spells out every option.
fn with_usage(command: &Command) -> Man {
    let usage = command.clone().render_usage().to_string();
    Man::new(command.clone().override_usage(usage.trim_start_matches("Usage: ").to_owned()))
}

/// One section. The preamble that the crate puts before each is needed once.
fn section(render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    render(&mut bytes)?;
    let section = String::from_utf8(bytes).map_err(io::Error::other)?;
    Ok(section.trim_start_matches(&Roff::new().render()).to_owned())
}

fn subcommand(command: &Command) -> io::Result<String> {
    let man = with_usage(command);
    let body =
        |section: String| section.split_once('\n').map_or_else(String::new, |(_, body)| body.to_owned());
    let mut text = Roff::new().control("SS", [command.get_name()]).to_roff();
    text += &body(section(|out| man.render_synopsis_section(out))?);
    text += ".PP\n";
    text += &body(section(|out| man.render_description_section(out))?);
    // a heading here would be one of the page
    text += &body(section(|out| man.render_options_section(out))?).replace("\n.SH ", "\n.PP\n.B ");
    let examples = examples(command);
    if !examples.is_empty() {
        text += ".PP\nExamples:\n";
        text += &examples;
    }
    Ok(text)
}

/// What stands below the options: the examples, and the exit statuses if they are its own.
fn below(command: &Command) -> (String, Option<String>) {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    match text.split_once(EXIT_STATUS) {
        Some((examples, statuses)) => (examples.to_owned(), Some(statuses.to_owned())),
        None => (text, None),
    }
}

fn exit_status(cli: &Command) -> String {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for command in [cli].into_iter().chain(cli.get_subcommands()) {
        let Some(statuses) = below(command).1 else { continue };
        if command.get_name() != cli.get_name() {
            let title = command.get_bin_name().unwrap_or_else(|| command.get_name());
            roff.control("PP", []).text([roman("Of "), bold(title), roman(":")]);
        }
        // each goes from its number to the next one
        let starts = statuses.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
        let ends = starts.clone().skip(1).chain([statuses.len()]);
        for (start, end) in starts.zip(ends) {
            let (number, meaning) = statuses[start..end].split_at(1);
            let meaning = meaning.trim_matches([' ', ',', ';', '.']);
            roff.control("TP", []).text([bold(number)]).text([roman(meaning)]);
        }
    }
    roff.to_roff()
}

fn examples(command: &Command) -> String {
    let mut roff = Roff::new();
    for line in below(command).0.lines().skip(1) {
        // three blanks part a command from what it does
        let (typed, why) = line.trim().split_once("   ").unwrap_or((line.trim(), ""));
        roff.control("TP", []).text([bold(typed)]);
        if !why.is_empty() {
            roff.text([roman(why.trim())]);
        }
    }
    roff.to_roff()
}

/// In ASCII alone, so that it does not matter in which encoding the page is read.
fn ascii(page: &str) -> String {
    page.chars().fold(String::with_capacity(page.len()), |mut page, c| {
        if c.is_ascii() {
            page.push(c);
        } else {
            let _ = write!(page, "\\[u{:04X}]", u32::from(c));
        }
        page
    })
}
