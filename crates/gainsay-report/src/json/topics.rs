//! `gainsay.topics/v1`: each source's newest figure, side by side.

use super::claims::ValueRecord;
use super::report::{day, source_id};
use crate::newest::Newest;
use crate::{Picture, figure, sentence};
use serde::Serialize;

/// Every topic with what each source says on it.
#[derive(Serialize)]
pub struct TopicsRecord<'a> {
    format: &'static str,
    topics: Vec<TopicRecord<'a>>,
}

#[derive(Serialize)]
struct TopicRecord<'a> {
    id: &'a str,
    measure: &'a str,
    subject: &'a str,
    place: &'a str,
    claims: u32,
    sentence: String,
    sources: Vec<SourceRecord<'a>>,
}

#[derive(Serialize)]
struct SourceRecord<'a> {
    source: &'a str,
    claim: &'a str,
    measure: &'a str,
    value: ValueRecord<'a>,
    shown: String,
    as_of: Option<String>,
    said: Option<String>,
    basis: &'static str,
    readings: Vec<&'a str>,
    hedge: Option<&'a str>,
    via: Vec<&'a str>,
    publisher: Option<&'a str>,
    published: Option<String>,
    document: &'a str,
}

impl<'a> TopicsRecord<'a> {
    /// Those of a picture.
    pub fn of(picture: &Picture<'a>) -> TopicsRecord<'a> {
        let Picture { corpus, analysis, .. } = *picture;
        let vocabulary = &corpus.vocabulary;
        let newest = Newest::of(corpus);
        let measure = |id| &*vocabulary.measure(id).entry.id;
        let topics = analysis.topics.iter().map(|topic| TopicRecord {
            id: &topic.id,
            measure: measure(topic.measure),
            subject: &vocabulary.subject(topic.subject).entry.id,
            place: &vocabulary.place(topic.place).entry.id,
            claims: topic.claims,
            sentence: sentence::of_topic(picture, topic, &newest),
            sources: newest
                .on(corpus, topic)
                .into_iter()
                .map(|id| {
                    let claim = corpus.claim(id);
                    let document = corpus.document(claim.document);
                    SourceRecord {
                        source: source_id(corpus, claim.source),
                        claim: &claim.id,
                        measure: measure(claim.measure),
                        value: ValueRecord { corpus, value: &claim.value },
                        shown: figure::cell(corpus, &claim.value),
                        as_of: claim.as_of().map(day),
                        said: claim.said.map(day),
                        basis: claim.basis.id(),
                        readings: vocabulary
                            .senses(claim.measure, claim.source, claim.said)
                            .iter()
                            .map(|id| measure(*id))
                            .collect(),
                        hedge: claim.words.hedge(),
                        via: claim.words.via().collect(),
                        publisher: document.publisher.as_deref(),
                        published: document.published.map(day),
                        document: &document.id,
                    }
                })
                .collect(),
        });
        TopicsRecord { format: "gainsay.topics/v1", topics: topics.collect() }
    }
}
