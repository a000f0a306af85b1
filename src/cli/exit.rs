//! The three exit statuses.

use std::process::ExitCode;

/// How a run ended. Of several, the greatest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Clean, or written.
    #[default]
    Clean,
    /// `--check` or `--diff` found changes, or `--exit-non-zero-on-fix` made some.
    Changes,
    /// Something could not be done.
    Trouble,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::SUCCESS,
            Exit::Changes => Self::from(1),
            Exit::Trouble => Self::from(2),
        }
    }
}
