//! What work costs, in round trips.

use super::inputs::Input;
use super::round_trip;
use std::hint::black_box;
use std::time::Duration;

/// Each is measured so often, in turns: what more one run costs than another comes from other work on the machine, and
/// the least is what counts.
const ROUNDS: usize = 12;
/// A round trip alone is too short to be measured.
const TRIPS: u32 = 8;

/// What an input cost.
pub(crate) struct Measured {
    pub(crate) name: String,
    bytes: usize,
    work: Duration,
    trip: Duration,
}

impl Measured {
    /// So many round trips take the time of the work.
    pub(crate) fn ratio(&self) -> f64 {
        self.work.as_secs_f64() / self.trip.as_secs_f64()
    }

    /// The one with the lower ratio.
    pub(crate) fn least(self, other: Self) -> Self {
        if other.ratio() < self.ratio() { other } else { self }
    }

    /// Megabytes of JSON Lines per second: of the work, and of round trips.
    pub(crate) fn speeds(&self) -> [f64; 2] {
        #[expect(clippy::cast_precision_loss, reason = "two digits are shown")]
        let megabytes = self.bytes as f64 / 1e6;
        [self.work, self.trip].map(|time| megabytes / time.as_secs_f64())
    }
}

/// Measures all, in turns.
pub(crate) fn measure(inputs: &[Input]) -> Vec<Measured> {
    let mut all: Vec<Measured> = inputs.iter().map(nothing_yet).collect();
    let mut out = Vec::new();
    for _ in 0..ROUNDS {
        for (input, least) in inputs.iter().zip(&mut all) {
            let trips = time(|| {
                for record in (0..TRIPS).flat_map(|_| input.records.iter()) {
                    let _ = round_trip::record(black_box(record), &mut out);
                    black_box(&out);
                }
            });
            least.trip = least.trip.min(trips / TRIPS);
            least.work = least.work.min(time(&input.work));
        }
    }
    all
}

fn nothing_yet(input: &Input) -> Measured {
    let bytes = input.records.iter().map(String::len).sum();
    let name = input.name.clone();
    Measured { name, bytes, work: Duration::MAX, trip: Duration::MAX }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = now();
    work();
    now().saturating_sub(start)
}

/// The time that a processor worked for this thread: waiting for one does not count.
#[cfg(target_os = "linux")]
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// The time since the first call.
#[cfg(not(target_os = "linux"))]
fn now() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
