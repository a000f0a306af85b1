//! Why a text is not put back.

use crate::ledger::LedgerError;
use crate::visible::visible;
use std::io;

/// A text that cannot be restored. Nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RestoreError {
    /// The ledger cannot be read.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The file cannot be read, or what is restored not be written.
    #[error("cannot read or write while restoring")]
    Io(#[from] io::Error),
    /// The ledger knows the file, but not its text.
    #[error(
        "was changed since run {run} cleaned it: its text is neither what the ledger says it was cleaned to nor what it \
         was before; left as it is{}",
        hint(like.as_deref())
    )]
    Changed {
        /// The last run that entered the file.
        run: u64,
        /// Another file that was cleaned to this text.
        like: Option<String>,
    },
    /// The ledger knows neither the text nor the name.
    #[error("the ledger holds no record of it, neither by its text nor by its name; left as it is")]
    Unknown,
    /// Several documents were cleaned to this text, and were not the same before.
    #[error(
        "different texts were cleaned to this one, and which of them it was is not known ({}): to say it, pipe it in with \
         --stdin-filename NAME",
        listed(names)
    )]
    Ambiguous {
        /// Their names, as the ledger has them.
        names: Vec<String>,
    },
    /// The record that is needed is not whole.
    #[error(
        "its record in the ledger, from line {line} on, is cut, so not all of it can be put back; left as it is"
    )]
    Cut {
        /// The line of the ledger at which the record begins, from 1.
        line: u64,
    },
    /// The record that is needed does not fit the text.
    #[error("its record in the ledger, from line {line} on, is damaged: {problem}; left as it is")]
    Damaged {
        /// The line of the ledger at which the record begins, from 1.
        line: u64,
        /// What does not fit.
        problem: &'static str,
    },
}

fn hint(like: Option<&str>) -> String {
    let tell = |like| {
        let like = visible(like);
        format!(
            " (it is what {like} was cleaned to: to restore that, pipe it in with --stdin-filename {like})"
        )
    };
    like.map_or_else(String::new, tell)
}

fn listed(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(3).map(|name| visible(name).into_owned()).collect();
    let more = if names.len() > 3 { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
