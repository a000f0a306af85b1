//! Into a container.

use super::Container;
use std::io::{self, Write};

/// Writes into a container.
#[derive(Debug)]
pub struct Packing<W: Write>(Inner<W>);

#[derive(Debug)]
enum Inner<W: Write> {
    Plain(W),
    #[cfg(feature = "compression")]
    Gzip(flate2::write::GzEncoder<W>),
    #[cfg(feature = "compression")]
    Zstd(super::frames::Framing<W>),
}

impl<W: Write> Packing<W> {
    /// Writes to `out` what is given, in a container.
    ///
    /// # Errors
    /// If this build cannot write such a container.
    #[cfg(feature = "compression")]
    pub fn new(container: Container, out: W) -> io::Result<Self> {
        Ok(Self(match container {
            Container::None => Inner::Plain(out),
            Container::Gzip => {
                Inner::Gzip(flate2::write::GzEncoder::new(out, flate2::Compression::default()))
            }
            Container::Zstd => Inner::Zstd(super::frames::Framing::new(out)),
        }))
    }

    /// Writes to `out` what is given, in a container.
    ///
    /// # Errors
    /// If this build cannot write such a container.
    #[cfg(not(feature = "compression"))]
    pub fn new(container: Container, out: W) -> io::Result<Self> {
        match container {
            Container::None => Ok(Self(Inner::Plain(out))),
            _ => Err(super::NotBuiltIn(container).into()),
        }
    }

    /// Writes what ends the container.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self) -> io::Result<W> {
        match self.0 {
            Inner::Plain(out) => Ok(out),
            #[cfg(feature = "compression")]
            Inner::Gzip(encoder) => encoder.finish(),
            #[cfg(feature = "compression")]
            Inner::Zstd(framing) => framing.finish(),
        }
    }
}

impl<W: Write> Write for Packing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Inner::Plain(out) => out.write(bytes),
            #[cfg(feature = "compression")]
            Inner::Gzip(encoder) => encoder.write(bytes),
            #[cfg(feature = "compression")]
            Inner::Zstd(framing) => framing.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Inner::Plain(out) => out.flush(),
            #[cfg(feature = "compression")]
            Inner::Gzip(encoder) => encoder.flush(),
            // a frame is written when it is full
            #[cfg(feature = "compression")]
            Inner::Zstd(_) => Ok(()),
        }
    }
}
