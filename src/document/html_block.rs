//! Raw HTML that stands as a block of its own.

use super::marker::behind_blanks;

/// How an HTML block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With the line that holds this, in lower case.
    With(&'static str),
    /// Before the next blank line.
    Blank,
}

/// Elements whose content is no prose, and how they end.
const VERBATIM: [(&str, &str); 4] =
    [("script", "</script"), ("pre", "</pre"), ("style", "</style"), ("textarea", "</textarea")];

/// The block elements of HTML that a Markdown reader takes as raw (CommonMark 0.31, section 4.6, condition 6).
const BLOCKS: [&str; 62] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

/// For a line that begins raw HTML: how the block ends. `fresh`: no paragraph runs on before the line.
pub(super) fn opens(line: &str, fresh: bool) -> Option<End> {
    let rest = behind_blanks(line).strip_prefix('<')?;
    if rest.starts_with("!--") {
        return Some(End::With("-->"));
    }
    if rest.starts_with('?') {
        return Some(End::With("?>"));
    }
    let name_at = rest.strip_prefix('/').unwrap_or(rest);
    let length = name_at.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let name = name_at[..length].to_ascii_lowercase();
    let ends_name =
        name_at[length..].chars().next().is_none_or(|next| matches!(next, ' ' | '\t' | '>' | '/'));
    if name.is_empty() || !ends_name {
        return None;
    }
    if let Some((_, end)) = VERBATIM.iter().find(|(verbatim, _)| *verbatim == name && !rest.starts_with('/'))
    {
        return Some(End::With(end));
    }
    let alone = || line.trim_end().ends_with('>') && line.matches('<').count() == 1;
    (BLOCKS.contains(&name.as_str()) || (fresh && alone())).then_some(End::Blank)
}

/// Whether the line ends a block that ends with `mark`.
pub(super) fn closes(line: &str, mark: &str) -> bool {
    if mark.starts_with("</") { line.to_ascii_lowercase().contains(mark) } else { line.contains(mark) }
}
