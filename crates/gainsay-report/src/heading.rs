//! What a discrepancy or a topic is about, in one line.

use crate::label::{self, capital};
use crate::Picture;
use gainsay_align::Topic;
use gainsay_claim::{Corpus, MeasureId, PlaceId, SubjectId};
use gainsay_compare::Discrepancy;
use std::collections::BTreeSet;

/// `Killed · Russian forces · Ukraine`: the measures, subjects and places of the claims that lead it.
pub fn of_discrepancy(picture: &Picture<'_>, discrepancy: &Discrepancy) -> String {
    let corpus = picture.corpus;
    let lead = || discrepancy.lead.iter().map(|claim| corpus.claim(*claim));
    if discrepancy.lead.is_empty() {
        return of_topic(corpus, picture.topic(discrepancy));
    }
    line(corpus, lead().map(|claim| claim.measure), lead().map(|claim| claim.subject), lead().map(|claim| claim.place))
}

/// `Personnel losses · Russian forces · Ukraine`.
pub fn of_topic(corpus: &Corpus, topic: &Topic) -> String {
    line(corpus, [topic.measure].into_iter(), [topic.subject].into_iter(), [topic.place].into_iter())
}

/// Whether the claims that lead a discrepancy are about more than one measure.
pub fn mixes_measures(corpus: &Corpus, discrepancy: &Discrepancy) -> bool {
    let mut measures = discrepancy.lead.iter().map(|claim| corpus.claim(*claim).measure);
    measures.next().is_some_and(|first| measures.any(|other| other != first))
}

fn line(
    corpus: &Corpus,
    measures: impl Iterator<Item = MeasureId>,
    subjects: impl Iterator<Item = SubjectId>,
    places: impl Iterator<Item = PlaceId>,
) -> String {
    let measures = names(measures, |id| Some(label::measure(corpus, id)));
    let subjects = names(subjects, |id| Some(label::subject(corpus, id)));
    let places = names(places, |id| label::place(corpus, id));
    let parts = [measures, subjects, places];
    parts.iter().filter(|part| !part.is_empty()).map(|part| capital(part)).collect::<Vec<_>>().join(" · ")
}

/// Each name once, in the order of the vocabulary, so that one thing has one heading.
fn names<'a, I: Ord + Copy>(ids: impl Iterator<Item = I>, label: impl Fn(I) -> Option<&'a str>) -> String {
    let ids: BTreeSet<I> = ids.collect();
    ids.into_iter().filter_map(label).collect::<Vec<_>>().join(" / ")
}
