//! Draft claims: what an extractor or an importer makes of a text or a table, ready to be written.

use serde::Serialize;

/// A claim as it goes into a file. Fields that say nothing are left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Draft {
    /// Its id: the document's, a slash and a name.
    pub id: String,
    /// The document, in NDJSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Who makes the statement, by id.
    pub source: String,
    /// The person or office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// The outlets, nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// The day it was said, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// What is counted, by id.
    pub measure: String,
    /// Whose, by id.
    pub subject: String,
    /// Where, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The days it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<DraftPeriod>,
    /// `documented`, where it is not all cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// What it says, in the files' form.
    pub value: serde_json::Value,
    /// The hedging word as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hedge: Option<String>,
    /// The statement in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// The words that carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<DraftEvidence>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The first and the last day, `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DraftPeriod {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// A quote with its place in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DraftEvidence {
    /// The words.
    pub exact: String,
    /// Where they start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Where they end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}
