//! Articles as extractors write them.

use super::artefacts::LINES;
use super::prose::Writer;

/// The numbers in [`LINES`] are for so many pages.
const PAGES: usize = 91;

/// What an extractor makes of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Makes {
    /// The article, nearly.
    Article,
    /// All text of the page.
    Page,
    /// All of the page as Markdown.
    Markdown,
}

impl Makes {
    /// What the extractor of a corpus's text made: four of six look for the article.
    pub(super) fn of(number: usize) -> Self {
        [Self::Article, Self::Article, Self::Page, Self::Article, Self::Article, Self::Markdown][number % 6]
    }
}

/// An article of about 4 kB with what was left around it.
pub(super) fn article(it: &mut Writer, makes: Makes) -> String {
    let title = it.headline();
    let mut body: Vec<String> = (0..12 + it.below(14)).map(|_| dressed(it, makes)).collect();
    if makes != Makes::Article && it.below(4) == 0 {
        // a summary that nearly stands there again
        let summary = it.paragraph();
        body.insert(0, it.misspelt(&summary, 3));
        body.insert(0, summary);
    }
    let (mut head, mut tail) = (vec![title.clone()], vec![title]);
    for kind in LINES {
        let left = kind.left[makes as usize];
        let count = left / PAGES + usize::from(it.below(PAGES) < left % PAGES);
        for _ in 0..count {
            let line = framed((kind.write)(it), makes);
            // most of it stands at the two ends
            match it.below(6) {
                0 => body.insert(it.below(body.len()), line),
                1 | 2 => head.insert(it.below(head.len() + 1), line),
                _ => tail.push(line),
            }
        }
    }
    let line_end = if makes == Makes::Markdown || it.below(3) == 0 { "\n\n" } else { "\n" };
    [head, body, tail].concat().join(line_end) + "\n"
}

/// A line of the frame as it comes out.
fn framed(line: String, makes: Makes) -> String {
    let is_short = line.len() < 60 && !line.contains(['!', '[', '|']);
    if makes == Makes::Markdown && is_short {
        format!("- [{line}](https://example.org/{}?utm_source=menu)", line.len())
    } else {
        line
    }
}

/// A paragraph with the signs of print, and here and there with what went wrong on the way.
fn dressed(it: &mut Writer, makes: Makes) -> String {
    let plain = it.paragraph();
    let mut text = String::with_capacity(plain.len() + 32);
    for word in plain.split(' ') {
        let ends_sentence = word.ends_with('.');
        let word = match it.below(240) {
            0..2 => word.replace('e', "é"),
            2..6 => format!("“{word}”"),
            6..10 if !ends_sentence => format!("{word}’s"),
            10..22 if !ends_sentence => format!("{word},"),
            22..24 => format!("– {word}"),
            24..28 => format!("{} {word}", it.below(3000)),
            28 => format!("{word} &amp; {word}"),
            29..33 if makes == Makes::Markdown => format!("[{word}](https://example.org/{word}/)"),
            _ => word.to_owned(),
        };
        text.push_str(&word);
        // a sentence in a hundred is glued to the next one
        let space = match it.below(1500) {
            0..15 if ends_sentence => "",
            15 => "\u{a0}",
            16 => "\u{a0} ",
            17 if makes == Makes::Page => "\u{200b} ",
            18 if it.below(16) == 0 => "â€™s ",
            19 if it.below(16) == 0 => "\u{8} ",
            _ => " ",
        };
        text.push_str(space);
    }
    // blanks at the end are left by those that make Markdown
    text.truncate(text.trim_end().len());
    if makes == Makes::Markdown && it.below(3) == 0 {
        text.push(' ');
    }
    text
}
