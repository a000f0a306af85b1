//! Which rules a text can concern at all.

use super::Rule;
use memchr::{memchr_iter, memchr2_iter, memmem};
use std::cell::OnceCell;

/// A text, and what tells which rules may be left out.
#[derive(Clone, Debug)]
pub struct Triggered<'a> {
    text: &'a [u8],
    /// Which bytes it has. Most triggers are of bytes that few texts have, so that most need not be looked for.
    has: OnceCell<[bool; 256]>,
}

impl<'a> Triggered<'a> {
    /// A text that is looked at once a rule with triggers asks.
    pub fn by(text: &'a str) -> Self {
        Self { text: text.as_bytes(), has: OnceCell::new() }
    }

    /// Whether `rule` has to look at the text.
    pub fn concerns(&self, rule: &Rule) -> bool {
        rule.triggers.is_empty() || rule.triggers.iter().any(|trigger| self.holds(trigger.as_bytes()))
    }

    /// Whether the text holds a trigger; ASCII letters match in either case.
    fn holds(&self, trigger: &[u8]) -> bool {
        let in_text = self.has.get_or_init(|| {
            let mut has = [false; 256];
            self.text.iter().for_each(|byte| has[usize::from(*byte)] = true);
            has
        });
        let has = |byte: &u8| {
            in_text[usize::from(byte.to_ascii_lowercase())] || in_text[usize::from(byte.to_ascii_uppercase())]
        };
        if !trigger.iter().all(has) {
            return false;
        }
        if !trigger.iter().any(u8::is_ascii_alphabetic) {
            return trigger.len() == 1 || memmem::find(self.text, trigger).is_some();
        }
        // by a sign, if there is one: letters are everywhere
        let anchor = trigger.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(0);
        let is_at = |at: usize| {
            let found = at.checked_sub(anchor).and_then(|start| self.text.get(start..start + trigger.len()));
            found.is_some_and(|found| found.eq_ignore_ascii_case(trigger))
        };
        match trigger[anchor] {
            letter if letter.is_ascii_alphabetic() => {
                memchr2_iter(letter.to_ascii_lowercase(), letter.to_ascii_uppercase(), self.text).any(is_at)
            }
            sign => memchr_iter(sign, self.text).any(is_at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triggers_are_found_in_either_case() {
        let holds = |text: &str, trigger: &str| Triggered::by(text).holds(trigger.as_bytes());
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
