//! What is read does not depend on how it lies in files.

mod support;

use gainsay_claim::{Corpus, Origin};
use gainsay_corpus::{Input, LoadOptions, load};
use std::num::NonZeroUsize;
use support::{Folder, built_in, claim, document, load_all};

/// A corpus without the places it was read from.
fn essence(corpus: &Corpus) -> String {
    let mut claims = corpus.claims.clone();
    for claim in &mut claims {
        claim.origin = Origin::default();
    }
    let mut documents = corpus.documents.clone();
    for document in &mut documents {
        document.origin = Origin::default();
    }
    format!("{claims:?} {documents:?} {:?}", corpus.corrected)
}

#[test]
fn the_order_of_files_and_the_layout_change_nothing() {
    let one = Folder::with("a.json", document("d", &[("d/a", ""), ("d/b", "\"corrects\": \"d/a\"")]));
    one.file("b.json", document("e", &[("e/a", "\"said\": \"2023-04-01\"")]));
    let other = Folder::with(
        "deep/x.ndjson",
        [
            claim("e/a", "\"document\": \"e\", \"said\": \"2023-04-01\""),
            "{\"document\": {\"id\": \"e\", \"published\": \"2023-04-19\"}}".into(),
            claim("d/b", "\"document\": \"d\", \"corrects\": \"d/a\""),
            claim("d/a", "\"document\": \"d\""),
            "{\"document\": {\"id\": \"d\", \"published\": \"2023-04-19\"}}".into(),
        ]
        .join("\r\n"),
    );
    let (one, other) = (one.load(), other.load());
    assert_eq!(one.problems, []);
    assert_eq!(other.problems, []);
    assert_eq!(essence(&one), essence(&other));
    assert_eq!(one.claims[0].said, one.documents[0].published, "said defaults to the document's day");
    assert_eq!(one.corrected.len(), 1);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = Folder::new();
    let mut text = "{\"document\": {\"id\": \"d\"}}\n".to_owned();
    for number in (0..60_000).rev() {
        text.push_str(&claim(&format!("d/{}", number * 7_919 % 60_000), "\"document\": \"d\""));
        text.push('\n');
        if number % 10_000 == 0 {
            text.push_str("{ broken\n");
        }
    }
    folder.file("a.ndjson", &text);
    for number in 0..50 {
        folder.file(&format!("many/{number}.json"), document(&format!("m{number}"), &[(&format!("m{number}/a"), "")]));
    }
    let loaded: Vec<Corpus> = [1, 2, 5]
        .map(|threads| {
            load(
                &[folder.path("")],
                built_in(),
                &LoadOptions { threads: NonZeroUsize::new(threads), ..LoadOptions::default() },
            )
            .expect("it can be read")
        })
        .into();
    assert_eq!(loaded[0].claims.len(), 60_050);
    assert!(loaded[0].claims.is_sorted_by(|a, b| a.id < b.id));
    assert_eq!(loaded[0].problems.len(), 6);
    for other in &loaded[1..] {
        assert_eq!(loaded[0].claims, other.claims);
        assert_eq!(loaded[0].problems, other.problems);
    }
}

#[test]
fn standard_input_tells_its_layout_by_content() {
    let whole = document("d", &[("d/a", "")]);
    let lines = format!("{{\"document\": {{\"id\": \"d\"}}}}\n{}\n", claim("d/a", "\"document\": \"d\""));
    for text in
        [whole.clone(), whole.replace('\n', " "), lines.clone(), format!("\u{feff}{lines}"), format!("\n{lines}")]
    {
        let corpus = load_all(&[Input::Stdin(text.clone().into_bytes())]).expect("it can be read");
        assert_eq!((corpus.claims.len(), corpus.problems.len()), (1, 0), "{text} {:?}", corpus.problems);
    }
    let broken = load_all(&[Input::Stdin(lines.replace("tanks", "tank").into_bytes())]).expect("it can be read");
    assert_eq!((&*broken.problems[0].path, broken.problems[0].line), ("-", 2));
    let empty = load_all(&[Input::Stdin(Vec::new())]).expect("it can be read");
    assert_eq!(empty.problems.len(), 1);
}

#[test]
fn a_file_belongs_to_the_corpus_around_it() {
    let folder = Folder::with(
        "vocabulary.json",
        "{\"format\": \"gainsay.vocabulary/v1\", \"measures\": [{\"id\": \"bridges-lost\"}]}",
    );
    folder.file("gainsay.toml", "stale_days = 7");
    folder.file("side/a.json", document("d", &[("d/a", "\"measure\": \"bridges-lost\"")]));
    folder.file("documents/raw.json", "not claims");
    folder.file(".hidden/b.json", "not claims");
    for path in ["", "side", "side/a.json"] {
        let corpus = load_all(&[folder.path(path)]).expect("it can be read");
        assert_eq!(corpus.problems, [], "{path}");
        assert_eq!((corpus.claims.len(), corpus.settings.stale_days), (1, 7), "{path}");
    }
    let twice = load_all(&[folder.path("side/a.json"), folder.path("")]).expect("it can be read");
    assert_eq!((twice.claims.len(), twice.problems.len()), (1, 0));
}

#[test]
fn a_document_without_claims_is_kept() {
    let corpus = Folder::with("a.json", "{\"format\": \"gainsay.claims/v1\", \"document\": {\"id\": \"d\"}}").load();
    assert_eq!((corpus.documents.len(), corpus.claims.len(), corpus.problems.len()), (1, 0, 0));
}

#[test]
fn lines_are_counted_across_blocks() {
    let mut text = String::from("{\"document\": {\"id\": \"d\"}}\n");
    let filler = "x".repeat(300);
    for number in 0..40_000 {
        text.push_str(&claim(&format!("d/{number:06}"), &format!("\"document\": \"d\", \"note\": \"{filler}\"")));
        text.push('\n');
    }
    text.push_str("{]\n");
    let folder = Folder::with("a.ndjson", text);
    let corpus = folder.load();
    assert_eq!(corpus.claims.len(), 40_000);
    assert_eq!(corpus.claims[39_999].origin.record, 40_001);
    assert_eq!(corpus.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [40_002]);
}
