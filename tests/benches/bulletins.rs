//! The bulletins of the General Staff from text to drafts, in megabytes of text a second on one core.
//!
//! `cargo bench -p gainsay-tests --bench bulletins` reads the bulletins that lie beside the repository,
//! repeated to 24 MB: once each as a document of its own, once all in one text. The fastest of nine runs
//! counts, as noise only adds.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../bulletin_texts.rs"]
mod bulletin_texts;

use bulletin_texts::{Bulletin, lines, pages};
use chrono::NaiveDate;
use gainsay::sources::vocabulary;
use gainsay_claim::Vocabulary;
use gainsay_claim::extract::{Extractor, RawDocument};
use gainsay_source_general_staff::GeneralStaff;
use std::time::{Duration, Instant};

const BYTES: usize = 24_000_000;
const RUNS: usize = 9;

fn main() {
    let Some(folder) = support::data("general-staff") else { return };
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    for (name, bulletins) in [
        ("Ukrainian bulletins", lines(&folder.join("bulletins-uk.jsonl"))),
        ("English bulletins", lines(&folder.join("bulletins-en.jsonl"))),
        ("whole pages", pages(&folder.join("pages-en"))),
    ] {
        let texts = repeated(&bulletins);
        measure(&format!("{name}, one a document"), &texts, &vocabulary);
        let joined: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
        measure(&format!("{name}, all in one text"), &[(joined.join("\n\n"), None)], &vocabulary);
    }
    let prose = "The committee met again and talked for hours of roads, schools and 14 bridges in the north. ";
    measure("a text without a bulletin", &[(prose.repeat(BYTES / prose.len()), None)], &vocabulary);
}

/// Texts with the days of their files.
type Texts = [(String, Option<NaiveDate>)];

fn repeated(bulletins: &[Bulletin]) -> Vec<(String, Option<NaiveDate>)> {
    let size: usize = bulletins.iter().map(|bulletin| bulletin.text.len()).sum();
    let times = BYTES / size + 1;
    (0..times).flat_map(|_| bulletins.iter().map(|Bulletin { day, text }| (text.clone(), day.parse().ok()))).collect()
}

fn measure(name: &str, texts: &Texts, vocabulary: &Vocabulary) {
    let mut best = Duration::MAX;
    let mut claims = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        claims = texts.iter().map(|(text, dated)| read(text, *dated, vocabulary)).sum();
        best = best.min(start.elapsed());
    }
    let bytes: usize = texts.iter().map(|(text, _)| text.len()).sum();
    let speed = bytes as u128 / best.as_micros().max(1);
    println!("{name}: {speed} MB/s ({} MB, {claims} claims, {best:?})", bytes / 1_000_000);
}

fn read(text: &str, dated: Option<NaiveDate>, vocabulary: &Vocabulary) -> usize {
    let raw =
        RawDocument { text, language: None, published: None, dated, publisher: None, attested: false, vocabulary };
    std::hint::black_box(GeneralStaff.extract(&raw)).claims.len()
}
