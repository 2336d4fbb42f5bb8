//! Why two claims conflict, can both hold, or cannot be compared.

mod dimensions;
mod peaceful;

use crate::compare::compare_on;
use crate::discrepancy::{Cause, Discrepancy, Level};
use crate::words;
use gainsay_claim::{ClaimId, Corpus};

/// How two claims stand to each other in one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same in both.
    Same,
    /// The first lies inside the second.
    FirstInside,
    /// The second lies inside the first.
    SecondInside,
    /// Each has something that the other has not, and something in common.
    Overlap,
    /// Nothing in common.
    Apart,
    /// It depends on what a word means.
    Depends,
}

impl Relation {
    /// The words of it.
    pub const fn words(self) -> &'static str {
        match self {
            Relation::Same => "the same",
            Relation::FirstInside => "the first inside the second",
            Relation::SecondInside => "the second inside the first",
            Relation::Overlap => "overlapping",
            Relation::Apart => "apart",
            Relation::Depends => "depends on the reading",
        }
    }
}

/// One dimension of two claims, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// `source`, `measure`, `subject`, `place`, `period`, `basis`, `said`, `value`.
    pub name: &'static str,
    /// What the first claim has.
    pub first: String,
    /// What the second claim has.
    pub second: String,
    /// How they stand to each other.
    pub relation: Relation,
}

/// What comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They cannot both hold; the id of the rule that says so.
    Conflict(&'static str),
    /// They can both hold.
    CanBothHold,
    /// They speak of different things.
    CannotBeCompared,
}

/// Two claims, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairExplanation {
    /// Each dimension.
    pub dimensions: Vec<Dimension>,
    /// What comes out.
    pub verdict: Verdict,
    /// What it comes from.
    pub cause: Cause,
    /// Why, one step each.
    pub because: Vec<String>,
}

/// Sets two claims side by side.
///
/// The rules are asked about a corpus of just these two; where none speaks up, the dimensions say
/// whether the two can both hold or cannot be compared at all.
pub fn explain_pair(corpus: &Corpus, first: ClaimId, second: ClaimId) -> PairExplanation {
    let dimensions = dimensions::of(corpus, first, second);
    if let Some(explanation) = corrected(corpus, first, second, &dimensions) {
        return explanation;
    }
    match conflict(corpus, first, second) {
        Some(discrepancy) => PairExplanation {
            dimensions,
            verdict: Verdict::Conflict(discrepancy.rule.id),
            cause: discrepancy.cause,
            because: discrepancy.because,
        },
        None => peaceful::explain(corpus, first, second, dimensions),
    }
}

fn corrected(corpus: &Corpus, first: ClaimId, second: ClaimId, dimensions: &[Dimension]) -> Option<PairExplanation> {
    let (old, new) = if corpus.correction(first) == Some(second) {
        (first, second)
    } else if corpus.correction(second) == Some(first) {
        (second, first)
    } else {
        return None;
    };
    Some(PairExplanation {
        dimensions: dimensions.to_vec(),
        verdict: Verdict::CanBothHold,
        cause: Cause::Correction,
        because: vec![
            words::gives(corpus, old),
            words::gives(corpus, new),
            format!(
                "`{}` corrects `{}`, so the earlier one no longer stands",
                corpus.claim(new).id,
                corpus.claim(old).id
            ),
        ],
    })
}

/// What the rules find in a corpus of these two claims alone.
fn conflict(corpus: &Corpus, first: ClaimId, second: ClaimId) -> Option<Discrepancy> {
    let (low, high) = (first.min(second), first.max(second));
    let two = Corpus {
        vocabulary: corpus.vocabulary.clone(),
        documents: corpus.documents.clone(),
        claims: vec![corpus.claim(low).clone(), corpus.claim(high).clone()],
        settings: corpus.settings.clone(),
        ..Corpus::default()
    };
    compare_on(&two, 1).discrepancies.into_iter().find(|discrepancy| discrepancy.level == Level::Conflict)
}
