//! Which rules a text can concern at all.

use super::Rule;
use memchr::{memchr_iter, memchr2_iter, memmem};
use std::borrow::Cow;
use std::cell::OnceCell;

/// A text, and what tells which rules may be left out.
#[derive(Clone, Debug)]
pub struct Triggered<'a> {
    text: &'a [u8],
    bytes: Cow<'a, Bytes>,
    /// Whether it holds a [`LINK`], once somebody asked.
    holds_link: OnceCell<bool>,
}

/// What stands in every link and image: several rules are made for these and are triggered by nothing else.
const LINK: &str = "](";

/// Which bytes a text may have. Most triggers are of bytes that few texts have, so that most need not be looked for.
///
/// What next to every text has is taken to be there, but for [`TELLING`].
#[derive(Clone, Debug)]
pub struct Bytes([bool; 256]);

/// Many texts have no links, which some rules are made for, and these signs only there.
const TELLING: [u8; 3] = [b']', b'=', b'_'];

/// So many bytes are asked at once whether one of them is of another kind.
const AT_ONCE: usize = 32;

impl Bytes {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut bytes = Self(IN_MOST);
        bytes.add(text);
        bytes
    }

    /// The same for a text after `text` was put into it, whatever was taken away.
    pub fn add(&mut self, text: &str) {
        for sign in TELLING {
            let known = &mut self.0[usize::from(sign)];
            *known = *known || memchr::memchr(sign, text.as_bytes()).is_some();
        }
        let is_plain = |stretch: &[u8]| stretch.iter().fold(true, |all, byte| all & is_plain(*byte));
        let (stretches, rest) = text.as_bytes().as_chunks::<AT_ONCE>();
        let others = stretches.iter().filter(|stretch| !is_plain(*stretch));
        others.flatten().chain(rest).for_each(|byte| self.0[usize::from(*byte)] = true);
    }

    fn have(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

/// Those that next to every text has.
const IN_MOST: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < u8::MAX {
        bytes[byte as usize] = is_plain(byte);
        byte += 1;
    }
    let mut sign = 0;
    while sign < TELLING.len() {
        bytes[TELLING[sign] as usize] = false;
        sign += 1;
    }
    bytes
};

/// Whether a byte is one of those that most texts are made of.
const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n')
}

impl<'a> Triggered<'a> {
    /// What a text triggers.
    pub fn by(text: &'a str) -> Self {
        Self { text: text.as_bytes(), bytes: Cow::Owned(Bytes::of(text)), holds_link: OnceCell::new() }
    }

    /// The same for a text of which is known that it has no other than these `bytes`.
    pub fn among(bytes: &'a Bytes, text: &'a str) -> Self {
        Self { text: text.as_bytes(), bytes: Cow::Borrowed(bytes), holds_link: OnceCell::new() }
    }

    /// Whether `rule` has to look at the text.
    pub fn concerns(&self, rule: &Rule) -> bool {
        match rule.triggers {
            [] => true,
            [LINK] => *self.holds_link.get_or_init(|| self.holds_any(rule.triggers)),
            triggers => self.holds_any(triggers),
        }
    }

    fn holds_any(&self, triggers: &[&str]) -> bool {
        let triggers = triggers.iter().map(|trigger| trigger.as_bytes());
        self.holds_one(triggers.filter(|trigger| self.may_hold(trigger)))
    }

    /// Whether the text has all bytes of a trigger, as far as they tell: of letters, both cases are taken to be there. The
    /// last byte tells most: a character begins as many others do.
    fn may_hold(&self, trigger: &[u8]) -> bool {
        let bytes = self.bytes.as_ref();
        trigger.iter().rev().all(|byte| bytes.have(*byte))
    }

