//! What is to stay as it is, to the letter: by a comment in the text, or by a pattern of the user's.

use crate::ascii::trim;
use regex::{RegexSet, RegexSetBuilder};
use std::sync::Arc;

/// Whether the line is a comment with `word` behind `unscrape:` and nothing else, in any case.
#[inline]
fn is_directive(line: &str, word: &str) -> bool {
    // most lines begin with a letter or another mark
    let may_be = line.as_bytes().first().is_some_and(|first| !first.is_ascii_graphic() || *first == b'<');
    may_be && is_comment(line, word)
}

fn is_comment(line: &str, word: &str) -> bool {
    let comment = trim(line).strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    let said = comment.and_then(|comment| comment.trim().split_once(':'));
    said.is_some_and(|(name, said)| {
        name.eq_ignore_ascii_case("unscrape") && said.trim().eq_ignore_ascii_case(word)
    })
}

/// Whether from this line on nothing is to be touched: `<!-- unscrape: off -->`.
pub(super) fn switches_off(line: &str) -> bool {
    is_directive(line, "off")
}

/// Whether behind this line everything is as ever: `<!-- unscrape: on -->`.
pub(super) fn switches_on(line: &str) -> bool {
    is_directive(line, "on")
}

/// So much memory, in bytes, all patterns together may take.
const LARGEST: usize = 4 << 20;

/// Patterns for lines that are to stay as they are: each in which one matches.
///
/// A line and not a paragraph, for which lines are one paragraph may depend on what else goes.
///
/// ```
/// use unscrape::document::{About, Document, Kind, Protect};
///
/// let protect = Protect::new(["^Advertisement: "])?;
/// let text = "Advertisement: The ferry\nAdvertisement\n";
/// let document = Document::protecting(text, About::none(), &protect);
/// let kinds: Vec<Kind> = document.blocks().iter().map(|block| block.kind()).collect();
/// assert_eq!(kinds, [Kind::Protected, Kind::Paragraph]);
/// # Ok::<(), regex::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Protect(Option<Arc<RegexSet>>);

impl Protect {
    /// Patterns as the crate `regex` writes them.
    ///
    /// # Errors
    /// If one is no pattern, or if they would take over 4 MiB.
    pub fn new(patterns: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Self, regex::Error> {
        let set = RegexSetBuilder::new(patterns).size_limit(LARGEST).build()?;
        Ok(Self((!set.is_empty()).then(|| Arc::new(set))))
    }

    /// Whether there is no pattern.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The patterns, as they were given.
    pub fn patterns(&self) -> &[String] {
        self.0.as_ref().map_or(&[], |set| set.patterns())
    }

    /// Whether one matches in this line, of which the end is not looked at.
    pub fn matches(&self, line: &str) -> bool {
        self.0.as_ref().is_some_and(|set| set.is_match(line.trim_end_matches(['\n', '\r'])))
    }
}

impl PartialEq for Protect {
    fn eq(&self, other: &Self) -> bool {
        self.patterns() == other.patterns()
    }
}

impl Eq for Protect {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directive_is_a_whole_line() {
        for line in ["<!-- unscrape: off -->", "  <!--unscrape:off-->  ", "<!--  unscrape:  off  -->\r"] {
            assert!(switches_off(line), "{line:?}");
        }
        for line in [
            "<!-- unscrape: off --> and more",
            "see <!-- unscrape: off -->",
            "<!-- unscrape off -->",
            "<!-- -->",
            "-->",
        ] {
            assert!(!switches_off(line), "{line:?}");
        }
        for line in ["<!-- unscrape: on -->", "<!-- UNSCRAPE: ON -->", "<!--Unscrape:On-->"] {
            assert!(switches_on(line) && !switches_off(line), "{line:?}");
        }
        assert!(switches_off("<!-- Unscrape: OFF -->"));
    }
}
