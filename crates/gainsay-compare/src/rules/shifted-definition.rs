#![doc = include_str!("shifted-definition.md")]

use crate::discrepancy::{Cause, Certainty, Level, Reading};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::rules::retold_differently::carrier;
use crate::words;
use gainsay_align::topic::key as topic_key;
use gainsay_align::{Group, Groups, NO_TIME, Shift, Topic, day_number};
use gainsay_claim::{Claim, ClaimId, Corpus, Value};
use std::collections::BTreeMap;

const ID: &str = "shifted-definition";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for Shift { statement, account } in group.shifts() {
        let (original, retold) = (group.corpus.claim(statement), group.corpus.claim(account));
        let Some(series) = group
            .stated()
            .find(|series| series.key.measure == original.measure && series.key.source == original.source)
        else {
            continue;
        };
        let senses = group.corpus.vocabulary.senses(original.measure, original.source, original.said);
        let mut pair = Pair::of(statement, account, None, voice);
        // Where the wording may mean what the retelling says, the shift is a choice of reading.
        let certainty = if original.hedged || retold.hedged {
            Certainty::Hedged
        } else if senses.len() > 1 && senses.contains(&retold.measure) {
            pair.readings = senses
                .iter()
                .filter(|sense| **sense != retold.measure)
                .map(|&means| Reading { source: original.source, wording: original.measure, means })
                .collect();
            Certainty::DependsOnReading
        } else {
            Certainty::Certain
        };
        let day = retold.as_of().map_or(NO_TIME, day_number);
        let mut topic = topic(group, series);
        topic.2 = original.place;
        let key = Key { rule: ID, topic, first: original.source, second: None };
        findings.add(key, Run::one(day, day, certainty, Level::Conflict, Cause::Definition, pair));
    }
}

/// How many claims a document may have to be an article. In a table of two sides equal figures come by chance.
const ARTICLE: usize = 200;

/// One figure of a thousand or more that one document, for one source and measure and the same days,
/// gives to two subjects that have nothing in common: who the figure is about changes inside
/// the text. A source may have said the same of both, so this is never certain.
pub(crate) fn find_subjects(corpus: &Corpus, _: &Groups, _: &[Topic], findings: &mut Findings) {
    let mut sizes: Vec<usize> = vec![0; corpus.documents.len()];
    for claim in &corpus.claims {
        sizes[claim.document.index()] += 1;
    }
    let mut figures: BTreeMap<_, Vec<ClaimId>> = BTreeMap::new();
    for (index, claim) in corpus.claims.iter().enumerate() {
        let number = ClaimId(index as u32);
        let Value::Count(value) = claim.value else { continue };
        if sizes[claim.document.index()] <= ARTICLE
            && value.figure() >= 1_000.into()
            && corpus.correction(number).is_none()
        {
            figures
                .entry((claim.document, claim.source, claim.measure, claim.place, claim.period, value.figure()))
                .or_default()
                .push(number);
        }
    }
    for claims in figures.values() {
        for (place, &first) in claims.iter().enumerate() {
            for &second in &claims[place + 1..] {
                let (a, b) = (corpus.claim(first), corpus.claim(second));
                let root = |claim: &Claim| corpus.vocabulary.subject(claim.subject).entry.root;
                let apart = root(a) != root(b);
                if apart && a.value == b.value {
                    let key = Key { rule: ID, topic: topic_key(a, &corpus.vocabulary), first: a.source, second: None };
                    let day = a.as_of().map_or(NO_TIME, day_number);
                    let pair = Pair::of(first, second, None, voice_of_subjects);
                    findings.add(key, Run::one(day, day, Certainty::Hedged, Level::Conflict, Cause::Subject, pair));
                }
            }
        }
    }
}

fn voice_of_subjects(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (first, second) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let because = vec![
        words::gives(corpus, pair.first[0]),
        words::gives(corpus, pair.second[0]),
        "one document gives one figure of one source to two subjects".into(),
        "a source may have said the same of both, so the text must be read".into(),
    ];
    let summary = format!(
        "{}: {} {} are of {} in one place and of {} in another of one text",
        words::source(corpus, first.source),
        words::value(corpus, first),
        words::measure(corpus, first.measure),
        words::subject(corpus, first),
        words::subject(corpus, second),
    );
    (summary, because)
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (statement, account) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let mut because = vec![words::gives(corpus, pair.first[0]), words::gives(corpus, pair.second[0])];
    because.push("both carry one figure of one source, for the same days, said on one day".into());
    because.push(format!(
        "`{}` and `{}` are different measures (vocabulary)",
        corpus.vocabulary.measure(statement.measure).entry.id,
        corpus.vocabulary.measure(account.measure).entry.id
    ));
    because.extend(words::readings(corpus, pair));
    let summary = format!(
        "{}: {} is “{}” with {} and “{}” with {}",
        words::source(corpus, statement.source),
        words::value(corpus, statement),
        words::measure(corpus, statement.measure),
        carrier(corpus, statement),
        words::measure(corpus, account.measure),
        carrier(corpus, account),
    );
    (summary, because)
}
