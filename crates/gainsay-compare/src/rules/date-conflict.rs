#![doc = include_str!("date-conflict.md")]

use crate::discrepancy::Cause;
use crate::findings::{Findings, Pair};
use crate::rules::state_conflict::add;
use crate::words;
use gainsay_align::{Group, NO_TIME, Series, day_number};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, Count, DateRange, MeasureId, PlaceId, SubjectId, Value};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

const ID: &str = "date-conflict";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for (a, b) in pairs(group, Kind::Date) {
        let mut found = opposites(group, a, b);
        found.extend(opposites(group, b, a).into_iter().map(|(y, x)| (x, y)));
        for (x, y) in found {
            let (first, second) = (range(group, x), range(group, y));
            let days = || [first.from, first.to, second.from, second.to].into_iter().flatten();
            let span = (days().min().map_or(NO_TIME, day_number), days().max().map_or(NO_TIME, day_number));
            add(group, ID, Cause::Date, a, (x, y), span, voice, findings);
        }
    }
}

/// The series of different sources that are about one thing: the same measure and subject, and
/// places of which the second lies in the first. Each pair comes once.
pub(crate) fn pairs<'g, 'a>(group: &'g Group<'a>, kind: Kind) -> Vec<(&'g Series<'a>, &'g Series<'a>)> {
    let series: Vec<&Series<'_>> = group.stated().filter(|series| series.kind == kind).collect();
    let mut by_place: HashMap<(MeasureId, SubjectId, PlaceId), Vec<usize>> = HashMap::new();
    for (number, series) in series.iter().enumerate() {
        by_place.entry((series.key.measure, series.key.subject, series.key.place)).or_default().push(number);
    }
    let mut pairs = Vec::new();
    for (number, inner) in series.iter().enumerate() {
        for &place in &group.corpus.vocabulary.place(inner.key.place).entry.ancestors {
            let outer = by_place.get(&(inner.key.measure, inner.key.subject, PlaceId(place)));
            for &other in outer.into_iter().flatten() {
                let twice = place == inner.key.place.0 && other >= number;
                if !twice && series[other].key.source != inner.key.source {
                    pairs.push((series[other], *inner));
                }
            }
        }
    }
    pairs
}

fn range(group: &Group<'_>, claim: ClaimId) -> DateRange {
    match group.corpus.claim(claim).value {
        Value::Date(date) => date.range(),
        _ => DateRange { from: None, to: None },
    }
}

/// Each date of the second series with the dates of the first that lie furthest from it on either
/// side, hedged and not, where the two do not meet.
fn opposites(group: &Group<'_>, a: &Series<'_>, b: &Series<'_>) -> BTreeSet<(ClaimId, ClaimId)> {
    let claims: Vec<ClaimId> = a.points.iter().map(|point| point.claim).collect();
    let mut furthest = BTreeSet::new();
    for hedged in [false, true] {
        let of_kind = || claims.iter().copied().filter(|claim| group.corpus.claim(*claim).hedged == hedged);
        let ended = of_kind().filter(|claim| range(group, *claim).to.is_some());
        furthest.extend(ended.min_by_key(|claim| (range(group, *claim).to, *claim)));
        furthest.extend(of_kind().max_by_key(|claim| (range(group, *claim).from, Reverse(*claim))));
    }
    let mut found = BTreeSet::new();
    for point in &b.points {
        let apart = furthest.iter().filter(|other| !range(group, **other).meets(range(group, point.claim)));
        found.extend(apart.map(|other| (*other, point.claim)));
    }
    found
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (first, second) = (pair.first[0], pair.second[0]);
    let (days, _) = pair.figures.unwrap_or_default();
    let between = if days == Count::whole(1) { "one day lies".to_owned() } else { format!("{days} days lie") };
    let because = vec![
        words::gives(corpus, first),
        words::gives(corpus, second),
        format!("no day lies in both ranges; {between} between them at the least"),
    ];
    (format!("{}; {}", words::said(corpus, first), words::said(corpus, second)), because)
}
