//! Texts of lines that a rule has to look at twice.
//!
//! Few lines of an article ever meet a regular expression, so one that has become a hundred times slower would hardly show
//! there. These lines begin like what a rule takes, and then go on; in each there is a letter beyond ASCII, at which a
//! regular expression with a Unicode `\b` leaves its fast way.

use super::artefacts::LINES;
use super::prose::Writer;

/// Lines in a text.
const LENGTH: usize = 60;

pub(super) fn text(it: &mut Writer) -> String {
    (0..LENGTH).map(|number| line(it, number) + "\n\n").collect()
}

fn line(it: &mut Writer, number: usize) -> String {
    let kind = &LINES[it.below(LINES.len())];
    let line = (kind.write)(it);
    let word = it.word();
    match number % 4 {
        0 => format!("{line}, says André, and {word}"),
        1 => format!("“{line}”, {word}.Élan"),
        2 => format!("{} – {word}", line.replacen('e', "é", 1)),
        _ => STARTS[it.below(STARTS.len())].replace('…', it.word()),
    }
}

/// What the patterns of rules look for, and what they do not.
const STARTS: &[&str] = &[
    "Sign up for our café’s … newsletter and the … of the inbox, it said",
    "Get the … of the café delivered to your inbox, … and all",
    "We use cookies to bake the crème of … in our café",
    "By using the … of this café you agree to accept that cookies are …",
    "Share on Facebook | Twitter | … | Crème",
    "On example.org: Ten … bridges in a day, and a café",
    "Read more: the … of the Café, – and § 4 of …",
    "See also: … – Références and sources of the café",
    "By Élodie … and Zoë … on 3 March 2021, updated at 4 – …",
    "Photo: Élodie …/Agence …, the café at night",
    "© 2021 Café … Media. All rights reserved, says the …",
    "The … wrote “café”.And … then.Élodie left [1] and [note 2] with …",
    "See https://example.org/?utm_source=café&fbclid=… and https://example.org/é?gclid=… there",
    "![](https://example.org/é/pixel.gif?…) The café of … &amp; the &eacute; of …",
];
