//! What a discrepancy or a topic is about, in one line.

use crate::Picture;
use crate::label::{self, capital};
use crate::layout::{fit, width};
use gainsay_align::Topic;
use gainsay_claim::{Corpus, MeasureId, PlaceId, SubjectId};
use gainsay_compare::Discrepancy;
use std::collections::BTreeMap;

/// What is counted, dated or described; whose; where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The measure.
    pub measure: MeasureId,
    subject: SubjectId,
    place: PlaceId,
}

impl Heading {
    /// The heading of a topic.
    pub fn of_topic(topic: &Topic) -> Heading {
        Heading { measure: topic.measure, subject: topic.subject, place: topic.place }
    }

    /// The heading of discrepancies on one topic: of the claims that lead them the widest measure,
    /// subject and place, where one of these contains all the others; else the topic's.
    pub fn of(picture: &Picture<'_>, topic: &Topic, discrepancies: &[&Discrepancy]) -> Heading {
        let corpus = picture.corpus;
        let vocabulary = &corpus.vocabulary;
        let lead = || discrepancies.iter().flat_map(|discrepancy| &discrepancy.lead).map(|id| corpus.claim(*id));
        let measures = lead().map(|claim| (&*vocabulary.measure(claim.measure).entry.id, claim.measure));
        let subjects = lead().map(|claim| (&*vocabulary.subject(claim.subject).entry.id, claim.subject));
        let places = lead().map(|claim| (&*vocabulary.place(claim.place).entry.id, claim.place));
        Heading {
            measure: widest(measures, |whole, part| covers(corpus, whole, part)).unwrap_or(topic.measure),
            subject: widest(subjects, |whole, part| vocabulary.subject_contains(whole, part)).unwrap_or(topic.subject),
            place: widest(places, |whole, part| vocabulary.place_contains(whole, part)).unwrap_or(topic.place),
        }
    }

    /// `Killed · Russian forces · Ukraine`.
    pub fn text(&self, corpus: &Corpus) -> String {
        format!("{}{}", capital(label::measure(corpus, self.measure)), self.whose_and_where(corpus))
    }

    /// The same in a number of columns. Where there are too few, the name of the measure is cut before
    /// those of the subject and the place, which tell topics apart.
    pub fn short(&self, corpus: &Corpus, columns: usize) -> String {
        let rest = self.whose_and_where(corpus);
        let measure = capital(label::measure(corpus, self.measure));
        match columns.checked_sub(width(&rest)) {
            Some(room) if room >= width(&measure).min(LEAST) => format!("{}{rest}", fit(&measure, room)),
            _ => fit(&format!("{measure}{rest}"), columns),
        }
    }

    fn whose_and_where(&self, corpus: &Corpus) -> String {
        let subject = Some(label::subject(corpus, self.subject));
        subject
            .into_iter()
            .chain(label::place(corpus, self.place))
            .map(|part| format!(" · {}", capital(part)))
            .collect()
    }
}

/// The fewest columns in which a part of a measure's name says something.
const LEAST: usize = 8;

/// `Killed · Russian forces · Ukraine`, for one discrepancy.
pub fn of_discrepancy(picture: &Picture<'_>, discrepancy: &Discrepancy) -> String {
    Heading::of(picture, picture.topic(discrepancy), &[discrepancy]).text(picture.corpus)
}

/// `Personnel losses · Russian forces · Ukraine`.
pub fn of_topic(corpus: &Corpus, topic: &Topic) -> String {
    Heading::of_topic(topic).text(corpus)
}

/// The one that contains all the others; of several the one that is named most often, of these the
/// first by its id.
fn widest<'a, I: Copy>(ids: impl Iterator<Item = (&'a str, I)>, contains: impl Fn(I, I) -> bool) -> Option<I> {
    let mut times: BTreeMap<&str, (usize, I)> = BTreeMap::new();
    for (name, id) in ids {
        times.entry(name).or_insert((0, id)).0 += 1;
    }
    let all = |whole: I| times.values().all(|(_, part)| contains(whole, *part));
    times.values().rev().filter(|(_, id)| all(*id)).max_by_key(|(times, _)| *times).map(|(_, id)| *id)
}

/// Whether a measure contains another, or may by one of its readings.
fn covers(corpus: &Corpus, whole: MeasureId, part: MeasureId) -> bool {
    let vocabulary = &corpus.vocabulary;
    vocabulary.measure_contains(whole, part)
        || vocabulary.measure(whole).senses.iter().any(|sense| vocabulary.measure_contains(*sense, part))
}
