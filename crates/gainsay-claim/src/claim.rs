//! Claims and the documents they stand in.

mod words;

pub use words::{Evidence, Words};

use crate::value::Value;
use crate::{MeasureId, Period, PlaceId, SourceId, SubjectId};
use chrono::NaiveDate;

/// The number of a claim in its corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub u32);

impl ClaimId {
    /// Its place among the claims of the corpus.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The number of a document in its corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u32);

impl DocumentId {
    /// Its place among the documents of the corpus.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The record of a file that something was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The number of the file in the corpus.
    pub file: u32,
    /// In a JSON file the place of the claim in its list, from 0; in NDJSON the line, from 1.
    pub record: u32,
}

/// Which cases a figure covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// All of them.
    #[default]
    Total,
    /// Only cases verified one by one, by name or photograph: a floor under every total.
    Documented,
}

impl Basis {
    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Basis::Total => "total",
            Basis::Documented => "documented",
        }
    }
}

/// One statement by one source about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its id, the only one of its kind in the corpus.
    pub id: Box<str>,
    /// Where it was read from.
    pub origin: Origin,
    /// The document it stands in.
    pub document: DocumentId,
    /// Who makes the statement.
    pub source: SourceId,
    /// What is counted, dated or described.
    pub measure: MeasureId,
    /// Whose.
    pub subject: SubjectId,
    /// Where.
    pub place: PlaceId,
    /// The day it was said; the document's day where the claim names none.
    pub said: Option<NaiveDate>,
    /// When; none for what has no time.
    pub period: Option<Period>,
    /// Which cases it covers.
    pub basis: Basis,
    /// Whether the source hedges.
    pub hedged: bool,
    /// Whether it came through at least one other outlet.
    pub retold: bool,
    /// What it says.
    pub value: Value,
    /// Speaker, outlets, hedge, sentence, evidence and notes.
    pub words: Words,
}

impl Claim {
    /// The days it speaks of: its period, else the day it was said.
    pub fn time(&self) -> Option<Period> {
        self.period.or_else(|| self.said.map(Period::day))
    }

    /// The last day it speaks of, else the day it was said.
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.period.map(Period::to).or(self.said)
    }
}

/// One published text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its id, the only one of its kind in the corpus.
    pub id: Box<str>,
    /// Where it was read from.
    pub origin: Origin,
    /// Who published it.
    pub publisher: Option<Box<str>>,
    /// Its title.
    pub title: Option<Box<str>>,
    /// The day of publication, in the publisher's time zone.
    pub published: Option<NaiveDate>,
    /// The language, as a BCP 47 tag.
    pub language: Option<Box<str>>,
    /// Its address.
    pub url: Option<Box<str>>,
    /// The file that holds its text, from the root of its corpus.
    pub text: Option<Box<str>>,
    /// The SHA-256 of that file, in lower-case hexadecimal digits.
    pub sha256: Option<Box<str>>,
}
