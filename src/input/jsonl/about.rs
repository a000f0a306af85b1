//! What a record says of its article beside the text.
//!
//! It only ever serves as evidence: what is not understood, or is ambiguous, is as good as not there, and no error.

use super::fields::{Found, elements, find};
use super::record::descend;
use super::{FieldPath, Kind, Record, escape};
use crate::document::About;

/// The fields of a record that say something of its article.
///
/// Of one that is not named the usual ones are looked at, and the first that says something counts. Where one is named,
/// no other counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutFields {
    /// The title; else `title`, then `headline`.
    pub title: Option<FieldPath>,
    /// The description; else `description`, then `summary` and `excerpt`.
    pub description: Option<FieldPath>,
    /// The authors: a string, an object with a `name`, or a list of these; else `author`, then `byline` and `authors`.
    pub author: Option<FieldPath>,
}

impl AboutFields {
    /// The fields that are named, by what they say.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, &FieldPath)> {
        let named = [("title", &self.title), ("description", &self.description), ("author", &self.author)];
        named.into_iter().filter_map(|(what, field)| Some((what, field.as_ref()?)))
    }
}

/// The usual fields, in one list: one sweep through the record finds them.
pub(super) const USUAL: [&str; 8] = {
    let [title, headline] = About::TITLE_KEYS;
    let [description, summary, excerpt] = About::DESCRIPTION_KEYS;
    let [author, byline, authors] = About::AUTHOR_KEYS;
    [title, headline, description, summary, excerpt, author, byline, authors]
};

impl Record<'_> {
    /// What the record says of its article. A field that is the document, or holds it, says nothing: what is known must
    /// not change when the document does.
    pub fn about(&self, fields: &AboutFields) -> About {
        let (title, usual) = self.usual().split_at(About::TITLE_KEYS.len());
        let (description, author) = usual.split_at(About::DESCRIPTION_KEYS.len());
        About {
            title: self.said(fields.title.as_ref(), title, text),
            description: self.said(fields.description.as_ref(), description, text),
            authors: self.said(fields.author.as_ref(), author, names).unwrap_or_default(),
        }
    }

    /// What the field `named` says, as `read` understands it, or else the first of the usual ones that says something.
    fn said<T>(
        &self,
        named: Option<&FieldPath>,
        usual: &[Found],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let read = |json: &str| if self.is_in(json) { None } else { read(json) };
        match named {
            Some(path) => read(descend(self.root(), path).ok()??),
            None => usual.iter().find_map(|found| read(found.once()?)),
        }
    }
}

/// A string that says something.
fn text(json: &str) -> Option<String> {
    let literal = json.strip_prefix('"')?.strip_suffix('"')?;
    Some(escape::decode(literal).into_owned()).filter(|text| !text.trim().is_empty())
}

/// The names that a value gives, if it gives any.
fn names(json: &str) -> Option<Vec<String>> {
    let names: Vec<String> = match Kind::of(json) {
        Kind::Array => elements(json, About::MOST_AUTHORS).ok()?.into_iter().filter_map(name).collect(),
        _ => name(json).into_iter().collect(),
    };
    (!names.is_empty()).then_some(names)
}

/// A string, or the `name` of an object.
fn name(json: &str) -> Option<String> {
    match Kind::of(json) {
        Kind::Object => text(find(json, ["name"]).ok()?[0].once()?),
        _ => text(json),
    }
}
