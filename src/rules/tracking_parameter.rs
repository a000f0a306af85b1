//! What an address says about the reader and not about the page.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;
use crate::edit::Span;

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
        "clkid=",
        "gclsrc=",
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

/// The name of a parameter in running text.
static NAMED: Pattern = Pattern::new(r"(?i)utm_[a-z]|(?-u:\b)(?:fbclid|gclid|msclkid)(?-u:\b)");

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
    let named = NAMED.find_iter(text).map(|found| found.start());
    if document.open_text(named).any(|span| NAMED.is_match(span.of(text))) {
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
    use crate::rules::{Triggered, find};

    #[test]
    fn each_parameter_of_the_list_is_found_alone_by_its_value() {
        for start in STARTS {
            let parameter = start.to_owned() + if start == "utm_" { "source=x" } else { "=x" };
            let text = format!("https://example.org/?id=7&{}\n", parameter.replace("twsrc=", "twsrc%5E"));
            assert!(Triggered::by(&text).concerns(&RULE), "{text}");
            assert_eq!(
                find(&RULE, &Document::new(&text)).into_edits().apply(&text),
                "https://example.org/?id=7\n"
            );
        }
    }

    #[test]
    fn parameters_of_the_list_begin_as_it_says() {
        let starts = TRACKING.as_str().trim_start_matches("^(?:");
        let starts = starts[..starts.find(')').unwrap()].split('|').map(|start| start.replace("[a-z_]+", ""));
        assert!(starts.eq(STARTS));
    }
}
