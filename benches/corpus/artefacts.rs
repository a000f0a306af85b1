//! Lines that are no part of the article.

use super::prose::Writer;

/// A kind of line that extractors leave in.
pub(super) struct Lines {
    /// How many of them 91 pages keep, from a good extractor of articles, from one that takes the whole page, and from
    /// one that makes Markdown of it.
    pub(super) left: [usize; 3],
    pub(super) write: fn(&mut Writer) -> String,
}

const fn lines(left: [usize; 3], write: fn(&mut Writer) -> String) -> Lines {
    Lines { left, write }
}

/// All kinds. The numbers were counted on real pages: what readability, a plain HTML to text and an HTML to Markdown
/// leave in.
pub(super) const LINES: &[Lines] = &[
    lines([62, 1622, 2490], Writer::headline),
    lines([44, 168, 197], |it| format!("Photo: {}", it.name())),
    lines([2, 556, 672], |it| it.one_of(&["Share on Facebook", "Tweet", "Share this article", "Email"])),
    lines([11, 220, 219], |it| format!("By {}", it.name())),
    lines([11, 221, 219], |it| format!("March {}, 20{}", 1 + it.below(31), 10 + it.below(15))),
    lines([17, 354, 200], newsletter),
    lines([14, 318, 278], |it| {
        format!("{} {}", it.one_of(&["Read more:", "Also read:", "Related:"]), it.headline())
    }),
    lines([14, 288, 109], |it| format!("© 20{} {}. All rights reserved.", 10 + it.below(15), it.name())),
    lines([150, 8762, 4357], Writer::label),
    lines([5, 61, 61], |it| it.headline().to_uppercase()),
    lines([6, 133, 144], |it| format!("{} {}", it.below(200), it.one_of(&["comments", "replies", "likes"]))),
    lines([2, 218, 201], |it| it.one_of(&["Play video", "Watch now", "00:00 / 02:31"])),
    lines([1, 7, 47], |it| format!("${}.99", it.below(500))),
    lines([2, 78, 58], |it| it.one_of(&["Advertisement", "ADVERTISEMENT", "Sponsored"])),
    lines([2, 31, 30], |it| format!("Tags: {}, {}, {}", it.owned(), it.owned(), it.owned())),
    lines([15, 145, 191], |it| it.one_of(&["|", "•", "-", "/"])),
    lines([0, 38, 17], |it| format!("We use cookies to improve the {} of this site.", it.word())),
    lines([1, 2, 10], |it| format!("{} | {} | {}", it.owned(), it.below(90), it.below(90))),
    lines([0, 1, 900], |it| format!("![](https://example.org/{}.jpg)", it.word())),
    lines([0, 1, 427], |it| format!("[](https://example.org/{}/)", it.word())),
    lines([27, 442, 401], Writer::paragraph),
    lines([11, 268, 386], |it| format!("{} {}", it.label(), it.below(3000))),
];

fn newsletter(it: &mut Writer) -> String {
    match it.below(3) {
        0 => "Sign up for our newsletter".to_owned(),
        1 => format!("Sign up for our {} newsletter and never miss a {}.", it.owned(), it.owned()),
        _ => "Get the best stories in your inbox!".to_owned(),
    }
}

impl Writer {
    fn one_of(&mut self, choices: &[&str]) -> String {
        choices[self.below(choices.len())].to_owned()
    }

    fn owned(&mut self) -> String {
        self.word().to_owned()
    }

    /// A word as it begins a name.
    fn capital(&mut self) -> String {
        let mut word = self.owned();
        word[..1].make_ascii_uppercase();
        word
    }

    fn name(&mut self) -> String {
        format!("{} {}", self.capital(), self.capital())
    }

    /// A headline of 5 to 12 words.
    pub(super) fn headline(&mut self) -> String {
        let words = 4 + self.below(8);
        (0..words).fold(self.capital(), |headline, _| format!("{headline} {}", self.word()))
    }

    /// What a menu or a button says.
    fn label(&mut self) -> String {
        let words = self.below(3);
        (0..words).fold(self.capital(), |label, _| format!("{label} {}", self.capital()))
    }
}
