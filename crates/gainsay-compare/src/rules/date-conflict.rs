#![doc = include_str!("date-conflict.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::words;
use gainsay_align::{Group, NO_TIME, Series, day_number};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, Count, DateRange, MeasureId, PlaceId, SubjectId, Value};
use std::collections::HashMap;

const ID: &str = "date-conflict";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for (a, b) in pairs(group, Kind::Date) {
        for hedged in [false, true] {
            compare(group, a, b, hedged, findings);
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

/// Each date of the second series against the date of the first that lies furthest from it.
fn compare(group: &Group<'_>, a: &Series<'_>, b: &Series<'_>, hedged: bool, findings: &mut Findings) {
    let claims = |series: &Series<'_>| -> Vec<(ClaimId, bool)> {
        series.points.iter().map(|point| (point.claim, series.strands[point.strand as usize].hedged)).collect()
    };
    let first = claims(a);
    let extremes = |wanted: bool| {
        let of_kind = || first.iter().filter(move |(_, hedge)| *hedge == wanted);
        let ended = of_kind()
            .filter(|(claim, _)| range(group, *claim).to.is_some())
            .min_by_key(|(claim, _)| (range(group, *claim).to, *claim));
        let begun = of_kind().max_by_key(|(claim, _)| (range(group, *claim).from, std::cmp::Reverse(*claim)));
        [ended, begun]
    };
    for (number, hedge) in claims(b) {
        let mut furthest: Vec<&(ClaimId, bool)> = [false, true].into_iter().flat_map(extremes).flatten().collect();
        furthest.dedup();
        for (other, other_hedge) in furthest {
            if (hedge || *other_hedge) != hedged {
                continue;
            }
            let (x, y) = (range(group, *other), range(group, number));
            if x.meets(y) {
                continue;
            }
            let days = Count::whole(x.days_apart(y).unsigned_abs());
            let day = [x.from, x.to, y.from, y.to].into_iter().flatten().min().map_or(NO_TIME, day_number);
            let until = [x.from, x.to, y.from, y.to].into_iter().flatten().max().map_or(NO_TIME, day_number);
            let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
            let pair = Pair::of(*other, number, Some((days, Count::ZERO)), voice);
            let key = Key { rule: ID, topic: topic(group, a), first: a.key.source, second: Some(b.key.source) };
            findings.add(key, Run::one(day, until, certainty, Level::Conflict, Cause::Date, pair));
        }
    }
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
