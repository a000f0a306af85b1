//! Texts in SARIF, which has a syntax of its own for them.

use serde::Serialize;

/// A message, in plain text.
#[derive(Serialize)]
pub(super) struct Message {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<&'static str>,
}

impl Message {
    pub(super) fn new(text: &str) -> Self {
        Self { text: escape(text), markdown: None }
    }

    pub(super) fn with_markdown(self, markdown: &'static str) -> Self {
        Self { markdown: Some(markdown), ..self }
    }
}

/// Braces are placeholders in a message and `[text](target)` is a link; what articles hold is neither.
fn escape(text: &str) -> String {
    let mut text = text.replace('{', "{{").replace('}', "}}");
    if text.contains("](") {
        for mark in ["\\", "[", "]"] {
            text = text.replace(mark, &format!("\\{mark}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn braces_and_links_are_text() {
        assert_eq!(escape("{0} [1] a\\b"), r"{{0}} [1] a\b");
        assert_eq!(escape(r#""![]()" \"#), r#""!\[\]()" \\"#);
    }
}
