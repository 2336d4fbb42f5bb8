#![doc = include_str!("unanswered.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, How, Key, Pair, Run};
use crate::words;
use gainsay_align::{Groups, NO_TIME, Topic, day_number};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, SourceId};
use std::collections::BTreeMap;

const ID: &str = "unanswered";

pub(crate) fn find(corpus: &Corpus, _: &Groups, topics: &[Topic], findings: &mut Findings) {
    let vocabulary = &corpus.vocabulary;
    for topic in topics
        .iter()
        .filter(|topic| matches!(vocabulary.measure(topic.measure).kind, Kind::Count | Kind::Stock | Kind::State))
    {
        let mut spoken: BTreeMap<(SourceId, SourceId), ClaimId> = BTreeMap::new();
        for (&source, &(claim, day)) in &topic.newest {
            for sides in vocabulary.expected_answers(source) {
                let newest = spoken.entry(sides).or_insert(claim);
                let known = corpus.claim(*newest).as_of();
                if day > known || (day == known && claim < *newest) {
                    *newest = claim;
                }
            }
        }
        for ((side, reply), claim) in spoken {
            if topic.newest.keys().any(|&source| vocabulary.source_contains(reply, source)) {
                continue;
            }
            let day = corpus.claim(claim).as_of().map_or(NO_TIME, day_number);
            let pair = Pair {
                first: vec![claim],
                second: Vec::new(),
                figures: None,
                first_how: How::Stated,
                second_how: How::Stated,
                readings: Vec::new(),
                voice,
            };
            let key =
                Key { rule: ID, topic: (topic.measure, topic.subject, topic.place), first: side, second: Some(reply) };
            findings.add(key, Run::one(day, day, Certainty::Certain, Level::Note, Cause::Silence, pair));
        }
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let number = pair.first[0];
    let source = corpus.claim(number).source;
    let replies: Vec<&str> =
        corpus.vocabulary.expected_answers(source).map(|(_, reply)| words::source(corpus, reply)).collect();
    let who = replies.join(" or ");
    let because = vec![
        words::gives(corpus, number),
        format!("{who} is expected to reply (vocabulary, `answers`)"),
        format!("no claim of {who} on this topic is in the corpus, nor a refusal to give a figure"),
    ];
    (format!("{}; nothing from {who} on this is in the corpus", words::said(corpus, number)), because)
}
