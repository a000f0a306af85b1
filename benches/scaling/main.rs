//! How time and memory grow with the document: `cargo bench --bench scaling`.
//!
//! For documents of 1, 2, 4 … 64 MB of many hard shapes it prints what the program costs, and for a stream of small
//! records how its memory stays. It fails if a doubling costs more than 2.3 times, or if memory goes beyond 6 times
//! the document.
//!
//! ```text
//! cargo bench --bench scaling -- --to 16             # documents up to 16 MB, streams up to 256 MB
//! cargo bench --bench scaling -- --only links        # shapes whose names hold a word; `stream` for the stream alone
//! cargo bench --bench scaling -- --save DIR --to 1   # writes the documents and runs nothing
//! ```

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

mod arguments;
mod child;
mod documents;
mod shapes;
mod stream;
mod writing;

use arguments::Arguments;
use std::io;
use std::process::ExitCode;

/// What asks for the stream alone.
const STREAM: &str = "stream";

/// A megabyte, in bytes.
const MB: usize = 1 << 20;

fn main() -> ExitCode {
    match run(&Arguments::read()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all stayed within the limits.
fn run(arguments: &Arguments) -> io::Result<bool> {
    let shapes = shapes::SHAPES.iter().filter(|shape| shape.name.contains(&arguments.only));
    if let Some(folder) = &arguments.save {
        shapes.enumerate().try_for_each(|(n, shape)| documents::save(shape, folder, n, arguments.to * MB))?;
        return Ok(true);
    }
    let mut good = true;
    if arguments.only != STREAM {
        documents::print_head();
    }
    for shape in shapes {
        good &= documents::measure(shape, arguments.to)?;
    }
    if arguments.only.is_empty() || arguments.only == STREAM {
        good &= stream::measure(arguments.to)?;
    }
    Ok(good)
}
