//! What an address says about the reader and not about the page.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;
use crate::edit::Span;
use crate::scan;

pub(super) const RULE: Rule = Rule {
    id: "tracking-parameter",
    summary: "Tracking parameters in addresses: `utm_source`, `fbclid` and the like",
    why: "They tell a site where a reader came from and name nothing. Only parameters of a closed list go; the order \
          of the others stays. Signed addresses are left alone, for they would no longer hold, and so is an article \
          that writes about such parameters.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &[
        "utm_",
        "clid=",
        "gbraid=",
        "wbraid=",
        "mc_cid=",
        "mc_eid=",
        "igshid=",
        "_hsenc=",
        "_hsmi=",
        "mkt_tok=",
        "ref_src=twsrc",
        "oly_enc_id=",
        "oly_anon_id=",
        "vero_id=",
    ],
    examples: &[
        Example {
            before: "See [it](https://example.org/a?utm_source=x&id=7&fbclid=Iw#top).\n",
            after: "See [it](https://example.org/a?id=7#top).\n",
        },
        Example {
            before: "https://example.org/?utm_source=x&amp;id=7&amp;utm_medium=y\n",
            after: "https://example.org/?id=7\n",
        },
        Example { before: "https://example.org/?utm_medium=mail.\n", after: "https://example.org/.\n" },
    ],
    keeps: &[
        "https://example.org/a?id=7\n",
        "https://example.org/a?utm_source=x&X-Amz-Signature=9f\n",
        "The parameter utm_source names the site: https://example.org/?utm_source=mail\n",
        "`https://example.org/?utm_source=mail`\n",
        "He sent https://example.org/?fbclid=abc.Then he left.\n",
        "He sent https://example.org/?fbclid=abc—and left.\n",
    ],
    find,
};

/// A parameter of the list as a whole.
static TRACKING: Pattern = Pattern::new(concat!(
    r"^(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid",
    r"|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|oly_enc_id|oly_anon_id|vero_id|ref_src=twsrc)",
    // a value of plain signs: what else stands there may be the sentence around the address
    r"(?:(?:=|%5E)[A-Za-z0-9_%~+:|*-]*(?:\.[a-z0-9_%~+-]+)*)?$",
));

/// A parameter that signs the others.
static SIGNATURE: Pattern = Pattern::new(
    r"(?i)[?&;](?:x-amz-|x-goog-|signature=|sig=|sign=|token=|hmac=|hash=|auth=|key-pair-id=|policy=|expires=|se=)",
);

/// Names of parameters that stand in running text only where it is about them, by what stands in them before and behind `cl`.
const NAMES: [(&[u8], &[u8]); 3] = [(b"fb", b"id"), (b"g", b"id"), (b"ms", b"kid")];

/// How the parameters of the list begin.
const STARTS: [&str; 21] = [
    "utm_",
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "_hsenc",
    "_hsmi",
    "mkt_tok",
    "oly_enc_id",
    "oly_anon_id",
    "vero_id",
    "ref_src=twsrc",
];

fn find(document: &Document, hits: &mut Hits) {
    let text = document.text();
    let mut blocks = document.blocks_at(beginnings(text)).peekable();
    // a text may have no more than the word
    if blocks.peek().is_none() {
        return;
    }
    if document.open_text(named(text)).any(|span| named(span.of(text)).next().is_some()) {
        hits.look_beyond_blocks();
        return;
    }
    for (index, block) in blocks {
        if !block.kind().is_open() {
            continue;
        }
        for address in document.inline(index).addresses() {
            let gone = tracking(text, address);
            if gone.is_empty() || SIGNATURE.is_match(address.of(text)) {
                continue;
            }
            for span in gone {
                hits.remove(span);
            }
        }
    }
}

/// The places in a text at which it names a parameter, in whatever case: `utm_` with a letter behind it, or one of [`NAMES`]
/// as a word.
fn named(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    // of two bytes next to each other, most texts have few of these
    let places = scan::pairs(bytes, |one, next| {
        let (is_c, is_l) = (one | 0x20 == b'c', next | 0x20 == b'l');
        let (is_m, is_line) = (one | 0x20 == b'm', next == b'_');
        // by comparisons alone, so that many places are asked at once
        let (is_of_name, is_of_utm) = (is_c & is_l, is_m & is_line);
        is_of_name | is_of_utm
    });
    places.filter(move |at| is_utm(bytes, *at) || is_name(bytes, *at))
}

