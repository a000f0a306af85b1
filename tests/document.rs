//! What the segmenter takes for what.

use std::borrow::Cow;
use unscrape::document::{About, Before, Document, Kind, Layout, Protect};
use unscrape::edit::{Edit, Edits, Evidence, Reason, Span};

use Kind::{
    Break, Code, Definition, FrontMatter, Heading, Html, Image, ListItem, Paragraph, Protected, Quote, Table,
};

/// The blocks of a text: their kinds and texts.
fn blocks(text: &str) -> Vec<(Kind, &str)> {
    let document = Document::new(text);
    let blocks = document.blocks().iter().enumerate();
    blocks.map(|(index, block)| (block.kind(), document.block_text(index))).collect()
}

#[test]
fn a_line_is_a_paragraph_where_nothing_says_otherwise() {
    let text = "One paragraph.\nAnother one.\n\nA third.\r\n";
    assert_eq!(
        blocks(text),
        [(Paragraph, "One paragraph."), (Paragraph, "Another one."), (Paragraph, "A third.")]
    );
}

#[test]
fn lines_that_were_wrapped_by_hand_are_one_paragraph() {
    let wrapped = "The ferry that left the island at noon came late, and nobody on\n\
                   the quay was surprised by it, for it had come late every day since\n\
                   the new timetable was hung up in the harbour office.";
    assert_eq!(blocks(wrapped), [(Paragraph, wrapped)]);
    let russian = "Паром, который вышел с острова в полдень, опоздал, и никто на\n\
                   причале этому не удивился, потому что он опаздывал каждый день.";
    assert_eq!(blocks(russian), [(Paragraph, russian)]);
    let chinese = "中午从岛上开出的渡船又晚点了码头上没有人感到意外因为自从新的时\n\
                   刻表挂在港务局以来它每天都晚点。";
    assert_eq!(blocks(chinese), [(Paragraph, chinese)]);
}

#[test]
fn verse_and_headlines_are_lines() {
    let verse = "The lamps go out along the northern quay,\nThe tide comes in and nobody is there;\n\
                 A gull sits down upon the mast and waits,\nAnd nobody, and nobody, will care.";
    assert_eq!(blocks(verse).len(), 4);
    let headlines = "Ten harbours that sleep standing up and three that never do\nWhy ferries are late\n\
                     The man who counts the gulls of Orsund every single morning";
    assert_eq!(blocks(headlines).len(), 3);
}

#[test]
fn headings_have_marks_before_them_or_a_line_under_them() {
    assert_eq!(
        blocks("# One\n## Two ##\n#Three\n"),
        [(Heading, "# One"), (Heading, "## Two ##"), (Paragraph, "#Three")]
    );
    assert_eq!(blocks("One\n===\nTwo\n---\n"), [(Heading, "One\n==="), (Heading, "Two\n---")]);
}

#[test]
fn rules_lists_quotes_and_images_are_told_by_their_marks() {
    assert_eq!(blocks("* * *\n\n---\n\n___"), [(Break, "* * *"), (Break, "---"), (Break, "___")]);
    assert_eq!(
        blocks("- one\n  goes on\n* two\n1. three\n• four\n\n  five\n\nsix"),
        [
            (ListItem, "- one\n  goes on"),
            (ListItem, "* two"),
            (ListItem, "1. three"),
            (ListItem, "• four"),
            (ListItem, "  five"),
            (Paragraph, "six")
        ]
    );
    assert_eq!(blocks("> one\n> two\nthree"), [(Quote, "> one\n> two"), (Paragraph, "three")]);
    assert_eq!(
        blocks("![a](b)\n[![](c)](d) ![]()\n![a](b) text"),
        [(Image, "![a](b)"), (Image, "[![](c)](d) ![]()"), (Paragraph, "![a](b) text")]
    );
}

#[test]
fn code_is_fenced_or_indented_also_in_lists_and_quotes() {
    let fence = "```rust\nlet a = 1;\n\n~~~\n```";
    assert_eq!(blocks(&format!("{fence}\nafter")), [(Code, fence), (Paragraph, "after")]);
    assert_eq!(blocks("```\nnever closed\n\nstill"), [(Code, "```\nnever closed\n\nstill")]);
    assert_eq!(blocks("text\n\n    code\n\n    more\n\ntext").get(1), Some(&(Code, "    code\n\n    more")));
    assert_eq!(blocks("text\n    goes on").len(), 2);
    assert_eq!(blocks("- ```\n  code\n  ```\n- b"), [(Code, "- ```\n  code\n  ```"), (ListItem, "- b")]);
    assert_eq!(blocks("- a\n\n      code")[1].0, Code);
    assert_eq!(blocks("> ```\n> code\n> ```")[0].0, Code);
    assert_eq!(blocks("$$\nx &= y\n$$\ntext")[0], (Code, "$$\nx &= y\n$$"));
}

