//! Signals that would end the program where an error should.

/// A file that grows over the limit that was set for it (`ulimit -f`) is an error as a full disk is, and the program
/// says so; without this the system would end it in the middle of the write.
#[cfg(unix)]
pub(crate) fn survive_limits() {
    let seen = std::sync::Arc::default();
    // fails only for signals that cannot be caught
    let _ = signal_hook::flag::register(SIGXFSZ, seen);
}

#[cfg(unix)]
use signal_hook::consts::SIGXFSZ;

#[cfg(not(unix))]
pub(crate) fn survive_limits() {}
