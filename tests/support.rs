//! What the tests share: cases in, findings out. Only this file knows the crates' names.
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

pub mod evaluation;

use gainsay::sources::vocabulary;
use gainsay_claim::Corpus;
use gainsay_compare::{Analysis, Discrepancy, compare};
use gainsay_corpus::{Input, LoadOptions, load};
use gainsay_report::{Format, Picture, Style, View, write};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests lie in the repository").to_owned()
}

/// A file or folder of the cases.
pub fn case(path: &str) -> PathBuf {
    root().join("tests/cases").join(path)
}

/// Loads a file or a folder.
pub fn load_path(path: &Path) -> Corpus {
    load(&[Input::Path(path.to_owned())], vocabulary(), &LoadOptions::default())
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Loads NDJSON out of a string.
pub fn load_text(text: &str) -> Corpus {
    load(&[Input::Stdin(text.as_bytes().to_vec())], vocabulary(), &LoadOptions::default())
        .expect("standard input can be read")
}

/// Loads a case, which must be sound, and compares it.
pub fn check(path: &Path) -> (Corpus, Analysis) {
    let corpus = load_path(path);
    assert_eq!(corpus.problems, [], "{} has problems", path.display());
    let analysis = compare(&corpus);
    (corpus, analysis)
}

/// The findings as a reader of a snapshot wants them: one block each.
pub fn findings(corpus: &Corpus, discrepancies: &[Discrepancy]) -> String {
    let mut text = String::new();
    for discrepancy in discrepancies {
        let Discrepancy { id, level, certainty, cause, summary, because, episodes, .. } = discrepancy;
        let _ = writeln!(text, "{} {} {} ({})", level.id(), certainty.id(), id, cause.id());
        if let Some(gap) = discrepancy.gap {
            let _ = writeln!(text, "  gap {:?} {}", gap.ratio_hundredths, gap.absolute);
        }
        let _ = writeln!(text, "  {summary}");
        for step in because {
            let _ = writeln!(text, "  - {step}");
        }
        for episode in episodes {
            let names: Vec<&str> = episode.widest.iter().map(|claim| &*corpus.claim(*claim).id).collect();
            let day =
                |day: Option<_>| day.map_or_else(|| "no day".to_owned(), |day: chrono::NaiveDate| day.to_string());
            let _ = writeln!(
                text,
                "  {} to {}: {} ({})",
                day(episode.from),
                day(episode.to),
                episode.pairs,
                names.join(" | ")
            );
        }
    }
    text
}

/// The report as JSON, as bytes that must not depend on order or threads.
pub fn json(corpus: &Corpus, analysis: &Analysis) -> String {
    let picture = Picture { corpus, analysis, as_of: None };
    let mut bytes = Vec::new();
    write(View::Report, Format::Json, &picture, Style { width: 100, colour: false }, &mut bytes)
        .expect("memory can be written");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// A folder of the data that lie beside the repository and not in it; where it is not there, a test
/// says so and passes.
pub fn data(folder: &str) -> Option<PathBuf> {
    let folder = root().join("../shared/data").join(folder);
    let there = folder.is_dir();
    if !there {
        println!("skipped: the data are not at {}", folder.display());
    }
    there.then_some(folder)
}
