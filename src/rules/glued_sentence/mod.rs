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
    let mut seams = seams(document);
    if !seams.iter().any(|seam| seam.ends_clause) {
        return;
    }
    hits.look_beyond_blocks();
    // what stands there twice is a name, not an accident
    let mut count: HashMap<&str, usize> = HashMap::new();
    for seam in &seams {
        *count.entry(seam.span.of(text)).or_default() += 1;
    }
    seams.retain(|seam| seam.ends_clause && count[seam.span.of(text)] == 1);
    drop(count);
    for seam in proof::proven(document, seams) {
        hits.replace(Span::empty(seam.at), " ");
    }
}

/// The seams in the document's prose, outside of code and addresses; none if none of them ends a clause.
fn seams(document: &Document) -> Vec<Seam> {
    let blocks = document.blocks_at(marks::marks(document.text()));
    let prose = blocks.filter(|(_, block)| matches!(block.kind(), Kind::Paragraph | Kind::ListItem));
    let found: Vec<(usize, Vec<Seam>)> = prose
        .map(|(index, block)| (index, seam::seams_of(document.block_text(index), block.span().start())))
        .filter(|(_, seams)| !seams.is_empty())
        .collect();
    // names with a mark in them are in many texts: what they stand in need not be read
    if !found.iter().flat_map(|(_, seams)| seams).any(|seam| seam.ends_clause) {
        return Vec::new();
    }
    let is_prose = |(index, _): &(usize, _)| !code::looks_like_code(document.block_text(*index));
    let open = found.into_iter().filter(is_prose).flat_map(|(index, seams)| {
        let mut closed = document.inline(index).closed().peekable();
        seams.into_iter().filter(move |seam| {
            while closed.next_if(|closed| closed.end() <= seam.span.start()).is_some() {}
            closed.peek().is_none_or(|closed| closed.start() >= seam.span.end())
        })
    });
    open.collect()
}
