//! One side of a benchmark, in a process of its own.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Runs a step of this program on a file: its time and the most memory that it held, in bytes.
pub fn run(step: &str, file: &Path) -> (Duration, u64) {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).arg(step).arg(file).output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("numbers");
    let mut numbers = text.split_whitespace().map(|number| number.parse::<u64>().expect("a number"));
    let (time, peak) = (numbers.next().expect("a time"), numbers.next().expect("a peak"));
    (Duration::from_micros(time), peak)
}

/// Takes a step and prints its time in microseconds, the most memory that it held, and what it found.
pub fn measure(step: impl FnOnce() -> usize) {
    let start = Instant::now();
    let found = step();
    let time = start.elapsed();
    println!("{} {} {found}", time.as_micros(), peak());
}

/// The most memory that this process has held, in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse::<u64>().map_or(0, |kilobytes| kilobytes * 1024)
}
