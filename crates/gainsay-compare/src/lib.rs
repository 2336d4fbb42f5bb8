//! How do the claims disagree?
#![doc = include_str!("../README.md")]

pub mod discrepancy;
pub mod explain;
pub mod rule;

pub use discrepancy::{Analysis, Cause, Certainty, Discrepancy, Episode, Gap, Level, Reading, Side};
pub use explain::{Dimension, PairExplanation, Relation, Verdict, explain_pair};
pub use rule::{RULES, Rule, find_rule};

use gainsay_claim::Corpus;

/// Compares every claim of a corpus with every other that it can be compared with.
pub fn compare(corpus: &Corpus) -> Analysis {
    Analysis { topics: gainsay_align::topics(corpus), discrepancies: Vec::new() }
}
