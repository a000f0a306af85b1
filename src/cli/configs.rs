//! Which configuration holds for an input.

use super::args::Cleaning;
use anyhow::Result;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use unscrape::config::{At, Config, Effective, Finder, relative};
use unscrape::options::{Options, Policy};
use unscrape::output::visible_path;
use unscrape::rules;

/// A configuration that was read.
pub(crate) struct Read {
    /// The file, if there is one.
    pub(crate) file: Option<PathBuf>,
    pub(crate) config: Config,
    /// Whether it was named, and not found beside the texts.
    is_named: bool,
}

impl Read {
    /// Where the file `path` is from the folder in which the patterns of the configuration begin: its own, or the current
    /// one if it was named.
    pub(crate) fn place_of(&self, path: Option<&Path>) -> Option<PathBuf> {
        let base = if self.is_named { Path::new("") } else { self.file.as_ref()?.parent()? };
        relative(path?, base)
    }

    /// The pattern because of which the file is left alone, as `unscrape.toml:4`.
    pub(crate) fn excludes(&self, place: Option<&Path>) -> Option<String> {
        self.told(self.config.exclude.matching(place?)?)
    }

    /// The same for the files in a folder, as far as nothing is said of one of them.
    pub(crate) fn excludes_folder(&self, folder: &Path) -> Option<String> {
        // links to folders are followed for what is in them
        let inside = self.place_of(Some(&folder.join("file")))?;
        self.told(self.config.exclude.matching_folder(inside.parent()?)?)
    }

    fn told(&self, pattern: &At<String>) -> Option<String> {
        Some(format!("{}:{}", visible_path(self.file.as_ref()?), pattern.position.line))
    }
}

/// Configurations, each read once.
pub(crate) struct Configs<'a> {
    asked: &'a Cleaning,
    is_verbose: bool,
    finder: Finder,
    read: HashMap<Option<PathBuf>, Arc<Read>>,
    /// By the configuration and the tables of it that concern the path.
    options: HashMap<(Option<PathBuf>, Vec<usize>), Arc<Options>>,
}

impl<'a> Configs<'a> {
    pub(crate) fn new(asked: &'a Cleaning, is_verbose: bool) -> Self {
        Self { asked, is_verbose, finder: Finder::new(), read: HashMap::new(), options: HashMap::new() }
    }

    /// What is to be done to the text at `path`, and because of what nothing is.
    pub(crate) fn options(&mut self, path: Option<&Path>) -> Result<(Arc<Options>, Option<String>)> {
        let read = self.read(path.and_then(Path::parent).unwrap_or(Path::new("")))?;
        // most configurations say nothing of paths
        let is_of_paths = !read.config.per_path.is_empty() || !read.config.exclude.patterns().is_empty();
        let place = is_of_paths.then(|| read.place_of(path)).flatten();
        let excluded = if self.asked.no_exclude { None } else { read.excludes(place.as_deref()) };
        let key = (read.file.clone(), read.config.concerning(place.as_deref()));
        let options = self.options.entry(key).or_insert_with(|| {
            let effective = typed(Effective::of(&read.config, place.as_deref()), self.asked);
            let mut options = effective.options();
            options.report = self.is_verbose || options.duplicates == Policy::Report;
            Arc::new(options)
        });
        Ok((Arc::clone(options), excluded))
    }

    /// The configuration for texts in a folder.
    pub(crate) fn read(&mut self, folder: &Path) -> Result<Arc<Read>> {
        let file = match &self.asked.config {
            _ if self.asked.isolated => None,
            Some(file) => Some(file.clone()),
            None => self.finder.find(folder).map(Path::to_owned),
        };
        if let Some(read) = self.read.get(&file) {
            return Ok(Arc::clone(read));
        }
        let config = match &file {
            Some(file) => Config::read(file, &rules::ids())?,
            None => Config::default(),
        };
        let read = Arc::new(Read { file: file.clone(), config, is_named: self.asked.config.is_some() });
        self.read.insert(file, Arc::clone(&read));
        Ok(read)
    }
}

/// What is typed goes before what is configured.
pub(crate) fn typed(mut effective: Effective, asked: &Cleaning) -> Effective {
    if asked.only.is_some() {
        effective.switch_all_off();
    }
    let on = asked.only.iter().flatten().chain(&asked.enable).map(|id| (id, true));
    for (id, on) in on.chain(asked.disable.iter().map(|id| (id, false))) {
        effective.switch(id, on);
    }
    effective.duplicates.typed(asked.duplicates);
    effective.threshold.typed(asked.threshold);
    effective.suspect.typed(asked.suspect.then_some(true));
    effective
}
