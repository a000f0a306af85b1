//! What the program does to a line of JSON Lines.

use unscrape::Options;
use unscrape::input::jsonl::{AboutFields, FieldPath, FieldPathError, Line, Record};

/// How records are read and cleaned.
pub(crate) struct Cleaning {
    options: Options,
    field: FieldPath,
    about: AboutFields,
}

impl Cleaning {
    pub(crate) fn new(options: Options) -> Result<Self, FieldPathError> {
        Ok(Self { options, field: "text".parse()?, about: AboutFields::default() })
    }

    /// The line with its document cleaned: read, cleaned and written as the program does it.
    pub(crate) fn line(&self, line: &str) -> String {
        let Ok(Line::Record(record)) = Record::parse(line.as_bytes(), &self.field) else {
            return line.to_owned();
        };
        let cleaned = unscrape::clean_about(record.text(), &record.about(&self.about), &self.options);
        record.apply(&record.without_joined_halves(cleaned.edits))
    }
}
