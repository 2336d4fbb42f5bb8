//! What a source crate gives: who the source is, and what its words mean.

use crate::vocabulary::Fragment;

/// A source: its entries in the vocabulary and the wordings that it uses.
pub trait Extractor: Sync {
    /// The name for `--source`.
    fn id(&self) -> &'static str;

    /// The vocabulary that the source brings: itself, its aliases, its readings.
    fn vocabulary(&self) -> Fragment;

    /// The phrases that it uses, each with a real sentence.
    fn wordings(&self) -> &'static [Wording];
}

/// A phrase of a source and the measure it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words, lower case.
    pub phrase: &'static str,
    /// BCP 47 tag of its language.
    pub language: &'static str,
    /// The id of the measure.
    pub measure: &'static str,
    /// The words as the source used them once.
    pub example: &'static str,
    /// The day on which it did, `YYYY-MM-DD`.
    pub date: &'static str,
    /// Who published them.
    pub publisher: &'static str,
}
