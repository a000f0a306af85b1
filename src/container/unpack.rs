//! Out of a container.

use super::Container;
use std::io::{self, Cursor, Read};

/// What is in `source`, by its first bytes; what is not compressed is read as it is.
///
/// # Errors
/// If it cannot be read, or is compressed and this build cannot read that. What is broken further on is an error of the
/// reader.
pub fn unpack(mut source: Box<dyn Read>) -> io::Result<(Container, Box<dyn Read>)> {
    const LONGEST: u64 = 4;
    let mut start = Vec::new();
    source.by_ref().take(LONGEST).read_to_end(&mut start)?;
    let container = Container::by_magic(&start);
    let whole: Box<dyn Read> = Box::new(Cursor::new(start).chain(source));
    Ok((container, unpacked(container, whole)?))
}

#[cfg(feature = "compression")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature it can fail")]
fn unpacked(container: Container, whole: Box<dyn Read>) -> io::Result<Box<dyn Read>> {
    Ok(match container {
        Container::None => whole,
        Container::Gzip => Box::new(Told(container, flate2::read::MultiGzDecoder::new(whole))),
        Container::Zstd => Box::new(Told(container, super::frames::Unframed::new(whole))),
    })
}

/// A decoder whose errors say what they are about: by themselves they speak of streams and headers.
#[cfg(feature = "compression")]
struct Told<R>(Container, R);

#[cfg(feature = "compression")]
impl<R: Read> Read for Told<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        self.1.read(into).map_err(|error| {
            let name = self.0.name();
            match error.kind() {
                UnexpectedEof => io::Error::new(InvalidData, format!("broken {name}: it is cut off")),
                InvalidData | InvalidInput => io::Error::new(InvalidData, format!("broken {name}: {error}")),
                _ => error,
            }
        })
    }
}

#[cfg(not(feature = "compression"))]
fn unpacked(container: Container, whole: Box<dyn Read>) -> io::Result<Box<dyn Read>> {
    match container {
        Container::None => Ok(whole),
        _ => Err(super::NotBuiltIn(container).into()),
    }
}
