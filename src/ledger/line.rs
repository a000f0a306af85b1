//! The lines of a ledger as they are written, field by field.

use crate::digest::{Digest, Hex, from_hex};
use crate::edit::{Copy, Edit, Evidence, Reason, Similarity, Span, Verdict};
use crate::input::{Encoder, Encoding};
use crate::options::Options;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The version of the format. A ledger of another version is refused, not guessed at.
pub const FORMAT: u32 = 1;

/// The first line of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header<'a> {
    /// [`FORMAT`].
    pub ledger: u32,
    /// The number of the run, from 1.
    pub run: u64,
    /// The version of the tool.
    #[serde(borrow)]
    pub unscrape: Cow<'a, str>,
    /// What was asked for.
    #[serde(flatten)]
    pub asked: Asked,
}

/// What a run was asked to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// To clean, with these options.
    Options(CleanOptions),
    /// To put back what some rules took.
    Restore {
        /// The rules' ids.
        only: Vec<String>,
    },
}

/// The line before the first document that was cleaned with other options than the documents of the run so far: a
/// folder may have a configuration of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct AskedLine<'a> {
    #[serde(flatten)]
    pub(super) asked: &'a Asked,
    pub(super) run: u64,
}

/// The options that decide what cleaning a text gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CleanOptions {
    /// The rules that ran, in their order.
    pub rules: Vec<Cow<'static, str>>,
    /// What became of copies.
    pub duplicates: Cow<'static, str>,
    /// How alike copies had to be, from 0.75 to 1.
    pub threshold: f64,
}

impl From<&Options> for Asked {
    fn from(options: &Options) -> Self {
        Self::Options(CleanOptions {
            rules: options.rules.iter().map(|rule| rule.id.into()).collect(),
            duplicates: options.duplicates.name().into(),
            threshold: f64::from(options.threshold.as_thousandths()) / 1000.0,
        })
    }
}

/// A document: a text, or one string of a file of JSON Lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentLine<'a> {
    /// The file as it was named, or `<stdin>`.
    #[serde(borrow)]
    pub document: Cow<'a, str>,
    /// The number of the line, from 1, if the document is a string of JSON Lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
    /// The run that cleaned it.
    pub run: u64,
    /// The digest of the document before: of the file's bytes, or of the bytes between the quotes of the string.
    pub input: Digest,
    /// The same after.
    pub output: Digest,
    /// How many lines with edits follow.
    pub edits: u64,
    /// Where the string begins, in bytes of the file as read and of the file as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<[u64; 2]>,
    /// How to come from the text back to the bytes, if they were not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decoded: Option<Decoded>,
}

/// A file of JSON Lines. It follows the documents in it that were edited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContainerLine<'a> {
    /// The file as it was named, or `<stdin>`.
    #[serde(borrow)]
    pub container: Cow<'a, str>,
    /// The run that cleaned it.
    pub run: u64,
    /// The digest of the file before.
    pub input: Digest,
    /// The same after.
    pub output: Digest,
    /// How many documents in it were edited.
    pub documents: u64,
    /// How to come from the text back to the bytes, if they were not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decoded: Option<Decoded>,
}

/// The way back into the encoding that a file was decoded from. Ranges in such a file are bytes of it in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decoded {
    /// The encoding's name in the WHATWG standard.
    pub encoding: String,
    /// Whether the file began with a byte order mark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mark: bool,
    /// What the encoder would spell otherwise than the file did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misspelt: Option<Misspelt>,
}

/// Bytes that encoding the text again does not give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misspelt {
    /// Where they stand in what the encoder gives.
    pub range: [u64; 2],
    /// What stood there in the file, two hexadecimal digits a byte.
    pub bytes: String,
}

impl Decoded {
    /// How to come from `text`, which may begin with a byte order mark, back to `bytes`, which were decoded to it.
    pub fn new(encoding: Encoding, bytes: &[u8], text: &str) -> Self {
        let mut encoder = Encoder::new(encoding);
        let mut spelt = encoder.encode(text);
        spelt.extend(encoder.finish());
        let mark = text.starts_with('\u{feff}');
        Self { encoding: encoding.name().to_owned(), mark, misspelt: Misspelt::of(&spelt, bytes) }
    }
}

