//! How many megabytes of briefings a second become drafts, on one core; and of texts without one.
//!
//! `cargo bench -p gainsay-tests --bench briefings` reads the data beside the repository, repeated to 20 MB, once text
//! by text and once as one text, and then inputs at which a careless reader would go back and forth, in two sizes.
#![allow(clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark prints its figures")]

use gainsay::sources::vocabulary;
use gainsay_claim::{Extractor, RawDocument, Vocabulary};
use gainsay_source_kremlin::Kremlin;
use std::time::Instant;
use support::data;

const BYTES: usize = 20_000_000;

const RUNS: usize = 3;

const WEATHER: &str = "В понедельник в Москве пройдет дождь, днем до 12 градусов. Ветер юго-западный, 5 метров в секунду. \
    На дорогах 7 баллов, сообщили в городской службе. Билеты подорожали на 4 рубля.\n\n";

/// Texts at which a careless reader would go back and forth.
const TRAPS: [(&str, &str); 8] = [
    ("digits", "1234567890"),
    ("brackets", "(("),
    ("dashes", "— "),
    ("said", "said "),
    ("openers", "Всего с начала операции уничтожены "),
    ("counts", "число 5 "),
    ("planes", "5 самолетов, в том числе "),
    ("one line", "с начала операции уничтожены 5 танков и 6 самолетов на земле, "),
];

fn main() {
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let texts = texts();
    if texts.is_empty() {
        println!("skipped: there are no briefings to read");
    } else {
        let size: usize = texts.iter().map(String::len).sum();
        let times = BYTES.div_ceil(size);
        rate("briefings, text by text", size * times, || {
            (0..times).map(|_| texts.iter().map(|text| claims(text, &vocabulary)).sum::<usize>()).sum()
        });
        let whole = texts.join("\n\n").repeat(times);
        rate("briefings, one text", whole.len(), || claims(&whole, &vocabulary));
    }
    let weather = WEATHER.repeat(BYTES / WEATHER.len());
    rate("no briefing", weather.len(), || claims(&weather, &vocabulary));
    for (name, piece) in TRAPS {
        for megabytes in [5, 10] {
            let text =
                format!("Минобороны РФ: с начала операции {}", piece.repeat(megabytes * 1_000_000 / piece.len()));
            rate(&format!("{name}, {megabytes} MB"), text.len(), || claims(&text, &vocabulary));
        }
    }
}

fn claims(text: &str, vocabulary: &Vocabulary) -> usize {
    let raw = RawDocument {
        text,
        language: Some("ru"),
        published: chrono::NaiveDate::from_ymd_opt(2022, 4, 30),
        dated: None,
        publisher: None,
        attested: false,
        vocabulary,
    };
    Kremlin.extract(&raw).claims.len()
}

fn texts() -> Vec<String> {
    let Some(folder) = data("russian-mod") else { return Vec::new() };
    let lines = std::fs::read_to_string(folder.join("briefings-ru.jsonl")).expect("the briefings can be read");
    lines
        .lines()
        .map(|line| {
            let record: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
            record["text"].as_str().expect("a briefing has a text").to_owned()
        })
        .collect()
}

/// The fastest of three runs, as noise only adds.
fn rate(name: &str, bytes: usize, mut read: impl FnMut() -> usize) {
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        let found = read();
        (start.elapsed(), found)
    });
    let (time, found) = runs.min().expect("at least one run");
    let rate = bytes as f64 / 1e6 / time.as_secs_f64();
    println!("{name:26} {rate:8.1} MB/s {found:9} claims");
}
