//! The reference marks of encyclopaedias.

mod label;
mod place;

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Block, Document, Kind};
use crate::edit::Span;
use label::Label;
use place::Before;
use std::collections::{HashMap, HashSet};

pub(super) const RULE: Rule = Rule {
    id: "citation-mark",
    summary: "Reference marks of encyclopaedias: `[12]`, `[note 3]`, `[citation needed]`, `[edit]` behind a heading",
    why: "In an encyclopaedia they lead to a note below; in copied text they lead nowhere. Some want to know that a \
          sentence had a source, so the rule is opt-in. A mark stands right behind a word, a quote or the mark of a \
          sentence. Behind a word brackets may also be an index: there a number goes only if the text has a mark behind \
          a sentence too, letters only if they count from `a`, and neither if the word, in lower case, has two \
          different ones. Links, footnotes and labels that the text defines stay, and so does the list of references.",
    level: Level::OptIn,
    stratum: Stratum::Structure,
    triggers: &["["],
    examples: &[
        Example {
            before: "The bridge[1] was built in 1881,[2][3] and “nobody came”.[a] It stands.[citation needed]\n",
            after: "The bridge was built in 1881, and “nobody came”. It stands.\n",
        },
        Example {
            before: "## History[edit]\n\nIt burned twice.[note 3] As of 2019[update], nobody knows why.\\[12\\]\n",
            after: "## History\n\nIt burned twice. As of 2019, nobody knows why.\n",
        },
        Example {
            before: "Geschichte[Bearbeiten | Quelltext bearbeiten]\n\nSie brannte zweimal ab.[Quelle?] Heute steht sie.[4]\n",
            after: "Geschichte\n\nSie brannte zweimal ab. Heute steht sie.\n",
        },
        Example {
            before: "It was refunded.[1] Then argv[1] and argv[2] were read, in Oslo[2] and list[i].\n",
            after: "It was refunded. Then argv[1] and argv[2] were read, in Oslo and list[i].\n",
        },
        Example {
            before: "桥梁建于1881年。[1]后来[2]烧毁。[來源請求]\n",
            after: "桥梁建于1881年。后来烧毁。\n",
        },
    ],
    keeps: &[
        "The first is `a[1]`, and in C argv[1] or a[0] is.\n",
        "Let x[1] = 3; then list[i] and list[j] and f(x)[2] are read, and arr?.[1] too.\n",
        "- [ ] buy a bridge\n- [x] sell it\n",
        "It was refunded.[^1] See the note.[12](https://example.org/#12) And here.[12][ref]\n",
        "It was refunded.[12] So it is said.\n\n[12]: https://example.org/a\n",
        "[12] Berg, A.: Ten bridges in a day, 1999.\n",
        "As is shown in [12], and in [a], it holds.\n",
        "Benzo[a]pyrene and cyclo[3]phane burn.\n",
        "The map holds for all in [1] and not in [2].\n",
        "It stood there.[12]: 34 Then it fell.\n",
        "1.[2] is the first verse.\n",
        "He said that “[they] came”, and wrote “recieve[sic]”.\n",
        "    It was built in 1881.[2]\n",
        "```\nIt was built in 1881.[2]\n```\n",
        "| 1881.[2] |\n",
        "The [river of Oslo[1]](https://example.org/a) and the fjord[2] are wet.\n",
        "Only this bridge[7] has brackets.\n",
        "It stands.[1984] It fell.[see below] It burned.[01]\n",
        "Press the button [edit] to change it.\n",
        "The vowel [a] and the note in brackets [note 3] stay.\n",
        "See $x_i.[1]$ and <b title=\"a.[1]\"> there.\n",
    ],
    find,
};

/// Brackets that may be marks: one, or several without a blank between them.
struct Run<'a> {
    span: Span,
    first: &'a str,
    before: Before<'a>,
    /// Whether one of them counts: a number or a letter, which may also be an index.
    counts: bool,
}

fn find(document: &Document, hits: &mut Hits) {
    hits.look_beyond_blocks();
    let runs = runs(document);
    // a mark where no code has one says that others are marks too
    let is_marked = runs.iter().any(|run| run.before == Before::Stop || !run.counts);
    let indexed = indexed(&runs);
    for run in &runs {
        let goes = match run.before {
            Before::Stop => true,
            Before::Unparted => is_marked,
            Before::Word(word) => !run.counts || is_marked && !indexed.contains(word),
        };
        if goes {
            hits.remove(run.span);
        }
    }
}

/// The words in lower case that have two different brackets behind them.
fn indexed<'a>(runs: &[Run<'a>]) -> HashSet<&'a str> {
    let mut first: HashMap<&str, &str> = HashMap::new();
    let mut indexed = HashSet::new();
    for run in runs.iter().filter(|run| run.counts) {
        if let Before::Word(word) = run.before
            && word.starts_with(char::is_lowercase)
            && *first.entry(word).or_insert(run.first) != run.first
        {
            indexed.insert(word);
        }
    }
    indexed
}

