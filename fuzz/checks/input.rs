//! From the bytes of an input to a text and what to do to it.

use unscrape::document::{About, Protect};
use unscrape::rules::RULES;
use unscrape::{Options, Policy, RuleSet, Threshold};

/// How many bytes of an input say what to do. The rest is the text.
pub(super) const HEAD: usize = 6;

/// A choice of options. Zeros are the defaults; an input that is too short to say anything has them too.
///
/// Byte 0 holds the policy (bits 0 and 1), whether to report (2), and whether the text's container names its title (3),
/// its description (4) and its author (5), and whether to name suspicious lines (6). Bytes 1 to 4 are a bit for each
/// rule to be switched from what it is by default. Byte 5 is what is added to the lowest threshold.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) options: Options,
    has_title: bool,
    has_description: bool,
    has_author: bool,
}

impl Asked {
    /// What the head of an input asks for, and the rest of it.
    pub(super) fn of(input: &[u8]) -> (Self, &[u8]) {
        let Some((&[flags, a, b, c, d, above], rest)) = input.split_first_chunk::<HEAD>() else {
            return (Self::default(), input);
        };
        let switched = u32::from_le_bytes([a, b, c, d]);
        let default = RuleSet::default();
        let rules = RULES.iter().enumerate().fold(default.clone(), |set, (index, rule)| {
            let is_switched = index < 32 && switched >> index & 1 == 1;
            set.with(rule.id, default.contains(rule.id) != is_switched)
        });
        let threshold = Threshold::thousandths(750 + u16::from(above)).filter(|_| above > 0);
        let options = Options {
            rules,
            duplicates: Policy::ALL[usize::from(flags & 3)],
            threshold: threshold.unwrap_or_default(),
            report: flags & 4 != 0,
            suspect: flags & 64 != 0,
            protect: Protect::default(),
        };
        let [has_title, has_description, has_author] = [8, 16, 32].map(|flag| flags & flag != 0);
        (Self { options, has_title, has_description, has_author }, rest)
    }

    /// What is known of a text: its own first lines, or they would hardly ever stand in it.
    pub(super) fn about(&self, text: &str) -> About {
        let mut lines = text.lines().map(str::to_owned);
        let mut line = |is_named: bool| lines.next().filter(|_| is_named);
        About {
            title: line(self.has_title),
            description: line(self.has_description),
            authors: line(self.has_author).into_iter().collect(),
        }
    }
}
