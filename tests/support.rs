//! What the tests share: cases in, findings out. Only this file knows the crates' names.

use gainsay_claim::Corpus;
use gainsay_claim::extract::Extractor;
use gainsay_claim::vocabulary::Fragment;
use gainsay_compare::{Analysis, Discrepancy, compare};
use gainsay_corpus::{Input, LoadOptions, load};
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

/// The vocabulary that the program brings.
pub fn vocabulary() -> Vec<Fragment> {
    let built_in = serde_json::from_str(gainsay_claim::vocabulary::BUILT_IN).expect("the built-in vocabulary is well formed");
    let sources: [&dyn Extractor; 3] =
        [&gainsay_source_general_staff::GeneralStaff, &gainsay_source_kremlin::Kremlin, &gainsay_source_independent_media::IndependentMedia];
    std::iter::once(Fragment { record: built_in }).chain(sources.iter().map(|source| source.vocabulary())).collect()
}

/// Loads a file or a folder.
pub fn load_path(path: &Path) -> Corpus {
    load(&[Input::Path(path.to_owned())], vocabulary(), &LoadOptions::default()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Loads NDJSON out of a string.
pub fn load_text(text: &str) -> Corpus {
    load(&[Input::Stdin(text.as_bytes().to_vec())], vocabulary(), &LoadOptions::default()).expect("standard input can be read")
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
            let day = |day: Option<_>| day.map_or_else(|| "no day".to_owned(), |day: chrono::NaiveDate| day.to_string());
            let _ = writeln!(text, "  {} to {}: {} ({})", day(episode.from), day(episode.to), episode.pairs, names.join(" | "));
        }
    }
    text
}
