#![doc = include_str!("total-falls.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::{consecutive, topic};
use crate::words;
use gainsay_align::{Group, Point, Series};
use gainsay_claim::period::DayInWords;
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Basis, Bounds, Corpus, CountValue, Value, rounding};

const ID: &str = "total-falls";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for series in group.stated().filter(|series| series.kind == Kind::Count) {
        for (_, totals) in series.running_totals() {
            find_in(group, series, &widened(group, totals), findings);
        }
    }
}

/// The totals with room for rounding where an outlet retells them in round figures.
pub(crate) fn widened(group: &Group<'_>, mut totals: Vec<Point>) -> Vec<Point> {
    for point in &mut totals {
        let claim = group.corpus.claim(point.claim);
        if let (true, Value::Count(CountValue::About { figure, .. } | CountValue::Exactly(figure))) =
            (claim.retold, &claim.value)
        {
            let room = rounding::room(*figure);
            point.stated = Bounds { low: figure.minus(room), high: Some(figure.plus(room)) };
        }
    }
    totals
}

/// A total and the largest one of an earlier day, where that is larger. Two figures of one day are an
/// account against an account, not a fall.
fn falls(totals: &[Point]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut largest: Option<usize> = None;
    let mut start = 0;
    for day in totals.chunk_by(|a, b| a.to == b.to) {
        let places = start..start + day.len();
        start = places.end;
        if let Some(earlier) = largest {
            found.extend(
                places
                    .clone()
                    .filter(|&place| totals[earlier].stated.exceeds(totals[place].stated))
                    .map(|place| (earlier, place)),
            );
        }
        for place in places {
            let rank = |place: usize| (totals[place].stated.low, std::cmp::Reverse(totals[place].claim));
            if largest.is_none_or(|known| rank(place) > rank(known)) {
                largest = Some(place);
            }
        }
    }
    found
}

fn find_in(group: &Group<'_>, series: &Series<'_>, totals: &[Point], findings: &mut Findings) {
    let found = falls(totals);
    let level = match series.key.basis {
        Basis::Total => Level::Conflict,
        Basis::Documented => Level::Note,
    };
    let key = Key { rule: ID, topic: topic(group, series), first: series.key.source, second: None };
    // A fall lasts until the total is back: the figures in between are all below the earlier one.
    for run in found.chunk_by(|a, b| consecutive(totals, a.1 as u32, b.1 as u32)) {
        let mut whole: Option<Run> = None;
        for &(earlier, later) in run {
            let (earlier, later) = (&totals[earlier], &totals[later]);
            let figures = Some((earlier.stated.low.as_stated(), later.stated.high.unwrap_or_default().as_stated()));
            let hedged = [earlier, later].iter().any(|point| group.corpus.claim(point.claim).hedged);
            let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
            let pair = Pair::of(earlier.claim, later.claim, figures, voice);
            let one = Run::one(later.to, later.to, certainty, level, Cause::Revision, pair);
            match &mut whole {
                Some(whole) => {
                    whole.certainty = whole.certainty.min(one.certainty);
                    whole.join(one);
                }
                None => whole = Some(one),
            }
        }
        if let Some(run) = whole {
            findings.add(key, run);
        }
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (earlier, later) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let (high, low) = pair.figures.unwrap_or_default();
    let mut because = vec![words::gives(corpus, pair.first[0]), words::gives(corpus, pair.second[0])];
    because.push(match earlier.basis {
        Basis::Total => "both run from the same day, and a running total never shrinks".into(),
        Basis::Documented => "both run from the same day; a documented count falls when cases are reclassified".into(),
    });
    because.push("no correction is declared by `corrects`".into());
    let day = |period: Option<gainsay_claim::Period>| {
        period.map_or_else(String::new, |period| DayInWords(period.to()).to_string())
    };
    let summary = format!(
        "{}: the running total of {} ({}) falls by {} from {} ({}) to {} ({})",
        words::source(corpus, earlier.source),
        words::measure(corpus, earlier.measure),
        words::subject(corpus, earlier),
        high.minus(low),
        words::value(corpus, earlier),
        day(earlier.period),
        words::value(corpus, later),
        day(later.period),
    );
    (summary, because)
}
