//! Which claims made a change: of those added, removed or edited, the fewest that explain it.

use crate::claims::ClaimChanges;
use crate::finding::Finding;
use crate::revision::Revision;
use chrono::NaiveDate;
use gainsay_align::topic;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Claim, Corpus};
use std::collections::{BTreeMap, BTreeSet};

/// Up to how many claims of a topic are named where none of them is named by the discrepancy.
const FEW: usize = 20;

/// The claims that changed in what rules look at.
pub(crate) struct Causes<'a> {
    base: &'a Revision<'a>,
    head: &'a Revision<'a>,
    changed: BTreeSet<&'a str>,
    /// Changed claims by the claim that they replace, or replaced.
    correcting: BTreeMap<&'a str, BTreeSet<&'a str>>,
    by_topic: BTreeMap<String, BTreeSet<&'a str>>,
}

impl<'a> Causes<'a> {
    pub(crate) fn of(claims: &'a ClaimChanges, base: &'a Revision<'a>, head: &'a Revision<'a>) -> Causes<'a> {
        let edited = claims.edited.iter().filter(|edit| edit.fields.iter().any(|edit| edit.field.is_compared()));
        let all = claims.added.iter().chain(&claims.removed).chain(edited.map(|edit| &edit.id));
        let changed: BTreeSet<&str> = all.map(String::as_str).collect();
        let mut correcting: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut by_topic: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for &id in &changed {
            for (corpus, claim) in [base, head].into_iter().filter_map(|side| side.claim(id)) {
                if let Some(old) = claim.words.corrects() {
                    correcting.entry(old).or_default().insert(id);
                }
                by_topic.entry(topic_of(corpus, claim)).or_default().insert(id);
            }
        }
        Causes { base, head, changed, correcting, by_topic }
    }

    /// The claims behind a change. `pair` holds the claims that tell it; `first` is the finding that tells most: as it is where it came or got
    /// worse, as it was where it went or got better.
    pub(crate) fn behind(&self, pair: &[String], first: &Finding, second: Option<&Finding>) -> Vec<String> {
        let findings = || [Some(first), second].into_iter().flatten();
        let among = |ids: &mut dyn Iterator<Item = &str>| -> BTreeSet<&'a str> {
            ids.filter_map(|id| self.changed.get(id).copied()).collect()
        };
        let leads = std::iter::once(pair).chain(findings().map(|finding| &finding.lead[..]));
        let leads = leads.map(|lead| among(&mut lead.iter().map(String::as_str)));
        let named = findings().map(|finding| among(&mut finding.claims()));
        let corrections = findings().map(|finding| {
            finding.claims().filter_map(|id| self.correcting.get(id)).flatten().copied().collect::<BTreeSet<&str>>()
        });
        let on_topic = findings().map(|finding| self.on_topic(finding));
        let fewest = leads.chain(named).chain(corrections).chain(on_topic).find(|found| !found.is_empty());
        fewest.into_iter().flatten().map(str::to_owned).collect()
    }

    /// The changed claims on the same topic, of the same sources where there are any: on the days of the discrepancy where
    /// there are a few, else the newest of each source.
    fn on_topic(&self, finding: &Finding) -> BTreeSet<&'a str> {
        let all = self.by_topic.get(&finding.topic).into_iter().flatten().copied();
        // A claim that was given to another source takes part as what it was.
        let sides = |id| [self.head, self.base].into_iter().filter_map(move |side| side.claim(id));
        let takes_part =
            |corpus: &Corpus, claim: &Claim| finding.sides.iter().any(|side| speaks_for(corpus, claim, &side.source));
        let all: Vec<(&str, &Corpus, &Claim)> =
            all.flat_map(|id| sides(id).map(move |(corpus, claim)| (id, corpus, claim))).collect();
        let own: Vec<_> = all.iter().filter(|(_, corpus, claim)| takes_part(corpus, claim)).copied().collect();
        // A statement of others can still decide, as where it sets two accounts apart.
        let own = if own.is_empty() { all } else { own };
        let within = |claim: &Claim| match (finding.days(), claim.time()) {
            (Some((from, to)), Some(time)) => time.to() >= from && time.from() <= to,
            _ => false,
        };
        let close: BTreeSet<&str> = own.iter().filter(|(_, _, claim)| within(claim)).map(|(id, ..)| *id).collect();
        if (1..=FEW).contains(&close.len()) {
            return close;
        }
        let mut newest: BTreeMap<&str, (Option<NaiveDate>, &str)> = BTreeMap::new();
        for (id, corpus, claim) in own {
            let source = &*corpus.vocabulary.source(claim.source).entry.id;
            let known = newest.entry(source).or_insert((claim.as_of(), id));
            *known = (*known).max((claim.as_of(), id));
        }
        newest.into_values().map(|(_, id)| id).collect()
    }
}

fn topic_of(corpus: &Corpus, claim: &Claim) -> String {
    let vocabulary = &corpus.vocabulary;
    let (measure, subject, place) = topic::key(claim, vocabulary);
    format!(
        "{}/{}/{}",
        vocabulary.measure(measure).entry.id,
        vocabulary.subject(subject).entry.id,
        vocabulary.place(place).entry.id
    )
}

fn speaks_for(corpus: &Corpus, claim: &Claim, source: &str) -> bool {
    let number = corpus.vocabulary.number(Noun::Source, source);
    number.is_some_and(|number| corpus.vocabulary.source_contains(gainsay_claim::SourceId(number), claim.source))
}
