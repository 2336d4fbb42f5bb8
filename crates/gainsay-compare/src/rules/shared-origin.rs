#![doc = include_str!("shared-origin.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::rules::retold_differently::carrier;
use crate::rules::silent_revision::agree;
use crate::words;
use gainsay_align::{Group, Point, said_together};
use gainsay_claim::Corpus;

const ID: &str = "shared-origin";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for series in group.stated() {
        for points in series.same_period() {
            let retold: Vec<&Point> = points.iter().filter(|point| group.corpus.claim(point.claim).retold).collect();
            let Some((first, rest)) = retold.split_first() else { continue };
            let origin = group.corpus.claim(first.claim);
            let others = rest.iter().filter(|point| {
                let claim = group.corpus.claim(point.claim);
                said_together(origin, claim)
                    && agree(group.corpus, origin, claim)
                    && origin.words.via().next() != claim.words.via().next()
            });
            let key = Key { rule: ID, topic: topic(group, series), first: series.key.source, second: None };
            for other in others {
                let pair = Pair::of(first.claim, other.claim, None, voice);
                findings
                    .add(key, Run::one(other.to, other.to, Certainty::Certain, Level::Note, Cause::Retelling, pair));
            }
        }
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (first, second) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let because = vec![
        words::gives(corpus, pair.first[0]),
        words::gives(corpus, pair.second[0]),
        "one source, one thing, the same days and the same figure: one statement, counted as one voice".into(),
    ];
    let summary = format!(
        "{} and {} carry one statement of {}: {} {}",
        carrier(corpus, first),
        carrier(corpus, second),
        words::source(corpus, first.source),
        words::value(corpus, first),
        words::measure(corpus, first.measure),
    );
    (summary, because)
}
