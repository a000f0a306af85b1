//! What is known of an article beside its text.

/// What an article's record or front matter says of it: evidence for what may stand there a second time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The headline.
    pub title: Option<String>,
    /// The summary, also called description, excerpt or deck.
    pub description: Option<String>,
}

impl About {
    /// Nothing is known.
    pub fn none() -> &'static Self {
        static NONE: About = About { title: None, description: None };
        &NONE
    }

    /// What is known here, and what only `other` knows.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { title: self.title.or(other.title), description: self.description.or(other.description) }
    }
}
