//! Where a field of a record is, the document or one beside it.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The keys that lead to a field: `text`, or `article.body` for `body` in the object `article`.
///
/// A key that holds a dot itself cannot be named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldPath {
    /// As it was written. It is not empty, and neither is a part between two dots.
    path: String,
}

impl FieldPath {
    /// The keys, outermost first; there is at least one.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.path.split('.')
    }

    /// The outermost key.
    pub(super) fn first(&self) -> &str {
        self.keys().next().unwrap_or_default()
    }

    /// The path as it was written.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// The path down to its `count`th key.
    pub(super) fn prefix(&self, count: usize) -> String {
        self.keys().take(count).collect::<Vec<_>>().join(".")
    }
}

impl FromStr for FieldPath {
    type Err = FieldPathError;

    /// # Errors
    /// If a key is empty, as in `a..b` or an empty path.
    fn from_str(path: &str) -> Result<Self, Self::Err> {
        if path.split('.').any(str::is_empty) {
            return Err(FieldPathError { path: path.to_owned() });
        }
        Ok(Self { path: path.to_owned() })
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.escape_debug().fmt(f)
    }
}

/// A path with an empty key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected keys with dots between them, such as `text` or `article.body`, found {path:?}")]
pub struct FieldPathError {
    /// What was given.
    pub path: String,
}
