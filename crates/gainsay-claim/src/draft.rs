//! Draft claims: what an extractor makes of a text, ready to be written.

mod document;
mod value;

pub use document::DraftDocument;
pub use value::DraftValue;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;

/// A claim as it goes into a file. Fields that say nothing are left out.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Draft<'a> {
    /// Its id. An extractor gives the part behind the document's, `tanks-lost`; [`crate::extract::Extract::name`] makes
    /// the rest.
    pub id: Cow<'a, str>,
    /// The document, in NDJSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Cow<'a, str>>,
    /// Who makes the statement, by id.
    pub source: Cow<'a, str>,
    /// The person or office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Cow<'a, str>>,
    /// The outlets, nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<Cow<'a, str>>,
    /// The day it was said, where it is not the document's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<NaiveDate>,
    /// What is counted, by id.
    pub measure: Cow<'a, str>,
    /// Whose, by id.
    pub subject: Cow<'a, str>,
    /// Where, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Cow<'a, str>>,
    /// The days it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<DraftPeriod>,
    /// `documented`, where it is not all cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Cow<'a, str>>,
    /// What it says.
    pub value: DraftValue<'a>,
    /// The hedging word as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hedge: Option<Cow<'a, str>>,
    /// The statement in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Cow<'a, str>>,
    /// The words that carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<DraftEvidence<'a>>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'a, str>>,
}

impl<'a> Draft<'a> {
    /// A claim with the fields that every claim has.
    pub fn new(
        source: impl Into<Cow<'a, str>>,
        measure: impl Into<Cow<'a, str>>,
        subject: impl Into<Cow<'a, str>>,
        value: DraftValue<'a>,
    ) -> Draft<'a> {
        Draft {
            id: Cow::Borrowed(""),
            document: None,
            source: source.into(),
            speaker: None,
            via: Vec::new(),
            said: None,
            measure: measure.into(),
            subject: subject.into(),
            place: None,
            period: None,
            basis: None,
            value,
            hedge: None,
            statement: None,
            evidence: None,
            note: None,
        }
    }
}

/// The first and the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DraftPeriod {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// A quote with its place, in Unicode code points. One that ends at zero has no place, and none is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftEvidence<'a> {
    /// The words.
    pub exact: Cow<'a, str>,
    /// Where they start.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

impl Serialize for DraftEvidence<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("exact", &self.exact)?;
        if self.end > 0 {
            map.serialize_entry("start", &self.start)?;
            map.serialize_entry("end", &self.end)?;
        }
        map.end()
    }
}
