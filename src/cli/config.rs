//! `unscrape config`: what holds for a path, and who said so.

use super::args::ConfigArgs;
use super::configs::{Configs, typed};
use super::console::Console;
use super::settings::check_rules;
use anyhow::Result;
use std::fmt::Display;
use std::path::Path;
use unscrape::config::{Effective, Globs, Source, Sourced, schema};
use unscrape::output::{visible, visible_path};

/// The width of a line up to the comment with the source.
const WIDTH: usize = 40;

/// Prints what holds, as TOML; or the JSON schema of the file.
pub(super) fn config(args: &ConfigArgs, console: &mut Console) -> Result<()> {
    if args.schema {
        return console.line(&schema());
    }
    check_rules(&args.cleaning)?;
    // what holds for a folder holds for the files in it, unless a pattern says something of them
    let is_folder = args.path.as_deref().is_none_or(Path::is_dir);
    let path = args.path.as_deref().unwrap_or(Path::new(""));
    let folder = if is_folder { path } else { path.parent().unwrap_or(path) };
    let mut configs = Configs::new(&args.cleaning, false);
    let read = configs.read(folder)?;
    let place = if is_folder { None } else { read.place_of(Some(path)) };
    let effective = typed(Effective::of(&read.config, place.as_deref()), &args.cleaning);
    let name = read.file.as_deref().map(visible_path);
    console.line(&format!("# {}", name.as_deref().unwrap_or("no configuration file")))?;
    let excluded = if is_folder { read.excludes_folder(path) } else { read.excludes(place.as_deref()) };
    if let (Some(pattern), false) = (excluded, args.cleaning.no_exclude) {
        let name = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        console.line(&format!("# {} is left alone: excluded by {pattern}", visible_path(name)))?;
    }
    let file_name = read.file.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy());
    let printer = Printer { console, file: file_name.as_deref().unwrap_or_default() };
    printer.print(&effective, &read.config.exclude)
}

struct Printer<'a> {
    console: &'a mut Console,
    file: &'a str,
}

impl Printer<'_> {
    fn print(mut self, effective: &Effective, exclude: &Globs) -> Result<()> {
        self.value("duplicates", &effective.duplicates, |policy| quoted(policy.name()))?;
        self.value("threshold", &effective.threshold, ToString::to_string)?;
        self.value("suspect", &effective.suspect, ToString::to_string)?;
        self.value("protect", &effective.protect, |protect| list(protect.patterns()))?;
        let patterns: Vec<&String> = exclude.patterns().iter().map(|pattern| &pattern.value).collect();
        let source = exclude.patterns().first().map_or(Source::Default, |first| Source::File(first.position));
        self.line("exclude", &list(&patterns), source)?;
        self.console.line("\n[rules]")?;
        for (id, on) in effective.rules() {
            self.value(id, on, ToString::to_string)?;
        }
        if !effective.phrases.is_empty() {
            self.console.line("\n[phrases]")?;
        }
        for (id, phrases) in &effective.phrases {
            self.value(id, phrases, |phrases| {
                list(&phrases.iter().map(unscrape::rules::phrases::Phrase::written).collect::<Vec<_>>())
            })?;
        }
        Ok(())
    }

    fn value<T>(&mut self, key: &str, value: &Sourced<T>, shown: impl Fn(&T) -> String) -> Result<()> {
        self.line(key, &shown(&value.value), value.source)
    }

    fn line(&mut self, key: &str, value: &str, source: Source) -> Result<()> {
        let entry = format!("{key} = {value}");
        let source: &dyn Display = match source {
            Source::Default => &"default",
            Source::Typed => &"command line",
            Source::File(position) => &format!("{}:{}", visible(self.file), position.line),
        };
        self.console.line(&format!("{entry:WIDTH$} # {source}"))
    }
}

fn list(items: &[impl AsRef<str>]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

/// A string of TOML. What a terminal would obey is written as `\u…` there.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            _ if visible(char.encode_utf8(&mut [0; 4])) != char.to_string() => {
                quoted.extend(format!("\\U{:08X}", u32::from(char)).chars());
            }
            _ => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}
