//! How odd it is that characters stand side by side, whatever the language.

use super::page::is_control;
use unicode_script::{Script, UnicodeScript};

/// What a character is to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    Digit,
    Lower,
    Upper,
    /// A letter of a script without case, or a mark on one.
    Letter,
    /// A sign that may stand on either side of a letter.
    Sign,
    /// A sign that ends words: a letter right after it is odd.
    Trailing,
    /// A sign that begins words: a letter right before it is odd.
    Opening,
    /// A sign that does not belong beside letters.
    Strange,
    Control,
}

impl Kind {
    pub(super) fn of(char: char) -> Self {
        match char {
            _ if is_control(char) => Self::Control,
            _ if char.is_whitespace() => Self::Blank,
            '0'..='9' => Self::Digit,
            '©' | '®' | '™' | '°' | '¹' | '²' | '³' | 'ª' | 'º' | '†' | '‡' | '»' | '›' | '”' | '§' | '¶'
            | '¨' | '´' => Self::Trailing,
            '‚' | '„' | '¿' | '¡' => Self::Opening,
            '±' | '×' | '÷' | '·' | '−' => Self::Sign,
            'µ'
            | 'ƒ'
            | '¢'..='¬'
            | '¯'..='¾'
            | '‰'
            | '\u{2b0}'..='\u{2ff}'
            | '⁄'
            | '\u{20a0}'..='\u{20cf}' => Self::Strange,
            '\u{2200}'..='\u{22ff}' | '\u{2300}'..='\u{23ff}' | '\u{2500}'..='\u{25ff}' | '\u{f8ff}' => {
                Self::Strange
            }
            _ if char.is_lowercase() => Self::Lower,
            _ if char.is_uppercase() => Self::Upper,
            _ if char.is_ascii() || matches!(char.script(), Script::Common | Script::Inherited) => Self::Sign,
            _ => Self::Letter,
        }
    }

    pub(super) fn is_letter(self) -> bool {
        matches!(self, Self::Lower | Self::Upper | Self::Letter)
    }
}

/// How odd a stretch of text is, its neighbours included. The more, the odder; right text hardly exceeds 1.
pub(super) fn of(mut text: impl Iterator<Item = Option<char>>) -> i32 {
    let mut sum = 0;
    let mut before = text.next().flatten();
    for char in text {
        if let Some(char) = char {
            sum += alone(char) + before.map_or(0, |before| pair(before, char));
        }
        before = char;
    }
    sum
}

/// How odd the character is anywhere.
fn alone(char: char) -> i32 {
    if is_control(char) {
        3
    } else if is_rare(char) {
        2
    } else {
        0
    }
}

/// Whether it is a letter or mark that next to no text has, or has only between others of its kind.
pub(super) fn is_rare(char: char) -> bool {
    match char {
        'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1cd}'..='\u{1dc}' | 'Ș' | 'ș' | 'Ț' | 'ț' | 'ə' | 'ʻ' | 'ʼ' => {
            false
        }
        'ĸ'
        | 'ŉ'
        | 'ſ'
        | 'ĳ'
        | 'Ĳ'
        | 'ŀ'
        | 'Ŀ'
        | '\u{180}'..='\u{36f}'
        | '\u{370}'..='\u{373}'
        | '\u{376}'..='\u{37d}'
        | '\u{37f}'
        | '\u{3cf}'..='\u{3ff}'
        | '\u{460}'..='\u{489}'
        | '\u{500}'..='\u{52f}'
        | '\u{591}'..='\u{5cf}'
        | '\u{610}'..='\u{61a}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{700}'..='\u{8ff}' => true,
        _ => false,
    }
}

/// How odd it is that `b` follows `a` without a blank.
fn pair(a: char, b: char) -> i32 {
    use Kind::{Digit, Lower, Opening, Sign, Strange, Trailing, Upper};
    if let Some(known) = known_pair(a, b) {
        return known;
    }
    match (Kind::of(a), Kind::of(b)) {
        (x, y) if x.is_letter() && y.is_letter() => {
            let climbs = x == Lower && y == Upper && !b.is_ascii();
            2 * i32::from(climbs) + scripts(a, b)
        }
        (Digit, Upper) if !b.is_ascii() && b.script() == Script::Latin => 1,
        (x, Strange) if x.is_letter() => 2,
        (Strange | Trailing, y) if y.is_letter() => 1,
        (x, Opening) if x.is_letter() => 1,
        (Trailing | Strange, Opening) if matches!(b, '¿' | '¡') => 2,
        (Opening | Trailing, Strange) => 1,
        (Trailing, Trailing) if a != b => 1,
        (Strange, Sign | Trailing | Opening | Strange) if !b.is_ascii() && a != b => 1,
        _ => 0,
    }
}

/// Pairs that a rule for all would judge too mildly or too harshly.
fn known_pair(a: char, b: char) -> Option<i32> {
    let is_box = |char| matches!(char, '\u{2500}'..='\u{259f}');
    let is_price = |a, b| a == '≈' && matches!(b, '£' | '¢' | '¥');
    let is_mathematical = |char| matches!(char, '\u{2200}'..='\u{22ff}' | 'π' | 'Ω' | 'µ' | '±');
    match (a, b) {
        ('√', _) if !matches!(b, 'π' | 'Ω' | '∞' | 'µ') => None,
        _ if (is_mathematical(a) && is_mathematical(b)) || (is_box(a) && is_box(b)) || is_price(a, b) => {
            Some(-1)
        }
        // letters of languages that do not meet in one word
        ('Ä' | 'Å', 'Š' | 'Ž') | ('‚', 'Ä') => Some(1),
        (
            'Â' | 'Ã' | 'Ä' | 'Å' | 'Ð' | 'Ñ' | 'Î' | 'Ï' | 'â' | 'ð',
            'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ',
        )
        | ('Ä', 'ô' | 'ò' | 'ù' | 'ú' | 'î' | 'ì')
        | ('‚', '¬')
        | ('Ç', '¨') => Some(2),
        (_, 'Ђ' | 'Ћ' | 'Џ' | 'Љ' | 'Њ' | 'Ѓ' | 'Ќ') if Kind::of(a) == Kind::Lower => Some(3),
        _ => None,
    }
}

/// How odd it is that letters of these scripts stand in one word.
fn scripts(a: char, b: char) -> i32 {
    let is_east_asian = |script| {
        matches!(
            script,
            Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo
        )
    };
    match (a.script(), b.script()) {
        (one, two) if one == two => 0,
        (Script::Common | Script::Inherited, _) | (_, Script::Common | Script::Inherited) => 0,
        (one, two) if is_east_asian(one) && is_east_asian(two) => 0,
        (one, two) if is_east_asian(one) || is_east_asian(two) => 1,
        // a unit or a particle: μm, β
        (Script::Greek, Script::Latin) if ('α'..='ω').contains(&a) => 1,
        _ => 2,
    }
}
