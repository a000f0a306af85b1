//! Character references that nobody decoded.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;
use htmlize::Context;

pub(super) const RULE: Rule = Rule {
    id: "html-entity",
    summary: "HTML character references such as `&amp;` or `&#8217;`",
    why: "Text that was escaped once too often. What was escaped several times is decoded to the end. Code, tables, \
          addresses and raw HTML keep theirs, and so does everything that would become Markdown: `&lt;` stays, or a \
          tag that an article shows would become a tag.",
    level: Level::On,
    stratum: Stratum::Characters,
    triggers: &["&"],
    examples: &[
        Example { before: "Tom &amp; Jerry &mdash; it&#39;s on.\n", after: "Tom & Jerry — it's on.\n" },
        Example { before: "Caf&amp;eacute; &amp;amp;amp; bar\n", after: "Café & bar\n" },
    ],
    keeps: &[
        "Write &lt;b&gt; for bold, or &amp;lt; for a sign.\n",
        "Write `&amp;&amp;` in code.\n",
        "https://example.org/?a=1&copy=2&amp;b=3\n",
        "&#42;no emphasis&#42; and a &#35; hash\n",
        "AT&T; R&D;\n",
        "| a &amp; b |\n",
    ],
    find,
};

/// An ampersand, escaped any number of times, and what it introduces, if it is well formed.
static REFERENCE: Pattern = Pattern::new(concat!(
    r"(?P<amp>&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)*)",
    r"(?P<name>(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)?",
));

fn find(document: &Document, hits: &mut Hits) {
    for span in document.open_text(places(document.text())) {
        let text = span.of(document.text());
        for found in REFERENCE.captures_iter(text) {
            let Some(whole) = found.get(0) else { continue };
            let before = document.text()[..span.start() + whole.start()].chars().next_back();
            let after = document.text()[span.start() + whole.end()..].chars().next();
            let Some(decoded) =
                decoded(&found["amp"], found.name("name").map(|name| name.as_str()), before, after)
            else {
                continue;
            };
            hits.replace(span.part(whole.range()), decoded);
        }
    }
}

/// The ampersands that may begin a reference: most stand between words.
fn places(text: &str) -> impl Iterator<Item = usize> {
    let may_be_name = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'#';
    memchr::memchr_iter(b'&', text.as_bytes())
        .filter(move |at| text.as_bytes().get(at + 1).is_some_and(may_be_name))
}

/// What the reference stands for; `None` if it is to stay as it is.
fn decoded(
    ampersands: &str,
    name: Option<&str>,
    before: Option<char>,
    after: Option<char>,
) -> Option<String> {
    let Some(name) = name else {
        // an escaped ampersand before plain text
        return (ampersands.len() > 1).then(|| "&".to_owned());
    };
    let reference = format!("&{name}");
    let decoded = htmlize::unescape_in(reference.as_str(), Context::General);
    if decoded == reference {
        // no such name
        return (ampersands.len() > 1).then_some(reference);
    }
    decoded.chars().all(|char| is_plain(char, before, after)).then(|| decoded.into_owned())
}

/// Whether the character can stand in the text without becoming markup there.
fn is_plain(char: char, before: Option<char>, after: Option<char>) -> bool {
    let is_mark = |char: Option<char>| matches!(char, Some('*' | '_' | '~'));
    match char {
        '"' | '\'' | ',' | ':' | ';' | '?' | '%' | '/' | '@' | '&' => true,
        '(' => before != Some(']'),
        '$' => after.is_some_and(|after| after.is_ascii_digit()),
        // beside a mark of emphasis a blank or a letter turns it on or off
        _ if is_mark(before) || is_mark(after) => false,
        // at the start of a line, or after a number there, these begin a list or underline a heading
        '-' | '+' | '.' | ')' | '=' => before.is_some_and(char::is_alphabetic),
        '\u{fffd}' => false,
        _ => !char.is_ascii_punctuation() && !char.is_control(),
    }
}