/// Whether `utm_` and a letter stand around the two bytes at `at`, the third and the fourth of it.
fn is_utm(bytes: &[u8], at: usize) -> bool {
    let has_start = bytes[..at].last_chunk::<2>().is_some_and(|start| start.eq_ignore_ascii_case(b"ut"));
    has_start && bytes[at + 1] == b'_' && bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic)
}

/// Whether one of [`NAMES`] is a word in which the two bytes at `at` stand.
fn is_name(bytes: &[u8], at: usize) -> bool {
    let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let (before, pair, behind) = (&bytes[..at], &bytes[at..at + 2], &bytes[at + 2..]);
    pair.eq_ignore_ascii_case(b"cl")
        && NAMES.iter().any(|(start, end)| {
            let first = before.len().checked_sub(start.len()).map(|at| before.split_at(at));
            let last = behind.split_at_checked(end.len());
            last.is_some_and(|(found, rest)| {
                found.eq_ignore_ascii_case(end) && !rest.first().is_some_and(is_of_word)
            }) && first.is_some_and(|(rest, found)| {
                found.eq_ignore_ascii_case(start) && !rest.last().is_some_and(is_of_word)
            })
        })
}

/// A quick look: the signs behind which a parameter stands that begins as one of the list does.
fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let signs = memchr::memchr3_iter(b'?', b'&', b';', text.as_bytes());
    signs.filter(|sign| begins_as_tracking(&text[sign + 1..]))
}

/// Whether a parameter may be of the list.
fn begins_as_tracking(parameter: &str) -> bool {
    STARTS.iter().any(|start| parameter.starts_with(start))
}

/// The tracking parameters of one address, each with the separator that goes with it.
fn tracking(text: &str, address: Span) -> Vec<Span> {
    let mut gone = Vec::new();
    let Some(mark) = address.of(text).find('?') else { return gone };
    let query = &address.of(text)[mark + 1..];
    let query = &query[..query.find('#').unwrap_or(query.len())];
    let mut at = address.start() + mark + 1;
    // the tracking parameters behind the last one that stays, and the bytes of the separator between it and them
    let mut last = Vec::new();
    let mut kept = None;
    let mut rest = query;
    while !rest.is_empty() {
        let (parameter, separator) = first_parameter(rest);
        let length = parameter + separator;
        if begins_as_tracking(rest) && TRACKING.is_match(&rest[..parameter]) {
            last.push(Span::new(at, at + length));
        } else {
            gone.append(&mut last);
            kept = Some(separator);
        }
        at += length;
        rest = &rest[length..];
    }
    match (kept, last.first()) {
        // nothing is left: the question mark goes too
        (None, Some(_)) => gone.push(Span::new(address.start() + mark, at)),
        // the separator before them goes with the last ones
        (Some(separator), Some(first)) => gone.push(Span::new(first.start() - separator, at)),
        (_, None) => {}
    }
    gone
}

/// The bytes of the first parameter of a query, and those of the separator behind it: `&`, or `&amp;` in text that was
/// taken from HTML.
fn first_parameter(query: &str) -> (usize, usize) {
    let Some(length) = query.find('&') else { return (query.len(), 0) };
    (length, if query[length..].starts_with("&amp;") { 5 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::proptest;

    #[test]
    fn parameters_of_the_list_begin_as_it_says() {
        let starts = TRACKING.as_str().trim_start_matches("^(?:");
        let starts = starts[..starts.find(')').unwrap()].split('|').map(|start| start.replace("[a-z_]+", ""));
        assert!(starts.eq(STARTS));
    }

    proptest! {
        #[test]
        fn names_are_found_as_a_pattern_says_it(
            text in "(utm_|UTM_|fbm_id|x|é|_| |1|fbclid|FbClId|gclid|msclkid|cl|m_|=|fbcli){0,6}",
        ) {
            let said = regex::Regex::new(r"(?i)utm_[a-z]|(?-u:\b)(?:fbclid|gclid|msclkid)(?-u:\b)").unwrap();
            let first = said.find(&text).map(|found| found.range());
            let is_in_first = first.as_ref().zip(named(&text).next()).map(|(first, place)| first.contains(&place));
            assert_eq!(named(&text).next().is_some(), first.is_some(), "{text}");
            assert_ne!(is_in_first, Some(false), "{text}");
            // of several in a text none is passed over
            let is_found = |found: regex::Match| named(&text).any(|place| found.range().contains(&place));
            assert!(said.find_iter(&text).all(is_found), "{text}");
        }
    }
}
