//! What holds for every list of edits.

use unscrape::document::{Block, Document, Kind};
use unscrape::edit::{Edit, Edits, Span};
use unscrape::output::{Controls, Diff, Style};
use unscrape::rules::RULES;

/// Edits of `text` are sorted, do not touch, and speak of nothing beyond it.
pub(super) fn fit(edits: &Edits, text: &str) {
    let mut free_from = 0;
    for edit in edits {
        assert!(edit.span().start() >= free_from, "{:?} overlaps or touches the edit before it", edit.span());
        free_from = edit.span().end() + 1;
        assert_ne!(edit.span().of(text), edit.inserted(), "an edit changes nothing");
        assert!(!edit.reasons().is_empty(), "an edit has no reason");
        edit.places().for_each(|place| in_text(place, text));
    }
}

/// A span lies in the text and cuts no character.
pub(super) fn in_text(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "{span:?} is no part of a text of {} bytes", text.len());
}

/// Edits of `old` make `new` of it, and the way back is known.
pub(super) fn lead_there_and_back(edits: &Edits, old: &str, new: &str) {
    assert_eq!(edits.apply(old), new, "the edits are not the change");
    assert_eq!(edits.invert(old).apply(new), old, "the way back leads elsewhere");
}

/// Every style of diff can be written, and shows something if and only if something changes.
pub(super) fn can_be_shown(edits: &Edits, old: &str) {
    for controls in [Controls::Raw, Controls::Visible] {
        let style = Style { controls, color: controls == Controls::Visible };
        let diff = Diff::new("a.md", old, edits).with_style(style).to_string();
        assert_eq!(diff.is_empty(), edits.is_empty(), "{diff}");
    }
}

/// No rule asks for anything in blocks that are kept to the letter.
pub(super) fn stay_out_of_closed_blocks(document: &Document) {
    let closed = document.blocks().iter().filter(|block| {
        matches!(block.kind(), Kind::Code | Kind::Table | Kind::FrontMatter | Kind::Html | Kind::Definition)
    });
    let closed: Vec<Span> = closed.map(Block::span).collect();
    for rule in RULES {
        let edits = unscrape::rules::find(rule, document).into_edits();
        for edit in edits.iter().map(Edit::span) {
            in_text(edit, document.text());
            let next = closed.partition_point(|block| block.end() <= edit.start());
            let touched = closed.get(next).filter(|block| block.overlaps(edit));
            assert_eq!(touched, None, "{} asks for {edit:?}", rule.id);
        }
    }
}
