//! A million rows of CSV to NDJSON, beside the time that the csv crate takes to read the same rows
//! into strings.
//!
//! `cargo bench -p gainsay-tests --bench import -- [ROWS]` prints the ratio and the peak memory of each.
//! Each side runs in a process of its own, five times; the fastest run counts, as noise only adds.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "process.rs"]
mod process;

use gainsay::sources::vocabulary;
use gainsay_claim::Vocabulary;
use gainsay_corpus::{Input, Mapping, import};
use process::{measure, run};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

const RUNS: usize = 5;

const MAP: &str = r#"
format = "gainsay.map/v1"
[document]
id = "bulk"
published = "2026-08-08"
[row]
source = { column = "source", names = { "UK MoD" = "uk-mod", "CSIS" = "csis", "Mediazona; Meduza" = "mediazona", "Armed Forces of Ukraine" = "general-staff" } }
via = ["tracker"]
subject = { column = "country", names = { russia = "russian-forces", ukraine = "ukrainian-forces" } }
place = { column = "place" }
said = { column = "date", format = "%d/%m/%Y" }
period = { from = "2022-02-24", to = { column = "date", format = "%d/%m/%Y" } }
[[claim]]
measure = { column = "type", names = { deaths = "killed", casualties = "killed-and-wounded", tanks = "tanks-lost" } }
value = { low = "estimate_low", high = "estimate_high", point = "estimate", as = "about" }
"#;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match &arguments[..] {
        [step, file] if step == "read" => measure(|| read(Path::new(file))),
        [step, file] if step == "cells" => measure(|| read_cells(Path::new(file))),
        [step, file] if step == "import" => measure(|| import_to_file(Path::new(file))),
        rest => compare(rest.first().map_or(1_000_000, |number| number.parse().expect("a number of rows"))),
    }
}

fn compare(rows: usize) {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bulk-{rows}.csv"));
    write_table(&file, rows);
    std::fs::write(file.with_extension("toml"), MAP).expect("the folder can be written");
    let size = std::fs::metadata(&file).expect("the file was written").len();
    // By turns, so that what else the machine does falls on both.
    let runs: Vec<[_; 3]> = (0..RUNS).map(|_| ["read", "cells", "import"].map(|step| run(step, &file))).collect();
    let [(read, read_peak), (cells, cells_peak), (import, import_peak)] =
        [0, 1, 2].map(|step| runs.iter().map(|run| run[step]).min().expect("at least one run"));
    let written = std::fs::metadata(file.with_extension("ndjson")).expect("the claims were written").len();
    println!("{rows} rows, {} MB of CSV, {} MB of NDJSON", size / 1_000_000, written / 1_000_000);
    println!("CSV to NDJSON: {import:?}, peak {} MB", import_peak / 1_000_000);
    for (what, time, peak) in
        [("a StringRecord for each row", read, read_peak), ("a String for each cell", cells, cells_peak)]
    {
        let ratio = import.as_millis() * 100 / time.as_millis().max(1);
        println!("csv crate, {what}: {time:?}, peak {} MB, ratio {}.{:02}", peak / 1_000_000, ratio / 100, ratio % 100);
    }
    for ending in ["csv", "toml", "ndjson"] {
        std::fs::remove_file(file.with_extension(ending)).expect("the file can be removed");
    }
}

/// Every row as strings, as the csv crate's own manual reads them.
fn read(file: &Path) -> usize {
    let mut reader = csv::Reader::from_path(file).expect("the file is there");
    reader.records().inspect(|record| _ = std::hint::black_box(record.as_ref().expect("a row"))).count()
}

/// Every cell as a string of its own.
fn read_cells(file: &Path) -> usize {
    let mut reader = csv::Reader::from_path(file).expect("the file is there");
    let rows = reader.deserialize::<Vec<String>>();
    rows.inspect(|row| _ = std::hint::black_box(row.as_ref().expect("a row"))).count()
}

fn import_to_file(file: &Path) -> usize {
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let mapping = Mapping::open(&file.with_extension("toml"), &vocabulary).expect("a sound mapping");
    let mut out = BufWriter::new(std::fs::File::create(file.with_extension("ndjson")).expect("it can be written"));
    let done = import(&Input::Path(file.to_owned()), &mapping, &vocabulary, &mut out, &mut |_| ()).expect("it imports");
    out.flush().expect("it can be written");
    assert_eq!(done.problems, []);
    done.claims as usize
}

/// Rows such as tables of estimates have, with quoted and grouped figures among them. They follow from
/// their position alone, so that every run has the same file.
fn write_table(file: &Path, rows: usize) {
    let mut out = BufWriter::new(std::fs::File::create(file).expect("the folder can be written"));
    let sources = ["UK MoD", "CSIS", "Mediazona; Meduza", "Armed Forces of Ukraine"];
    let types = ["deaths", "casualties", "tanks"];
    let places = ["ukraine", "bakhmut", "avdiivka", "kherson-oblast", "donbas", "kramatorsk", "soledar", "makiivka"];
    let start = chrono::NaiveDate::from_ymd_opt(2022, 2, 25).expect("a day");
    writeln!(out, "date,estimate_low,estimate_high,estimate,type,source,source_url,country,place")
        .expect("it can be written");
    for row in 0..rows {
        let series = row % (sources.len() * types.len() * places.len() * 2);
        let day = start + chrono::Days::new((row / (sources.len() * types.len() * places.len() * 2)) as u64);
        let source = sources[series % 4];
        let kind = types[series / 4 % 3];
        let place = places[series / 12 % 8];
        let country = ["russia", "ukraine"][series / 96];
        let figure = 10_000 + row % 900_000;
        let cells = match row % 20 {
            0 => format!("{figure},{},", figure + 5_000),
            1 => format!(",,\"{},{:03}\"", figure / 1_000, figure % 1_000),
            2 => format!("{figure},,"),
            _ => format!(",,{figure}"),
        };
        let day = day.format("%d/%m/%Y");
        writeln!(out, "{day},{cells},{kind},{source},https://example.org/status/{row}/photo/2,{country},{place}")
            .expect("it can be written");
    }
    out.flush().expect("it can be written");
}
