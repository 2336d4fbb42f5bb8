#![doc = include_str!("affirmed-and-denied.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::rules::date_conflict::pairs;
use crate::words;
use gainsay_align::{Day, Group, NO_TIME, Point, Series};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Corpus, Value};

const ID: &str = "affirmed-and-denied";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for (a, b) in pairs(group, Kind::Event) {
        compare(group, a, b, findings);
    }
}

fn happened(corpus: &Corpus, point: &Point) -> bool {
    corpus.claim(point.claim).value == Value::Happened(true)
}

fn span(point: &Point) -> (Day, Day) {
    // An event without a day is the same event whenever it was.
    if point.to == NO_TIME { (Day::MIN, Day::MAX) } else { (point.from, point.to) }
}

/// Each claim of the second series against the opposite one of the first that reaches furthest.
fn compare(group: &Group<'_>, a: &Series<'_>, b: &Series<'_>, findings: &mut Findings) {
    let corpus = group.corpus;
    for affirmed in [true, false] {
        let mut spans: Vec<(Day, Day, &Point)> = a
            .points
            .iter()
            .filter(|point| happened(corpus, point) == affirmed)
            .map(|point| (span(point).0, span(point).1, point))
            .collect();
        spans.sort_by_key(|(from, to, point)| (*from, *to, point.claim));
        let mut furthest: Option<(Day, &Point)> = None;
        for entry in &mut spans {
            match furthest {
                Some((to, point)) if to > entry.1 => (entry.1, entry.2) = (to, point),
                _ => furthest = Some((entry.1, entry.2)),
            }
        }
        for point in b.points.iter().filter(|point| happened(corpus, point) != affirmed) {
            let (from, to) = span(point);
            let begun = spans.partition_point(|(start, ..)| *start <= to);
            let Some((_, _, other)) =
                begun.checked_sub(1).map(|place| spans[place]).filter(|(_, until, _)| *until >= from)
            else {
                continue;
            };
            let hedged = corpus.claim(other.claim).hedged || corpus.claim(point.claim).hedged;
            let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
            let key = Key { rule: ID, topic: topic(group, a), first: a.key.source, second: Some(b.key.source) };
            let pair = Pair::of(other.claim, point.claim, None, voice);
            findings.add(key, Run::one(point.from, point.to, certainty, Level::Conflict, Cause::TrueConflict, pair));
        }
    }
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
