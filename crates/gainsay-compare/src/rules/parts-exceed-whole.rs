#![doc = include_str!("parts-exceed-whole.md")]

use crate::discrepancy::{Cause, Certainty, Level, Reading};
use crate::findings::{Findings, How, Key, Pair, Run};
use crate::rules::count_conflict::{certainty, how, topic};
use crate::words;
use gainsay_align::{Contradiction, Group, Point, Series, contradictions, is_no_time};
use gainsay_claim::period::DayInWords;
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Bounds, ClaimId, Corpus, Count, Period, Value, rounding};

const ID: &str = "parts-exceed-whole";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    let pairs = group.containments(|inner, outer| {
        inner.key.source == outer.key.source
            && inner.kind == Kind::Count
            && !outer.derived
            && (inner.derived || inner.key != outer.key)
    });
    for containment in pairs {
        let (inner, outer) = (&group.series[containment.inner.0], &group.series[containment.outer.0]);
        let (floors, ceilings) = (inner.strand_points(containment.inner.1), outer.strand_points(containment.outer.1));
        let conditions = certainty(group, &containment);
        compare(group, outer, &floors, &ceilings, conditions, findings);
    }
    for series in group.stated().filter(|series| series.kind == Kind::Count) {
        parts_in_time(group, series, findings);
    }
}

/// How many parts a figure may be set against, on the average; real series stay far below it.
const PARTS_PER_FIGURE: usize = 256;

/// A source's figures for some days against its figures for longer spans that began before them.
fn parts_in_time(group: &Group<'_>, series: &Series<'_>, findings: &mut Findings) {
    let hedged = series.strands.iter().all(|strand| strand.hedged);
    let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
    let longer = |point: &&Point| !is_no_time(point.from) && point.from < point.to;
    let mut wholes: Vec<Point> = series.points.iter().filter(longer).copied().collect();
    wholes.sort_by_key(|point| point.from);
    let mut steps = PARTS_PER_FIGURE * series.points.len();
    for run in wholes.chunk_by(|a, b| a.from == b.from) {
        let (start, end) = (run[0].from, run[run.len() - 1].to);
        let first = series.points.partition_point(|point| point.to <= start);
        let last = series.points.partition_point(|point| point.to <= end);
        if last - first > steps {
            return;
        }
        steps -= last - first;
        let parts: Vec<Point> = series.points[first..last].iter().filter(|point| point.from > start).copied().collect();
        compare(group, series, &parts, run, (certainty, Vec::new()), findings);
    }
}

fn compare(
    group: &Group<'_>,
    outer: &Series<'_>,
    floors: &[Point],
    ceilings: &[Point],
    (certainty, readings): (Certainty, Vec<Reading>),
    findings: &mut Findings,
) {
    let bounds: fn(&Point) -> Bounds = |point| point.stated;
    let mut found = contradictions(floors, ceilings, bounds);
    found.retain(|contradiction| !excused(group, contradiction, floors, ceilings));
    let key = Key { rule: ID, topic: topic(group, outer), first: outer.key.source, second: None };
    for contradiction in &found {
        let points = contradiction.floor_points(floors);
        let ceiling = &ceilings[contradiction.ceiling as usize];
        let pair = Pair {
            first: points.iter().flat_map(|point| group.claims_of(point)).collect(),
            second: group.claims_of(ceiling),
            figures: Some((contradiction.low.as_stated(), ceiling.stated.high.unwrap_or_default().as_stated())),
            first_how: if points.len() > 1 { How::Chain } else { how(group, points[0]) },
            second_how: how(group, ceiling),
            readings: readings.clone(),
            voice,
        };
        findings.add(key, Run::one(ceiling.to, ceiling.to, certainty, Level::Conflict, Cause::Arithmetic, pair));
    }
}

/// A round whole has room for a fiftieth, whatever exceeds it. A sum is not worth a word where one of
/// its parts alone exceeds the whole, which is a finding of its own.
fn excused(group: &Group<'_>, contradiction: &Contradiction, floors: &[Point], ceilings: &[Point]) -> bool {
    let points = contradiction.floor_points(floors);
    let high = ceilings[contradiction.ceiling as usize].stated.high.unwrap_or_default();
    let limit = high.plus(rounding::room(high).min(high.percent(2)));
    let alone = |claim| match group.corpus.claim(claim).value {
        Value::Count(figure) => figure.stated_bounds().low > limit,
        _ => false,
    };
    let sum = points.len() == 1 && points[0].derivation.is_some();
    contradiction.low <= limit || (sum && points.iter().flat_map(|point| group.claims_of(point)).any(alone))
}

/// How many parts are steps of the reasoning.
const STEPS: usize = 6;

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (parts, whole) = pair.figures.unwrap_or_default();
    let mut because: Vec<String> = pair.first.iter().take(STEPS).map(|&claim| words::gives(corpus, claim)).collect();
    if pair.first.len() > STEPS {
        because.push(format!("and so on: {} figures in all, each for days of its own", pair.first.len()));
    }
    because.extend(words::worked_out(pair.first_how, parts));
    because.extend(
        pair.second.iter().filter(|claim| !pair.first.contains(claim)).map(|&claim| words::gives(corpus, claim)),
    );
    because.extend(words::worked_out(pair.second_how, whole));
    let (inner, outer) = (pair.first[pair.first.len() - 1], pair.second[0]);
    if pair.first_how == How::Stated && pair.second_how == How::Stated {
        because.extend(words::inside(corpus, inner, outer));
    }
    because.extend(words::readings(corpus, pair));
    because.push(format!("a part cannot be more than its whole, yet {parts} is more than {whole}"));
    let claim = corpus.claim(outer);
    let sum = if pair.first_how == How::Stated { String::new() } else { format!(" make {parts}") };
    let summary = format!(
        "{}: {}{sum}, more than the {} {} that it gives as the whole",
        words::source(corpus, claim.source),
        parts_in_words(corpus, &pair.first),
        words::value(corpus, claim),
        words::measure(corpus, claim.measure),
    );
    (summary, because)
}

/// How many parts are named one by one.
const NAMED: usize = 4;

/// `1 tank lost and 2 aircraft lost`, or `158 figures from 6 March 2022 to 12 October 2022`.
fn parts_in_words(corpus: &Corpus, parts: &[ClaimId]) -> String {
    let name = |claim: &ClaimId| {
        let claim = corpus.claim(*claim);
        format!("{} {}", words::value(corpus, claim), words::measure(corpus, claim.measure))
    };
    if parts.len() <= NAMED {
        return parts.iter().map(name).collect::<Vec<_>>().join(" and ");
    }
    let periods = || parts.iter().filter_map(|claim| corpus.claim(*claim).period);
    let days = periods().map(Period::from).min().zip(periods().map(Period::to).max());
    let days = days.map_or_else(String::new, |(from, to)| format!(" from {} to {}", DayInWords(from), DayInWords(to)));
    format!("{} figures{days}", Count::whole(parts.len() as u64))
}
