//! The outline of a ledger while it is read.

use super::entry::{FileEntry, Owner, Place};
use crate::ledger::{Kind, Scan};
use std::collections::HashMap;
use std::fs::File;
use std::io;

/// What a ledger holds, without the edits.
#[derive(Default)]
pub(super) struct Outline {
    /// Whether records are looked for, and not files.
    of_records: bool,
    pub(super) files: Vec<FileEntry>,
    /// The numbers of the places that files have.
    pub(super) places: HashMap<String, u32>,
    /// The lines that are broken.
    pub(super) cuts: Vec<u64>,
    pub(super) last_run: u64,
    /// The document whose edits are being read.
    document: Option<Document>,
    /// Files of JSON Lines whose own lines are still to come, by run and name.
    open: HashMap<(u64, String), Records>,
}

struct Document {
    file: FileEntry,
    /// Edits that are still to come.
    missing: u64,
}

/// The records of a file of JSON Lines that have been entered so far.
struct Records {
    place: Place,
    count: u64,
    are_whole: bool,
}

impl Outline {
    /// Reads the outline of a ledger: by its records, or by its files.
    pub(super) fn read(ledger: File, of_records: bool) -> io::Result<Self> {
        // what a run is just appending is not to look like something cut; where there are no locks it may
        let _ = ledger.lock_shared();
        let mut outline = Self { of_records, ..Self::default() };
        let mut scan = Scan::new(ledger, 0)?;
        while let Some(line) = scan.next()? {
            outline.add(Place { line: line.number, from: line.offset, until: line.next }, line.kind);
        }
        outline.end_document();
        Ok(outline)
    }

    fn add(&mut self, place: Place, kind: Kind) {
        if let Kind::Edit(_) = kind {
            if let Some(document) = &mut self.document {
                document.missing = document.missing.saturating_sub(1);
                document.file.edits.until = place.until;
            }
            return;
        }
        self.end_document();
        match kind {
            Kind::Broken => self.cuts.push(place.line),
            Kind::Document(line) => {
                let file = FileEntry {
                    owner: self.owner(line.place(), line.record),
                    name: line.document.into_owned(),
                    begins: line.begins.map_or(0, |[_, written]| written),
                    run: line.run,
                    input: line.input,
                    output: line.output,
                    decoded: line.decoded.map(Box::new),
                    edits: place,
                    is_whole: true,
                };
                self.document = Some(Document { file, missing: line.edits });
            }
            Kind::Container(line) => {
                let owner = self.owner(line.place(), None);
                let name = line.container.into_owned();
                let key = (line.run, name);
                let records = self.open.remove(&key).unwrap_or(Records { place, count: 0, are_whole: true });
                if self.of_records {
                    return;
                }
                self.files.push(FileEntry {
                    name: key.1,
                    owner,
                    begins: 0,
                    run: key.0,
                    input: line.input,
                    output: line.output,
                    decoded: line.decoded.map(Box::new),
                    edits: Place { until: place.until, ..records.place },
                    is_whole: records.are_whole && records.count == line.documents,
                });
            }
            Kind::Header(header) => self.last_run = self.last_run.max(header.run),
            Kind::Options | Kind::Edit(_) => {}
        }
    }

    fn owner(&mut self, place: Option<&str>, record: Option<u64>) -> Owner {
        let Some(place) = place else { return Owner { record, ..Owner::PIPED } };
        if let Some(&known) = self.places.get(place) {
            return Owner { place: known, record };
        }
        // 0 is for what has no place
        let new = u32::try_from(self.places.len() + 1).unwrap_or(u32::MAX);
        self.places.insert(place.to_owned(), new);
        Owner { place: new, record }
    }

    /// The edits of the document end here, whether they are all there or not.
    fn end_document(&mut self) {
        let Some(Document { mut file, missing }) = self.document.take() else { return };
        file.is_whole = missing == 0;
        if file.owner.record.is_some() == self.of_records {
            self.files.push(file);
            return;
        }
        if self.of_records {
            return;
        }
        let new = Records { place: file.edits, count: 0, are_whole: true };
        let records = self.open.entry((file.run, file.name)).or_insert(new);
        records.count += 1;
        records.are_whole &= file.is_whole;
    }
}
