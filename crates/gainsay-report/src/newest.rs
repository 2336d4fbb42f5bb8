//! Each source's newest figure on each topic, as one would print it.
//!
//! The newest claim of a topic may be a remark or a figure of one day. Side by side stand the
//! newest running totals, of all cases before documented ones.

use gainsay_align::Topic;
use gainsay_align::topic::{TopicKey, key};
use gainsay_claim::{Basis, Claim, ClaimId, Corpus, SourceId, Value};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The claim to print for each source, by topic.
#[derive(Debug, Default)]
pub struct Newest(BTreeMap<TopicKey, BTreeMap<SourceId, ClaimId>>);

impl Newest {
    /// Those of every topic.
    pub fn of(corpus: &Corpus) -> Newest {
        Newest::where_topic(corpus, |_| true)
    }

    /// Those of one topic.
    pub fn of_topic(corpus: &Corpus, topic: &Topic) -> Newest {
        let wanted = (topic.measure, topic.subject, topic.place);
        Newest::where_topic(corpus, |key| key == wanted)
    }

    /// The claims to print on a topic: the newest first, of one day in the order of the sources' ids.
    pub fn on(&self, corpus: &Corpus, topic: &Topic) -> Vec<ClaimId> {
        let key = (topic.measure, topic.subject, topic.place);
        let mut claims: Vec<ClaimId> = self.0.get(&key).into_iter().flat_map(BTreeMap::values).copied().collect();
        claims.sort_by_key(|id| {
            let claim = corpus.claim(*id);
            (!is_figure(claim), Reverse(claim.as_of()), &corpus.vocabulary.source(claim.source).entry.id)
        });
        claims
    }

    fn where_topic(corpus: &Corpus, wanted: impl Fn(TopicKey) -> bool) -> Newest {
        let standing = || {
            corpus.claims.iter().enumerate().filter_map(|(index, claim)| {
                let key = key(claim, &corpus.vocabulary);
                let id = ClaimId(index as u32);
                (wanted(key) && corpus.correction(id).is_none()).then_some((key, id, claim))
            })
        };
        let mut longest: BTreeMap<(TopicKey, SourceId), i64> = BTreeMap::new();
        for (key, _, claim) in standing().filter(|(_, _, claim)| is_figure(claim)) {
            let days = longest.entry((key, claim.source)).or_insert(1);
            *days = (*days).max(days_of(claim));
        }
        let mut newest = Newest::default();
        for (key, id, claim) in standing() {
            let longest = longest.get(&(key, claim.source)).copied().unwrap_or(1);
            let rank = |id: ClaimId| rank(corpus, key, id, longest);
            let best = newest.0.entry(key).or_default().entry(claim.source).or_insert(id);
            if rank(id) > rank(*best) {
                *best = id;
            }
        }
        newest
    }
}

/// Whether a claim says something that can be set beside another's: not a remark or a refusal.
pub fn is_figure(claim: &Claim) -> bool {
    !matches!(claim.value, Value::Relative { .. } | Value::Undisclosed | Value::Text(_))
}

fn days_of(claim: &Claim) -> i64 {
    claim.period.map_or(1, |period| period.days())
}

fn rank(corpus: &Corpus, key: TopicKey, id: ClaimId, longest: i64) -> impl Ord + use<'_> {
    let claim = corpus.claim(id);
    // A month's figure is not a running total even when it is the newest.
    let running = days_of(claim) * 2 >= longest;
    let wide = corpus.vocabulary.measure(claim.measure).entry.ancestors.len();
    (
        (is_figure(claim), running, claim.subject == key.1, claim.basis == Basis::Total),
        (claim.as_of(), days_of(claim), Reverse(wide)),
        (claim.said, Reverse(claim.retold), Reverse(&*claim.id)),
    )
}
