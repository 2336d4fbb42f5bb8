//! How well the readers read annotated texts, as floors that a change must not fall through.
//!
//! `cargo run --release -p gainsay-tests --example evaluate -- tests/articles` shows the table and every miss.

use gainsay::extraction::Readers;
use support::evaluation::{Scores, annotated, evaluate};
use support::root;

fn scores(folder: &str) -> Scores {
    let texts = annotated(&root().join(folder)).unwrap_or_else(|error| panic!("{error}"));
    evaluate(&texts, Readers::Auto)
}

/// In ten thousand of what was drafted and of what was annotated.
fn shares(scores: &Scores) -> (usize, usize) {
    (scores.precision(scores.right), scores.recall(scores.right))
}

#[test]
fn the_texts_that_the_readers_were_built_on_are_read() {
    let (precision, recall) = shares(&scores("tests/articles"));
    assert!(precision >= 9_300 && recall >= 9_150, "precision {precision}, recall {recall}");
}

#[test]
fn further_texts_of_which_the_misses_were_looked_at_are_read() {
    let (precision, recall) = shares(&scores("tests/articles/further"));
    assert!(precision >= 8_200 && recall >= 7_450, "precision {precision}, recall {recall}");
}

/// What articles reach whose misses nobody looked at while the reader was built: mostly right, and short of what a desk
/// could take over unread.
#[test]
fn texts_that_the_readers_were_not_built_on_are_read_no_worse_than_before() {
    let (precision, recall) = shares(&scores("tests/articles/held-out"));
    assert!(precision >= 8_100 && recall >= 7_000, "precision {precision}, recall {recall}");
}

#[test]
fn a_perfect_reading_scores_in_full_and_none_scores_nothing() {
    let texts = annotated(&root().join("tests/articles")).unwrap_or_else(|error| panic!("{error}"));
    let mut nothing = Scores::default();
    nothing.add(&texts[0], &[]);
    assert_eq!((nothing.right, nothing.drafted, nothing.misses.len()), (0, 0, nothing.expected));
}
