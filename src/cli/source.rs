//! The lines of JSON Lines, and what is to be known of the bytes that they come from.

use super::progress;
use super::settings::Job;
use anyhow::{Result, bail};
use std::cell::RefCell;
use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::rc::Rc;
use unscrape::container::{Container, unpack};
use unscrape::digest::{Digest, Digesting};
use unscrape::input::jsonl::Lines;
use unscrape::input::{Decoding, Input, RoundTrip};
use unscrape::ledger::Decoded;

/// The lines of one input.
pub(crate) struct Source {
    pub(crate) lines: Lines<Box<dyn BufRead>>,
    /// What is around them.
    pub(crate) container: Container,
    /// Whether they are there already: those of a pipe may be long in coming.
    pub(crate) is_at_hand: bool,
    seen: Option<Rc<RefCell<Seen>>>,
}

/// The bytes that went by.
struct Seen {
    digesting: Digesting,
    /// Where they are decoded from another encoding: whether there is a way back.
    round_trip: Option<RoundTrip>,
}

impl Source {
    /// Opens the input of a job. `is_seen`: whether its digest will be asked for; `is_kept`: and the way back to its bytes.
    pub(crate) fn open(job: &Job, is_seen: bool, is_kept: bool) -> io::Result<Self> {
        let mut is_at_hand = false;
        let bytes: Box<dyn Read> = match &job.input {
            Input::File(path) => {
                let file = File::open(path)?;
                let found = file.metadata().ok();
                is_at_hand = found.as_ref().is_some_and(Metadata::is_file);
                // what grows while it is read must not keep us reading for ever; some files say that they are empty
                let length = found.map_or(0, |found| found.len());
                progress::reading(file.take(if length > 0 { length } else { u64::MAX }))
            }
            Input::Stdin => progress::reading(io::stdin()),
        };
        let encoding = job.reading.encoding.filter(|_| job.is_decoded());
        let seen = is_seen.then(|| {
            let round_trip = encoding.filter(|_| is_kept).map(RoundTrip::new);
            Rc::new(RefCell::new(Seen { digesting: Digesting::default(), round_trip }))
        });
        let bytes: Box<dyn Read> = match &seen {
            Some(seen) => Box::new(Watched { bytes, seen: Rc::clone(seen) }),
            None => bytes,
        };
        let (container, bytes) = unpack(bytes)?;
        let source: Box<dyn BufRead> = match encoding {
            Some(encoding) => Box::new(Decoding::new(bytes, encoding)),
            None => Box::new(BufReader::with_capacity(1 << 16, bytes)),
        };
        Ok(Self { lines: Lines::new(source).with_limit(job.reading.max_bytes), container, is_at_hand, seen })
    }

    /// Tells of a line that was decoded, before the next one is asked for.
    pub(crate) fn decoded(&self, line: &[u8]) {
        if let Some(seen) = &self.seen
            && let Some(round_trip) = &mut seen.borrow_mut().round_trip
        {
            round_trip.decoded(str::from_utf8(line).unwrap_or_default());
        }
    }

    /// The digest of all bytes, once they are read, and how to come back to them from the text.
    ///
    /// # Errors
    /// If encoding the text would give other bytes.
    pub(crate) fn finish(self, job: &Job) -> Result<Option<(Digest, Option<Decoded>)>> {
        drop(self.lines);
        let Some(seen) = self.seen.and_then(Rc::into_inner) else { return Ok(None) };
        let Seen { digesting, round_trip } = seen.into_inner();
        let decoded = match round_trip.zip(job.reading.encoding).map(|(trip, label)| (trip.finish(), label)) {
            None => None,
            Some((Ok(mark), encoding)) => {
                Some(Decoded { encoding: encoding.name().to_owned(), mark, misspelt: None })
            }
            Some((Err(byte), encoding)) => bail!(
                "{}: could not be restored to the byte, for {encoding} has several spellings of what stands at byte \
                 {byte}; without --ledger it can be cleaned",
                job.name
            ),
        };
        Ok(Some((digesting.finish(), decoded)))
    }
}

/// Reads on, and remembers what it read.
struct Watched {
    bytes: Box<dyn Read>,
    seen: Rc<RefCell<Seen>>,
}

impl Read for Watched {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(into)?;
        let mut seen = self.seen.borrow_mut();
        seen.digesting.write_all(&into[..read])?;
        if let Some(round_trip) = &mut seen.round_trip {
            round_trip.read(&into[..read]);
        }
        Ok(read)
    }
}
