//! Characters that take no room, where the script has no use for them.

use super::{Example, Hits, Level, Rule, Stratum};
use crate::ascii;
use crate::document::Document;
use unicode_script::{Script, UnicodeScript};

pub(super) const RULE: Rule = Rule {
    id: "invisible-character",
    summary: "Zero-width and direction marks, soft hyphens and byte order marks where the script has no use for them",
    why: "Web pages are full of them; they break search, comparison and hashing. Where they mean something they stay: \
          joiners between Arabic or Indic letters and in emoji, zero-width spaces in Thai, Khmer, Lao and Burmese \
          and where they are all that parts two words, \
          direction marks in a paragraph that holds right-to-left text. Code and addresses stay as they are.",
    level: Level::On,
    stratum: Stratum::Characters,
    triggers: &[
        "\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{202a}", "\u{202b}",
        "\u{202c}", "\u{202d}", "\u{202e}", "\u{2060}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        "\u{feff}",
    ],
    examples: &[
        Example { before: "A zero\u{200b}width space.\n", after: "A zerowidth space.\n" },
        Example {
            before: "Not\u{ad}fall\u{ad}daten und \u{200e}mehr\u{feff}\n",
            after: "Notfalldaten und mehr\n",
        },
    ],
    keeps: &[
        "می\u{200c}خواهم بدانم\n",
        "क्\u{200d}ष और क्ष\n",
        "A family 👨\u{200d}👩\u{200d}👧 and a flag 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}\n",
        "ภาษา\u{200b}ไทย\n",
        "שלום (C++\u{200e}) עולם\n",
        "`a\u{200b}b`\n",
        "One\u{200b}Two\n",
    ],
    find,
};

fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn find(document: &Document, hits: &mut Hits) {
    let text = document.text();
    // which way a block is written is seldom asked, and all of it has to be read for that
    let mut direction = (usize::MAX, None);
    let places = ascii::chars_beyond(text).filter(|(_, char)| is_invisible(*char)).map(|(at, _)| at);
    for span in document.open_text(places) {
        let block = document.block_at(span.start());
        if direction.0 != block {
            direction = (block, None);
        }
        let mut is_right_to_left =
            || *direction.1.get_or_insert_with(|| is_right_to_left(document.block_text(block)));
        let mut before = text[..span.start()].chars().next_back();
        let mut chars = span.of(text).char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            if !is_invisible(char) {
                before = Some(char);
                continue;
            }
            // the marks of one run have the same neighbours: what can be seen on either side
            let after = chars.clone().map(|(_, next)| next).find(|next| !is_invisible(*next));
            let after = after.or_else(|| text[span.end()..].chars().next());
            let mut run = Some((at, char));
            while let Some((at, mark)) = run {
                if !is_wanted(mark, before, after, &mut is_right_to_left) {
                    hits.remove(span.part(at..at + mark.len_utf8()));
                }
                run = chars.next_if(|(_, next)| is_invisible(*next));
            }
        }
    }
}

/// Whether the text has a letter that is written from right to left.
fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|char| {
        use Script::{Adlam, Arabic, Hebrew, Mandaic, Nko, Samaritan, Syriac, Thaana};
        matches!(char.script(), Adlam | Arabic | Hebrew | Mandaic | Nko | Samaritan | Syriac | Thaana)
    })
}

/// Whether the mark has a use between its neighbours.
fn is_wanted(
    mark: char,
    before: Option<char>,
    after: Option<char>,
    is_right_to_left: impl FnOnce() -> bool,
) -> bool {
    match mark {
        '\u{ad}' | '\u{feff}' => false,
        '\u{200b}' if parts_words(before, after) => true,
        '\u{200b}' | '\u{2060}' => !(is_spaced(before) && is_spaced(after)),
        '\u{200c}' | '\u{200d}' => !(is_unjoined(before) && is_unjoined(after)),
        _ => is_right_to_left(),
    }
}

/// Whether two words may stand here of which the mark is all that parts them.
fn parts_words(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_lowercase) && after.is_some_and(char::is_uppercase)
}

/// Whether the character, or the edge of the text, belongs to a script whose words are parted by what can be seen, or
/// that needs no parting.
fn is_spaced(char: Option<char>) -> bool {
    char.is_none_or(|char| {
        use Script::{Balinese, Javanese, Khmer, Lao, Myanmar, Tai_Tham, Thai, Tibetan};
        !matches!(char.script(), Balinese | Javanese | Khmer | Lao | Myanmar | Tai_Tham | Thai | Tibetan)
    })
}

/// Whether the character, or the edge of the text, is one that never joins its neighbour.
fn is_unjoined(char: Option<char>) -> bool {
    char.is_none_or(|char| {
        use Script::{
            Armenian, Bopomofo, Cyrillic, Georgian, Greek, Han, Hangul, Hebrew, Hiragana, Katakana, Latin,
        };
        match char.script() {
            Latin | Greek | Cyrillic | Armenian | Georgian | Hebrew | Han | Hiragana | Katakana | Hangul
            | Bopomofo => true,
            // punctuation and blanks, but no emoji and no combining mark
            Script::Common => {
                char.is_ascii()
                    || matches!(char, '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{206f}'
                | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
                        && char != '\u{a9}'
                        && char != '\u{ae}'
            }
            _ => false,
        }
    })
}
