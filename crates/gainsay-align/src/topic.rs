//! Topics: what claims speak about.

use chrono::NaiveDate;
use gainsay_claim::{Claim, ClaimId, Corpus, MeasureId, Period, PlaceId, SourceId, SubjectId, Value, Vocabulary};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// The number of a topic among those of a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(pub u32);

impl TopicId {
    /// Its place among the topics.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The claims on one family of measures for one root subject and place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// `family/subject/place`.
    pub id: String,
    /// The measure that names the family.
    pub measure: MeasureId,
    /// The outermost subject.
    pub subject: SubjectId,
    /// The place.
    pub place: PlaceId,
    /// How many claims it has, corrected ones included.
    pub claims: u32,
    /// Each source that has spoken on it, with its newest claim and the day that claim speaks of.
    pub newest: BTreeMap<SourceId, (ClaimId, Option<NaiveDate>)>,
    /// The same among the claims that give a figure.
    pub figures: BTreeMap<SourceId, ClaimId>,
}

/// What makes a topic: the family, the root subject and the place of a claim.
pub type TopicKey = (MeasureId, SubjectId, PlaceId);

/// The topic that a claim belongs to.
pub fn key(claim: &Claim, vocabulary: &Vocabulary) -> TopicKey {
    let family = MeasureId(vocabulary.measure(claim.measure).family);
    let subject = SubjectId(vocabulary.subject(claim.subject).entry.root);
    (family, subject, claim.place)
}

/// The topics of a corpus, in the order of their ids.
pub fn topics(corpus: &Corpus) -> Vec<Topic> {
    let vocabulary = &corpus.vocabulary;
    let mut topics: Vec<Topic> = Vec::new();
    let mut numbers: HashMap<TopicKey, usize> = HashMap::new();
    // Claims of one series follow each other, so the last topic is nearly always the next one too.
    let mut last: Option<(MeasureId, SubjectId, PlaceId, usize)> = None;
    for (index, claim) in corpus.claims.iter().enumerate() {
        let place = match last {
            Some((measure, subject, place, number))
                if (measure, subject, place) == (claim.measure, claim.subject, claim.place) =>
            {
                number
            }
            _ => *numbers.entry(key(claim, vocabulary)).or_insert_with(|| {
                topics.push(empty(key(claim, vocabulary), vocabulary));
                topics.len() - 1
            }),
        };
        last = Some((claim.measure, claim.subject, claim.place, place));
        topics[place].add(corpus, ClaimId(index as u32));
    }
    topics.sort_by(|a, b| a.id.cmp(&b.id));
    topics
}

fn empty((measure, subject, place): TopicKey, vocabulary: &Vocabulary) -> Topic {
    let id = format!(
        "{}/{}/{}",
        vocabulary.measure(measure).entry.id,
        vocabulary.subject(subject).entry.id,
        vocabulary.place(place).entry.id
    );
    Topic { id, measure, subject, place, claims: 0, newest: BTreeMap::new(), figures: BTreeMap::new() }
}

impl Topic {
    fn add(&mut self, corpus: &Corpus, number: ClaimId) {
        let claim = corpus.claim(number);
        self.claims += 1;
        if corpus.correction(number).is_some() {
            return;
        }
        let newest = self.newest.entry(claim.source).or_insert((number, claim.as_of()));
        if newness(corpus, number) > newness(corpus, newest.0) {
            *newest = (number, claim.as_of());
        }
        if matches!(claim.value, Value::Count(_)) {
            let newest = self.figures.entry(claim.source).or_insert(number);
            if newness(corpus, number) > newness(corpus, *newest) {
                *newest = number;
            }
        }
    }
}

/// What makes a claim the newest of its source: the day it speaks of; of one day the widest period,
/// then the source's own publication, then the id.
fn newness(corpus: &Corpus, number: ClaimId) -> (Option<NaiveDate>, Option<i64>, bool, Reverse<ClaimId>) {
    let claim = corpus.claim(number);
    (claim.as_of(), claim.period.map(Period::days), !claim.retold, Reverse(number))
}
