//! Finding an entry by the id that a file gives.

use super::{Entry, MeasureId, PlaceId, SourceId, StateId, SubjectId, Vocabulary};
use std::collections::HashMap;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a name in a file is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Noun {
    Measure,
    Source,
    Subject,
    Place,
    State,
}

impl Noun {
    /// Every noun.
    pub const ALL: [Noun; 5] = [Noun::Measure, Noun::Source, Noun::Subject, Noun::Place, Noun::State];

    /// The list in `vocabulary.json` that holds it.
    pub const fn list(self) -> &'static str {
        match self {
            Noun::Measure => "measures",
            Noun::Source => "sources",
            Noun::Subject => "subjects",
            Noun::Place => "places",
            Noun::State => "states",
        }
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Noun::Measure => "measure",
            Noun::Source => "source",
            Noun::Subject => "subject",
            Noun::Place => "place",
            Noun::State => "state",
        })
    }
}

/// The numbers of all entries, by noun and id. A map for each noun, so that a look-up needs no key of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Index([HashMap<Box<str>, u32>; Noun::ALL.len()]);

impl Index {
    pub fn get(&self, noun: Noun, id: &str) -> Option<u32> {
        self.0[noun as usize].get(id).copied()
    }

    pub fn insert(&mut self, noun: Noun, id: &str, number: u32) {
        self.0[noun as usize].insert(id.into(), number);
    }

    /// Every id of a noun, in rising order.
    pub fn ids(&self, noun: Noun) -> Vec<&str> {
        let mut ids: Vec<&str> = self.0[noun as usize].keys().map(|id| &**id).collect();
        ids.sort_unstable();
        ids
    }
}

impl Vocabulary {
    /// A number that all vocabularies with the same entries share, and hardly any others: what a reader makes of a
    /// vocabulary can be kept by it.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    pub(super) fn taken_of_content(&self) -> u64 {
        // The hasher has no random keys: the same entries have the same number in every run.
        let mut hasher = DefaultHasher::new();
        (&self.measures, &self.sources, &self.subjects, &self.places, &self.states).hash(&mut hasher);
        hasher.finish()
    }

    /// The number of an entry, by its id.
    pub fn number(&self, noun: Noun, id: &str) -> Option<u32> {
        self.index.get(noun, id)
    }

    /// The entry of a noun by its number, as `number` gives it.
    pub fn entry(&self, noun: Noun, number: u32) -> &Entry {
        match noun {
            Noun::Measure => &self.measure(MeasureId(number)).entry,
            Noun::Source => &self.source(SourceId(number)).entry,
            Noun::Subject => &self.subject(SubjectId(number)).entry,
            Noun::Place => &self.place(PlaceId(number)).entry,
            Noun::State => &self.state(StateId(number)).entry,
        }
    }

    /// A measure by its id.
    pub fn find_measure(&self, id: &str) -> Option<MeasureId> {
        self.number(Noun::Measure, id).map(MeasureId)
    }

    /// A source by its id.
    pub fn find_source(&self, id: &str) -> Option<SourceId> {
        self.number(Noun::Source, id).map(SourceId)
    }

    /// A subject by its id.
    pub fn find_subject(&self, id: &str) -> Option<SubjectId> {
        self.number(Noun::Subject, id).map(SubjectId)
    }

    /// A place by its id.
    pub fn find_place(&self, id: &str) -> Option<PlaceId> {
        self.number(Noun::Place, id).map(PlaceId)
    }

    /// A state by its id.
    pub fn find_state(&self, id: &str) -> Option<StateId> {
        self.number(Noun::State, id).map(StateId)
    }

    /// Every id of a noun, in rising order.
    pub fn ids(&self, noun: Noun) -> Vec<&str> {
        self.index.ids(noun)
    }

    /// What to write instead of an id that is not there: the nearest one, else where to add it.
    pub fn way_out(&self, noun: Noun, unknown: &str) -> String {
        match nearest(unknown, self.ids(noun)) {
            Some(near) => format!("did you mean `{near}`? Otherwise add it to `{}` in vocabulary.json", noun.list()),
            None => format!(
                "add it to `{}` in vocabulary.json, or see `gainsay schema --vocabulary` for what is built in",
                noun.list()
            ),
        }
    }
}

/// The candidate that is most like a misspelt word, where one is like it at all. Of equals the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 200 {
        return None;
    }
    let lower = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::jaro_winkler(&lower, candidate);
        if likeness > 0.8 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
