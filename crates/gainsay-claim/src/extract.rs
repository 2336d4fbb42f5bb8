//! What a source crate gives: who the source is, what its words mean, and a reader of its texts.

mod naming;

use crate::vocabulary::{Fragment, Vocabulary};
use crate::{Draft, DraftEvidence};
use chrono::NaiveDate;
use std::ops::Range;

/// A source: its entries in the vocabulary, the wordings that it uses, and the reader of its texts.
pub trait Extractor: Sync {
    /// The name for `--source`.
    fn id(&self) -> &'static str;

    /// The vocabulary that the source brings: itself, its aliases, its readings.
    fn vocabulary(&self) -> Fragment;

    /// The phrases that it uses, each with a real sentence.
    fn wordings(&self) -> &'static [Wording];

    /// Reads what of a text is in this source's own form. It never fails: what it cannot read is unclear, and what is
    /// not in its form it leaves to others.
    fn extract<'a>(&self, raw: &RawDocument<'a>) -> Extract<'a>;
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

/// A text that is to be read, with what is known of it beforehand.
#[derive(Clone, Copy)]
pub struct RawDocument<'a> {
    /// The words, without markup.
    pub text: &'a str,
    /// BCP 47 tag of its language, where it is given; else the words tell.
    pub language: Option<&'a str>,
    /// The day of its publication, where it is given.
    pub published: Option<NaiveDate>,
    /// The day in the name of its file: it counts where the text names no day, and gives the year where the text gives
    /// none.
    pub dated: Option<NaiveDate>,
    /// Who published it, where it is given. Statements of others come `via` this one.
    pub publisher: Option<&'a str>,
    /// Whether it is known to be the source's own text, so that a list of one line is enough.
    pub attested: bool,
    /// The names that claims may use.
    pub vocabulary: &'a Vocabulary,
}

/// What a reader made of a text. Places are in Unicode code points of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extract<'a> {
    /// The day on which the text says that it was published or is as of.
    pub published: Option<NaiveDate>,
    /// Who published it, where the text tells.
    pub publisher: Option<&'a str>,
    /// BCP 47 tag of the language, where there was something to read.
    pub language: Option<&'static str>,
    /// The stretches that are in the source's own form, in order: no other reader needs to look there.
    pub covered: Vec<Range<usize>>,
    /// The claims, in the order of the text.
    pub claims: Vec<Draft<'a>>,
    /// What looked like a claim and is not plain, in the order of the text.
    pub unclear: Vec<Unclear>,
}

/// A stretch of text that may hold a claim and does not say plainly which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Where it stands, in Unicode code points.
    pub place: Range<usize>,
    /// What is not plain, a lower-case fragment: `whose losses "1,350 people" are is not said`.
    pub message: String,
    /// What to do about it, a lower-case fragment.
    pub help: String,
    /// What it may mean: ids of sources, subjects or measures, the likeliest first.
    pub candidates: Vec<String>,
}

impl Draft<'_> {
    /// Where the words of the claim stand.
    pub fn place(&self) -> Range<usize> {
        self.evidence.as_ref().map_or(0..0, |DraftEvidence { start, end, .. }| *start..*end)
    }
}
