//! Documents that are hard to read: each is a shape that could cost more than its length.

use super::writing::Document;
use std::io::{self, Write};

/// A kind of document.
pub(crate) struct Shape {
    /// What it is made of.
    pub(crate) name: &'static str,
    /// Writes a document of at least `size` bytes, and of few more.
    fill: fn(&mut Document) -> io::Result<()>,
}

impl Shape {
    /// Writes a document of about `size` bytes.
    pub(crate) fn write(&self, out: &mut dyn Write, size: usize) -> io::Result<()> {
        (self.fill)(&mut Document::new(out, size))
    }
}

const fn shape(name: &'static str, fill: fn(&mut Document) -> io::Result<()>) -> Shape {
    Shape { name, fill }
}

/// All shapes.
pub(crate) const SHAPES: &[Shape] = &[
    shape("prose", |it| it.each(Document::paragraph)),
    shape("prose on one line", |it| it.each(|it, _| it.sentence() + " ")),
    shape("prose wrapped by hand", |it| {
        it.each(|it, _| {
            let words: Vec<&str> = (0..11).map(|_| it.word()).collect();
            words.join(" ") + "\n"
        })
    }),
    shape("sentences glued together", |it| {
        it.each(|it, number| format!("{}The{number:x} man ", it.sentence()))
    }),
    shape("names and marks without blanks", |it| it.repeat("Ab.")),
    shape("glued names, all different", |it| {
        it.each(|it, number| format!("They all saw the {}.{}\n", letters(number), capital(it.word(), number)))
    }),
    shape("CJK without blanks", |it| {
        it.each(|it, _| {
            let char =
                |it: &mut Document| char::from_u32(0x4e00 + u32::try_from(it.draw(6000)).unwrap_or_default());
            let line: String = (0..90).filter_map(|_| char(it)).collect();
            line + "。\n"
        })
    }),
    shape("mojibake before blanks", |it| {
        it.put("It was a cafÃ©")?;
        it.repeat(" ")
    }),
    shape("combining accents", |it| it.repeat("e\u{301}\u{323}\u{301}")),
    shape("A B C … C B A", |it| {
        let length = it.paragraph(0).len();
        let count = it.size / length / 2;
        for number in (0..count).chain((0..count).rev()) {
            let paragraph = it.paragraph(number);
            it.put(&paragraph)?;
        }
        Ok(())
    }),
    shape("A A A A", |it| it.repeat("The ferry came late again, and nobody on the quay was surprised.\n")),
    shape("copies side by side", |it| it.each(|it, number| it.paragraph(number / 2))),
    shape("10,000 near copies", |it| {
        let length = it.size / 10_000;
        it.each(|it, number| {
            let body = "the ferry came late ".repeat(length / 20);
            format!("{} {body}{number}\n", it.word())
        })
    }),
    shape("near copies", |it| {
        it.each(|_, number| format!("The ferry to Orsund came late on day {number} of the year.\n"))
    }),
    shape("a\\n", |it| it.repeat("a\n")),
    shape("a\\r\\n\\r\\n", |it| it.repeat("a\r\n\r\n")),
    shape("headings", |it| it.repeat("# a\n")),
    shape("blank lines", |it| it.repeat("\n")),
    shape("blanks", |it| it.repeat(" ")),
    shape("list items", |it| it.repeat("- a\n")),
    shape("thematic breaks", |it| it.repeat("---\n")),
    shape("share lines", |it| it.repeat("Share on Facebook\n")),
    shape("labels of advertisements", |it| it.repeat("Anzeige\n")),
    shape("promo lines, all different", |it| {
        it.each(|it, number| format!("Also read: {} {number}\n", it.sentence()))
    }),
    shape("promo lines under a long heading", |it| {
        let half = it.size / 2;
        it.put("# ")?;
        while it.written < half {
            it.put("reading ")?;
        }
        it.put("\n\n")?;
        it.repeat("Also read: Ten Harbours\n")
    }),
    shape("its own description", |it| {
        let description = "The ferry came late again, and nobody on the quay was surprised.";
        it.put(&format!("---\ndescription: {description}\n---\n\n"))?;
        it.each(|_, number| {
            format!("{description}\nThe {number}th of the harbours that sleep standing up.\n")
        })
    }),
    shape("prose and share lines", |it| {
        it.each(|it, number| it.paragraph(number) + "Share on Facebook\nAdvertisement\n")
    }),
    shape("&amp;amp;amp;…", |it| {
        it.put("&")?;
        it.repeat("amp;")
    }),
    shape("&", |it| it.repeat("&")),
    shape("&amp; &amp;", |it| it.repeat("&amp; ")),
    shape("[[[](u)](u)](u)", |it| it.nest("[", "](/u)")),
    shape("[[[[ ]]]]", |it| {
        it.put("[](u) ")?;
        it.nest("[", "]")
    }),
    shape("[a[a ]]", |it| {
        it.put("[](u) ")?;
        it.nest("[a", "]")
    }),
    shape("[[[[", |it| {
        it.put("[](u) ")?;
        it.repeat("[")
    }),
    shape("](((( ))))", |it| {
        it.put("[](u) ](")?;
        it.nest("(", ")")
    }),
    shape("]( ]( ](", |it| it.repeat("](a \"")),
    shape("[](u) [](u)", |it| it.repeat("[](/u) ")),
    shape("links", |it| it.repeat("[a](/u) ")),
    shape("`a` ``a`` ```a```", |it| it.each(|_, number| "`".repeat(number % 3000) + "a")),
    shape("`a`a`", |it| it.repeat("`a")),
    shape("<a <a <!-- <a", |it| it.repeat("<a <!-- <b> ")),
    shape("$x^ $x^", |it| it.repeat("$x^ $y^2$ ")),
    shape("$$ never closed", |it| it.repeat("$$ a\n")),
    shape("**_**_", |it| it.nest("**_", "_**")),
    shape("> > > >", |it| it.each(|_, number| "> ".repeat(number % 2000) + "a\n")),
    shape("- - - a", |it| it.each(|_, number| "- ".repeat(number % 2000) + "a\n")),
    shape("fences", |it| it.repeat("```\n~~~~\n```\n\n")),
    shape("indented code and blank lines", |it| it.repeat("    a\n\n\n\n")),
    shape("table, one row", |it| {
        it.put("|")?;
        it.repeat(" a |")
    }),
    shape("table, a million rows", |it| it.repeat("| a | b |\n")),
    shape("lines with a bar", |it| it.repeat("a | b\n\n")),
    shape("front matter never closed", |it| {
        it.put("---\n")?;
        it.repeat("a: b\n")
    }),
    shape("addresses", |it| it.each(|it, number| format!("https://example.org/{}?id={number} ", it.word()))),
    shape("tracking parameters", |it| {
        it.each(|it, number| {
            let ids = "&id=1".repeat(10);
            format!("{} https://example.org/{number}?utm_source=mail{ids}&fbclid=x\n", it.sentence())
        })
    }),
    shape("one address", |it| {
        it.put("https://example.org/?utm_source=a")?;
        it.repeat("&a=b")
    }),
    shape("www.www.www.", |it| it.repeat("www.,")),
    shape("control characters", |it| it.repeat("a\u{1}")),
    shape("terminal escapes", |it| it.repeat("\u{1b}[31ma ")),
    shape("soft hyphens", |it| it.repeat("\u{ad}")),
    shape("blanks at line ends", |it| it.repeat("a \n")),
    shape("no-break spaces", |it| it.repeat("a\u{a0}\u{a0}")),
];

/// A number as a word in lower case.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect::<String>() + "ab"
}

fn capital(word: &str, number: usize) -> String {
    format!("M{word}{} said so to them", letters(number))
}