/// The runs of all blocks, in order.
fn runs<'a>(document: &Document<'a>) -> Vec<Run<'a>> {
    let defined = defined(document);
    let mut letters = Letters::default();
    let mut runs = Vec::new();
    for (index, block) in document.blocks_at(memchr::memchr_iter(b'[', document.text().as_bytes())) {
        if block.kind().is_open() {
            let mut reader = Reader { document, index, block, defined: &defined, letters: &mut letters };
            reader.read(&mut runs);
        }
    }
    runs
}

/// The labels that lead somewhere: `[12]: https://…`.
fn defined<'a>(document: &Document<'a>) -> HashSet<&'a str> {
    let blocks = document.blocks().iter().filter(|block| block.kind() == Kind::Definition);
    let lines = blocks.flat_map(|block| block.span().of(document.text()).lines());
    lines.filter_map(|line| label::first(line.trim_start())).map(|(words, _)| words).collect()
}

/// Letters count from `a` on: `list[i]` is none of them.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    small: u8,
    capital: u8,
}

impl Letters {
    /// Whether the letter was there before, or is the next one.
    fn count(&mut self, letter: char) -> bool {
        let (seen, first) =
            if letter.is_ascii_lowercase() { (&mut self.small, 'a') } else { (&mut self.capital, 'A') };
        let place = u32::from(letter) - u32::from(first);
        if place == u32::from(*seen) {
            *seen += 1;
        }
        place < u32::from(*seen)
    }
}

/// Reads one block.
struct Reader<'r, 'a> {
    document: &'r Document<'a>,
    index: usize,
    block: Block,
    defined: &'r HashSet<&'a str>,
    letters: &'r mut Letters,
}

impl<'a> Reader<'_, 'a> {
    /// One sweep. Brackets inside others are no marks: they may be what a link says.
    fn read(&mut self, runs: &mut Vec<Run<'a>>) {
        let text = &self.document.text()[..self.block.span().end()];
        let mut closed = self.document.inline(self.index).closed().peekable();
        let (mut at, mut line, mut depth) = (self.block.span().start(), self.block.span().start(), 0_usize);
        while let Some(&byte) = text.as_bytes().get(at) {
            while closed.next_if(|closed| closed.end() <= at).is_some() {}
            if let Some(closed) = closed.peek().filter(|closed| closed.start() <= at) {
                depth = depth.saturating_sub(usize::from(byte == b']'));
                at = closed.end();
                continue;
            }
            match byte {
                b'[' | b'\\' if depth == 0 => {
                    if let Some(run) = self.run(line, at) {
                        at = run.span.end();
                        runs.push(run);
                        continue;
                    }
                    depth += usize::from(byte == b'[');
                }
                b'[' => depth += 1,
                b']' => depth = depth.saturating_sub(1),
                b'\n' => (line, depth) = (at + 1, 0),
                _ => {}
            }
            at += if byte == b'\\' { 2 } else { 1 };
        }
    }

    /// The run that begins at byte `at`, in the line that begins at `line`.
    fn run(&mut self, line: usize, at: usize) -> Option<Run<'a>> {
        let text = &self.document.text()[..self.block.span().end()];
        let so_far = text[..at].get(line..)?;
        let before = Before::at_end_of(so_far)?;
        let (mut end, mut counts, mut edits, mut first) = (at, false, false, None);
        while let Some((words, length)) = label::first(text.get(end..)?) {
            let label = Label::of(words).filter(|_| !self.defined.contains(words))?;
            if matches!(label, Label::Letter(letter) if !self.letters.count(letter)) {
                return None;
            }
            counts |= matches!(label, Label::Number | Label::Letter(_));
            edits |= label == Label::Edit;
            first = first.or(Some(words));
            end += length;
        }
        let rest = &text[end..];
        let fits = if edits { self.ends_heading(line, end) } else { place::fits(so_far, before, rest) };
        let run = Run { span: Span::new(at, end), first: first?, before, counts };
        fits.then_some(run)
    }

    /// Whether the line from byte `line` to byte `end` is a heading, or short enough for one.
    fn ends_heading(&self, line: usize, end: usize) -> bool {
        let block = self.document.block_text(self.index).trim_end();
        let is_alone = block.len() == end - self.block.span().start();
        let is_short = block.chars().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING;
        match self.block.kind() {
            Kind::Heading => {
                self.document.line_around(line).of(self.document.text()).trim_end().len() == end - line
            }
            Kind::Paragraph => is_alone && is_short,
            _ => false,
        }
    }
}

/// In characters, with its mark.
const LONGEST_HEADING: usize = 120;
