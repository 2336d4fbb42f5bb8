//! Scores the readers on annotated texts and prints a table and the misses.
//!
//! `cargo run --release -p gainsay-tests --example evaluate -- FOLDER [--source NAME] [--third 0|1|2]`
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command shows what it found")]

use gainsay::extraction::Readers;
use std::path::PathBuf;
use std::process::ExitCode;
use support::evaluation::{annotated, evaluate, table};

const USAGE: &str = "evaluate FOLDER [--source auto|general-staff|kremlin|independent-media] [--third 0|1|2]
FOLDER holds NAME.txt files and a claims.jsonl that annotates them; --third takes every third text by name";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<String, String> {
    let (mut folder, mut readers, mut third) = (None, Readers::Auto, None);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value"));
        match &*arg {
            "--source" => readers = Readers::named(&value()?)?,
            "--third" => {
                let number = value()?.parse::<usize>().ok().filter(|number| *number < 3);
                third = Some(number.ok_or("--third is 0, 1 or 2")?);
            }
            _ => folder = Some(PathBuf::from(arg)),
        }
    }
    let mut texts = annotated(&folder.ok_or("no folder is named")?)?;
    if let Some(third) = third {
        texts = texts.into_iter().enumerate().filter(|(at, _)| at % 3 == third).map(|(_, text)| text).collect();
    }
    let scores = evaluate(&texts, readers);
    let mut report = table(&scores);
    if !scores.misses.is_empty() {
        report.push_str("\nmisses\n");
        for miss in &scores.misses {
            report.push_str(miss);
            report.push('\n');
        }
    }
    Ok(report)
}
