//! What may follow the words of a phrase: names a closed list cannot hold.

use super::phrase::PhraseError;

/// What stands after the words of a phrase, to the end of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// The title of another article, after a mark.
    Title,
    /// Names of people.
    Name,
    /// A date.
    Date,
}

impl Tail {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Date as usize + 1;

    /// A phrase without what follows its words, and what that is.
    pub(super) fn split(written: &str) -> Result<(&str, Option<Self>), PhraseError> {
        if let Some(label) = written.strip_suffix("<title>") {
            let label = label.trim_end().strip_suffix([':', '：']).ok_or(PhraseError::Title)?;
            return Ok((label, Some(Self::Title)));
        }
        let tails = [("<name>", Self::Name), ("<date>", Self::Date)];
        let found =
            tails.into_iter().find_map(|(mark, tail)| Some((written.strip_suffix(mark)?, Some(tail))));
        Ok(found.unwrap_or((written, None)))
    }
}
