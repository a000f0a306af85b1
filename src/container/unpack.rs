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
        Container::Gzip => Box::new(flate2::read::MultiGzDecoder::new(whole)),
        Container::Zstd => Box::new(super::frames::Unframed::new(whole)),
    })
}

#[cfg(not(feature = "compression"))]
fn unpacked(container: Container, whole: Box<dyn Read>) -> io::Result<Box<dyn Read>> {
    match container {
        Container::None => Ok(whole),
        _ => Err(super::NotBuiltIn(container).into()),
    }
}
