//! Which rules a text can concern at all.

use super::Rule;
use memchr::{memchr_iter, memchr2_iter, memmem};
use std::borrow::Cow;

/// A text, and what tells which rules may be left out.
#[derive(Clone, Debug)]
pub struct Triggered<'a> {
    text: &'a [u8],
    bytes: Cow<'a, Bytes>,
}

/// Which bytes a text may have. Most triggers are of bytes that few texts have, so that most need not be looked for.
#[derive(Clone, Debug)]
pub struct Bytes([bool; 256]);

impl Bytes {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut bytes = Self([false; 256]);
        bytes.add(text);
        bytes
    }

    /// The same for a text after `text` was put into it, whatever was taken away.
    pub fn add(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.0[usize::from(byte)] = true);
    }

    fn have(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

impl<'a> Triggered<'a> {
    /// What a text triggers.
    pub fn by(text: &'a str) -> Self {
        Self { text: text.as_bytes(), bytes: Cow::Owned(Bytes::of(text)) }
    }

    /// The same for a text of which is known that it has no other than these `bytes`.
    pub fn among(bytes: &'a Bytes, text: &'a str) -> Self {
        Self { text: text.as_bytes(), bytes: Cow::Borrowed(bytes) }
    }

    /// Whether `rule` has to look at the text.
    pub fn concerns(&self, rule: &Rule) -> bool {
        let triggers = rule.triggers.iter().map(|trigger| trigger.as_bytes());
        rule.triggers.is_empty() || self.holds_one(triggers.filter(|trigger| self.may_hold(trigger)))
    }

    /// Whether the text has all bytes of a trigger, in either case.
    fn may_hold(&self, trigger: &[u8]) -> bool {
        let in_other_case = |byte: u8| byte.is_ascii_alphabetic() && self.bytes.have(byte ^ 0x20);
        trigger.iter().all(|byte| self.bytes.have(*byte) || in_other_case(*byte))
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
            let is_one = |at: usize| those.iter().any(|trigger| trigger.is_at(at, self.text));
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
    fn of(trigger: &'t [u8]) -> Self {
        let before = trigger.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(0);
        Self { trigger, byte: trigger[before].to_ascii_lowercase(), before }
    }

    /// Whether it stands in `text` with its anchor at byte `at`.
    fn is_at(&self, at: usize, text: &[u8]) -> bool {
        let found = at.checked_sub(self.before).and_then(|start| text.get(start..start + self.trigger.len()));
        found.is_some_and(|found| found.eq_ignore_ascii_case(self.trigger))
    }
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
        for (text, trigger) in
            [("a?UTM_x", "utm_"), ("fbCLID=1", "clid="), ("doi", "DOI"), ("É", "É"), ("a](b", "](")]
        {
            assert!(holds(text, trigger), "{trigger}");
        }
        for (text, trigger) in [("_utm", "utm_"), ("é", "É"), ("]a(", "]("), ("", "x"), ("“", "”")] {
            assert!(!holds(text, trigger), "{trigger}");
        }
    }
}
