//! Prose that nobody wrote: words as frequent as in a language, in sentences and paragraphs.

/// Numbers that look random and are the same in every run (G. Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number from 0 up to `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }
}

/// Letters about as frequent as in English.
const LETTERS: &[u8] =
    b"eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnssssssrrrrrrhhhhhhllllddddcccuuummmffppggwwyybbvk";

/// A vocabulary of so many words.
const WORDS: usize = 8_000;

/// One who writes.
pub(crate) struct Writer {
    random: Random,
    words: Vec<String>,
}

impl Writer {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut word =
            |length: usize| (0..length).map(|_| LETTERS[random.below(LETTERS.len())] as char).collect();
        let words = (0..WORDS).map(|rank| word(2 + (rank + 1).ilog2() as usize / 3 + rank % 5)).collect();
        Self { random, words }
    }

    /// A number from 0 up to `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.random.below(end)
    }

    /// A word; the first of the vocabulary are the most frequent, each as its rank says (Zipf's law).
    pub(crate) fn word(&mut self) -> &str {
        let exponent = self.random.below(WORDS.ilog2() as usize + 1);
        let rank = self.random.below(1 << exponent) + (1 << exponent) - 1;
        &self.words[rank % WORDS]
    }

    /// A sentence of 6 to 25 words.
    fn sentence(&mut self) -> String {
        let words = 6 + self.random.below(20);
        let mut sentence = (0..words).map(|_| format!("{} ", self.word())).collect::<Vec<_>>().concat();
        sentence[..1].make_ascii_uppercase();
        sentence.truncate(sentence.len() - 1);
        sentence + "."
    }

    /// A paragraph of one to four sentences: 270 characters on average, where those of web pages have 205.
    pub(crate) fn paragraph(&mut self) -> String {
        let sentences = 1 + self.random.below(4);
        (0..sentences).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    /// The text with so many letters of it changed.
    pub(crate) fn misspelt(&mut self, text: &str, letters: usize) -> String {
        let mut text = text.as_bytes().to_vec();
        for _ in 0..letters {
            let at = self.random.below(text.len());
            text[at] = LETTERS[self.random.below(LETTERS.len())];
        }
        String::from_utf8_lossy(&text).into_owned()
    }
}
