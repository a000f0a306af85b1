//! Reads the files of phrases, so that the program need not when it starts. How they are read is said once: in the
//! modules of the program, which are a part of this script too.

#![allow(dead_code, unreachable_pub, reason = "not all of the modules is needed here")]

#[path = "src/composed.rs"]
mod composed;
#[path = "src/document"]
mod document {
    mod width;
    pub use width::Width;
}
#[path = "src/rules/phrases"]
mod phrases {
    mod compile;
    mod file;
    mod fold;
    mod grow;
    mod head;
    mod heads;
    mod languages;
    mod lines;
    mod openings;
    mod parse;
    mod part;
    mod phrase;
    mod sieve;
    mod sifting;
    mod spread;
    mod tail;
    mod trie;

    pub use compile::table;
    use phrase::Phrase;
}
#[path = "src/visible.rs"]
mod visible;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    // the files are in the script: it is made anew, and run again, when one of them changes
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    fs::write(PathBuf::from(folder).join("table.rs"), phrases::table())
}
