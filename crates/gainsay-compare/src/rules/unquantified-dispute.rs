#![doc = include_str!("unquantified-dispute.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::words;
use gainsay_align::{Day, Group, NO_TIME, Point, Series, day_number, readings_inside};
use gainsay_claim::{ClaimId, Corpus, SourceId, Value};
use std::cmp::Reverse;
use std::collections::BTreeMap;

const ID: &str = "unquantified-dispute";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for disputing in group.stated() {
        for &number in &disputing.without_figure {
            let Value::Relative { to, .. } = group.corpus.claim(number).value else { continue };
            let mut figures: BTreeMap<SourceId, (Rank, &Series<'_>, &Point)> = BTreeMap::new();
            for series in group.stated().filter(|series| disputed(group, disputing, series, number, to)) {
                let Some(figure) = newest_before(group, series, number) else { continue };
                let rank = rank(group, disputing, series, figure);
                let best = figures.entry(series.key.source).or_insert((rank, series, figure));
                if rank > best.0 {
                    *best = (rank, series, figure);
                }
            }
            for (_, series, figure) in figures.values() {
                add(group, disputing, number, series, figure, findings);
            }
        }
    }
}

/// Which of a source's figures a dispute is about: a figure that is not itself in dispute as an
/// account, in the same words, and the newest of those.
type Rank = (bool, bool, Day, Reverse<ClaimId>);

fn rank(group: &Group<'_>, disputing: &Series<'_>, series: &Series<'_>, figure: &Point) -> Rank {
    let sound = group.disputed.binary_search(&figure.claim).is_err();
    (sound, series.key.measure == disputing.key.measure, figure.to, Reverse(figure.claim))
}

/// Whether a dispute with a source is about this series: its own or a part's, on the same thing or
/// on one that contains it.
fn disputed(group: &Group<'_>, disputing: &Series<'_>, figures: &Series<'_>, number: ClaimId, to: SourceId) -> bool {
    let vocabulary = &group.corpus.vocabulary;
    let claim = group.corpus.claim(number);
    let senses = vocabulary.senses(claim.measure, claim.source, claim.said);
    let measures_meet = figures.strands.iter().any(|strand| {
        !readings_inside(vocabulary, senses, strand.senses).0.is_empty()
            || !readings_inside(vocabulary, strand.senses, senses).0.is_empty()
    });
    let (a, b) = (&disputing.key, &figures.key);
    !figures.points.is_empty()
        && a.source != b.source
        && vocabulary.source_contains(to, b.source)
        && measures_meet
        && vocabulary.subject_contains(b.subject, a.subject)
        && vocabulary.place_contains(b.place, a.place)
}

/// The newest figure of the day of the dispute or before; any figure where a day is missing.
fn newest_before<'g>(group: &Group<'_>, figures: &'g Series<'_>, number: ClaimId) -> Option<&'g Point> {
    let claim = group.corpus.claim(number);
    let Some(day) = claim.as_of().max(claim.said).map(day_number) else { return figures.points.last() };
    let known = figures.points.partition_point(|point| point.to <= day);
    let newest = figures.points[..known].last()?;
    // Of several accounts of one day, the source's own comes first.
    let same_day = figures.over(newest.from, newest.to);
    same_day.iter().find(|point| !group.corpus.claim(point.claim).retold).or(same_day.first())
}

fn add(
    group: &Group<'_>,
    disputing: &Series<'_>,
    number: ClaimId,
    figures: &Series<'_>,
    figure: &Point,
    findings: &mut Findings,
) {
    let corpus = group.corpus;
    let hedged = corpus.claim(number).hedged || corpus.claim(figure.claim).hedged;
    let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
    let key =
        Key { rule: ID, topic: topic(group, figures), first: disputing.key.source, second: Some(figures.key.source) };
    let day = corpus.claim(number).said.map_or(NO_TIME, day_number);
    let pair = Pair::of(number, figure.claim, None, voice);
    findings.add(key, Run::one(day, day, certainty, Level::Conflict, Cause::TrueConflict, pair));
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (dispute, figure) = (pair.first[0], pair.second[0]);
    let claim = corpus.claim(dispute);
    let because = vec![
        words::gives(corpus, figure),
        format!("`{}` says that it is {} and gives no figure in that statement", claim.id, words::value(corpus, claim)),
        "how far apart the two are cannot be said from these statements".into(),
    ];
    (format!("{}; {}, and gives no figure with it", words::said(corpus, figure), words::said(corpus, dispute)), because)
}
