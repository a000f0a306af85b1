//! What kinds of lines the frame has, and how they are told.

use super::super::phrases::{self, Listed, Lists, Sought, is_date};
use super::shape::Shape;
use super::{Line, agencies, contact, report};
use crate::document::{Kind, Width};
use crate::scan::count_pairs;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What a line of the frame tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Class {
    /// Who wrote it.
    Byline,
    /// The same, and the record says so too.
    Author,
    /// Who reported, who wrote and who edited it: a row of bylines on one line.
    Report,
    /// When it was written, and how long it takes to read.
    Date,
    /// Who made the picture, with what it shows or without.
    Credit,
    /// Whose it is.
    Copyright,
    /// Tags, the number of comments, the heading of a box about the author.
    Label,
    /// The heading over other articles.
    Related,
    /// A word of the menu.
    Navigation,
    /// What the site earns with it, and what it asks for.
    Disclosure,
    /// What another rule on phrases takes anywhere.
    Dirt,
}

/// A class and what tells it.
pub(in super::super) type Found = (Class, Clue);

/// What tells the class of a line.
#[derive(Clone, Debug)]
pub(in super::super) enum Clue {
    /// A phrase, or what it is in words.
    Said(Cow<'static, str>),
    /// That a list holds it. Which phrase it is takes longer to find, and mostly nobody asks.
    Held(Lists<'static>),
}

impl Clue {
    /// What it is that tells the class of `line`, of which is known what may hold it.
    pub(in super::super) fn evidence(&self, line: &str, listed: Listed) -> Cow<'static, str> {
        match self {
            Self::Said(evidence) => evidence.clone(),
            Self::Held(lists) => {
                let found = lists.find(line, listed);
                debug_assert!(found.is_some(), "a list holds {line:?}, but no phrase of it is found");
                found.unwrap_or("a phrase of a list".into())
            }
        }
    }
}

impl<E: Into<Cow<'static, str>>> From<E> for Clue {
    fn from(evidence: E) -> Self {
        Self::Said(evidence.into())
    }
}

/// The lists by which a line's class is told, in the order in which they are asked.
static LISTS: LazyLock<[(Class, Lists); 13]> = LazyLock::new(|| {
    let rules = [
        (Class::Date, "date-line"),
        (Class::Byline, "byline"),
        (Class::Label, "edge-line"),
        (Class::Related, "related-block"),
        (Class::Copyright, "copyright-line"),
        (Class::Credit, "credit-line"),
        (Class::Disclosure, "disclosure-line"),
        (Class::Navigation, "navigation"),
        (Class::Dirt, "share-line"),
        (Class::Dirt, "newsletter-line"),
        (Class::Dirt, "consent-line"),
        (Class::Dirt, "interface-line"),
        (Class::Dirt, "advertisement"),
    ];
    rules.map(|(class, rule)| (class, Lists::new(rule, None)))
});

/// A longer line says something of its own, unless it is what a picture shows.
const LONGEST: Width = Width(200);
/// A longer line is no caption either.
const LONGEST_CAPTION: Width = Width(500);
/// A longer part of a line is more than a name.
const LONGEST_PART: Width = Width(30);

/// What stands between the parts of a line,
const MARKS: [char; 6] = ['|', '·', '•', '⋅', '∙', '●'];
/// and what does where none of those is in it.
const SPACED_MARKS: [&str; 4] = [" / ", " – ", " — ", " - "];

/// The class of a line of which is known what may hold it.
pub(in super::super) fn class_of(line: &str, listed: Listed) -> Option<Found> {
    if LONGEST_CAPTION.is_exceeded_by(line) {
        return None;
    }
    if LONGEST.is_exceeded_by(line) {
        let disclosure = || {
            let phrase = phrases::find("disclosure-line", &Sought::listed(line, listed))?;
            Some((Class::Disclosure, phrase.written().into()))
        };
        return credit(agencies::is_caption(line)).or_else(disclosure);
    }
    // most lines are of no class
    let shape = Shape::of(line);
    let date = || shape.may_be_date().then(|| date(line)).flatten();
    let compound = || shape.may_have_parts().then(|| compound(line)).flatten();
    let found = report::roles(line).or_else(date).or_else(|| in_list(line, listed)).or_else(compound);
    found.or_else(|| by_shape(line, shape))
}

/// The class of a line that says one thing.
fn simple(line: &str, listed: Listed) -> Option<Found> {
    date(line).or_else(|| in_list(line, listed))
}

/// The class of a line that one of the lists holds.
fn in_list(line: &str, listed: Listed) -> Option<Found> {
    if listed.is_in_no_list() {
        return None;
    }
    let mut may_hold = LISTS.iter().filter(|(_, lists)| lists.may_hold(listed)).peekable();
    may_hold.peek()?;
    let sought = Sought::listed(line, listed);
    may_hold.find(|(_, lists)| lists.hold(&sought)).map(|(class, lists)| (*class, Clue::Held(*lists)))
}

fn date(line: &str) -> Option<Found> {
    is_date(line).then(|| (Class::Date, "a date".into()))
}

fn credit(is_credit: bool) -> Option<Found> {
    is_credit.then(|| (Class::Credit, "ends with a credit".into()))
}

/// The class of a line that says several things with marks between them: `By Anna Berg | 3 May 2024`. One is enough if
/// the others are short.
fn compound(line: &str) -> Option<Found> {
    let parts = parts(line);
    if parts.len() < 2 {
        return None;
    }
    let mut first = None;
    for part in &parts {
        let listed = Listed::of(part);
        match simple(part, listed) {
            None if LONGEST_PART.is_exceeded_by(part) => return None,
            Some((class, clue)) if first.is_none() && class.is_of_authorship() => {
                first = Some((class, clue, part, listed));
            }
            _ => {}
        }
    }
    let found = first.map(|(class, clue, part, listed)| (class, clue.evidence(part, listed).into()));
    // two dates in one line are written with a mark between them too
    found.or_else(|| date(&parts.join(" ")))
}

