//! Two sentences without a blank between them.

mod code;
mod marks;
mod names;
mod proof;
mod quotes;
mod seam;
mod shape;
mod vocabulary;

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::{Document, Kind};
use crate::edit::Span;
use seam::Seam;
use std::collections::HashMap;

pub(super) const RULE: Rule = Rule {
    id: "glued-sentence",
    summary: "Sentences glued together where a tag was dropped: `efforts.LeCun told`",
    why: "Two paragraphs became one line and nothing stands between them. A blank is put in where a word in lower \
          case ends a clause of several words and a capitalised word goes on in lower case. Where another capital, a \
          number or the line's end follows, or a name or a number stands before the mark, the document itself must show \
          that both are words of their own. It stays away from addresses and code, from dotted names (`Node.js`, \
          `U.S.`, `os.Create`), from lines with signs of code, and from a full stop in any document that shows code. In \
          the text of 32 extractors for 91 pages it parts 725 different places, in that of five for 793 pages 85: none \
          of them was found whole in the article as it was written, but for 20 that are as glued there.",
    level: Level::On,
    stratum: Stratum::Structure,
    triggers: &[".", "!", "?"],
    examples: &[
        Example {
            before: "They led the whole effort for two years.Then it ended.\n",
            after: "They led the whole effort for two years. Then it ended.\n",
        },
        Example {
            before: "\u{201c}You never tell me what to do.\u{201d}Despite that, he stayed.\n",
            after: "\u{201c}You never tell me what to do.\u{201d} Despite that, he stayed.\n",
        },
        Example {
            before: "They hired a man to lead the efforts.LeCun told them so.\n",
            after: "They hired a man to lead the efforts. LeCun told them so.\n",
        },
        Example {
            before: "The keeper went home before the others.The Harbour Board sent a man. It was the last time.\n",
            after: "The keeper went home before the others. The Harbour Board sent a man. It was the last time.\n",
        },
        Example {
            before: "They all met again in Paris in 2019.Then they left Paris. Then it rained, and then it snowed.\n",
            after: "They all met again in Paris in 2019. Then they left Paris. Then it rained, and then it snowed.\n",
        },
        Example {
            before: "It was the end of the day.\"We all go home,\" he said.\n",
            after: "It was the end of the day. \"We all go home,\" he said.\n",
        },
    ],
    keeps: &[
        "They wrote it in Node.js and on Booking.com for a year.\n",
        "The U.S. Navy and a Ph.D. student in version 3.10 of it.\n",
        "Now you can call os.Create and then os.Open twice.\n",
        "Every day she read www.DearAbby.com and then some.\n",
        "We all waited for it...What a day it was.\n",
        "You need to import the module.The rest() { is code }.\n",
        "The whole team moved to Rocket.Chat in the autumn.\n",
        "She opened it again in Paint.NET and on booking.Com as well.\n",
        "In the end you call a pandas.DataFrame with a list.\n",
        "In the code you can call fmt.Println to print it.\n",
        "The story goes on in the second half of vol.Two of the set.\n",
        "They sold the whole of it on Yandex.Market in May. Market days are long, and Yandex knows the market.\n",
        "One wrote to them every day. Every.Single.Week. he wrote, every week.\n",
        "It ran well until they came to version 2.Beta of it.\n",
    ],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    let text = document.text();
    let mut found = seams(document);
    // what stands there twice is a name, not an accident: counted is what may part
    let may_part = found.iter().flat_map(|(_, seams)| seams).filter(|seam| seam.may_part);
    let mut count: HashMap<&str, usize> = may_part.map(|seam| (seam.span.of(text), 0)).collect();
    // names with a mark in them are in many texts: what they stand in need not be read
    for (_, seams) in &mut found {
        seams.retain(|seam| count.contains_key(seam.span.of(text)));
    }
    let mut seams: Vec<Seam> = found.into_iter().flat_map(|found| open(document, found)).collect();
    for seam in &seams {
        *count.entry(seam.span.of(text)).or_default() += 1;
    }
    seams.retain(|seam| seam.may_part);
    if seams.is_empty() {
        return;
    }
    hits.look_beyond_blocks();
    seams.retain(|seam| count[seam.span.of(text)] == 1);
    drop(count);
    for seam in proof::proven(document, seams) {
        hits.replace(Span::empty(seam.at), " ");
    }
}

/// The seams in the document's prose, by the numbers of their blocks. Some may be in code and addresses.
fn seams(document: &Document) -> Vec<(usize, Vec<Seam>)> {
    let marks: Vec<usize> = marks::marks(document.text()).collect();
    let blocks = document.blocks_at(marks.iter().copied());
    let prose = blocks.filter(|(_, block)| matches!(block.kind(), Kind::Paragraph | Kind::ListItem));
    prose
        .map(|(index, block)| (index, seam::seams_of(document.text(), block.span(), &marks)))
        .filter(|(_, seams)| !seams.is_empty())
        .collect()
}

/// Those of the seams of a block that are outside of code and addresses.
fn open(document: &Document, (block, mut seams): (usize, Vec<Seam>)) -> Vec<Seam> {
    if seams.is_empty() || code::looks_like_code(document.block_text(block)) {
        return Vec::new();
    }
    let mut closed = document.inline(block).closed().peekable();
    seams.retain(|seam| {
        while closed.next_if(|closed| closed.end() <= seam.span.start()).is_some() {}
        closed.peek().is_none_or(|closed| closed.start() >= seam.span.end())
    });
    seams
}
