//! Claims and documents as they stand in files.

use super::{Text, ValueRecord, VocabularyRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// One JSON file: a document with its claims.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "gainsay claims", description = "One document with the claims that it makes or carries.")]
pub struct FileRecord<'a> {
    /// Always `gainsay.claims/v1`.
    #[serde(borrow)]
    #[schemars(extend("const" = "gainsay.claims/v1"))]
    pub format: Text<'a>,
    /// The published text.
    #[serde(borrow)]
    pub document: DocumentRecord<'a>,
    /// What it says.
    #[serde(borrow, default)]
    pub claims: Vec<ClaimRecord<'a>>,
}

/// A line of an NDJSON file that is not a claim.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeadRecord<'a> {
    /// A document, to which the claims that name it belong.
    #[serde(borrow, default)]
    pub document: Option<DocumentRecord<'a>>,
    /// More vocabulary.
    #[serde(default)]
    pub vocabulary: Option<VocabularyRecord>,
}

/// A published text.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentRecord<'a> {
    /// Lower-case letters, digits, `-`, `/` and `.`.
    #[serde(borrow)]
    #[schemars(regex(pattern = "^[a-z0-9/.-]+$"))]
    pub id: Text<'a>,
    /// Who published it; need not be in the vocabulary.
    #[serde(borrow, default)]
    pub publisher: Option<Text<'a>>,
    /// Its title.
    #[serde(borrow, default)]
    pub title: Option<Text<'a>>,
    /// The day of publication, `YYYY-MM-DD`.
    #[serde(borrow, default)]
    #[schemars(extend("format" = "date"))]
    pub published: Option<Text<'a>>,
    /// The language, as a BCP 47 tag.
    #[serde(borrow, default)]
    pub language: Option<Text<'a>>,
    /// Its address.
    #[serde(borrow, default)]
    pub url: Option<Text<'a>>,
    /// The file that holds its text, from the root of the corpus.
    #[serde(borrow, default)]
    pub text: Option<Text<'a>>,
    /// The SHA-256 of that file, in hexadecimal digits.
    #[serde(borrow, default)]
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Option<Text<'a>>,
}

/// One statement by one source about one thing.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimRecord<'a> {
    /// Lower-case letters, digits, `-`, `/` and `.`; the only one of its kind in the corpus.
    #[serde(borrow)]
    #[schemars(regex(pattern = "^[a-z0-9/.-]+$"))]
    pub id: Text<'a>,
    /// The document it stands in; only in NDJSON, where the claims do not lie inside one.
    #[serde(borrow, default)]
    pub document: Option<Text<'a>>,
    /// Who makes the statement.
    #[serde(borrow)]
    pub source: Text<'a>,
    /// The person or office, where the text names one.
    #[serde(borrow, default)]
    pub speaker: Option<Text<'a>>,
    /// The outlets through which we have it, nearest to us first.
    #[serde(borrow, default)]
    pub via: Option<Vec<Text<'a>>>,
    /// The day it was said, `YYYY-MM-DD`; the document's day where it is left out.
    #[serde(borrow, default)]
    #[schemars(extend("format" = "date"))]
    pub said: Option<Text<'a>>,
    /// What is counted, dated or described.
    #[serde(borrow)]
    pub measure: Text<'a>,
    /// Whose.
    #[serde(borrow)]
    pub subject: Text<'a>,
    /// Where; everywhere if left out.
    #[serde(borrow, default)]
    pub place: Option<Text<'a>>,
    /// When: the days that the figure covers.
    #[serde(borrow, default)]
    pub period: Option<PeriodRecord<'a>>,
    /// `total` (all cases) or `documented` (only cases verified one by one).
    #[serde(borrow, default)]
    #[schemars(extend("enum" = ["total", "documented", null]))]
    pub basis: Option<Text<'a>>,
    /// What it says.
    #[serde(borrow)]
    pub value: ValueRecord<'a>,
    /// The hedging word as written: "reportedly", "may have".
    #[serde(borrow, default)]
    pub hedge: Option<Text<'a>>,
    /// The statement in one sentence.
    #[serde(borrow, default)]
    pub statement: Option<Text<'a>>,
    /// The words of the document that carry it.
    #[serde(borrow, default)]
    pub evidence: Option<EvidenceRecord<'a>>,
    /// The id of the claim that this one replaces.
    #[serde(borrow, default)]
    pub corrects: Option<Text<'a>>,
    /// A remark by the desk.
    #[serde(borrow, default)]
    pub note: Option<Text<'a>>,
}

/// A closed span of days.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodRecord<'a> {
    /// The first day, `YYYY-MM-DD`.
    #[serde(borrow)]
    #[schemars(extend("format" = "date"))]
    pub from: Text<'a>,
    /// The last day, `YYYY-MM-DD`.
    #[serde(borrow)]
    #[schemars(extend("format" = "date"))]
    pub to: Text<'a>,
}

/// A quote, with the names that the W3C Web Annotation model gives its parts.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord<'a> {
    /// The words.
    #[serde(borrow)]
    pub exact: Text<'a>,
    /// What stands before them.
    #[serde(borrow, default)]
    pub prefix: Option<Text<'a>>,
    /// What stands behind them.
    #[serde(borrow, default)]
    pub suffix: Option<Text<'a>>,
    /// Where they start in the document's text, in Unicode code points from 0.
    #[serde(default)]
    pub start: Option<u32>,
    /// Where they end: the position behind the last code point.
    #[serde(default)]
    pub end: Option<u32>,
}
