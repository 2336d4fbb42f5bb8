#![doc = include_str!("state-conflict.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::rules::date_conflict::pairs;
use crate::words;
use gainsay_align::{Day, Group, Series, day_number};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, MeasureId, StateId, StateValue, Value};

const ID: &str = "state-conflict";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    // What holds of a town need not hold of its region.
    for (a, b) in pairs(group, Kind::State).into_iter().filter(|(a, b)| a.key.place == b.key.place) {
        compare(group, a, b, findings);
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

/// For each state of the second series one of the first that excludes it and shares a day with it:
/// per value, the claim that reaches furthest among those that have begun by then.
fn compare(group: &Group<'_>, a: &Series<'_>, b: &Series<'_>, findings: &mut Findings) {
    let corpus = group.corpus;
    let mut values: Vec<(&StateValue, Vec<Span>)> = Vec::new();
    for point in &a.points {
        let (Some(value), Some((from, to))) = (state(corpus, point.claim), days(corpus, point.claim)) else { continue };
        match values.iter_mut().find(|(known, _)| *known == value) {
            Some((_, spans)) => spans.push((from, to, point.claim)),
            None => values.push((value, vec![(from, to, point.claim)])),
        }
    }
    for (_, spans) in &mut values {
        spans.sort_unstable();
        let mut furthest: Option<Span> = None;
        for span in spans.iter_mut() {
            match furthest {
                Some((_, to, claim)) if to > span.1 => (span.1, span.2) = (to, claim),
                _ => furthest = Some(*span),
            }
        }
    }
    for point in &b.points {
        let (Some(value), Some((from, to))) = (state(corpus, point.claim), days(corpus, point.claim)) else { continue };
        for (_, spans) in values.iter().filter(|(other, _)| exclude(corpus, a.key.measure, other, value)) {
            let begun = spans.partition_point(|(start, ..)| *start <= to);
            let Some((_, until, claim)) =
                begun.checked_sub(1).map(|place| spans[place]).filter(|(_, until, _)| *until >= from)
            else {
                continue;
            };
            let hedged = corpus.claim(claim).hedged || corpus.claim(point.claim).hedged;
            let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
            let key = Key { rule: ID, topic: topic(group, a), first: a.key.source, second: Some(b.key.source) };
            let pair = Pair::of(claim, point.claim, None, voice);
            let start = days(corpus, claim).map_or(from, |(start, _)| start.max(from));
            findings.add(key, Run::one(start, until.min(to), certainty, Level::Conflict, Cause::TrueConflict, pair));
        }
    }
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
