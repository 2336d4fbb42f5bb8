//! The meaning of words: which measures, sources, subjects, places and states there are, and which
//! of them contains which.

mod build;
mod entry;
mod lookup;

pub use build::{Fault, Fragment};
pub use entry::{
    Citation, Entry, Kind, Measure, MeasureId, Narrowing, Place, PlaceId, Source, SourceId, State, StateId, Subject,
    SubjectId,
};
pub use lookup::{Noun, nearest};

use chrono::NaiveDate;
use lookup::Index;

/// The built-in vocabulary, before any source crate adds its own.
pub const BUILT_IN: &str = include_str!("builtin.json");

/// Every word that a corpus may use, with what it contains.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    measures: Vec<Measure>,
    sources: Vec<Source>,
    subjects: Vec<Subject>,
    places: Vec<Place>,
    states: Vec<State>,
    narrowings: Vec<Narrowing>,
    index: Index,
    /// Taken of the entries once, when they are all there.
    fingerprint: u64,
}

impl Vocabulary {
    /// A measure by its number.
    pub fn measure(&self, id: MeasureId) -> &Measure {
        &self.measures[id.index()]
    }

    /// A source by its number.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// A subject by its number.
    pub fn subject(&self, id: SubjectId) -> &Subject {
        &self.subjects[id.index()]
    }

    /// A place by its number.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.index()]
    }

    /// A state by its number.
    pub fn state(&self, id: StateId) -> &State {
        &self.states[id.index()]
    }

    /// Every measure, in the order of the vocabulary.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// Every source, in the order of the vocabulary.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Every subject, in the order of the vocabulary.
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// Every place, in the order of the vocabulary.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Whether every case of `part` is a case of `whole`.
    pub fn measure_contains(&self, whole: MeasureId, part: MeasureId) -> bool {
        self.measure(part).entry.lies_in(whole.0)
    }

    /// Whether `part` is `whole` or belongs to it.
    pub fn source_contains(&self, whole: SourceId, part: SourceId) -> bool {
        self.source(part).entry.lies_in(whole.0)
    }

    /// Whether `part` is `whole` or belongs to it.
    pub fn subject_contains(&self, whole: SubjectId, part: SubjectId) -> bool {
        self.subject(part).entry.lies_in(whole.0)
    }

    /// Whether `part` is `whole` or lies in it.
    pub fn place_contains(&self, whole: PlaceId, part: PlaceId) -> bool {
        self.place(part).entry.lies_in(whole.0)
    }

    /// The definitions that a source's wording may mean on a day: the measure itself where it is
    /// plain, else its readings, narrowed by what the source has stated up to then.
    pub fn senses(&self, measure: MeasureId, source: SourceId, said: Option<NaiveDate>) -> &[MeasureId] {
        let narrowed = self.narrowings.iter().rev().find(|narrowing| {
            narrowing.measure == measure
                && narrowing.source == source
                && said.is_some_and(|said| narrowing.from <= said)
        });
        match narrowed {
            Some(narrowing) => &narrowing.readings,
            None => &self.measure(measure).senses,
        }
    }

    /// The statement by which a source narrowed a wording, in force on a day.
    pub fn narrowing(&self, measure: MeasureId, source: SourceId, said: Option<NaiveDate>) -> Option<&Narrowing> {
        self.narrowings.iter().rev().find(|narrowing| {
            narrowing.measure == measure
                && narrowing.source == source
                && said.is_some_and(|said| narrowing.from <= said)
        })
    }

    /// Every such statement, in the order of its day.
    pub fn narrowings(&self) -> &[Narrowing] {
        &self.narrowings
    }

    /// Whether two states cannot both hold: declared so, or different values of an exclusive measure.
    pub fn states_exclude(&self, measure: MeasureId, a: StateId, b: StateId) -> bool {
        a != b && (self.measure(measure).exclusive || self.state(a).excludes.contains(&b))
    }

    /// The sources that are expected to reply to this one: its own, or those of what it belongs to.
    pub fn expected_answers(&self, source: SourceId) -> impl Iterator<Item = (SourceId, SourceId)> + '_ {
        self.source(source).entry.ancestors.iter().flat_map(|&whole| {
            let side = SourceId(whole);
            self.source(side).answers.iter().map(move |&reply| (side, reply))
        })
    }
}
