//! Records that have left their file: some of them, in another order, or with other fields beside the text.

use super::super::args::Restore;
use super::super::console;
use super::text::Text;
use anyhow::{Context, Result, anyhow};
use std::fs::File;
use std::io::{BufReader, BufWriter, Seek, Write};
use unscrape::digest::Digest;
use unscrape::input::jsonl::{Line, Lines, Record};
use unscrape::output::{spool, visible_path};
use unscrape::restore::{Index, Name, RestoreError};

/// Restores each record of `text` by its own digest. Each of them must be known, unless the unknown are to be passed.
pub(super) fn restore(args: &Restore, label: &str, text: &mut Text) -> Result<File> {
    text.file.rewind()?;
    let index = Index::read_records(&args.ledger)?;
    let mut out = BufWriter::new(spool()?);
    let mut unknown = 0_u64;
    let mut lines = Lines::new(BufReader::new(&text.file)).with_limit(args.max_bytes);
    while let Some(line) = lines.next() {
        let line = line.with_context(|| format!("{label}:{}", lines.number()))?;
        let place = || format!("{label}:{}", line.number);
        let record = match Record::parse(&line.bytes, &args.field) {
            Ok(Line::Record(record)) => record,
            Ok(Line::Untouched) => {
                out.write_all(&line.bytes)?;
                continue;
            }
            Err(error) => return Err(anyhow!(error).context(place())),
        };
        let called = Name { place: text.place.as_deref(), record: Some(line.number), is_found: false };
        let literal = record.span().of(record.line());
        let way = match index.way_back(Digest::of(literal.as_bytes()), called, args.run) {
            Err(RestoreError::Unknown | RestoreError::Changed { .. }) if args.skip_unknown => {
                unknown += 1;
                None
            }
            way => way.with_context(place)?,
        };
        let Some(way) = way else {
            out.write_all(&line.bytes)?;
            continue;
        };
        let restored = way.undo_record(literal).with_context(place)?;
        out.write_all(&line.bytes[..record.span().start()])?;
        out.write_all(restored.as_bytes())?;
        out.write_all(&line.bytes[record.span().end()..])?;
    }
    if unknown > 0 {
        console::note(&format!(
            "{label}: {unknown} records that {} does not know passed through",
            visible_path(&args.ledger)
        ));
    }
    Ok(out.into_inner().map_err(std::io::IntoInnerError::into_error)?)
}