/// What stands between the marks of a line. Most have none, and no parts.
pub(super) fn parts(line: &str) -> Vec<&str> {
    let bytes = line.as_bytes();
    let parts: Vec<&str> = if has_mark(line) {
        line.split(MARKS).collect()
    } else if count_pairs(bytes, |blank, first| blank == b' ' && matches!(first, b'/' | b'-' | 0xE2)) > 0 {
        let parts = SPACED_MARKS.into_iter().map(|mark| line.split(mark).collect());
        parts.max_by_key(Vec::len).unwrap_or_default()
    } else {
        Vec::new()
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether one of [`MARKS`] stands in a line. One of them is ASCII, as most lines are.
fn has_mark(line: &str) -> bool {
    memchr::memchr(b'|', line.as_bytes()).is_some() || !line.is_ascii() && line.contains(MARKS)
}

/// The class of a line that no list can hold.
fn by_shape(line: &str, shape: Shape) -> Option<Found> {
    if contact::is_contact(line) {
        return Some((Class::Byline, "an address".into()));
    }
    let copyright = copyright(line).map(|evidence| (Class::Copyright, evidence.into()));
    copyright.or_else(|| {
        credit(shape.may_end_with_agency() && agencies::is_credit(line) || agencies::is_caption(line))
    })
}

/// `© 2024 Example Press`.
pub(super) fn copyright(line: &str) -> Option<&'static str> {
    if !begins_as_copyright(line) {
        return None;
    }
    let signs = ["©", "ⓒ", "(c)", "(C)", "Copyright"];
    let rest = signs.into_iter().find_map(|sign| line.strip_prefix(sign));
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let has_year = rest?.split(|char: char| !char.is_ascii_digit()).any(is_year);
    has_year.then_some("a copyright sign and a year")
}

/// Whether a line may begin with a sign of copyright: most begin with another letter.
#[inline]
pub(super) fn begins_as_copyright(line: &str) -> bool {
    matches!(line.as_bytes(), [0xC2 | 0xE2 | b'(', ..] | [b'C', b'o', b'p', ..])
}

/// Whether a line on copyright says no more than whose the page is. What is longer is about the article, and an archive
/// must know it.
pub(in super::super) fn is_mere_copyright(line: &str) -> bool {
    Width::of(line) <= Width(80)
}

impl Class {
    fn is_of_authorship(self) -> bool {
        matches!(self, Self::Byline | Self::Date)
    }

    /// Whether such a line is of the page even where it stands alone, by what tells it.
    pub(in super::super) fn needs_no_other(self, line: &Line, clue: &Clue, is_outermost: bool) -> bool {
        match self {
            Self::Author => true,
            Self::Report => is_outermost,
            // a label before words of the author's may be the author's
            Self::Label => is_outermost && !clue.evidence(&line.text(), line.known.listed).contains("<rest>"),
            // "Related" may be the author's word, "Related articles" is the page's
            Self::Related => is_outermost && line.text().trim_end_matches(':').contains(' '),
            // a heading of the author's has something under it
            Self::Dirt => is_outermost && line.kind == Kind::Heading,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Listed, MARKS, SPACED_MARKS, class_of, parts};

    fn class(line: &str) -> Option<Class> {
        class_of(line, Listed::of(line)).map(|(class, _)| class)
    }

    #[test]
    fn lines_of_the_frame() {
        for (line, expected) in [
            ("By Anna Berg", Class::Byline),
            ("By Anna Berg | 3 May 2024", Class::Byline),
            ("3 May 2024, 7:15 a.m.", Class::Date),
            ("3 May 2024 / 7:15 AM / Harbour News", Class::Date),
            ("May 3, 2024 - Updated May 4, 2024", Class::Date),
            ("Updated on: May 3, 2024", Class::Date),
            ("5 min read", Class::Date),
            ("Reporting by Anna Berg in Oslo, with writing by Jo Lund; Editing by Per Holm", Class::Report),
            ("Reporting by Anna Berg", Class::Byline),
            ("Photo: Anna Berg", Class::Credit),
            ("Anna Berg/Reuters", Class::Credit),
            ("The ferry leaves the harbour on the last day of May. (Photo: Anna Berg)", Class::Credit),
            ("© 2024 Harbour News", Class::Copyright),
            ("Tags: ferry, harbour", Class::Label),
            ("12 Comments", Class::Label),
            ("Related Articles", Class::Related),
            ("Privacy Policy", Class::Navigation),
            ("anna.berg@example.org", Class::Byline),
            ("Share on Facebook", Class::Dirt),
        ] {
            assert_eq!(class(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn lines_of_an_article() {
        for line in [
            "",
            "By the sea",
            "The ferry - the last one - left at seven",
            "On 3 May 2024 the ferry left for good.",
            "Photo albums of the harbour",
            "(He took the photo from the pier.)",
            "AP",
            "Comments by the harbour master were short",
        ] {
            assert_eq!(class(line), None, "{line}");
        }
    }

    #[test]
    fn no_mark_is_overlooked() {
        for mark in MARKS {
            assert_eq!(parts(&format!("one{mark} two - three ")), ["one", "two - three"], "{mark}");
        }
        for mark in SPACED_MARKS {
            assert_eq!(parts(&format!("one{mark}two’s-three")), ["one", "two’s-three"], "{mark}");
        }
        for line in ["one/two – ", "one -two—three", "one two", ""] {
            assert!(parts(line).len() < 2, "{line}");
        }
    }
}
