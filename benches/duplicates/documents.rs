//! The documents that are searched.

use crate::prose::Writer;
use std::fmt;

/// Paragraphs of prose; every twentieth is an earlier one with up to 12% of its letters changed.
pub(crate) fn near_copies(paragraphs: usize) -> String {
    let mut writer = Writer::new(paragraphs as u64);
    let mut all: Vec<String> = Vec::new();
    for number in 0..paragraphs {
        let paragraph = if number % 20 == 19 {
            let original = all[writer.below(number)].clone();
            let most = original.len() * 12 / 100;
            let letters = 1 + writer.below(most);
            writer.misspelt(&original, letters)
        } else {
            writer.paragraph()
        };
        all.push(paragraph);
    }
    all.join("\n\n")
}

/// A document that is easy to read and hard to compare.
pub(crate) struct Trap {
    name: &'static str,
    pub(crate) text: fn() -> String,
}

impl fmt::Display for Trap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

pub(crate) const TRAPS: &[Trap] = &[
    Trap { name: "100,000 equal lines", text: || lines(100_000, |_| String::new()) },
    Trap { name: "100,000 lines that differ in a number", text: || lines(100_000, |n| n.to_string()) },
    Trap { name: "100,000 lines that differ in a word", text: || lines(100_000, in_letters) },
    Trap { name: "20,000 lines that differ in a number", text: || lines(20_000, |n| n.to_string()) },
    Trap { name: "two paragraphs of 2 MB", text: two_long },
    Trap { name: "two paragraphs of 2 MB that repeat two words", text: two_dull },
];

fn lines(count: usize, word: impl Fn(usize) -> String) -> String {
    let line = |number| {
        format!(
            "The line that stands here with {} in it is like all the others in this file.\n\n",
            word(number)
        )
    };
    (0..count).map(line).collect()
}

/// A number as a word.
fn in_letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'k')).collect()
}

/// The second is the first with every hundredth word or so misspelt.
fn two_long() -> String {
    let mut writer = Writer::new(2);
    let mut text = String::new();
    while text.len() < 2 << 20 {
        text.push_str(&writer.paragraph());
        text.push(' ');
    }
    let copy = writer.misspelt(&text, text.len() / 600);
    format!("{text}\n\n{copy}")
}

fn two_dull() -> String {
    let text = "to and ".repeat((2 << 20) / 7);
    format!("{text}fro.\n\n{text}nowhere.")
}
