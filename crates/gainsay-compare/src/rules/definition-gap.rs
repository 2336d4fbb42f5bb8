#![doc = include_str!("definition-gap.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::words;
use gainsay_align::{Group, Point, Series, readings_inside};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Corpus, MeasureId, SourceId, Vocabulary};
use std::collections::BTreeMap;

const ID: &str = "definition-gap";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    let mut places: BTreeMap<_, Vec<&Series<'_>>> = BTreeMap::new();
    for series in group.stated().filter(|series| series.kind == Kind::Count && !series.points.is_empty()) {
        places.entry(series.key.place).or_default().push(series);
    }
    for together in places.values() {
        // Only the figures of different definitions are set side by side; most places have one.
        if together.iter().all(|series| series.key.measure == together[0].key.measure) {
            continue;
        }
        for (position, a) in together.iter().enumerate() {
            for b in &together[position + 1..] {
                if a.key.source != b.key.source && same_subject(group, a, b) && overlap(group, a, b) {
                    compare(group, a, b, findings);
                }
            }
        }
    }
}

/// Whether the one's subject is the other's or a part of it.
fn same_subject(group: &Group<'_>, a: &Series<'_>, b: &Series<'_>) -> bool {
    let vocabulary = &group.corpus.vocabulary;
    vocabulary.subject_contains(a.key.subject, b.key.subject)
        || vocabulary.subject_contains(b.key.subject, a.key.subject)
}

/// Whether under every reading the two definitions have a part in common and neither contains the other.
fn overlap(group: &Group<'_>, a: &Series<'_>, b: &Series<'_>) -> bool {
    let vocabulary = &group.corpus.vocabulary;
    a.strands.iter().all(|x| {
        b.strands.iter().all(|y| {
            readings_inside(vocabulary, x.senses, y.senses).0.is_empty()
                && readings_inside(vocabulary, y.senses, x.senses).0.is_empty()
        })
    }) && common_part(vocabulary, a.key.measure, b.key.measure).is_some()
}

/// The largest measure that lies inside both.
fn common_part(vocabulary: &Vocabulary, a: MeasureId, b: MeasureId) -> Option<MeasureId> {
    let inside = |whole| move |part: &MeasureId| vocabulary.measure_contains(whole, *part);
    let all = (0..vocabulary.measures().len() as u32).map(MeasureId);
    let common: Vec<MeasureId> = all.filter(inside(a)).filter(inside(b)).collect();
    let breadth = |whole: &MeasureId| common.iter().filter(|part| vocabulary.measure_contains(*whole, **part)).count();
    common
        .iter()
        .copied()
        .max_by_key(|measure| (breadth(measure), std::cmp::Reverse(vocabulary.measure(*measure).entry.id.clone())))
}

fn compare(group: &Group<'_>, a: &Series<'_>, b: &Series<'_>, findings: &mut Findings) {
    let days = group.corpus.settings.gap_days;
    let (first, second): (SourceId, SourceId) = (a.key.source, b.key.source);
    for point in &a.points {
        let start = b.points.partition_point(|other| other.to < point.to.saturating_sub_unsigned(days));
        let close = b.points[start..].iter().take_while(|other| other.to <= point.to.saturating_add_unsigned(days));
        let nearest: Option<&Point> = close
            .filter(|other| other.from == point.from)
            .min_by_key(|other| (other.to.abs_diff(point.to), other.claim));
        if let Some(other) = nearest {
            let hedged = [point, other].iter().any(|point| group.corpus.claim(point.claim).hedged);
            let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
            let key = Key { rule: ID, topic: topic(group, a), first, second: Some(second) };
            let pair = Pair::of(point.claim, other.claim, None, voice);
            findings.add(
                key,
                Run::one(
                    point.to.min(other.to),
                    point.to.max(other.to),
                    certainty,
                    Level::Note,
                    Cause::Definition,
                    pair,
                ),
            );
        }
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (first, second) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let vocabulary = &corpus.vocabulary;
    let id = |measure: MeasureId| &vocabulary.measure(measure).entry.id;
    let mut because = vec![words::gives(corpus, pair.first[0]), words::gives(corpus, pair.second[0])];
    let common = common_part(vocabulary, first.measure, second.measure);
    if let Some(common) = common {
        because.push(format!(
            "every case of `{}` is in both definitions, and each has cases that the other has not (vocabulary)",
            id(common)
        ));
        because.push(format!("to compare them, a figure for `{}` from both is needed", id(common)));
    }
    let needed = common.map_or_else(String::new, |common| {
        format!("; a figure for {} from both would be needed", words::measure(corpus, common))
    });
    let summary = format!(
        "{}; {}: the definitions overlap, so the figures cannot be compared{needed}",
        words::said(corpus, pair.first[0]),
        words::said(corpus, pair.second[0])
    );
    (summary, because)
}
