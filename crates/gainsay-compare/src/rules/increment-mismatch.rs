#![doc = include_str!("increment-mismatch.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::rules::total_falls::widened;
use crate::words;
use gainsay_align::{Group, Point, Series, is_no_time};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Basis, Bounds, Corpus, rounding};

const ID: &str = "increment-mismatch";

/// How many accounts of one day's figure are combined with those of the next.
const ACCOUNTS: usize = 16;

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for series in group.stated().filter(|series| series.kind == Kind::Count && series.key.basis == Basis::Total) {
        for (origin, totals) in series.running_totals() {
            if is_no_time(origin) {
                continue;
            }
            let totals = widened(group, totals);
            for increase in series.points.iter().filter(|point| point.from > origin) {
                check(group, series, &totals, increase, findings);
            }
        }
    }
}

fn on_day(totals: &[Point], day: i32) -> &[Point] {
    let start = totals.partition_point(|point| point.to < day);
    let end = totals.partition_point(|point| point.to <= day);
    &totals[start..end.min(start + ACCOUNTS)]
}

fn check(group: &Group<'_>, series: &Series<'_>, totals: &[Point], increase: &Point, findings: &mut Findings) {
    for before in on_day(totals, increase.from - 1) {
        for after in on_day(totals, increase.to) {
            let sum = Bounds {
                low: before.stated.low.plus(increase.stated.low),
                high: before.stated.high.zip(increase.stated.high).map(|(before, increase)| before.plus(increase)),
            };
            if sum.meets(after.stated) || rounded(before, increase, after) {
                continue;
            }
            let hedged = [before, increase, after].iter().any(|point| group.corpus.claim(point.claim).hedged);
            let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
            let figures = if sum.exceeds(after.stated) {
                (sum.low, after.stated.high.unwrap_or_default())
            } else {
                (after.stated.low, sum.high.unwrap_or_default())
            };
            let mut pair = Pair::of(before.claim, after.claim, Some(figures), voice);
            pair.first = vec![before.claim, increase.claim];
            let key = Key { rule: ID, topic: topic(group, series), first: series.key.source, second: None };
            findings
                .add(key, Run::one(increase.from, increase.to, certainty, Level::Conflict, Cause::Arithmetic, pair));
        }
    }
}

/// Whether the stated increase is a rounded form of the difference.
fn rounded(before: &Point, increase: &Point, after: &Point) -> bool {
    let points = before.stated.high == Some(before.stated.low) && after.stated.high == Some(after.stated.low);
    let difference = after.stated.low.minus(before.stated.low);
    let stated = increase.stated.high.filter(|high| *high == increase.stated.low).unwrap_or(increase.stated.low);
    points && after.stated.low >= before.stated.low && rounding::is_rounded_from(stated, difference)
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (before, increase, after) = (pair.first[0], pair.first[1], pair.second[0]);
    let claim = corpus.claim(after);
    let value = |number| words::value(corpus, corpus.claim(number));
    let (larger, smaller) = pair.figures.unwrap_or_default();
    let because = vec![
        words::gives(corpus, before),
        words::gives(corpus, increase),
        words::gives(corpus, after),
        "the days of the increase follow those of the first total and end with those of the second".into(),
        format!(
            "the total before and the increase do not make the total after; {} lie between them",
            larger.minus(smaller)
        ),
    ];
    let day = claim
        .period
        .map_or_else(String::new, |period| format!(" on {}", gainsay_claim::period::DayInWords(period.to())));
    let summary = format!(
        "{}: {} and the stated increase of {} do not make the {} {}{day}",
        words::source(corpus, claim.source),
        value(before),
        value(increase),
        value(after),
        words::measure(corpus, claim.measure),
    );
    (summary, because)
}
