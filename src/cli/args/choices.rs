//! Words that an option takes.

use clap::ValueEnum;
use unscrape::findings::Format;

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
