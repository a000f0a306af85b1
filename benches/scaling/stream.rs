//! A stream of small records.

use super::MB;
use super::child;
use std::io::{self, BufWriter, Write};
use std::process::Stdio;

/// The streams are longer than the documents by this factor: 1 GB beside documents of 64 MB.
const LONGER: usize = 16;
/// The peak of a stream four times as long may be so many times as high: threads take turns as they like.
const MOST_MEMORY: f64 = 1.25;

const RECORD: &str = "{\"id\": 7, \"body\": \"The ferry came late.\\n![]()\\nNobody on the quay was surprised.Then it rained \
                      &amp; stopped.\\nShare on Facebook\\n\", \"tags\": [\"sea\"]}\n";

/// Pipes streams of 1, 4 and 16 times the largest document through the program, and says whether its memory stayed the
/// same.
pub(crate) fn measure(largest: usize) -> io::Result<bool> {
    println!("\n{:30} {:>6} {:>9} {:>15}", "stream", "MB", "seconds", "memory (MB)");
    let mut good = true;
    let mut before: Option<u64> = None;
    for megabytes in [largest, largest * 4, largest * LONGER] {
        let args = ["--format", "jsonl", "--field", "body"];
        let mut child = child::program(&args).stdin(Stdio::piped()).spawn()?;
        if let Some(input) = child.stdin.take() {
            let mut input = BufWriter::new(input);
            (0..=megabytes * MB / RECORD.len()).try_for_each(|_| input.write_all(RECORD.as_bytes()))?;
            input.flush()?;
        }
        let cost = child::cost(child)?;
        #[expect(clippy::cast_precision_loss, reason = "two digits are shown")]
        let (memory, grew) = (
            cost.memory as f64 / MB as f64,
            before.is_some_and(|before| cost.memory as f64 > before as f64 * MOST_MEMORY),
        );
        let grown = if grew { "  GROWS" } else { "" };
        println!(
            "{:30} {megabytes:>6} {:>9.3} {memory:>15.1}{grown}",
            "small records",
            cost.time.as_secs_f64()
        );
        good &= !grew;
        before = Some(cost.memory);
    }
    Ok(good)
}
