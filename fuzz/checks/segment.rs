//! The segmenter: blocks and gaps are the text.

use super::edits::{in_text, stay_out_of_closed_blocks};
use unscrape::document::Document;
use unscrape::edit::Span;

/// The blocks of a text and the gaps between them are the text, byte for byte, and what is found inside a block lies in
/// it.
pub fn segment(input: &[u8]) {
    let text = &*String::from_utf8_lossy(input);
    let document = Document::new(text);
    let mut end = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        follows(document.gap(index), &mut end, text);
        follows(block.span(), &mut end, text);
        assert!(document.gap(index).of(text).trim().is_empty(), "there is text between blocks");
        assert!(!document.block_text(index).trim().is_empty(), "a block holds nothing");
        assert_eq!(document.block_at(block.span().start()), index, "a block is not where it is");
        inline(&document, index);
    }
    let last = document.gap(document.blocks().len());
    follows(last, &mut end, text);
    assert_eq!(end, text.len(), "something is left over");
    assert!(last.of(text).trim().is_empty(), "there is text behind the last block");
    stay_out_of_closed_blocks(&document);
}

/// `span` goes on where the one before it ended.
fn follows(span: Span, end: &mut usize, text: &str) {
    in_text(span, text);
    assert_eq!(span.start(), *end, "a byte is lost or stands there twice");
    *end = span.end();
}

fn inline(document: &Document, index: usize) {
    let text = document.text();
    let block = document.block(index).span();
    let inside = |span: &Span| {
        in_text(*span, text);
        assert!(block.contains(*span), "{span:?} is not in the block {block:?}");
    };
    let [open, code, addresses]: [Vec<Span>; 3] = [
        document.inline(index).open().collect(),
        document.inline(index).code().collect(),
        document.inline(index).addresses().collect(),
    ];
    for spans in [&open, &code, &addresses] {
        spans.iter().for_each(inside);
        assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "spans are out of order");
    }
    assert!(open.iter().all(|open| !open.is_empty()), "there is nothing open");
    for closed in code.iter().chain(&addresses) {
        let next = open.partition_point(|open| open.end() <= closed.start());
        let overlaps = open.get(next).is_some_and(|open| open.overlaps(*closed));
        assert!(!overlaps, "code or an address is open");
    }
}
