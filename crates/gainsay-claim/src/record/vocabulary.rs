//! Vocabulary entries as they stand in files.

use crate::vocabulary::{Citation, Kind};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `vocabulary.json`: words that the corpus adds to the built-in ones.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "gainsay vocabulary")]
pub struct VocabularyRecord {
    /// Always `gainsay.vocabulary/v1`; may be left out inside an NDJSON line.
    #[serde(default)]
    #[schemars(extend("const" = "gainsay.vocabulary/v1"))]
    pub format: Option<String>,
    /// What can be counted, dated or described.
    #[serde(default)]
    pub measures: Vec<MeasureRecord>,
    /// Who makes statements.
    #[serde(default)]
    pub sources: Vec<SourceRecord>,
    /// Whose.
    #[serde(default)]
    pub subjects: Vec<EntryRecord>,
    /// Where.
    #[serde(default)]
    pub places: Vec<EntryRecord>,
    /// Values of measures of kind `state`.
    #[serde(default)]
    pub states: Vec<StateRecord>,
    /// Sources' own statements of what their wordings mean.
    #[serde(default)]
    pub narrowings: Vec<NarrowingRecord>,
}

/// One id or a list of ids.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> OneOrMany {
        OneOrMany::Many(Vec::new())
    }
}

impl OneOrMany {
    /// The ids.
    pub fn as_slice(&self) -> &[String] {
        match self {
            OneOrMany::One(id) => std::slice::from_ref(id),
            OneOrMany::Many(ids) => ids,
        }
    }
}

/// A subject or a place.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryRecord {
    /// Lower-case letters, digits, `-`, `/` and `.`.
    #[schemars(regex(pattern = "^[a-z0-9/.-]+$"))]
    pub id: String,
    /// Its name in English.
    #[serde(default)]
    pub label: Option<String>,
    /// Its name by language.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// What it is part of.
    #[serde(default)]
    pub part_of: OneOrMany,
    /// Other words for it, by language.
    #[serde(default)]
    pub aliases: BTreeMap<String, Vec<String>>,
}

macro_rules! with_entry {
    ($name:ident) => {
        impl $name {
            /// What it has in common with every other entry.
            pub fn entry(&self) -> EntryRecord {
                EntryRecord {
                    id: self.id.clone(),
                    label: self.label.clone(),
                    labels: self.labels.clone(),
                    part_of: self.part_of.clone(),
                    aliases: self.aliases.clone(),
                }
            }
        }
    };
}

/// A measure.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureRecord {
    /// Lower-case letters, digits, `-`, `/` and `.`.
    #[schemars(regex(pattern = "^[a-z0-9/.-]+$"))]
    pub id: String,
    /// Its name in English.
    #[serde(default)]
    pub label: Option<String>,
    /// Its name by language.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// Other words for it, by language.
    #[serde(default)]
    pub aliases: BTreeMap<String, Vec<String>>,
    /// What kind of thing it is about; `count` if left out.
    #[serde(default)]
    pub kind: Kind,
    /// What one of it is, in the plural.
    #[serde(default)]
    pub unit: Option<String>,
    /// The measures of which every case of this is a case.
    #[serde(default)]
    pub part_of: OneOrMany,
    /// The measures of which this is the sum, without overlap.
    #[serde(default)]
    pub sum_of: Vec<String>,
    /// The definitions that the wording may mean.
    #[serde(default)]
    pub readings: Vec<String>,
    /// For kind `state`: any two different values exclude each other.
    #[serde(default)]
    pub exclusive: bool,
}

/// A source.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceRecord {
    /// Lower-case letters, digits, `-`, `/` and `.`.
    #[schemars(regex(pattern = "^[a-z0-9/.-]+$"))]
    pub id: String,
    /// Its name in English.
    #[serde(default)]
    pub label: Option<String>,
    /// Its name by language.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// The side it belongs to.
    #[serde(default)]
    pub part_of: OneOrMany,
    /// Other words for it, by language.
    #[serde(default)]
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The sources that are expected to reply to it.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// A state.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StateRecord {
    /// Lower-case letters, digits, `-`, `/` and `.`.
    #[schemars(regex(pattern = "^[a-z0-9/.-]+$"))]
    pub id: String,
    /// Its name in English.
    #[serde(default)]
    pub label: Option<String>,
    /// Its name by language.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// What it is part of.
    #[serde(default)]
    pub part_of: OneOrMany,
    /// Other words for it, by language.
    #[serde(default)]
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The states that cannot hold with it; it works both ways.
    #[serde(default)]
    pub excludes: Vec<String>,
}

with_entry!(MeasureRecord);
with_entry!(SourceRecord);
with_entry!(StateRecord);

/// A source's own statement of what its wording means.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NarrowingRecord {
    /// Whose wording.
    pub source: String,
    /// Which wording.
    pub measure: String,
    /// The first day on which a claim said is read so, `YYYY-MM-DD`.
    #[schemars(extend("format" = "date"))]
    pub from: String,
    /// The definitions that are left.
    pub readings: Vec<String>,
    /// Where the source said so.
    #[serde(default)]
    pub citation: Option<Citation>,
}
