//! Zstandard as a row of frames, read and written as a stream.

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use ruzstd::encoding::{CompressionLevel, compress};
use std::error::Error;
use std::fmt::{self, Debug};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::iter;

/// So many bytes are one frame: memory stays the same, however much is written.
const FRAME: usize = 4 << 20;

/// Reads frame after frame, and checks the sum of each that has one.
pub(super) struct Unframed {
    source: BufReader<Box<dyn Read>>,
    decoder: FrameDecoder,
    is_inside: bool,
}

impl Unframed {
    pub(super) fn new(source: Box<dyn Read>) -> Self {
        let source = BufReader::with_capacity(1 << 16, source);
        Self { source, decoder: FrameDecoder::new(), is_inside: false }
    }

    /// Begins the next frame, or passes over one that is for others.
    fn begin(&mut self) -> io::Result<()> {
        use FrameDecoderError::ReadFrameHeaderError as Header;
        match self.decoder.reset(&mut self.source) {
            Ok(()) => self.is_inside = true,
            Err(Header(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                let length = u64::from(length);
                let skipped = io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
                if skipped < length {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
            }
            Err(error) => return Err(broken(&error)),
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.is_inside = false;
        let (given, found) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
        if given.is_some() && given != found {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a checksum does not fit"));
        }
        Ok(())
    }
}

impl Read for Unframed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.is_inside {
                if self.source.fill_buf()?.is_empty() {
                    return Ok(0);
                }
                self.begin()?;
            } else if self.decoder.can_collect() > 0 {
                return self.decoder.read(into);
            } else if self.decoder.is_finished() {
                self.end()?;
            } else {
                let step = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.source, step).map_err(|error| broken(&error))?;
            }
        }
    }
}

fn broken(error: &(dyn Error + 'static)) -> io::Error {
    let mut causes = iter::successors(Some(error), |error| (**error).source());
    let is_end = |error: &io::Error| error.kind() == io::ErrorKind::UnexpectedEof;
    if causes.any(|cause| cause.downcast_ref().is_some_and(is_end)) {
        return io::ErrorKind::UnexpectedEof.into();
    }
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

/// Writes frames of so many bytes each.
pub(super) struct Framing<W: Write> {
    out: W,
    frame: Vec<u8>,
}

impl<W: Write> Framing<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, frame: Vec::new() }
    }

    fn put(&mut self) -> io::Result<()> {
        let mut packed = Vec::new();
        compress(self.frame.as_slice(), &mut packed, CompressionLevel::Fastest);
        self.frame.clear();
        self.out.write_all(&packed)
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        self.put()?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Framing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let fits = (FRAME - self.frame.len()).min(bytes.len());
        self.frame.extend_from_slice(&bytes[..fits]);
        if self.frame.len() == FRAME {
            self.put()?;
        }
        Ok(fits)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> Debug for Framing<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Framing").finish_non_exhaustive()
    }
}
