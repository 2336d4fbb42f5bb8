//! The articles of the tests, repeated to 20 MB, from text to drafts on one thread.
//!
//! `cargo bench -p gainsay-tests --bench articles` prints megabytes a second: each article by itself, as they come, and
//! all of them as one text. Each is read three times; the fastest run counts, as noise only adds.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use gainsay::sources::vocabulary;
use gainsay_claim::extract::{Extractor, RawDocument};
use gainsay_claim::vocabulary::Vocabulary;
use gainsay_source_independent_media::IndependentMedia;
use std::time::Instant;
use support::root;

const RUNS: usize = 3;
const BYTES: usize = 20_000_000;

fn main() {
    let folder = root().join("tests/fixtures/articles");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the fixtures are there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let mut texts: Vec<String> = files
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a text"))
        .filter(|text| text.len() < 6000)
        .collect();
    let documents = root().join("claims/documents");
    if let Ok(entries) = std::fs::read_dir(documents) {
        let mut more: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        more.sort();
        texts.extend(more.iter().filter_map(|path| std::fs::read_to_string(path).ok()));
    }
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    measure("article by article", &texts, &vocabulary);
    measure("one long text", &[texts.join("\n\n")], &vocabulary);
}

fn measure(what: &str, texts: &[String], vocabulary: &Vocabulary) {
    let size: usize = texts.iter().map(String::len).sum();
    let rounds = BYTES.div_ceil(size.max(1));
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        let mut claims = 0;
        for _ in 0..rounds {
            for text in texts {
                let raw = RawDocument {
                    text,
                    language: None,
                    published: None,
                    dated: None,
                    publisher: Some("outlet"),
                    attested: false,
                    vocabulary,
                };
                claims += IndependentMedia.extract(&raw).claims.len();
            }
        }
        (start.elapsed(), claims)
    });
    let (time, claims) = runs.min().expect("at least one run");
    let bytes = (size * rounds) as u128;
    println!(
        "{what}: {} texts, {} MB, {claims} claims, {} MB/s",
        texts.len() * rounds,
        bytes / 1_000_000,
        bytes / time.as_micros().max(1)
    );
}