#[test]
fn tables_have_a_rule_under_their_head_or_a_border() {
    let table = "a | b\n--|--\n1 | 2";
    assert_eq!(
        blocks(&format!("text\n{table}\n\ntext")),
        [(Paragraph, "text"), (Table, table), (Paragraph, "text")]
    );
    assert_eq!(blocks("| a | b |\n| c | d |")[0].0, Table);
    assert_eq!(blocks("+---+\n| a |\n+---+"), [(Table, "+---+\n| a |\n+---+")]);
    assert_eq!(blocks("one | two"), [(Paragraph, "one | two")]);
}

#[test]
fn raw_html_and_definitions_are_blocks_of_their_own() {
    let html = "<div class=\"a\">\ntext\n</div>";
    assert_eq!(blocks(&format!("{html}\n\ntext")), [(Html, html), (Paragraph, "text")]);
    assert_eq!(blocks("<pre>\n\na\n</pre>\nb"), [(Html, "<pre>\n\na\n</pre>"), (Paragraph, "b")]);
    assert_eq!(blocks("<!-- a\n\nb --> c\nd"), [(Html, "<!-- a\n\nb --> c"), (Paragraph, "d")]);
    assert_eq!(blocks("<3 you")[0].0, Paragraph);
    assert_eq!(blocks("[1]: https://a.b\n[^2]: A note.")[1], (Definition, "[^2]: A note."));
}

#[test]
fn the_case_of_a_comment_that_switches_does_not_matter() {
    let frozen = "<!-- Unscrape: Off -->\na\n\n<!-- UNSCRAPE: ON -->";
    assert_eq!(blocks(&format!("{frozen}\nb")), [(Protected, frozen), (Paragraph, "b")]);
}

#[test]
fn front_matter_stands_at_the_very_start_and_holds_a_key() {
    let yaml = "---\ntitle: A\ndescription: \"B\"\n---";
    assert_eq!(blocks(&format!("{yaml}\n\ntext")), [(FrontMatter, yaml), (Paragraph, "text")]);
    assert_eq!(blocks("+++\ntitle = \"A\"\n+++\n")[0].0, FrontMatter);
    assert_eq!(blocks("---\n\nNo key here\n\n---\n")[0].0, Break);
    assert_eq!(blocks("\n---\ntitle: A\n---\n")[0].0, Break);
}

#[test]
fn a_document_knows_what_its_front_matter_says_of_it() {
    let document = Document::new("---\ntitle: A: b\ndescription: 'It''s c'\n---\n");
    assert_eq!(document.about().title.as_deref(), Some("A: b"));
    assert_eq!(document.about().description.as_deref(), Some("It's c"));
}

/// What the front matter with these lines says, as a record says it: title, description, authors.
fn front(lines: &str) -> (Option<String>, Option<String>, Vec<String>) {
    let text = format!("---\n{lines}\n---\n\ntitle: no\n");
    let About { title, description, authors } = Document::new(&text).about().clone();
    (title, description, authors)
}

#[test]
fn front_matter_is_read_by_the_keys_of_a_record_in_their_order() {
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        front("byline: c\nauthors: d\nexcerpt: e\nheadline: h"),
        (text("h"), text("e"), vec!["c".to_owned()])
    );
    assert_eq!(
        front("author: b\nbyline: c\nexcerpt: e\nsummary : s\nheadline: h\ntitle: \"t\""),
        (text("t"), text("s"), vec!["b".to_owned()])
    );
    assert_eq!(front("title: ''\nheadline: h\ndescription: >-\n  d\nsummary: s").1, text("s"));
    assert_eq!(front("title: ''\nheadline: h").0, text("h"));
    let nothing = (None, None, Vec::new());
    assert_eq!(front("subtitle: a\ntitles: b\nimage:\n  title: c\ntitle:\nauthored: d"), nothing);
    let toml = Document::new("+++\ntitle = \"t: u\"\nauthors = [\"a\", 'b']\n+++\n");
    assert_eq!(toml.about().title, text("t: u"));
    assert_eq!(toml.about().authors, ["a", "b"]);
}

