#![doc = include_str!("state-conflict.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run, Voice};
use crate::rules::count_conflict::topic;
use crate::rules::date_conflict::pairs;
use crate::rules::silent_revision;
use crate::words;
use gainsay_align::{Day, Group, Series, day_number};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, MeasureId, StateId, StateValue, Value};
use std::collections::BTreeSet;

const ID: &str = "state-conflict";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    // What holds of a town need not hold of its region.
    for (a, b) in pairs(group, Kind::State).into_iter().filter(|(a, b)| a.key.place == b.key.place) {
        let mut found = opposites(group.corpus, a, b);
        found.extend(opposites(group.corpus, b, a).into_iter().map(|(y, x)| (x, y)));
        for (x, y) in found {
            let (Some((from, to)), Some((start, end))) = (days(group.corpus, x), days(group.corpus, y)) else {
                continue;
            };
            add(group, ID, Cause::TrueConflict, a, (x, y), (from.max(start), to.min(end)), voice, findings);
        }
    }
}

/// Whether two values of one measure cannot both hold: every state that the one allows excludes
/// every state that the other allows.
pub(crate) fn exclude(corpus: &Corpus, measure: MeasureId, a: &StateValue, b: &StateValue) -> bool {
    let allowed = |value: &StateValue| -> Vec<StateId> {
        match value {
            StateValue::Is(id) => vec![*id],
            StateValue::OneOf(ids) => ids.to_vec(),
            StateValue::IsNot(_) => Vec::new(),
        }
    };
    match (a, b) {
        (StateValue::IsNot(_), StateValue::IsNot(_)) => false,
        (StateValue::IsNot(not), other) | (other, StateValue::IsNot(not)) => allowed(other).iter().all(|id| id == not),
        _ => allowed(a).iter().all(|&x| allowed(b).iter().all(|&y| corpus.vocabulary.states_exclude(measure, x, y))),
    }
}

fn state(corpus: &Corpus, claim: ClaimId) -> Option<&StateValue> {
    match &corpus.claim(claim).value {
        Value::State(state) => Some(state),
        _ => None,
    }
}

/// The days on which a state is said to hold: the claim's period, else the day it was said.
fn days(corpus: &Corpus, claim: ClaimId) -> Option<(Day, Day)> {
    corpus.claim(claim).time().map(|period| (day_number(period.from()), day_number(period.to())))
}

/// The days on which a claim says that a state holds.
type Span = (Day, Day, ClaimId);

/// For each state of the second series those of the first that exclude it and share a day with it: per
/// value, hedged and not, the claim that reaches furthest among those that have begun by then.
fn opposites(corpus: &Corpus, a: &Series<'_>, b: &Series<'_>) -> BTreeSet<(ClaimId, ClaimId)> {
    let mut values: Vec<((&StateValue, bool), Vec<Span>)> = Vec::new();
    for point in &a.points {
        let (Some(value), Some((from, to))) = (state(corpus, point.claim), days(corpus, point.claim)) else { continue };
        let kind = (value, corpus.claim(point.claim).hedged);
        match values.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, spans)) => spans.push((from, to, point.claim)),
            None => values.push((kind, vec![(from, to, point.claim)])),
        }
    }
    for (_, spans) in &mut values {
        furthest_so_far(spans);
    }
    let mut found = BTreeSet::new();
    for point in &b.points {
        let (Some(value), Some((from, to))) = (state(corpus, point.claim), days(corpus, point.claim)) else { continue };
        for (_, spans) in values.iter().filter(|((other, _), _)| exclude(corpus, a.key.measure, other, value)) {
            let begun = spans.partition_point(|(start, ..)| *start <= to);
            let latest = begun.checked_sub(1).map(|place| spans[place]);
            if let Some((_, _, claim)) = latest.filter(|(_, until, _)| *until >= from) {
                found.insert((claim, point.claim));
            }
        }
    }
    found
}

/// Sorts spans by their first day, and gives each place the claim that reaches furthest up to there.
pub(crate) fn furthest_so_far(spans: &mut [Span]) {
    spans.sort_unstable();
    let mut furthest: Option<Span> = None;
    for span in spans {
        match furthest {
            Some((_, to, claim)) if to > span.1 => (span.1, span.2) = (to, claim),
            _ => furthest = Some(*span),
        }
    }
}

/// Adds a pair of two sources' claims on one thing. The claim whose id comes first leads, so that the
/// words do not depend on the order of the vocabulary.
#[allow(clippy::too_many_arguments)]
pub(crate) fn add(
    group: &Group<'_>,
    rule: &'static str,
    cause: Cause,
    outer: &Series<'_>,
    (x, y): (ClaimId, ClaimId),
    (from, to): (Day, Day),
    voice: Voice,
    findings: &mut Findings,
) {
    let corpus = group.corpus;
    let (first, second) = (x.min(y), x.max(y));
    let disputed = |claim: ClaimId| corpus.claim(claim).hedged || group.disputed.binary_search(&claim).is_ok();
    let certainty = if disputed(x) || disputed(y) { Certainty::Hedged } else { Certainty::Certain };
    let figures = silent_revision::figures(corpus.claim(first), corpus.claim(second));
    let sources = (corpus.claim(first).source, corpus.claim(second).source);
    let key = Key { rule, topic: topic(group, outer), first: sources.0, second: Some(sources.1) };
    findings.add(key, Run::one(from, to, certainty, Level::Conflict, cause, Pair::of(first, second, figures, voice)));
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (first, second) = (pair.first[0], pair.second[0]);
    let (x, y) = (corpus.claim(first), corpus.claim(second));
    let measure = corpus.vocabulary.measure(x.measure);
    let why = if measure.exclusive {
        format!("any two different states of `{}` exclude each other (vocabulary)", measure.entry.id)
    } else {
        format!("“{}” and “{}” exclude each other (vocabulary)", words::value(corpus, x), words::value(corpus, y))
    };
    let because =
        vec![words::gives(corpus, first), words::gives(corpus, second), why, "the two speak of the same days".into()];
    (format!("{}; {}", words::said(corpus, first), words::said(corpus, second)), because)
}
