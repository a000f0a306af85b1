//! The bar, drawn by indicatif.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::Read;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// Lines as they are drawn: with an end in sight, and without one.
const OF_ALL: &str = "{wide_bar} {msg}{binary_bytes} of {binary_total_bytes}, {eta} left";
const SO_FAR: &str = "{spinner} {msg}{binary_bytes} in {elapsed}";

/// Drawn so many times a second, and moved on so often even if nothing happens.
const HERTZ: u8 = 5;
const TICK: Duration = Duration::from_millis(1000 / HERTZ as u64);

/// A bar that is or will be on the terminal.
#[derive(Debug)]
pub(super) struct Bar {
    drawn: ProgressBar,
    files: usize,
    done: AtomicUsize,
}

impl Bar {
    /// A bar for `files` inputs of `bytes` together, to be seen after `delay`.
    pub(super) fn start(files: usize, bytes: Option<u64>, delay: Duration) -> Option<Self> {
        let style = ProgressStyle::with_template(if bytes.is_some() { OF_ALL } else { SO_FAR }).ok()?;
        let drawn = ProgressBar::with_draw_target(bytes, ProgressDrawTarget::hidden()).with_style(style);
        let bar = Self { drawn: drawn.clone(), files, done: AtomicUsize::new(0) };
        bar.count(0);
        let show = move || {
            thread::sleep(delay);
            if !drawn.is_finished() {
                drawn.set_draw_target(ProgressDrawTarget::stderr_with_hz(HERTZ));
                drawn.enable_steady_tick(TICK);
            }
        };
        thread::Builder::new().spawn(show).ok()?;
        Some(bar)
    }

    pub(super) fn reading(&self, input: impl Read + 'static) -> Box<dyn Read> {
        Box::new(self.drawn.wrap_read(input))
    }

    /// One more input is done, of which `bytes` were not counted yet.
    pub(super) fn done(&self, bytes: u64) {
        self.drawn.inc(bytes);
        self.count(self.done.fetch_add(1, Ordering::Relaxed) + 1);
    }

    fn count(&self, done: usize) {
        if self.files > 1 {
            self.drawn.set_message(format!("{done} of {} files, ", self.files));
        }
    }

    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.drawn.suspend(print)
    }

    pub(super) fn end(&self) {
        self.drawn.finish_and_clear();
    }
}
