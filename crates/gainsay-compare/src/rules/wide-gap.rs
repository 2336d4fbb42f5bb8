#![doc = include_str!("wide-gap.md")]

use crate::discrepancy::{Cause, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::{certainty, topic};
use crate::words;
use gainsay_align::{Containment, Group, Point};
use gainsay_claim::{Corpus, MeasureId, SourceId};
use std::collections::HashSet;

const ID: &str = "wide-gap";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    let pairs =
        group.containments(|inner, outer| inner.key.source != outer.key.source && !inner.derived && !outer.derived);
    let given: HashSet<(SourceId, MeasureId)> =
        group.stated().map(|series| (series.key.source, series.key.measure)).collect();
    for containment in pairs {
        let (inner, outer) = (group.series[containment.inner.0].key, group.series[containment.outer.0].key);
        // A source that gives the whole is not measured by its parts.
        if inner.measure == outer.measure || !given.contains(&(inner.source, outer.measure)) {
            compare(group, &containment, findings);
        }
    }
}

/// The nearest of the outer figures that starts on the same day, at most `gap_days` away. `after` is
/// the place of the first one that is not older.
fn nearest<'p>(outer: &'p [Point], after: usize, inner: &Point, gap_days: u32) -> Option<&'p Point> {
    let near = |point: &&Point| point.to.abs_diff(inner.to) <= gap_days;
    let later = outer[after..].iter().take_while(near).find(|point| point.from == inner.from);
    let earlier = outer[..after].iter().rev().take_while(near).find(|point| point.from == inner.from);
    match (later, earlier) {
        (Some(later), Some(earlier)) if inner.to - earlier.to < later.to - inner.to => Some(earlier),
        (later, earlier) => later.or(earlier),
    }
}

fn compare(group: &Group<'_>, containment: &Containment, findings: &mut Findings) {
    let settings = &group.corpus.settings;
    let (inner, outer) = (&group.series[containment.inner.0], &group.series[containment.outer.0]);
    let (figures, wholes) = (inner.strand_points(containment.inner.1), outer.strand_points(containment.outer.1));
    let (certainty, readings) = certainty(group, containment);
    let key = Key { rule: ID, topic: topic(group, outer), first: inner.key.source, second: Some(outer.key.source) };
    let one_quantity = inner.key == gainsay_align::SeriesKey { source: inner.key.source, ..outer.key };
    let cause = match (inner.key.measure == outer.key.measure, inner.key.basis == outer.key.basis) {
        (false, _) => Cause::Definition,
        (true, false) => Cause::Basis,
        (true, true) => Cause::TrueConflict,
    };
    let mut run: Option<(Run, usize)> = None;
    let mut after = 0;
    for (position, point) in figures.iter().enumerate() {
        while wholes.get(after).is_some_and(|whole| whole.to < point.to) {
            after += 1;
        }
        let Some(whole) = nearest(&wholes, after, point, settings.gap_days) else { continue };
        // What cannot both hold is a conflict and no gap.
        if point.bounds.exceeds(whole.bounds) || (one_quantity && !point.bounds.meets(whole.bounds)) {
            continue;
        }
        // Nearly every pair ends here, so the figures are weighed without a division first.
        if whole.stated.high.unwrap_or(whole.stated.low).times_below(point.stated.low, settings.wide_gap_percent) {
            continue;
        }
        let (larger, smaller) = (whole.figures().0, point.figures().1);
        if larger.ratio_hundredths(smaller).is_none_or(|ratio| ratio < u64::from(settings.wide_gap_percent)) {
            continue;
        }
        let mut pair = Pair::of(point.claim, whole.claim, Some((larger, smaller)), voice);
        pair.readings.clone_from(&readings);
        let one = Run::one(point.to, point.to, certainty, Level::Note, cause, pair);
        match &mut run {
            Some((whole, last)) if position == *last + 1 => {
                whole.join(one);
                *last = position;
            }
            _ => {
                if let Some((run, _)) = run.replace((one, position)) {
                    findings.add(key, run);
                }
            }
        }
    }
    if let Some((run, _)) = run {
        findings.add(key, run);
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (inner, outer) = (pair.first[0], pair.second[0]);
    let (larger, smaller) = pair.figures.unwrap_or_default();
    let ratio = larger.ratio_hundredths(smaller).unwrap_or_default();
    let times = format!("{}.{:02}", ratio / 100, ratio % 100);
    let mut because = vec![words::gives(corpus, inner), words::gives(corpus, outer)];
    because.extend(words::inside(corpus, inner, outer));
    because.extend(words::readings(corpus, pair));
    because.push(format!("both can hold; the second is {times} times the first"));
    let summary = format!(
        "{}; {}: {times} times as many, and both can hold",
        words::said(corpus, inner),
        words::said(corpus, outer)
    );
    (summary, because)
}
