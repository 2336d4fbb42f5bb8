//! The entries of a vocabulary and their numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! number {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// Its place in the vocabulary.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

number!(
    /// The number of a measure.
    MeasureId,
    /// The number of a source.
    SourceId,
    /// The number of a subject.
    SubjectId,
    /// The number of a place.
    PlaceId,
    /// The number of a state.
    StateId
);

/// What every entry has: a name, words for it, and what it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The id in files.
    pub id: Box<str>,
    /// The name in English, as a reader would print it.
    pub label: Box<str>,
    /// The name in other languages, by BCP 47 tag.
    pub labels: BTreeMap<String, String>,
    /// Other words for it, by BCP 47 tag.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// What it is directly a part of.
    pub parents: Vec<u32>,
    /// Itself and everything it is a part of, in rising order.
    pub ancestors: Vec<u32>,
    /// The outermost thing that it is a part of, itself where it is a part of nothing.
    pub root: u32,
}

impl Entry {
    pub(crate) fn lies_in(&self, whole: u32) -> bool {
        self.ancestors.binary_search(&whole).is_ok()
    }
}

/// What kind of thing a measure is about.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Things that are added and never taken away.
    #[default]
    Count,
    /// Things that come and go: prisoners held, tanks in service. Compared only at one time.
    Stock,
    /// The day of an event.
    Date,
    /// A state out of a list.
    State,
    /// Whether something took place.
    Event,
    /// A free statement.
    Text,
}

impl Kind {
    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Stock => "stock",
            Kind::Date => "date",
            Kind::State => "state",
            Kind::Event => "event",
            Kind::Text => "text",
        }
    }
}

/// What is counted, dated or described.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Measure {
    /// Its names and what it is part of.
    pub entry: Entry,
    /// What kind of thing it is about.
    pub kind: Kind,
    /// What one of it is, in the plural: `people`, `tanks`, `percent`.
    pub unit: Option<Box<str>>,
    /// The measures of which it is the sum, without overlap.
    pub sum_of: Vec<MeasureId>,
    /// The definitions that the wording may mean: its readings, or the measure itself.
    pub senses: Vec<MeasureId>,
    /// Whether any two different states exclude each other.
    pub exclusive: bool,
    /// The measure that names its family.
    pub family: u32,
}

/// Who makes statements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Source {
    /// Its names and the side it belongs to.
    pub entry: Entry,
    /// The sources that are expected to reply to it.
    pub answers: Vec<SourceId>,
}

/// Whose tanks, whose dead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Its names and what it is part of.
    pub entry: Entry,
}

/// Where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its names and where it lies.
    pub entry: Entry,
}

/// A value of a measure of kind `state`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// Its names.
    pub entry: Entry,
    /// The states that cannot hold with it, both ways.
    pub excludes: Vec<StateId>,
}

/// A source's own statement of what its wording means, in force from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    /// Whose wording.
    pub source: SourceId,
    /// Which wording.
    pub measure: MeasureId,
    /// The first day on which a claim said is read so.
    pub from: NaiveDate,
    /// The definitions that are left.
    pub readings: Vec<MeasureId>,
    /// Where the source said so.
    pub citation: Citation,
}

/// Where a statement stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Who spoke.
    pub speaker: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// The words, a dozen at most.
    pub exact: Option<String>,
    /// The address.
    pub url: Option<String>,
}
