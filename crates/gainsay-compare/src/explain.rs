//! Why two claims conflict, can both hold, or cannot be compared.

use crate::discrepancy::Cause;
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
pub fn explain_pair(_corpus: &Corpus, _first: ClaimId, _second: ClaimId) -> PairExplanation {
    PairExplanation { dimensions: Vec::new(), verdict: Verdict::CannotBeCompared, cause: Cause::Subject, because: Vec::new() }
}
