//! Writing a document piece by piece. It is never whole in memory, for a child process inherits the peak of its parent.

use std::io::{self, Write};

/// A document that is being written.
pub(crate) struct Document<'a> {
    out: &'a mut dyn Write,
    /// In bytes, when it is done.
    pub(crate) size: usize,
    pub(crate) written: usize,
    seed: u64,
}

impl<'a> Document<'a> {
    pub(crate) fn new(out: &'a mut dyn Write, size: usize) -> Self {
        Self { out, size, written: 0, seed: 1 }
    }

    pub(crate) fn put(&mut self, text: &str) -> io::Result<()> {
        self.written += text.len();
        self.out.write_all(text.as_bytes())
    }

    /// Writes `piece` until the document is full.
    pub(crate) fn repeat(&mut self, piece: &str) -> io::Result<()> {
        self.each(|_, _| piece.to_owned())
    }

    /// Writes one piece after the other until the document is full; each is made from its number.
    pub(crate) fn each(&mut self, piece: impl Fn(&mut Self, usize) -> String) -> io::Result<()> {
        for number in 0.. {
            if self.written >= self.size {
                break;
            }
            let piece = piece(self, number);
            self.put(&piece)?;
        }
        Ok(())
    }

    /// Writes `open` over and over, and then `close` as often.
    pub(crate) fn nest(&mut self, open: &str, close: &str) -> io::Result<()> {
        let depth = self.size / (open.len() + close.len());
        (0..depth).try_for_each(|_| self.put(open))?;
        (0..depth).try_for_each(|_| self.put(close))
    }

    /// A number below `limit` that looks drawn by chance and is the same in every run.
    pub(crate) fn draw(&mut self, limit: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.seed >> 33).unwrap_or_default() % limit
    }

    pub(crate) fn word(&mut self) -> &'static str {
        const WORDS: [&str; 24] = [
            "ferry",
            "harbour",
            "quay",
            "island",
            "captain",
            "late",
            "rain",
            "morning",
            "nobody",
            "timetable",
            "the",
            "a",
            "of",
            "in",
            "and",
            "was",
            "had",
            "came",
            "waited",
            "on",
            "for",
            "with",
            "that",
            "never",
        ];
        WORDS[self.draw(WORDS.len())]
    }

    pub(crate) fn sentence(&mut self) -> String {
        let mut sentence = String::from("The");
        for _ in 0..8 + self.draw(10) {
            sentence.push(' ');
            sentence.push_str(self.word());
        }
        sentence.push('.');
        sentence
    }

    /// A paragraph of its own for every number: always the same, and unlike the others.
    pub(crate) fn paragraph(&mut self, number: usize) -> String {
        self.seed = u64::try_from(number).unwrap_or_default().wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.draw(2);
        format!("{} {} {number}.\n", self.sentence(), self.sentence())
    }
}
