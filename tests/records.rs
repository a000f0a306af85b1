//! Records are cleaned a batch of about 1,024 at a time: nobody can tell where one ends and the next begins.

mod command;

use command::{fed, unscrape};
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

/// So many records are in a batch, if they are small.
const BATCH: usize = 1024;

/// Record `number`, as it comes and as it is to be.
fn record(number: usize) -> [String; 2] {
    let rest = ["It came late, as it does on such days."; 5].join(" ");
    ["&amp;", "&"].map(|and| format!("{{\"text\":\"Boat {and} train, number {number}. {rest}\"}}\n"))
}

fn records(count: usize) -> [String; 2] {
    let records = (0..count).map(record);
    records
        .fold([String::new(), String::new()], |[all, clean], [one, cleaned]| [all + &one, clean + &cleaned])
}

#[test]
fn all_that_stands_before_a_line_that_cannot_be_read_comes_out() {
    let folder = tempfile::tempdir().unwrap();
    for good in [0, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH, 2 * BATCH + 1] {
        let [before, clean] = records(good);
        let too_large = format!("{{\"text\":\"{}\"}}\n", "long ".repeat(1000));
        for bad in ["no record\n", &too_large] {
            let all = format!("{before}{bad}{}", records(BATCH)[0]);
            fs::write(folder.path().join("all.jsonl"), &all).unwrap();
            for jobs in ["-j1", "-j2"] {
                let args = ["--format", "jsonl", "--max-bytes", "1K", jobs];
                let piped = fed(folder.path(), &args, all.as_bytes());
                let named = unscrape(folder.path(), &[&args[..], &["all.jsonl"]].concat());
                for (ran, name) in [(piped, "<stdin>"), (named, "all.jsonl")] {
                    assert_eq!(ran.status, 2);
                    assert!(ran.stderr.contains(&format!("{name}:{}", good + 1)), "{}", ran.stderr);
                    assert!(ran.stdout == clean.as_bytes(), "{good} {jobs} {name}");
                }
            }
        }
    }
}

#[test]
fn a_batch_comes_out_before_the_next_one_is_there() {
    let [all, clean] = records(2 * BATCH);
    for jobs in ["-j1", "-j2"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unscrape"));
        let command = command.args(["--format", "jsonl", jobs]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            // what is buffered may come later
            let mut first = vec![0; records(BATCH)[1].len() / 2];
            stdout.read_exact(&mut first).unwrap();
            sender.send(first).unwrap();
            let mut rest = Vec::new();
            stdout.read_to_end(&mut rest).unwrap();
            sender.send(rest).unwrap();
        });
        let next = || receiver.recv_timeout(Duration::from_secs(60)).unwrap();
        let (now, later) = all.as_bytes().split_at(records(BATCH)[0].len());
        stdin.write_all(now).unwrap();
        let mut came = next();
        stdin.write_all(later).unwrap();
        drop(stdin);
        came.extend(next());
        assert!(came == clean.as_bytes(), "{jobs}");
        assert!(child.wait().unwrap().success());
    }
}
