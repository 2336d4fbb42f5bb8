//! One million claims in series, from file to grouped conflicts, beside the time that serde_json
//! takes on one thread to read the same bytes into the same structs.
//!
//! `cargo bench -p gainsay-tests -- [CLAIMS]` prints the ratio and the peak memory of each. Each side
//! runs in a process of its own, three times; the fastest run counts, as noise only adds.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "process.rs"]
mod process;

use gainsay_claim::record::ClaimRecord;
use process::{measure, run};
use std::fmt::Write as _;
use std::io::{BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

const RUNS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match &arguments[..] {
        [step, file] if step == "parse" => measure(|| parse(Path::new(file))),
        [step, file] if step == "report" => measure(|| report(Path::new(file))),
        rest => {
            let claims = rest.first().map_or(1_000_000, |number| number.parse().expect("a number of claims"));
            compare(claims);
        }
    }
}

fn compare(claims: usize) {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bulk-{claims}.ndjson"));
    write_bulk(&file, claims);
    let size = std::fs::metadata(&file).expect("the file was written").len();
    let (parse, parse_peak) = fastest("parse", &file);
    let (report, report_peak) = fastest("report", &file);
    let ratio = report.as_millis() * 100 / parse.as_millis().max(1);
    let memory = report_peak * 100 / size;
    println!("{claims} claims, {} MB", size / 1_000_000);
    println!("serde_json, one thread: {parse:?}, peak {} MB", parse_peak / 1_000_000);
    println!("file to grouped conflicts: {report:?}, peak {} MB", report_peak / 1_000_000);
    println!("ratio {}.{:02}; peak memory {}.{:02} of the file", ratio / 100, ratio % 100, memory / 100, memory % 100);
    std::fs::remove_file(&file).expect("the file can be removed");
}

fn fastest(step: &str, file: &Path) -> (Duration, u64) {
    (0..RUNS).map(|_| run(step, file)).min().expect("at least one run")
}

/// Reads every line into a record and lets it go, which is the least that a reader can do.
fn parse(file: &Path) -> usize {
    let bytes = std::fs::read(file).expect("the file is there");
    let records =
        bytes.split(|&byte| byte == b'\n').filter_map(|line| serde_json::from_slice::<ClaimRecord<'_>>(line).ok());
    records.map(std::hint::black_box).count()
}

fn report(file: &Path) -> usize {
    let corpus = support::load_path(file);
    assert_eq!(corpus.problems, []);
    gainsay_compare::compare(&corpus).discrepancies.len()
}

/// Series of daily totals: twenty sources, five measures, places by the dozen, with conflicts here
/// and there. The figures follow from the position alone, so that every run has the same file.
fn write_bulk(file: &Path, claims: usize) {
    let mut out = BufWriter::new(std::fs::File::create(file).expect("the folder can be written"));
    let measures = ["tanks-lost", "artillery-lost", "aircraft-lost", "personnel-losses", "uavs-lost"];
    let days = 1_000;
    let series = claims.div_ceil(days);
    let mut vocabulary = String::from("{\"vocabulary\":{\"sources\":[");
    for source in 0..20 {
        let comma = if source == 0 { "" } else { "," };
        let _ = write!(vocabulary, "{comma}{{\"id\":\"source-{source}\"}}");
    }
    vocabulary.push_str("],\"places\":[");
    for place in 0..=series / 100 {
        let comma = if place == 0 { "" } else { "," };
        let _ = write!(vocabulary, "{comma}{{\"id\":\"place-{place}\",\"part_of\":\"ukraine\"}}");
    }
    vocabulary.push_str("]}}");
    writeln!(out, "{vocabulary}").expect("the file can be written");
    let start = chrono::NaiveDate::from_ymd_opt(2022, 2, 24).expect("a day");
    for number in 0..series {
        let (source, measure, place) = (number % 20, number / 20 % 5, number / 100);
        writeln!(out, "{{\"document\":{{\"id\":\"bulk-{number}\",\"publisher\":\"source-{source}\",\"published\":\"2024-12-01\"}}}}").expect("the file can be written");
        for day in 0..days.min(claims - number * days) {
            let to = start + chrono::Days::new(day as u64);
            // One source in ten runs a third above the rest, which makes conflicts.
            let figure = (100 + day * (10 + place % 7)) * if source % 10 == 9 { 4 } else { 3 } / 3;
            let name = measures[measure];
            writeln!(
                out,
                "{{\"id\":\"bulk-{number}/{to}\",\"document\":\"bulk-{number}\",\"source\":\"source-{source}\",\"said\":\"{to}\",\"measure\":\"{name}\",\"subject\":\"russian-forces\",\"place\":\"place-{place}\",\"period\":{{\"from\":\"2022-02-24\",\"to\":\"{to}\"}},\"value\":{{\"exactly\":{figure}}},\"evidence\":{{\"exact\":\"{figure} {name}\"}}}}"
            )
            .expect("the file can be written");
        }
    }
    out.flush().expect("the file can be written");
    let lines = std::io::BufReader::new(std::fs::File::open(file).expect("the file is there")).lines().count();
    assert!(lines > claims, "{lines} lines");
}
