//! The encodings in which UTF-8 gets read by mistake, from characters back to bytes.

use crate::ascii;
use encoding_rs::{
    Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1257,
};
use std::sync::LazyLock;

/// Which encoding, as an index. The first of two that explain a line equally well is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page(usize);

/// How many there are.
const COUNT: usize = 8;
/// No page has a character from here on, but for the few in [`FAR`].
const NEAR: usize = 0x2600;
/// Mac OS Roman has the Apple and two ligatures.
const FAR: [char; 3] = ['\u{f8ff}', '\u{fb01}', '\u{fb02}'];

/// The upper half of code page 437, which no label of the web names.
const CP437: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
);

impl Page {
    /// Windows-1252 together with Latin-1: their bytes 0x80 to 0x9f stand for different characters, so both can be told
    /// in one text. That covers the five bytes that Windows-1252 leaves open, too.
    pub(super) const WESTERN: Self = Self(0);
    const CYRILLIC: Self = Self(1);
    const GREEK: Self = Self(5);
    const DOS: Self = Self(7);

    /// The byte for which a character that is not ASCII stands in this page.
    pub(super) fn byte(self, char: char) -> Option<u8> {
        row(char).map(|row| row[self.0]).filter(|byte| *byte != 0)
    }

    /// Whether its sequences are made of letters of one script, or of lines that tables are drawn with, so that right
    /// text looks like them more easily.
    pub(super) fn is_deceptive(self) -> bool {
        [Self::CYRILLIC, Self::GREEK, Self::DOS].contains(&self)
    }
}

/// The bytes of a character in all pages; 0 where it has none.
type Row = [u8; COUNT];

struct Table {
    near: Vec<Row>,
    far: [Row; FAR.len()],
}

fn row(char: char) -> Option<&'static Row> {
    if char.is_ascii() {
        return None;
    }
    TABLE.near.get(char as usize).or_else(|| {
        let far = FAR.iter().position(|far| *far == char)?;
        TABLE.far.get(far)
    })
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { near: vec![[0; COUNT]; NEAR], far: [[0; COUNT]; FAR.len()] };
    let pages: [Option<&Encoding>; COUNT] = [
        Some(WINDOWS_1252),
        Some(WINDOWS_1251),
        Some(MACINTOSH),
        Some(WINDOWS_1250),
        Some(WINDOWS_1254),
        Some(WINDOWS_1253),
        Some(WINDOWS_1257),
        None,
    ];
    for (page, encoding) in pages.into_iter().enumerate() {
        for byte in 0x80..=0xff_u8 {
            let char = match encoding {
                Some(encoding) => {
                    let bytes = [byte];
                    encoding
                        .decode_without_bom_handling_and_without_replacement(&bytes)
                        .and_then(|text| text.chars().next())
                }
                None => CP437.chars().nth(usize::from(byte) - 0x80),
            };
            if let Some(char) = char {
                table.set(page, char, byte);
            }
        }
    }
    for byte in 0x80..=0x9f_u8 {
        table.set(Page::WESTERN.0, char::from(byte), byte);
    }
    table
});

impl Table {
    fn set(&mut self, page: usize, char: char, byte: u8) {
        let far = FAR.iter().position(|far| *far == char).and_then(|far| self.far.get_mut(far));
        if let Some(row) = self.near.get_mut(char as usize).or(far) {
            row[page] = byte;
        }
    }
}

/// The character for which a C1 control stands that is a byte of Windows-1252; none for the five that are open there,
/// and none for U+0085, which is a line end where it is meant.
pub(super) fn windows_1252(control: char) -> Option<char> {
    let byte = u8::try_from(control).ok().filter(|byte| (0x80..=0x9f).contains(byte))?;
    let text = WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next();
    text.filter(|char| *char != control)
}

/// The pages in which a sequence could begin somewhere in the text, the most usual first.
pub(super) fn suspects(chars: &[char]) -> impl Iterator<Item = Page> {
    let mut found = [false; COUNT];
    for pair in chars.windows(2) {
        let (Some(first), Some(second)) = (row(pair[0]), row(pair[1])) else { continue };
        for (found, (first, second)) in found.iter_mut().zip(first.iter().zip(second)) {
            *found |= is_start(*first, *second);
        }
    }
    (0..COUNT).filter(move |page| found[*page]).map(Page)
}

/// Whether a sequence could begin with these bytes.
fn is_start(first: u8, second: u8) -> bool {
    (0xc2..=0xf4).contains(&first) && (0x80..=0xbf).contains(&second)
}

/// Whether a sequence could begin with these two in some page, neither of them ASCII, or there is something else to mend.
fn is_suspect(first: char, second: char) -> bool {
    if is_control(first) {
        return true;
    }
    let (Some(first), Some(second)) = (row(first), row(second)) else { return false };
    first.iter().zip(second).any(|(first, second)| is_start(*first, *second))
}

/// Whether it is one of the controls U+0080 to U+009F.
pub(super) fn is_control(char: char) -> bool {
    matches!(char, '\u{80}'..='\u{9f}')
}

/// A quick look: the places in the text at which there may be something to mend, in order.
pub(super) fn concerned(text: &str) -> impl Iterator<Item = usize> {
    // what is suspect begins with a character that is not ASCII
    let may_begin = |place: usize, first: char| {
        let behind = place + first.len_utf8();
        // most stand alone in a word, or beside a blank
        match text.as_bytes().get(behind) {
            Some(b' ') => is_control(first) || matches!(first, 'Â' | 'Ã'),
            Some(0x80..) => text[behind..].chars().next().is_some_and(|second| is_suspect(first, second)),
            _ => is_control(first),
        }
    };
    ascii::chars_beyond(text).filter(move |(place, first)| may_begin(*place, *first)).map(|(place, _)| place)
}