    /// Whether the text holds one of the triggers that it may hold; ASCII letters match in either case.
    fn holds_one<'t>(&self, triggers: impl Iterator<Item = &'t [u8]>) -> bool {
        let mut lettered: Vec<Anchored> = Vec::new();
        for trigger in triggers {
            if trigger.iter().any(u8::is_ascii_alphabetic) {
                lettered.push(Anchored::of(trigger));
            } else if memmem::find(self.text, trigger).is_some() {
                return true;
            }
        }
        // those with the same anchor are looked for together
        lettered.sort_unstable_by_key(|trigger| trigger.byte);
        lettered.chunk_by(|one, next| one.byte == next.byte).any(|those| {
            let byte = those[0].byte;
            // most places are ruled out by the letter before them
            let letters = those.iter().fold(0, |letters, trigger| letters | trigger.letter_before());
            let is_one = |at: usize| {
                let before = at.checked_sub(1).map_or(0, |before| self.text[before]);
                letters & letter(before) != 0 && those.iter().any(|trigger| trigger.is_at(at, self.text))
            };
            if byte.is_ascii_alphabetic() {
                memchr2_iter(byte, byte.to_ascii_uppercase(), self.text).any(is_one)
            } else {
                memchr_iter(byte, self.text).any(is_one)
            }
        })
    }
}

/// A trigger with letters, and the byte by which it is looked for: a sign, if there is one, for letters are everywhere.
struct Anchored<'t> {
    trigger: &'t [u8],
    /// A letter is a small one.
    byte: u8,
    /// Bytes of the trigger before it.
    before: usize,
}

impl<'t> Anchored<'t> {
    /// The last sign tells more than the first: mostly it has a letter before it.
    fn of(trigger: &'t [u8]) -> Self {
        let before = trigger.iter().rposition(|byte| !byte.is_ascii_alphabetic()).unwrap_or(0);
        Self { trigger, byte: trigger[before].to_ascii_lowercase(), before }
    }

    /// The [`letter`] that stands before the anchor; all of them if it is the first byte.
    fn letter_before(&self) -> u32 {
        self.before.checked_sub(1).map_or(u32::MAX, |before| letter(self.trigger[before]))
    }

    /// Whether it stands in `text` with its anchor at byte `at`.
    fn is_at(&self, at: usize, text: &[u8]) -> bool {
        let found = at.checked_sub(self.before).and_then(|start| text.get(start..start + self.trigger.len()));
        found.is_some_and(|found| found.eq_ignore_ascii_case(self.trigger))
    }
}

/// A letter as one bit, in either case: both have the same five bits at their ends. Other bytes share these.
fn letter(byte: u8) -> u32 {
    1 << (byte & 0x1F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triggers_are_found_in_either_case() {
        let holds = |text: &str, trigger: &str| {
            let (text, trigger) = (Triggered::by(text), trigger.as_bytes());
            text.may_hold(trigger) && text.holds_one([trigger].into_iter())
        };
        for (text, trigger) in [
            ("a?UTM_x", "utm_"),
            ("fbCLID=1", "clid="),
            ("=_HsEnc=", "_hsenc="),
            ("_x", "_X"),
            ("a=b_cD", "=B_c"),
            ("doi", "DOI"),
            ("É", "É"),
            ("a](b", "]("),
        ] {
            assert!(holds(text, trigger), "{trigger}");
        }
        for (text, trigger) in [
            ("_utm", "utm_"),
            ("_", "utm_"),
            ("c=", "clid="),
            ("_hsend=", "_hsenc="),
            ("é", "É"),
            ("]a(", "]("),
            ("", "x"),
            ("“", "”"),
        ] {
            assert!(!holds(text, trigger), "{trigger}");
        }
    }

    #[test]
    fn all_bytes_of_a_text_are_known_wherever_they_stand() {
        for char in ('\0'..='\u{2ff}').chain(['”', '日', '\u{ffff}', '\u{10ffff}']) {
            for before in 0..2 * AT_ONCE {
                let text = "a".repeat(before) + &char.to_string() + &"a".repeat(AT_ONCE);
                let bytes = Bytes::of(&text);
                assert!(text.bytes().all(|byte| bytes.have(byte)), "{char:?} behind {before}");
            }
        }
        let plain = Bytes::of("Nothing, but this: 1 word.\n");
        assert!(b"]=_\t\r\0\x7f\x80\xe2\xff".iter().all(|byte| !plain.have(*byte)));
    }
}
