#![doc = include_str!("affirmed-and-denied.md")]

use crate::discrepancy::Cause;
use crate::findings::{Findings, Pair};
use crate::rules::date_conflict::pairs;
use crate::rules::state_conflict::{add, furthest_so_far};
use crate::words;
use gainsay_align::{Day, Group, NO_TIME, Series, day_number};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, Value};

const ID: &str = "affirmed-and-denied";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for (outer, inner) in pairs(group, Kind::Event) {
        let mut found = opposites(group.corpus, inner, outer);
        if inner.key.place == outer.key.place {
            found.extend(opposites(group.corpus, outer, inner));
        }
        for (affirmed, denied) in found {
            let (from, to) = span(group.corpus, affirmed);
            let days = if from == Day::MIN { (NO_TIME, NO_TIME) } else { (from, to) };
            add(group, ID, Cause::TrueConflict, outer, (affirmed, denied), days, voice, findings);
        }
    }
}

/// The days that a claim speaks of. An event without a day is the event whenever it was.
fn span(corpus: &Corpus, claim: ClaimId) -> (Day, Day) {
    match corpus.claim(claim).period {
        Some(period) => (day_number(period.from()), day_number(period.to())),
        None => (Day::MIN, Day::MAX),
    }
}

/// For each event that the first series affirms, the denials of the second that cover its days: that
/// something happened in January does not speak against that it did not happen on the 8th.
fn opposites(corpus: &Corpus, affirming: &Series<'_>, denying: &Series<'_>) -> Vec<(ClaimId, ClaimId)> {
    let of = |series: &Series<'_>, happened: bool| -> Vec<ClaimId> {
        let claims = series.points.iter().map(|point| point.claim);
        claims.filter(|claim| corpus.claim(*claim).value == Value::Happened(happened)).collect()
    };
    let mut found = Vec::new();
    for hedged in [false, true] {
        let denials = of(denying, false).into_iter().filter(|claim| corpus.claim(*claim).hedged == hedged);
        let mut spans: Vec<(Day, Day, ClaimId)> =
            denials.map(|claim| (span(corpus, claim).0, span(corpus, claim).1, claim)).collect();
        furthest_so_far(&mut spans);
        for affirmed in of(affirming, true) {
            let (from, to) = span(corpus, affirmed);
            let begun = spans.partition_point(|(start, ..)| *start <= from);
            let latest = begun.checked_sub(1).map(|place| spans[place]);
            if let Some((_, _, denied)) = latest.filter(|(_, until, _)| *until >= to) {
                found.push((affirmed, denied));
            }
        }
    }
    found
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (first, second) = (pair.first[0], pair.second[0]);
    let because = vec![
        words::gives(corpus, first),
        words::gives(corpus, second),
        "an event cannot both have happened and not have happened".into(),
    ];
    (format!("{}; {}", words::said(corpus, first), words::said(corpus, second)), because)
}
