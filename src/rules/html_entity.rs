//! Character references that nobody decoded.

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

fn find(document: &Document, hits: &mut Hits) {
    let text = document.text();
    for span in document.open_text(places(text)) {
        let open = span.of(text);
        let mut read = 0;
        for at in memchr::memchr_iter(b'&', open.as_bytes()) {
            // what is escaped again was read with the first ampersand
            if at < read {
                continue;
            }
            let Reference { ampersands, name } = Reference::at_start_of(&open[at..]);
            read = at + ampersands.len() + name.map_or(0, str::len);
            let before = text[..span.start() + at].chars().next_back();
            let after = text[span.start() + read..].chars().next();
            if let Some(decoded) = decoded(ampersands, name, before, after) {
                hits.replace(span.part(at..read), decoded);
            }
        }
    }
}

/// An ampersand, escaped any number of times, and what it introduces, if that is well formed.
struct Reference<'t> {
    ampersands: &'t str,
    /// With the semicolon behind it.
    name: Option<&'t str>,
}

impl<'t> Reference<'t> {
    /// That with which a text begins, which begins with an ampersand.
    fn at_start_of(text: &'t str) -> Self {
        let mut rest = &text['&'.len_utf8()..];
        while let Some(length) = escaped_ampersand(rest) {
            rest = &rest[length..];
        }
        let ampersands = &text[..text.len() - rest.len()];
        Self { ampersands, name: name(rest).map(|length| &rest[..length]) }
    }
}

/// The length of `amp;` and the like at the start of a text.
fn escaped_ampersand(text: &str) -> Option<usize> {
    const MOST_ZEROS: usize = 5;
    let behind = if let Some(number) = text.strip_prefix('#') {
        let (digits, code) =
            number.strip_prefix(['x', 'X']).map_or((number, "38;"), |number| (number, "26;"));
        let zeros = digits.bytes().take(MOST_ZEROS).take_while(|digit| *digit == b'0').count();
        digits[zeros..].strip_prefix(code)
    } else {
        text.strip_prefix("amp;").or_else(|| text.strip_prefix("AMP;"))
    };
    behind.map(|behind| text.len() - behind.len())
}

/// The length of a name or number with its semicolon at the start of a text.
fn name(text: &str) -> Option<usize> {
    let (start, most, is_part): (usize, usize, fn(&u8) -> bool) = match text.as_bytes() {
        [b'#', b'x' | b'X', ..] => (2, 6, u8::is_ascii_hexdigit),
        [b'#', ..] => (1, 7, u8::is_ascii_digit),
        [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphanumeric() => {
            (0, 32, u8::is_ascii_alphanumeric)
        }
        _ => return None,
    };
    let length = text.bytes().skip(start).take_while(is_part).count();
    let end = start + length;
    ((1..=most).contains(&length) && text[end..].starts_with(';')).then_some(end + 1)
}

/// A quick look: the semicolons that may end something to decode. Most ampersands stand between words, or in addresses,
/// and have none behind them.
fn places(text: &str) -> impl Iterator<Item = usize> {
    let is_of_name = |char: char| char.is_ascii_alphanumeric() || char == '#';
    let ends = memchr::memchr_iter(b';', text.as_bytes());
    ends.filter(move |at| text[..*at].trim_end_matches(is_of_name).ends_with('&'))
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

#[cfg(test)]
mod tests {
    use super::{Reference, places};
    use regex::Regex;

    #[test]
    fn references_are_well_formed() {
        let pattern = Regex::new(concat!(
            r"^(?P<amp>&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)*)",
            r"(?P<name>(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)?",
        ))
        .unwrap();
        let pieces =
            ["amp", "AMP", "#", "x", "X", "0", "00000", "38", "26", "f", ";", "&", "lt", "é", "abcdefghij"];
        for number in 0..pieces.len().pow(5) {
            let text: String = (0..5)
                .map(|place| pieces[number / pieces.len().pow(place) % pieces.len()])
                .fold("&".into(), |text, piece| text + piece);
            let groups = pattern.captures(&text).unwrap();
            let Reference { ampersands, name } = Reference::at_start_of(&text);
            assert_eq!(ampersands, &groups["amp"], "{text}");
            assert_eq!(name, groups.name("name").map(|name| name.as_str()), "{text}");
            let is_reference = name.is_some() || ampersands.len() > 1;
            assert!(!is_reference || places(&text).next().is_some(), "{text}");
        }
    }
}
