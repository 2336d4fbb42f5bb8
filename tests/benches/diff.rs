//! Two corpora of 100,000 claims held against each other, beside one report on one of them, from files to
//! JSON in memory.
//!
//! `cargo bench -p gainsay-tests --bench diff -- [CLAIMS]` prints the ratio. The two run by turns, fifteen times
//! each, so that other work on the machine meets both; the fastest run counts, as noise only adds.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use gainsay::{Io, Terminal};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const RUNS: usize = 15;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let claims: usize = arguments.first().map_or(100_000, |number| number.parse().expect("a number of claims"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (base, head) = (folder.join(format!("base-{claims}.ndjson")), folder.join(format!("head-{claims}.ndjson")));
    std::fs::write(&base, bulk(claims, 0)).expect("the folder can be written");
    std::fs::write(&head, bulk(claims, 1)).expect("the folder can be written");
    let runs = (0..RUNS).map(|_| {
        let report = timed(&["report", name(&base), "--format", "json"]);
        (report, timed(&["diff", name(&base), name(&head), "--format", "json", "--fail-on", "never"]))
    });
    let (reports, diffs): (Vec<Duration>, Vec<Duration>) = runs.unzip();
    let [report, diff] = [reports, diffs].map(|runs| runs.into_iter().min().expect("at least one run"));
    let ratio = diff.as_micros() * 100 / report.as_micros().max(1);
    println!("{claims} claims: one report {report:?}, one diff {diff:?}, ratio {}.{:02}", ratio / 100, ratio % 100);
    for file in [base, head] {
        std::fs::remove_file(file).expect("the file can be removed");
    }
}

fn name(path: &Path) -> &str {
    path.to_str().expect("the folder has a plain name")
}

fn timed(words: &[&str]) -> Duration {
    let start = Instant::now();
    run(words);
    start.elapsed()
}

fn run(words: &[&str]) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut io = Io { stdin: &mut &b""[..], stdout: &mut out, stderr: &mut err, terminal: Terminal::default() };
    let words = std::iter::once(&"gainsay").chain(words).map(OsString::from);
    let code = gainsay::run(words, &mut io);
    assert_eq!((code, err.is_empty()), (0, true), "{}", String::from_utf8_lossy(&err));
}

/// Series of daily totals: twenty sources, five measures, places by the dozen. In the second revision one
/// figure in a thousand is another, and one claim in a thousand is gone.
fn bulk(claims: usize, revision: usize) -> String {
    let measures = ["tanks-lost", "artillery-lost", "aircraft-lost", "personnel-losses", "uavs-lost"];
    let days = 1_000;
    let series = claims.div_ceil(days);
    let sources: Vec<String> = (0..20).map(|source| format!(r#"{{"id":"source-{source}"}}"#)).collect();
    let places: Vec<String> =
        (0..=series / 100).map(|place| format!(r#"{{"id":"place-{place}","part_of":"ukraine"}}"#)).collect();
    let mut text =
        format!("{{\"vocabulary\":{{\"sources\":[{}],\"places\":[{}]}}}}\n", sources.join(","), places.join(","));
    let start = chrono::NaiveDate::from_ymd_opt(2022, 2, 24).expect("a day");
    for number in 0..series {
        let (source, measure, place) = (number % 20, measures[number / 20 % 5], number / 100);
        let _ = writeln!(
            text,
            r#"{{"document":{{"id":"bulk-{number}","publisher":"source-{source}","published":"2024-12-01"}}}}"#
        );
        for day in 0..days.min(claims - number * days) {
            if revision == 1 && day == 613 {
                continue;
            }
            let to = start + chrono::Days::new(day as u64);
            let wrong = if revision == 1 && day == number % days { 2 } else { 1 };
            let figure = (100 + day * (10 + place % 7)) * if source == 9 { 4 } else { 3 } / 3 * wrong;
            let _ = writeln!(
                text,
                r#"{{"id":"bulk-{number}/{to}","document":"bulk-{number}","source":"source-{source}","said":"{to}","measure":"{measure}","subject":"russian-forces","place":"place-{place}","period":{{"from":"2022-02-24","to":"{to}"}},"value":{{"exactly":{figure}}},"evidence":{{"exact":"{figure} {measure}"}}}}"#
            );
        }
    }
    text
}
