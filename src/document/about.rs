//! What is known of an article beside its text.

/// What an article's record or front matter says of it: evidence for what may stand there a second time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The headline.
    pub title: Option<String>,
    /// The summary, also called description, excerpt or deck.
    pub description: Option<String>,
    /// Who wrote it: names, or a byline that holds them, as they are written. Of a longer list, the first hundred.
    pub authors: Vec<String>,
}

impl About {
    /// Where a title is usually given. Of these and those below the first that says something counts.
    pub(crate) const TITLE_KEYS: [&str; 2] = ["title", "headline"];
    /// Where a description is.
    pub(crate) const DESCRIPTION_KEYS: [&str; 3] = ["description", "summary", "excerpt"];
    /// Where the authors are.
    pub(crate) const AUTHOR_KEYS: [&str; 3] = ["author", "byline", "authors"];
    /// No line names more authors, and a list of millions must not fill the memory.
    pub(crate) const MOST_AUTHORS: usize = 100;

    /// Nothing is known.
    pub fn none() -> &'static Self {
        static NONE: About = About { title: None, description: None, authors: Vec::new() };
        &NONE
    }

    /// What is known here, and what only `other` knows.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            description: self.description.or(other.description),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
        }
    }
}