impl Misspelt {
    /// Where `bytes` are not what was `spelt`, from the first to the last difference.
    fn of(spelt: &[u8], bytes: &[u8]) -> Option<Self> {
        if spelt == bytes {
            return None;
        }
        let head = spelt.iter().zip(bytes).take_while(|(one, two)| one == two).count();
        let tails = spelt[head..].iter().rev().zip(bytes[head..].iter().rev());
        let tail = tails.take_while(|(one, two)| one == two).count();
        let range = [head as u64, (spelt.len() - tail) as u64];
        Some(Self::new(range, &bytes[head..bytes.len() - tail]))
    }

    fn new(range: [u64; 2], bytes: &[u8]) -> Self {
        Self { range, bytes: Hex(bytes).to_string() }
    }

    /// The bytes. `None`: they are not written as they should be.
    pub(crate) fn read(&self) -> Option<Vec<u8>> {
        from_hex(&self.bytes)
    }
}

/// One edit of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditLine<'a> {
    /// The number of the edit in its document, from 1.
    pub edit: u64,
    /// The file, as in the line of the document.
    #[serde(borrow)]
    pub document: Cow<'a, str>,
    /// The record, as in the line of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
    /// The run.
    pub run: u64,
    /// The bytes of the file as it was read that were taken out.
    pub range: [u64; 2],
    /// The byte of the file as it was written at which that was, and where what was put in begins.
    pub at: u64,
    /// What was taken out.
    #[serde(borrow)]
    pub removed: Cow<'a, str>,
    /// What was put in.
    #[serde(borrow)]
    pub inserted: Cow<'a, str>,
    /// Why: one entry for each thing a rule saw.
    pub reasons: Vec<ReasonLine>,
}

/// Why an edit was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReasonLine {
    /// The rule's id.
    pub rule: Cow<'static, str>,
    /// The bytes of the file as it was read that the rule meant.
    pub place: [u64; 2],
    /// What entitled it.
    #[serde(flatten)]
    pub evidence: EvidenceLine,
}

/// What entitled a rule to an edit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "evidence", rename_all = "kebab-case")]
pub enum EvidenceLine {
    /// Nothing readable went.
    Structure,
    /// The line matches a closed list.
    Phrase {
        /// Which part of it.
        phrase: Cow<'static, str>,
    },
    /// A copy stays.
    Copy {
        /// How the two compare.
        verdict: Verdict,
        /// How alike they are, from 0 to 1.
        similarity: f64,
        /// The bytes of the file as it was read that stay.
        kept: [u64; 2],
    },
}

impl ReasonLine {
    /// A reason of an edit of a text that begins at byte `from` of its file.
    pub(super) fn new(reason: &Reason, from: u64) -> Self {
        let evidence = match &reason.evidence {
            Evidence::Structure => EvidenceLine::Structure,
            Evidence::Phrase(which) => EvidenceLine::Phrase { phrase: which.clone() },
            Evidence::Copy(copy) => EvidenceLine::Copy {
                verdict: copy.verdict,
                similarity: f64::from(copy.similarity.as_thousandths()) / 1000.0,
                kept: range(copy.kept, from),
            },
        };
        Self { rule: reason.rule.clone(), place: range(reason.place(), from), evidence }
    }

    fn read(&self) -> Reason {
        let evidence = match &self.evidence {
            EvidenceLine::Structure => Evidence::Structure,
            EvidenceLine::Phrase { phrase } => Evidence::Phrase(phrase.clone()),
            EvidenceLine::Copy { verdict, similarity, kept } => Evidence::Copy(Copy {
                verdict: *verdict,
                similarity: Similarity::of_share(*similarity),
                kept: span(*kept),
            }),
        };
        Reason::new(self.rule.clone(), evidence).at(span(self.place))
    }
}

impl EditLine<'_> {
    /// The edit, over the file as it was read.
    pub(crate) fn edit(self) -> Edit {
        let reasons = self.reasons.iter().map(ReasonLine::read).collect();
        Edit::raw(span(self.range), self.inserted.into_owned(), reasons)
    }
}

pub(super) fn range(span: Span, from: u64) -> [u64; 2] {
    [span.start() as u64 + from, span.end() as u64 + from]
}

/// A range that is beyond what this machine can address lies beyond every text.
fn span(range: [u64; 2]) -> Span {
    let [start, end] = range.map(|at| usize::try_from(at).unwrap_or(usize::MAX));
    Span::new(start, end)
}