#[test]
fn front_matter_names_authors_on_one_line_or_below() {
    let authors = |lines: &str| front(lines).2;
    assert_eq!(authors("author: Anna Berg"), ["Anna Berg"]);
    assert_eq!(authors("author: \"O\\\"B\""), ["O\"B"]);
    assert_eq!(
        authors("authors: [ Anna O'Brien, \"Berg, Carl\",'D' , ]"),
        ["Anna O'Brien", "Berg, Carl", "D"]
    );
    assert_eq!(authors("authors:\n- Anna\n- 'Carl'\ntags:\n- x"), ["Anna", "Carl"]);
    assert_eq!(authors("authors:\r\n  - name: Anna\r\n  - name: \"Carl\"\r\ntitle: t"), ["Anna", "Carl"]);
    // what is harder to read says nothing, or less than it could
    assert_eq!(authors("authors:\n  - name: Anna\n    at:\n      - Orsund\n  - name: Carl"), ["Anna"]);
    for hard in [
        "author:",
        "author: {name: Anna}",
        "authors: [Anna,\n  Carl]",
        "authors: [{name: Anna}, [Carl]]",
        "author: |\n  Anna",
        "author:\n  name: Anna",
        "authors:\n  - url: https://a.b\n",
    ] {
        assert_eq!(authors(hard), [""; 0], "{hard}");
    }
    assert_eq!(authors(&format!("authors:\n{}", "- a\n".repeat(200_000))).len(), 100);
}

#[test]
fn what_a_container_says_counts_before_the_front_matter() {
    let text = "---\ntitle: a\nsummary: b\nauthor: c\n---\n";
    let container = About { title: Some("A".to_owned()), authors: vec!["C".to_owned()], ..About::default() };
    let about = Document::with_about(text, &container).about().clone();
    assert_eq!((about.title.as_deref(), about.description.as_deref()), (Some("A"), Some("b")));
    assert_eq!(about.authors, ["C"]);
    assert_eq!(Document::with_about(text, About::none()).about().authors, ["c"]);
}

/// The open text of the only block of a text, with `·` where something is closed.
fn open(text: &str) -> String {
    let document = Document::new(text);
    let open: Vec<&str> = document.inline(0).open().map(|span| span.of(text)).collect();
    open.join("·")
}

#[test]
fn code_addresses_tags_and_formulas_are_no_open_text() {
    assert_eq!(open("a `b & c` d"), "a · d");
    assert_eq!(open("a ``b ` c`` d ` e"), "a · d ` e");
    assert_eq!(open("a [b](https://c.d/e(f) \"g\") h"), "a [b· h");
    assert_eq!(open("a <https://b.c> d <em class=\"e\">f</em>"), "a · d ·f");
    assert_eq!(open("see https://a.b/c?d=e. And (www.f.g)."), "see ·. And (·).");
    assert_eq!(open("a $x^2$ b $5 and $6"), "a · b $5 and $6");
    assert_eq!(open("a <!-- b --> c \\`d` e"), "a · c \\`d` e");
}

/// Whether the blocks after these edits are those that no edit touched.
fn are_old_blocks(text: &str, edits: &[(Span, &str)]) -> bool {
    let reason = || Reason::new("test", Evidence::Structure);
    let step = Edits::new(edits.iter().map(|(span, insert)| Edit::replace(*span, *insert, reason())));
    let before = Before::of(Cow::Borrowed(text), Layout::of(text, &Protect::default()));
    let now = Layout::of(&step.apply(text), &Protect::default());
    before.is_some_and(|before| now.is_of_blocks(&before, &step))
}

#[test]
fn a_block_that_two_edits_touch_is_no_old_one() {
    let text = "One line.\nAnother line.\n";
    assert!(are_old_blocks(text, &[(Span::new(0, 10), "")]));
    assert!(are_old_blocks(text, &[(Span::empty(23), "\n")]), "a line end behind a block is none of it");
    assert!(!are_old_blocks(text, &[(Span::empty(23), "..")]));
    assert!(!are_old_blocks(text, &[(Span::new(10, 12), ""), (Span::empty(23), "..")]));
}
